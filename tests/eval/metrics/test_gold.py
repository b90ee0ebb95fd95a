"""What counts for what."""

import pytest

from corpus.types import Reference
from eval.metrics import gold
from eval.types import Turn
from tests.eval.metrics.build import item, paragraph, ref, refs, turn


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        ("skerry 5", "skerry 5", True),  # the same
        ("skerry 4(1)(a)", "skerry 4(1)", True),  # an item of the paragraph
        ("skerry 4(1)(b)(i)", "skerry 4(1)", True),  # an item of its item
        ("skerry 4(1)(b)(i)", "skerry 4(1)(b)", True),  # an item within the item
        ("skerry 4(1)(a)", "skerry 4(1)(b)", False),  # a sibling
        ("skerry 4(1)", "skerry 4(2)", False),  # another paragraph of the rule
        ("skerry 5", "holm 5", False),  # the same number elsewhere
        ("skerry 6(a)", "skerry 6", True),  # a rule that is one paragraph
        ("skerry 5", "skerry 6", False),  # another rule
    ],
)
def test_counts_for(one: str, other: str, *, counts: bool) -> None:
    """A citation counts for itself, its paragraph and its items, in either direction, and for nothing else."""
    assert gold.counts_for(ref(one), ref(other), paragraph) is counts
    assert gold.counts_for(ref(other), ref(one), paragraph) is counts


def test_a_whole_rule_does_not_count_for_its_paragraph() -> None:
    """`4` is no paragraph, so naming it is not naming `4(1)`."""
    own = {ref("skerry 4"): ref("skerry 4"), ref("skerry 4(1)"): ref("skerry 4(1)")}
    assert not gold.counts_for(ref("skerry 4"), ref("skerry 4(1)"), own.__getitem__)


def test_a_longer_number_is_not_an_item() -> None:
    """`4(1)` is not within `4(10)`, nor the other way round."""
    assert not gold.counts_for(ref("skerry 4(1)"), ref("skerry 4(10)"), lambda _: ref("skerry 4"))


def test_other_instruments_are_not_looked_up() -> None:
    """References of different instruments are told apart before the library is asked."""

    def unasked(reference: Reference) -> Reference:
        raise AssertionError(str(reference))

    assert not gold.counts_for(ref("skerry 5"), ref("atoll 5"), unasked)


def test_needed_once_each_in_order_without_alternatives() -> None:
    """Only must provisions are needed, once each, in the order of the gold."""
    asked = turn(["skerry 6", "skerry 5", "skerry 6"], ["holm 5"], [("holm 7", "skerry 5")])
    assert gold.needed(asked) == refs(["skerry 6", "skerry 5"])


def test_an_alternative_marked_must_is_still_only_an_alternative() -> None:
    """What stands for a needed provision is not needed beside it."""
    first, second = turn(["skerry 5", "skerry 6"]).gold
    marked = Turn(
        question={},
        gold=(first, type(second)(reference=second.reference, must=True, alternative_of=first.reference)),
        nuggets=(),
        must_not_say=(),
        expected=turn().expected,
        reason=None,
    )
    assert gold.needed(marked) == refs(["skerry 5"])


def test_needs_are_met_by_themselves_or_their_alternatives() -> None:
    """Each need lists itself and what stands for it; what is merely allowed meets none."""
    asked = turn(["skerry 5", "skerry 6"], ["skerry 4(2)"], [("holm 5", "skerry 6"), ("holm 7", "skerry 6")])
    assert gold.needs(asked) == (
        frozenset(refs(["skerry 5"])),
        frozenset(refs(["skerry 6", "holm 5", "holm 7"])),
    )


@pytest.mark.parametrize(
    ("must", "alternatives", "expected"),
    [
        (["skerry 4(1)(a)", "skerry 4(1)(b)"], [], [["skerry 4(1)"]]),  # two items of one paragraph
        (["skerry 6(a)", "skerry 6(b)"], [("holm 5", "skerry 6(a)"), ("holm 7", "skerry 6(b)")], [["skerry 6"]]),  # half each
        (["skerry 6(a)", "skerry 6(b)"], [("holm 5", "skerry 6(a)"), ("holm 5", "skerry 6(b)")], [["skerry 6", "holm 5"]]),
        (["skerry 5", "holm 5"], [("holm 5", "skerry 5"), ("skerry 5", "holm 5")], [["skerry 5", "holm 5"]]),  # either does
        (["skerry 5", "skerry 6"], [], [["skerry 5"], ["skerry 6"]]),  # two paragraphs, in order
        (["skerry 5", "skerry 6"], [("holm 5", "skerry 5")], [["skerry 6"], ["skerry 5", "holm 5"]]),  # fewest ways first
        (["skerry 5", "skerry 6"], [("skerry 5", "skerry 6")], [["skerry 5"]]),  # needed anyway, and stands for the other
        ([], [], []),  # nothing needed
    ],
)
def test_paragraph_needs(must: list[str], alternatives: list[tuple[str, str]], expected: list[list[str]]) -> None:
    """At paragraph level items fold into paragraphs with the alternatives that they share, and implied needs go."""
    found = gold.paragraph_needs(turn(must, ["holm 7"], alternatives), paragraph)
    assert found == tuple(frozenset(refs(need)) for need in expected)


def test_accepted_is_must_may_and_alternatives() -> None:
    """Every gold provision is right to cite."""
    asked = turn(["skerry 5"], ["skerry 6"], [("holm 5", "skerry 5")])
    assert gold.accepted(asked) == frozenset(refs(["skerry 5", "skerry 6", "holm 5"]))


def test_expanded_opens_rules_wherever_they_stand() -> None:
    """A rule becomes its paragraphs as need, as allowance, and as what an alternative stands for."""

    def expand(reference: Reference) -> tuple[Reference, ...]:
        return refs(["skerry 4(1)", "skerry 4(2)"]) if reference.locator == "4" else (reference,)

    asked = turn(["skerry 4"], ["skerry 5"], [("holm 5", "skerry 4")])
    told = turn(["skerry 4(1)", "skerry 4(2)"], ["skerry 5"], [("holm 5", "skerry 4(1)"), ("holm 5", "skerry 4(2)")])
    assert gold.expanded(asked, expand) == told


@pytest.mark.parametrize(
    ("must", "name"),
    [
        (["skerry 4(1)(a)", "holm 5"], "skerry 4"),  # the rule of the first needed provision
        (["tokyo 8.2(b)"], "tokyo 8"),  # 8.1 and 8.2 are one rule
        (["res-79-172 pp12"], "res-79-172 pp12"),  # prefixes tell paragraphs apart
        ([], "q1"),  # nothing needed: the item
    ],
)
def test_cluster(must: list[str], name: str) -> None:
    """Outcomes are drawn together by rule, or by item where nothing is needed."""
    asked = turn(must, ["skerry 6"])
    assert gold.cluster(item(asked), asked) == name
