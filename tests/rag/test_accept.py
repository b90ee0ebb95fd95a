"""What comes in as a question is cleaned, or refused with a reason."""

import pytest

from corpus.errors import BadInput
from rag.accept import accept, is_unsafe


def test_spaces_and_invisible_marks() -> None:
    """Spaces are single and invisible marks gone; every word stays."""
    assert accept("  How\u200b long\n may a lamp\u00ad burn? ") == "How long may a lamp burn?"


@pytest.mark.parametrize("question", ["", "   ", "\n\t", "?!…", "\u200b"])
def test_empty(question: str) -> None:
    """A question without a letter or digit is refused with an example of one."""
    with pytest.raises(BadInput, match="python -m rag ask"):
        accept(question)


def test_too_long() -> None:
    """A question of 100 kB is refused with both numbers."""
    with pytest.raises(BadInput, match=r"100,000 characters; at most 4,000"):
        accept("a" * 100_000)


def test_control_characters() -> None:
    """Control characters and turned writing are told from plain text."""
    assert is_unsafe("lamp\x00")
    assert is_unsafe("lamp\x1b[31m")
    assert is_unsafe("lamp\u202e")
    assert not is_unsafe("lamp é 灯 مصباح")
    assert not is_unsafe("Skerry Rules,\r\n\trule 4")
    assert not is_unsafe("May guests\x0cbring a lamp?")


def test_pasted_arabic() -> None:
    """Marks around a sentence that is pasted from a page or a PDF are taken away, and the sentence is read."""
    pasted = "\u202bهل يجوز إطفاء المصباح؟\u202c \u2068نعم؟\u2069"
    assert not is_unsafe(pasted)
    assert accept(pasted) == "هل يجوز إطفاء المصباح؟ نعم؟"


def test_hidden_text() -> None:
    """Letters that no font shows are unsafe."""
    assert is_unsafe("lamp\U000e0068\U000e0069")


def test_look_alikes() -> None:
    """A Latin word with Cyrillic letters in it is read as Latin; a Cyrillic word stays."""
    assert accept("l\u0430mp oil") == "lamp oil"
    assert accept("лампа") == "лампа"
