"""Paired tests against scipy and by hand."""

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.intervals import mean
from eval.metrics.significance import EXACT_UP_TO, difference, holm, mcnemar_exact, paired_permutation


def names(count: int) -> list[str]:
    """A cluster for each."""
    return [f"c{number:03}" for number in range(count)]


@pytest.mark.parametrize(
    ("changes", "p"),
    [
        ([0.5], 1.0),  # one flip either way is as extreme
        ([0.5, 0.5], 0.5),  # 2 of 4 signs
        ([0.5, 0.5, 0.5], 0.25),  # 2 of 8
        ([1.0, 1.0, -1.0], 1.0),  # a sum of 1 or more is the rule
        ([1.0] * 6, 2 / 64),
        ([1.0, 0.5], 0.5),  # only both signs alike reach 1.5
        ([-0.5, -0.5, -0.5], 0.25),  # worse counts like better
        ([0.0, 0.0], 1.0),  # nothing changed
        ([], 1.0),  # nothing compared
    ],
)
def test_permutation_by_hand(changes: list[float], p: float) -> None:
    """All flips are counted where they can be."""
    assert paired_permutation(changes, names(len(changes))) == pytest.approx(p)


def test_permutation_equals_scipy() -> None:
    """Exact for ten pairs, as scipy's paired permutation test has it."""
    before, after = np.random.default_rng(1).random((2, 10)).round(2)
    theirs = scipy.stats.permutation_test((after, before), lambda a, b: np.mean(a - b), permutation_type="samples")
    assert paired_permutation((after - before).tolist(), names(10)) == pytest.approx(theirs.pvalue)


def test_random_flips_agree_with_the_exact_test() -> None:
    """Just beyond the exact limit, chance makes no more than a hundredth of a difference."""
    changes = np.random.default_rng(2).normal(0.3, 1, size=EXACT_UP_TO + 2)
    theirs = scipy.stats.permutation_test(
        (changes, np.zeros_like(changes)), lambda a, b: np.mean(a - b), permutation_type="samples", n_resamples=np.inf
    )
    ours = paired_permutation(changes.tolist(), names(len(changes)))
    assert 0.1 < theirs.pvalue < 0.9
    assert ours == pytest.approx(theirs.pvalue, abs=0.01)


@pytest.mark.parametrize(
    ("count", "p"),
    [
        (EXACT_UP_TO, 2 / 2**EXACT_UP_TO),  # the last that is exact
        (EXACT_UP_TO + 20, 1 / 10_001),  # random flips: never 0
    ],
)
def test_permutation_never_gives_zero(count: int, p: float) -> None:
    """The smallest p is that of the observed signs themselves."""
    assert paired_permutation([1.0] * count, names(count)) == pytest.approx(p)


def test_random_flips_are_the_same_each_time() -> None:
    """The seed is fixed: the same differences give the same p."""
    changes = np.random.default_rng(7).normal(0.1, 1, size=40).tolist()
    assert len({paired_permutation(changes, names(40)) for _ in range(4)}) == 1


def test_exactly_up_to_the_limit() -> None:
    """One cluster beyond the limit p is a count of 10,000 draws."""
    p = paired_permutation([1.0] * (EXACT_UP_TO + 1), names(EXACT_UP_TO + 1))
    assert p * 10_001 == pytest.approx(round(p * 10_001))
    assert p < 0.001


def test_clusters_flip_as_a_whole() -> None:
    """Sixty-four gains under two rules are two observations."""
    assert paired_permutation([1.0] * 64, ["a", "b"] * 32) == 0.5
    assert paired_permutation([1.0, -1.0, 0.5], ["a", "a", "b"]) == 1.0


def test_clusters_that_did_not_change_keep_the_test_exact() -> None:
    """A hundred items that came out equal do not matter."""
    assert paired_permutation([1.0] * 3 + [0.0] * 100, names(103)) == 0.25


@pytest.mark.parametrize(
    ("gained", "lost", "p"),
    [
        (0, 0, 1.0),  # nothing flipped
        (1, 0, 1.0),
        (5, 0, 2 / 32),
        (8, 2, 2 * (1 + 10 + 45) / 1024),
        (2, 8, 2 * (1 + 10 + 45) / 1024),  # the same either way
        (3, 3, 1.0),  # at most 1
        (4, 3, 1.0),
    ],
)
def test_mcnemar_by_hand(gained: int, lost: int, p: float) -> None:
    """Only items that flipped count."""
    before = [False] * gained + [True] * lost + [True, False] * 7
    after = [True] * gained + [False] * lost + [True, False] * 7
    assert mcnemar_exact(before, after) == pytest.approx(p)


