"""Official words are cut short, ours are not."""

from dataclasses import replace

import pytest

from eval.report.trim import first_words, shares_run, shown
from eval.types import Said
from tests.eval.outcomes import said

TEN = "one two three four five six seven eight nine ten"
HAN = "灯塔看守人不得在浓雾之夜离开灯室也不得让灯熄灭除非另有两名看守人当班"
RUSSIAN = "раз два три четыре пять шесть семь восемь девять десять"

CUT = [
    ("", ""),
    (TEN, TEN),
    (f"{TEN}, eleven.", f"{TEN} …"),
    # Chinese counts characters
    (HAN[:28], HAN[:28]),
    (HAN[:30], f"{HAN[:28]} …"),
    # Arabic and Russian count words
    (f"{RUSSIAN} одиннадцать", f"{RUSSIAN} …"),
]


@pytest.mark.parametrize(("text", "cut"), CUT)
def test_first_words(text: str, cut: str) -> None:
    """A text is cut as in the table."""
    assert first_words(text) == cut


SHOWN = [
    # a sentence of our digests stays whole, whatever it is like
    (said(text=f"{TEN} eleven"), True, f"{TEN} eleven"),
    # own words beside other official words stay
    (said(text="Nobody may be kept on the rock for more than seven weeks in any winter."), False, None),
    # an official sentence, also with other case and points, is cut
    (said(text=f"{TEN.title()}; eleven!"), False, f"{TEN.title()} …"),
]


@pytest.mark.parametrize(("claim", "ours", "wanted"), SHOWN)
def test_shown(claim: Said, ours: bool, wanted: str | None) -> None:
    """A claim is shown as in the table, beside aligned words that it repeats or does not."""
    beside = replace(claim, aligned=f"{TEN} eleven twelve")
    assert shown(beside, {claim.text} if ours else set()) == (wanted or claim.text)


def test_nothing_to_compare_with() -> None:
    """A long sentence of which nothing is known is cut."""
    assert shown(replace(said(text=f"{TEN} eleven"), aligned=None), set()) == f"{TEN} …"


def test_shares_run() -> None:
    """Ten words in a row are allowed, eleven are not."""
    assert not shares_run(f"{TEN} other", f"before {TEN} after")
    assert shares_run(f"a {TEN} eleven b", f"c {TEN} eleven d")
