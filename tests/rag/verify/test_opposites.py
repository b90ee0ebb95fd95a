"""Opposite poles between a claim and a sentence."""

import pytest

from corpus.types import Language
from rag.verify.opposites import turned

TURNED = [
    ("Watches shall be as long as possible.", "Watches shall be as short as possible.", Language.EN),
    ("The rules lay down maximum stocks.", "The rules lay down minimum stocks.", Language.EN),
    ("Keepers sleep together.", "Keepers sleep apart.", Language.EN),
    ("The log is closed to visitors.", "The log is open to visitors.", Language.EN),
    ("应当扩大储油的范围。", "应当缩小储油的范围。", Language.ZH),
    ("看守人一起住。", "看守人分开住。", Language.ZH),
    ("Keepers pay for their passage.", "Keepers shall be reimbursed for their passage.", Language.EN),
    ("看守人的油要自己花钱买。", "看守人的油应当免费提供。", Language.ZH),
    ("看守人的船费自付。", "看守人的船费应当予以报销。", Language.ZH),
]
NOT_TURNED = [
    ("Watches shall be short.", "Watches shall be short.", Language.EN),
    ("A watch is not longer than six hours.", "A watch is shorter than six hours.", Language.EN),  # negation turns it back
    ("A watch is no longer long.", "A watch shall not be longer.", Language.EN),  # one word, negated: not this step's matter
    ("储油不公开。", "储油保密。", Language.ZH),
    ("看守人的油不用自己花钱买。", "看守人的油应当免费提供。", Language.ZH),
]


@pytest.mark.parametrize(("claim", "beside", "language"), TURNED)
def test_turned(claim: str, beside: str, language: Language) -> None:
    """A pole against its opposite is found."""
    assert list(turned(claim, beside, language))


@pytest.mark.parametrize(("claim", "beside", "language"), NOT_TURNED)
def test_not_turned(claim: str, beside: str, language: Language) -> None:
    """The same pole, or the opposite negated, is no contradiction."""
    assert not list(turned(claim, beside, language))