@given(gained=st.integers(0, 40), lost=st.integers(0, 40))
def test_mcnemar_equals_scipy(gained: int, lost: int) -> None:
    """The two-sided binomial test of a half, as scipy has it."""
    before, after = [False] * gained + [True] * lost, [True] * gained + [False] * lost
    theirs = scipy.stats.binomtest(gained, gained + lost, 0.5).pvalue if gained + lost else 1.0
    assert mcnemar_exact(before, after) == pytest.approx(theirs)


def test_mcnemar_of_many_flips() -> None:
    """Thousands of flips do not overflow."""
    assert mcnemar_exact([True] * 1500 + [False] * 1500, [False] * 1500 + [True] * 1500) == 1.0


def test_holm_by_hand() -> None:
    """0.01 × 4, then 0.02 × 3, then 0.03 × 2 raised to what came before, then 0.5."""
    adjusted = holm({"d": 0.5, "a": 0.01, "c": 0.03, "b": 0.02})
    assert list(adjusted) == ["d", "a", "c", "b"]
    assert adjusted == {
        "a": pytest.approx(0.04),
        "b": pytest.approx(0.06),
        "c": pytest.approx(0.06),
        "d": pytest.approx(0.5),
    }


def test_holm_is_at_most_one() -> None:
    """No adjusted p is above 1, and one test is left as it was."""
    assert holm({"a": 0.6, "b": 0.9}) == {"a": 1.0, "b": 1.0}
    assert holm({"a": 0.03}) == {"a": 0.03}
    assert holm({}) == {}


@given(p_values=st.dictionaries(st.text(max_size=3), st.floats(0, 1), max_size=6), alpha=st.floats(0.001, 0.5))
def test_holm_rejects_what_stepping_down_rejects(p_values: dict[str, float], alpha: float) -> None:
    """An adjusted p is at most α just where Holm's sequential procedure rejects."""
    rejected = set[str]()
    for rank, (name, p) in enumerate(sorted(p_values.items(), key=lambda pair: pair[1])):
        if (len(p_values) - rank) * p > alpha:
            break
        rejected.add(name)
    assert {name for name, p in holm(p_values).items() if p <= alpha} == rejected


def test_difference_by_hand() -> None:
    """After less before, over the pairs that both sides judge."""
    found = difference([0.0, 0.5, None, 1.0, 0.0], [1.0, 1.0, 1.0, None, 0.0], ["a", "b", "c", "d", "e"])
    assert found is not None
    assert found.value == pytest.approx(0.5)
    assert found.n == 3
    assert found.p == 0.5
    assert (found.low, found.high) == (0.0, 1.0)


def test_difference_has_the_interval_of_its_differences() -> None:
    """The bootstrap is that of the paired differences, drawn by cluster."""
    before, after = [0.0, 0.5, 0.25, 1.0], [1.0, 0.75, 0.0, 1.0]
    clusters = ["a", "b", "b", "c"]
    found, alone = difference(before, after, clusters), mean([1.0, 0.25, -0.25, 0.0], clusters)
    assert found is not None
    assert alone is not None
    assert (found.value, found.low, found.high, found.n) == (alone.value, alone.low, alone.high, alone.n)


def test_a_difference_in_one_cluster_could_be_anything() -> None:
    """A single rule says nothing about others: from −1 to 1."""
    found = difference([0.0, 0.0], [0.5, 1.0], ["a", "a"])
    assert found is not None
    assert (found.value, found.low, found.high, found.p) == (0.75, -1.0, 1.0, 1.0)


def test_nothing_in_common_is_none() -> None:
    """Where no item is judged by both there is no difference."""
    assert difference([None, 1.0], [1.0, None], ["a", "b"]) is None


def test_different_items_are_refused() -> None:
    """Sequences of different lengths are not compared."""
    with pytest.raises(ValueError, match="zip"):
        difference([1.0], [1.0, 0.0], ["a", "b"])
    with pytest.raises(ValueError, match="zip"):
        difference([1.0, 0.0], [1.0, 0.0], ["a"])
    with pytest.raises(ValueError, match="zip"):
        mcnemar_exact([True], [True, False])
    with pytest.raises(ValueError, match="zip"):
        paired_permutation([1.0, 0.0], ["a"])
