"""What the composition root says of the embedder that it opens."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.settings import Settings
from rag import wiring
from rag.weights import fitted_for


@pytest.mark.parametrize(("name", "said"), [(fitted_for(), False), ("another-model", True)])
def test_weights_for_another_embedder_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, said: bool) -> None:
    """They are left out then, which nobody would see; of the one that they were fitted for nothing is said."""
    lines: list[str] = []
    monkeypatch.setattr(wiring, "convert", lambda _folder, _say: None)
    monkeypatch.setattr(wiring, "OnnxEmbedder", lambda _folder: SimpleNamespace(name=name))
    monkeypatch.setattr(wiring, "say", lines.append)
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path))
    wiring.open_embedder(Settings.from_environment())
    assert any("make index" in line and name in line for line in lines) is said
