"""Rankings judged against hand-computed figures and the formulas themselves."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics import retrieval
from tests.eval.metrics.build import PROVISIONS, outcome, paragraph, refs, turn

ranking_of = st.lists(st.sampled_from(sorted(PROVISIONS)), max_size=10, unique=True)
needed_of = st.lists(st.sampled_from(sorted(PROVISIONS)), min_size=1, max_size=4, unique=True)


@pytest.mark.parametrize(
    ("must", "ranking", "k", "found"),
    [
        (["skerry 5"], ["skerry 5"], 1, 1.0),  # first
        (["skerry 5"], ["holm 5", "skerry 5"], 1, 0.0),  # second, and k is 1
        (["skerry 5"], ["holm 5", "skerry 5"], 2, 1.0),  # second, and k is 2
        (["skerry 5", "skerry 6"], ["skerry 6", "holm 5", "skerry 5"], 2, 0.5),  # one of two
        (["skerry 5", "skerry 6"], ["skerry 6", "holm 5", "skerry 5"], 3, 1.0),  # both
        (["skerry 4(1)"], ["skerry 4(1)(b)"], 1, 1.0),  # an item of the paragraph
        (["skerry 4(1)(a)"], ["skerry 4(1)(b)"], 1, 1.0),  # paragraph level: a sibling does
        (["skerry 4(1)"], ["skerry 4(2)"], 1, 0.0),  # another paragraph of the rule
        (["skerry 5"], [], 10, 0.0),  # nothing was found
    ],
)
def test_recall_at(must: list[str], ranking: list[str], k: int, found: float) -> None:
    """Recall is the needs met within k over all needs, by paragraphs."""
    assert retrieval.recall_at(turn(must), outcome(ranking=ranking), paragraph, k=k) == pytest.approx(found)


@pytest.mark.parametrize(
    ("must", "ranking", "k", "found"),
    [
        (["skerry 5"], ["skerry 5"], 1, 1.0),  # first
        (["skerry 5"], ["holm 5", "skerry 5"], 1, 0.0),  # second, and k is 1
        (["skerry 5", "skerry 6"], ["holm 5", "skerry 6"], 2, 1.0),  # one of two is enough
        (["skerry 4(1)"], ["skerry 4(2)"], 5, 0.0),  # another paragraph of the rule
        (["skerry 5"], [], 10, 0.0),  # nothing was found
    ],
)
def test_success_at(must: list[str], ranking: list[str], k: int, found: float) -> None:
    """Success is any need met within k."""
    assert retrieval.success_at(turn(must), outcome(ranking=ranking), paragraph, k=k) == found


def test_an_alternative_meets_the_need() -> None:
    """What stands for a needed provision is as good in the ranking; what is merely allowed is not."""
    asked = turn(["skerry 5"], ["skerry 6"], [("holm 5", "skerry 5")])
    assert retrieval.recall_at(asked, outcome(ranking=["skerry 6", "holm 5"]), paragraph, k=1) == 0.0
    assert retrieval.recall_at(asked, outcome(ranking=["skerry 6", "holm 5"]), paragraph, k=2) == 1.0


def test_an_alternative_and_the_provision_itself_are_one_need() -> None:
    """Finding both brings nothing more than finding one."""
    asked = turn(["skerry 5", "skerry 6"], [], [("holm 5", "skerry 5")])
    assert retrieval.recall_at(asked, outcome(ranking=["skerry 5", "holm 5"]), paragraph, k=2) == 0.5


def test_an_alternative_of_two_needs_meets_one() -> None:
    """A provision that could stand for either of two does not stand for both."""
    asked = turn(["skerry 5", "skerry 6"], [], [("holm 5", "skerry 5"), ("holm 5", "skerry 6")])
    assert retrieval.recall_at(asked, outcome(ranking=["holm 5"]), paragraph, k=10) == 0.5


def test_a_need_with_one_way_is_met_first() -> None:
    """A paragraph goes to the need that has no other way, so that the alternative is left for the other."""
    asked = turn(["skerry 5", "skerry 6"], [], [("holm 5", "skerry 5"), ("holm 7", "skerry 5"), ("holm 5", "skerry 6")])
    assert retrieval.recall_at(asked, outcome(ranking=["holm 5", "holm 7"]), paragraph, k=10) == 1.0


@pytest.mark.parametrize(
    ("ranking", "found"),
    [
        (["skerry 5"], 1.0),  # first
        (["holm 5", "holm 7", "skerry 6"], 1 / 3),  # third
        (["holm 5", "skerry 6", "skerry 5"], 1 / 2),  # the better of two
        (["holm 5", "holm 7"], 0.0),  # not at all
        ([], 0.0),  # nothing
    ],
)
def test_reciprocal_rank(ranking: list[str], found: float) -> None:
    """The reciprocal of the first hit's rank."""
    asked = turn(["skerry 5", "skerry 6"])
    assert retrieval.reciprocal_rank(asked, outcome(ranking=ranking), paragraph) == pytest.approx(found)


