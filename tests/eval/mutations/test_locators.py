"""Operators that pin a claim to the wrong place, on an invented instrument."""

from random import Random

import pytest

from corpus.types import Language, Modality, Reference
from eval.mutations.registry import OPERATORS
from eval.mutations.types import Mutant, Operator, Sample


def _claim(place: str, text: str, language: Language = Language.EN) -> Sample:
    return Sample(reference=Reference.parse(place), language=language, text=text, modality=Modality.SHALL)


POOL = (
    _claim("lamps 1", "A keeper must trim the lamp at dusk."),
    _claim("lamps 2(1)", "Visitors must leave their boots outside."),
    _claim("lamps 2(2)", "Bread must be stored in dry rooms."),
    _claim("lamps 9", "A keeper must trim the lamp at dusk and at dawn."),
    _claim("bells 1", "Ropes must be replaced each spring."),
    _claim("lamps 1", "守灯人必须在黄昏剪灯芯。", Language.ZH),
    _claim("lamps 2(1)", "来访者必须把靴子留在门外。", Language.ZH),
)


def _made(name: str, claim: Sample = POOL[0]) -> list[Mutant]:
    operator: Operator = next(one for one in OPERATORS if one.name == name)
    found = [operator.mutate(claim, POOL, Random(seed)) for seed in range(40)]  # noqa: S311 - a sample, not a secret
    return [one for one in found if one is not None]


def test_wrong_paragraph_is_another_rule_of_the_instrument() -> None:
    """The claim keeps its words and is cited at another rule, never at one that says nearly the same."""
    made = _made("wrong_paragraph")
    assert {str(one.reference) for one in made} == {"lamps 2(1)", "lamps 2(2)"}
    assert {one.text for one in made} == {POOL[0].text}


def test_wrong_instrument_is_another_instrument() -> None:
    """The claim is cited at the same number of another instrument."""
    assert {str(one.reference) for one in _made("wrong_instrument")} == {"bells 1"}


@pytest.mark.parametrize("claim", [POOL[0], POOL[1]], ids=["rule", "paragraph"])
def test_nonexistent_is_no_place_of_the_instrument(claim: Sample) -> None:
    """The place that it cites is not one that any claim has, and parses as a locator."""
    made = _made("nonexistent", claim)
    assert made
    assert {one.reference for one in made} & {one.reference for one in POOL} == set()
    assert {one.reference.instrument for one in made} == {"lamps"}


def test_blended_says_two_rules_and_cites_the_first() -> None:
    """Two claims of different rules become one sentence that cites the first."""
    made = _made("blended")
    assert {str(one.reference) for one in made} == {"lamps 1"}
    assert "A keeper must trim the lamp at dusk, and bread must be stored in dry rooms." in {one.text for one in made}


def test_blended_in_chinese() -> None:
    """In Chinese the two are joined by a word of Chinese."""
    assert {one.text for one in _made("blended", POOL[5])} == {"守灯人必须在黄昏剪灯芯，并且来访者必须把靴子留在门外。"}
