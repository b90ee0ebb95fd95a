"""A claim's force, in everyday words."""

import pytest

from corpus.types import Language, Modality
from rag.verify.force import Force, force_of, forces

EN = [
    ("Keepers have to trim the lamp.", Force.MUST),
    ("A keeper is entitled to eight hours of rest.", Force.MUST),
    ("The lamp must not go out.", Force.MUST_NOT),
    ("Nobody may open a letter.", Force.MUST_NOT),
    ("Opening letters is forbidden.", Force.MUST_NOT),
    ("Keepers do not have to cook.", Force.FREE),
    ("A Council is under no obligation to pay.", Force.FREE),
    ("Councils ought to report each year.", Force.SHOULD),
    ("Councils are advised to report.", Force.SHOULD),
    ("Watches should not be swapped.", Force.SHOULD_NOT),
    ("A keeper can take a boat.", Force.MAY),
    ("Where a keeper has to leave, the lamp should be lit.", Force.SHOULD),  # the condition's verb is not the claim's
    ("The rock is bare.", Force.PLAIN),
]
ZH = [
    ("看守人一定要修灯。", Force.MUST),
    ("看守人有权休息。", Force.MUST),
    ("看守人不许离岗。", Force.MUST_NOT),
    ("看守人不必做饭。", Force.FREE),
    ("理事会最好每年报告。", Force.SHOULD),
    ("大会鼓励各国修灯塔。", Force.SHOULD),
    ("不宜换班。", Force.SHOULD_NOT),
    ("看守人可以坐船。", Force.MAY),
    ("看守人要修灯。", Force.OUGHT),  # 要 says must or should
    ("礁石上寸草不生。", Force.PLAIN),
]


@pytest.mark.parametrize(("text", "force"), EN)
def test_english(text: str, force: Force) -> None:
    """The force of an English claim's main clause comes first."""
    assert forces(text, Language.EN)[0] is force


@pytest.mark.parametrize(("text", "force"), ZH)
def test_chinese(text: str, force: Force) -> None:
    """The force of a Chinese claim comes first."""
    assert forces(text, Language.ZH)[0] is force


def test_every_verb_of_law_has_a_force() -> None:
    """Each modality of the digests maps to a force."""
    assert {force_of(one) for one in Modality} <= set(Force)
