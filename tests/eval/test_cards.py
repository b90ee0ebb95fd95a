"""The counted parts of the committed cards, and what breaks a card."""

import shutil
from pathlib import Path

import pytest

from corpus.errors import BadInput
from eval.cards import current_cards, write_cards
from eval.rows import DATASETS, FURTHER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One set with its card and the index."""
    for name in ("across.jsonl", "across.md", "README.md"):
        shutil.copy(DATASETS / name, tmp_path)
    write_cards(tmp_path)
    return tmp_path


@pytest.mark.parametrize("sets", [DATASETS, FURTHER])
def test_every_committed_card_is_up_to_date(sets: Path) -> None:
    """Counts and agreement in the cards are those of the sets; `python -m eval datasets --lock` writes them."""
    stale = [path.name for path, text in current_cards(sets).items() if path.read_text(encoding="utf-8") != text]
    assert stale == []


def test_only_what_stands_between_marks_is_written(folder: Path) -> None:
    """Prose before, between and after the marks stays; wrong counts are put right."""
    card = folder / "across.md"
    right = card.read_text(encoding="utf-8")
    card.write_text(right.replace("| compare |", "| nothing |").replace("# across", "# My own words"), encoding="utf-8")
    assert write_cards(folder) == (card,)
    assert card.read_text(encoding="utf-8") == right.replace("# across", "# My own words")
    assert write_cards(folder) == ()


def test_a_missing_card_is_named(folder: Path) -> None:
    """A set without a card is refused."""
    (folder / "across.md").unlink()
    with pytest.raises(BadInput, match=r"across\.md is missing"):
        write_cards(folder)


def test_a_missing_mark_is_named(folder: Path) -> None:
    """A card that lost a mark is refused."""
    card = folder / "across.md"
    card.write_text(card.read_text(encoding="utf-8").replace("<!-- /counts -->", ""), encoding="utf-8")
    with pytest.raises(BadInput, match="counts"):
        write_cards(folder)
