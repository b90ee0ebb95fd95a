"""What every test may ask for; official texts only where `PINPOINT_TEXTS` names a folder that has them."""

import os
from pathlib import Path

import pytest

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
