"""`python -m rag export`: the file is where it should be, and what cannot be written is told of."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from rag.cli import app
from rag.export.files import exported
from rag.export.forms import Form, Style
from rag.pipeline import Pipeline

FOG = "What does rule 4 of the Skerry Rules say?"


@pytest.fixture(autouse=True)
def of_the_sample(skerry: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command's pipeline is the sample's, and files go into a folder of the test's own."""
    monkeypatch.setattr("rag.wiring.open_pipeline", lambda _: skerry)
    monkeypatch.chdir(tmp_path)


def test_file_is_named_after_what_is_cited(skerry: Pipeline, tmp_path: Path) -> None:
    """Without a name the file gets its own, which is printed; its bytes are the library's."""
    done = CliRunner().invoke(app, ["export", FOG, "--form", "md", "--style", "oscola"])
    assert (done.exit_code, done.stdout) == (0, "pinpoint-sample-rules-4-a.md\n")
    wanted = exported(skerry.index.library, skerry.ask(FOG), Form.MARKDOWN, style=Style.OSCOLA)
    assert (tmp_path / "pinpoint-sample-rules-4-a.md").read_bytes() == wanted.data


def test_what_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    """A folder that is not there ends the program with 2 and a hint; a form that is not made too."""
    done = CliRunner().invoke(app, ["export", FOG, "--out", str(tmp_path / "nowhere" / "a.docx")])
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
    assert "--out" in done.stderr
    assert CliRunner().invoke(app, ["export", FOG, "--form", "pdf"]).exit_code == 2
