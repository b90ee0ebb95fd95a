"""Locators and references print as they parse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadLocator
from corpus.types import Locator, Reference

GOOD = [
    "45",
    "45(1)",
    "43(1)(b)",
    "8.2",
    "8.2(b)",
    "95(g)",
    "pp12",
    "pp13(f)",
    "po2(1)",
    "op3",
    "intro13",
    "fn28",
    "pp(a)",
    "6(c)(iii)",
]
BAD = ["", "rule 45", "45(", "45)", "(b)", "45(1", "45 (1)", "pp", "45(1)b", "1.2.3", "１"]


@pytest.mark.parametrize("text", GOOD)
def test_round_trip(text: str) -> None:
    """A locator prints as it was written."""
    assert str(Locator.parse(text)) == text


@pytest.mark.parametrize("text", BAD)
def test_refused(text: str) -> None:
    """What is no locator is refused with the value and an example."""
    with pytest.raises(BadLocator, match=r"Write it like 45\(1\)"):
        Locator.parse(text)


@given(st.integers(1, 200), st.lists(st.sampled_from(["1", "2", "a", "b", "iv"]), max_size=3))
def test_parent_is_a_prefix(number: int, steps: list[str]) -> None:
    """A locator's parent is the locator less its last step."""
    locator = Locator.parse(f"{number}" + "".join(f"({step})" for step in steps))
    expected = str(locator).rsplit("(", 1)[0] if steps else None
    assert (str(locator.parent) if locator.parent else None) == expected


def test_reference_round_trip() -> None:
    """A citation prints as it parses."""
    assert str(Reference.parse("mandela 45(1)")) == "mandela 45(1)"


def test_reference_without_locator() -> None:
    """An instrument alone is no citation."""
    with pytest.raises(BadLocator, match="mandela"):
        Reference.parse("mandela")
