"""What every test may ask for; official texts only where `PINPOINT_TEXTS` names a folder that has them."""

import os
from pathlib import Path

import pytest

from rag.embedder.convert import convert
from tests.lending import Lend, lending

_TEXTS = Path(os.environ.get("PINPOINT_TEXTS") or "nowhere")
_GOLD = Path(os.environ.get("PINPOINT_GOLD") or _TEXTS.parent / "gold")


@pytest.fixture(scope="session")
def texts() -> Path:
    """Folder of official texts; skips where there is none."""
    if not _TEXTS.is_dir():
        pytest.skip("no official texts: set PINPOINT_TEXTS to a folder that has them")
    return _TEXTS


@pytest.fixture(scope="session")
def gold(texts: Path) -> Path:
    """Folder of the checked segmentation; skips where there is none."""
    if not _GOLD.is_dir():
        pytest.skip(f"no checked segmentation beside {texts}: set PINPOINT_GOLD to its folder")
    return _GOLD


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real embedder, converted once for all workers; not to be written to."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "model"
    convert(folder, lambda _: None)
    return folder


@pytest.fixture(scope="session")
def lend(converted: Path) -> Lend:
    """Gives a data folder the embedder, so that a program over it need not convert it again."""
    return lending(converted)
