"""A quote is the provision's words or it is refused."""

import pytest

from corpus.types import Language
from rag.verify.quote import quote_fault

RULE = "Keepers shall trim the lamp each night, unless a storm forbids it, and shall not leave the rock."
GOOD = [
    RULE,
    "Keepers shall trim the lamp each night",
    "Keepers … trim the lamp",  # nothing that matters is left out
    "Keepers [...] trim the lamp",
]
BAD = [
    ("Keepers shall trim the lamp each day", "does not stand"),  # one word differs
    ("keepers shall trim", "does not stand"),  # byte for byte: the capital counts
    ("Keepers shall trim the lamp each night … and shall not leave", "leaves out 'unless'"),
    ("and shall … leave the rock", "leaves out 'not'"),
    ("leave the rock … Keepers", "does not stand"),  # out of order
    ("…", "no words"),
]


@pytest.mark.parametrize("quote", GOOD)
def test_faithful(quote: str) -> None:
    """A faithful quote has no fault."""
    assert quote_fault(quote, RULE, Language.EN) is None


@pytest.mark.parametrize(("quote", "fault"), BAD)
def test_unfaithful(quote: str, fault: str) -> None:
    """An unfaithful quote is refused with the reason."""
    assert fault in (quote_fault(quote, RULE, Language.EN) or "")


@pytest.mark.parametrize(
    ("quote", "text", "language", "word"),
    [
        ("守灯人……离开礁石", "守灯人不得离开礁石", Language.ZH, "不"),
        ("Les gardiens … quittent le rocher", "Les gardiens ne quittent le rocher", Language.FR, "ne"),
        ("Los fareros … salen", "Los fareros nunca salen", Language.ES, "nunca"),
        ("Смотритель … уходит", "Смотритель не уходит", Language.RU, "не"),
        ("يجب … المصباح", "يجب ولا يجوز إطفاء المصباح", Language.AR, "لا"),
    ],
)
def test_negation_in_other_languages(quote: str, text: str, language: Language, word: str) -> None:
    """An ellipsis may not hide a negation in any language."""
    assert word in (quote_fault(quote, text, language) or "")


@pytest.mark.parametrize(
    ("quote", "text", "language"),
    [("يجب … المصباح", "يجب خلال الليل المصباح", Language.AR), ("守灯人……留下", "守灯人和未成年人留下", Language.ZH)],
)
def test_no_negation_within_a_word(quote: str, text: str, language: Language) -> None:
    """Letters of a negation within another word leave nothing out that matters."""
    assert quote_fault(quote, text, language) is None