@pytest.mark.parametrize(
    ("ranking", "k", "found"),
    [
        (["skerry 5", "skerry 6"], 10, 1.0),  # ideal
        (["skerry 5", "holm 5", "skerry 6"], 10, (1 + 1 / 2) / (1 + 1 / math.log2(3))),  # second one place late
        (["holm 5", "skerry 5"], 10, (1 / math.log2(3)) / (1 + 1 / math.log2(3))),  # one of two, second
        (["skerry 6", "holm 5", "skerry 5"], 1, 1.0),  # ideal over min(1, 2)
        (["holm 5"], 10, 0.0),  # none
    ],
)
def test_ndcg_at(ranking: list[str], k: int, found: float) -> None:
    """Gain over log2(rank + 1), over the ideal of min(k, needs)."""
    assert retrieval.ndcg_at(turn(["skerry 5", "skerry 6"]), outcome(ranking=ranking), paragraph, k=k) == pytest.approx(found)


def test_a_paragraph_met_again_gains_nothing_and_keeps_its_place() -> None:
    """Two items of one paragraph are one hit, and what follows stands third."""
    asked = turn(["skerry 4(1)", "skerry 5"])
    shown = outcome(ranking=["skerry 4(1)(a)", "skerry 4(1)(b)", "skerry 5"])
    assert retrieval.recall_at(asked, shown, paragraph, k=2) == 0.5
    assert retrieval.ndcg_at(asked, shown, paragraph, k=10) == pytest.approx(1.5 / (1 + 1 / math.log2(3)))


def test_a_paragraph_met_again_does_not_meet_another_need() -> None:
    """An alternative of two needs that is shown by two of its items still meets one."""
    asked = turn(["skerry 5", "skerry 6"], [], [("skerry 4(1)(a)", "skerry 5"), ("skerry 4(1)(b)", "skerry 6")])
    assert retrieval.recall_at(asked, outcome(ranking=["skerry 4(1)(a)", "skerry 4(1)(b)"]), paragraph, k=10) == 0.5


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (10, 1.0),  # the last place that counts
        (11, 0.0),  # one too late
    ],
)
def test_all_needed_within_ten(place: int, found: float) -> None:
    """All needs within the first ten places, by default."""
    filler = ["holm 5", "holm 7", "skerry 4(2)", "skerry 4(1)(a)", "skerry 4(1)(b)", "skerry 4(1)"] * 2
    asked = turn(["skerry 5", "skerry 6"])
    shown = outcome(ranking=["skerry 6", *filler[: place - 2], "skerry 5"])
    assert retrieval.all_needed_within(asked, shown, paragraph) == found


def test_all_needed_wants_all() -> None:
    """One of two is not all, and k can be set."""
    asked = turn(["skerry 5", "skerry 6"])
    assert retrieval.all_needed_within(asked, outcome(ranking=["skerry 6"]), paragraph) == 0.0
    assert retrieval.all_needed_within(asked, outcome(ranking=["skerry 6", "skerry 5"]), paragraph, k=1) == 0.0
    assert retrieval.all_needed_within(asked, outcome(ranking=["skerry 6", "skerry 5"]), paragraph, k=2) == 1.0


def test_nothing_needed_is_not_judged() -> None:
    """A turn without needs has no retrieval figure, whatever was found."""
    shown = outcome(ranking=["skerry 5"])
    asked = turn([], ["skerry 5"])
    assert retrieval.success_at(asked, shown, paragraph, k=5) is None
    assert retrieval.recall_at(asked, shown, paragraph, k=5) is None
    assert retrieval.reciprocal_rank(asked, shown, paragraph) is None
    assert retrieval.ndcg_at(asked, shown, paragraph, k=5) is None
    assert retrieval.all_needed_within(asked, shown, paragraph) is None


def test_hits_say_where() -> None:
    """Each rank is told whether it meets an open need."""
    needs = (frozenset(refs(["skerry 5"])), frozenset(refs(["skerry 6", "holm 5"])))
    ranking = refs(["holm 7", "holm 5", "skerry 6", "skerry 5", "skerry 5"])
    assert retrieval.hits(needs, ranking, paragraph) == (False, True, False, True, False)


@given(ranking=ranking_of, needed=needed_of, k=st.integers(1, 10))
def test_figures_equal_their_formulas(ranking: list[str], needed: list[str], k: int) -> None:
    """What ir-measures gives equals the formulas written out by hand."""
    wanted = {paragraph(r) for r in refs(needed)}
    places, seen = list[int](), set[object]()
    for place, found in enumerate(map(paragraph, refs(ranking)), start=1):
        if found in wanted and found not in seen:
            places.append(place)
        seen.add(found)
    ideal = sum(1 / math.log2(place + 1) for place in range(1, min(k, len(wanted)) + 1))
    gained = sum(1 / math.log2(place + 1) for place in places if place <= k)
    asked, shown = turn(needed), outcome(ranking=ranking)
    assert retrieval.success_at(asked, shown, paragraph, k=k) == float(any(place <= k for place in places))
    assert retrieval.recall_at(asked, shown, paragraph, k=k) == pytest.approx(sum(p <= k for p in places) / len(wanted))
    assert retrieval.reciprocal_rank(asked, shown, paragraph) == pytest.approx(1 / places[0] if places else 0.0)
    assert retrieval.ndcg_at(asked, shown, paragraph, k=k) == pytest.approx(gained / ideal)


@given(ranking=ranking_of, needed=needed_of, k=st.integers(1, 9))
def test_looking_further_never_finds_less(ranking: list[str], needed: list[str], k: int) -> None:
    """Recall does not fall with k."""
    asked, shown = turn(needed), outcome(ranking=ranking)
    near, far = (retrieval.recall_at(asked, shown, paragraph, k=depth) for depth in (k, k + 1))
    assert near is not None
    assert far is not None
    assert near <= far + 1e-12
