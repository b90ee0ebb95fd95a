"""The small words that carry a slot, and how far a negation reaches."""

import pytest

from corpus.types import Language
from rag.verify.marks import marks, negated
from rag.verify.meanings import Mark

TABLE = [
    ("Keepers may leave only at dawn.", Language.EN, Mark.ONLY),
    ("No boat leaves unless the sea is calm.", Language.EN, Mark.EXCEPT),
    ("Oil is bought whether or not it is needed.", Language.EN, Mark.REGARDLESS),
    ("The stock is kept for at least forty nights.", Language.EN, Mark.AT_LEAST),
    ("A watch lasts no more than six hours.", Language.EN, Mark.AT_MOST),
    ("The Council need not answer.", Language.EN, Mark.FREE),
    ("A keeper is told at once.", Language.EN, Mark.AT_ONCE),
    ("The stock is measured every week.", Language.EN, Mark.WEEKLY),
    ("The Council pays for the boat.", Language.EN, Mark.MONEY),
    ("只有天亮才可以离岗。", Language.ZH, Mark.ONLY),
    ("除生病外，不得换班。", Language.ZH, Mark.EXCEPT),
    ("不论是否需要都要买油。", Language.ZH, Mark.REGARDLESS),
    ("储油至少四十夜。", Language.ZH, Mark.AT_LEAST),
    ("一班不超过六小时。", Language.ZH, Mark.AT_MOST),
    ("理事会不必答复。", Language.ZH, Mark.FREE),
    ("必须立即告知看守人。", Language.ZH, Mark.AT_ONCE),
]
NOT_THERE = [
    ("Looking after the lamp is a duty.", Language.EN, Mark.AFTER),  # "after" is part of a verb here
    ("His or her letters are kept.", Language.EN, Mark.OR),  # a pair of pronouns is no choice
    ("Attention is paid to the lamp.", Language.EN, Mark.ONLY),
    ("这特别重要。", Language.ZH, Mark.NOT),  # 别 is not always a ban
    ("只要天晴就开船。", Language.ZH, Mark.ONLY),  # 只要 is a condition
]


@pytest.mark.parametrize(("text", "language", "mark"), TABLE)
def test_found(text: str, language: Language, mark: Mark) -> None:
    """A mark is found in the words that carry it."""
    assert mark in marks(text, language)


@pytest.mark.parametrize(("text", "language", "mark"), NOT_THERE)
def test_not_found(text: str, language: Language, mark: Mark) -> None:
    """Words that only look like a mark are none."""
    assert mark not in marks(text, language)


def test_a_negation_reaches_to_the_next_stop() -> None:
    """What stands behind a comma is not negated."""
    text = "Not a lamp, but a horn."
    spans = negated(text, Language.EN)
    assert any(a <= text.index("lamp") < b for a, b in spans)
    assert not any(a <= text.index("horn") < b for a, b in spans)
