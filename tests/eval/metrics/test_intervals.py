"""Intervals against scipy, and their properties."""

import math

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.intervals import Estimate, mean, normal_quantile, ratio, wilson

values_of = st.lists(st.floats(0, 1), min_size=1, max_size=12)


def names(count: int) -> list[str]:
    """A cluster for each."""
    return [f"c{number:03}" for number in range(count)]


@pytest.mark.parametrize(("successes", "n"), [(0, 1), (1, 1), (0, 300), (7, 10), (5, 10), (299, 300), (40, 51)])
def test_wilson_equals_scipy(successes: int, n: int) -> None:
    """Wilson's interval is scipy's, without continuity correction, at 95 %."""
    theirs = scipy.stats.binomtest(successes, n).proportion_ci(confidence_level=0.95, method="wilson")
    ours = wilson(successes, n)
    assert ours is not None
    assert (ours.value, ours.n) == (successes / n, n)
    assert ours.low == pytest.approx(theirs.low, abs=1e-12)
    assert ours.high == pytest.approx(theirs.high, abs=1e-12)


def test_wilson_by_hand() -> None:
    """8 of 10: with z² = 3.8415, from 0.4902 to 0.9433."""
    found = wilson(8, 10)
    assert found is not None
    assert found.low == pytest.approx(0.4902, abs=5e-5)
    assert found.high == pytest.approx(0.9433, abs=5e-5)


def test_wilson_keeps_within_zero_and_one() -> None:
    """No rounding takes the bounds beyond a share."""
    for n in range(1, 60):
        none, full = wilson(0, n), wilson(n, n)
        assert none is not None
        assert full is not None
        assert none.low == 0.0
        assert full.high == 1.0


def test_nothing_observed_has_no_interval() -> None:
    """None, never NaN."""
    assert wilson(0, 0) is None
    assert mean([], []) is None
    assert mean([None, None], ["a", "b"]) is None
    assert ratio([], [], []) is None
    assert ratio([0.0, 0.0], [0.0, 0.0], ["a", "b"]) is None


def test_mean_leaves_out_what_does_not_apply() -> None:
    """None is neither 0 nor 1, and its cluster is not drawn."""
    assert mean([1.0, None, 0.0, None], ["a", "b", "c", "d"]) == mean([1.0, 0.0], ["a", "c"])
    found = mean([0.25, None, 0.75], ["a", "b", "c"])
    assert found is not None
    assert (found.value, found.n) == (0.5, 2)


def test_ratio_by_hand() -> None:
    """(1 + 3) ÷ (2 + 6), the observation without a denominator left out."""
    found = ratio([1.0, 3.0, 0.0], [2.0, 6.0, 0.0], ["a", "b", "c"])
    assert found == Estimate(value=0.5, low=0.5, high=0.5, n=2)


def test_one_cluster_gets_the_whole_range() -> None:
    """Values that stand or fall together say nothing about others."""
    assert mean([0.5, 1.0], ["a", "a"]) == Estimate(value=0.75, low=0.0, high=1.0, n=2)
    assert mean([0.5, 1.0], ["a", "a"], within=(-1.0, 1.0)) == Estimate(value=0.75, low=-1.0, high=1.0, n=2)


def test_two_clusters_are_enough() -> None:
    """With two, draws give 0, 1/2 and 1, so the interval runs from 0 to 1 and the value is the mean."""
    assert mean([0.0, 1.0], ["a", "b"]) == Estimate(value=0.5, low=0.0, high=1.0, n=2)
    assert mean([0.25, 0.75], ["a", "b"]) == Estimate(value=0.5, low=0.25, high=0.75, n=2)


def test_bootstrap_equals_scipy() -> None:
    """With a cluster for each value the interval is scipy's percentile bootstrap, up to chance."""
    sample = np.random.default_rng(3).beta(5, 2, size=80)
    theirs = scipy.stats.bootstrap((sample,), np.mean, method="percentile", n_resamples=20_000, rng=np.random.default_rng(4))
    ours = mean(sample.tolist(), names(80), resamples=20_000)
    assert ours is not None
    assert ours.low == pytest.approx(theirs.confidence_interval.low, abs=0.0015)
    assert ours.high == pytest.approx(theirs.confidence_interval.high, abs=0.0015)


def test_the_number_of_draws_can_be_set() -> None:
    """A mean is drawn as often as its ratio, and other draws give another interval."""
    values = [0.1, 0.9, 0.4, 0.6, 0.3]
    few = mean(values, names(5), resamples=50)
    assert few == ratio(values, [1.0] * 5, names(5), resamples=50)
    assert few != mean(values, names(5))


def test_unequal_clusters_are_drawn_whole() -> None:
    """Clusters of 1 and 3 values: drawing both twice gives 1/1, 1/4 and 0/3, not what single values would give."""
    found = ratio([1.0, 0.0, 0.0, 0.0], [1.0] * 4, ["a", "b", "b", "b"])
    assert found == Estimate(value=0.25, low=0.0, high=1.0, n=4)


def test_clusters_widen_the_interval() -> None:
    """Ten copies of each value are no more evidence than one."""
    once = [0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0]
    alone, copied = mean(once, names(10)), mean(once * 10, names(10) * 10)
    naive = mean(once * 10, names(100))
    assert alone is not None
    assert copied is not None
    assert naive is not None
    assert copied.low == pytest.approx(alone.low)
    assert copied.high == pytest.approx(alone.high)
    assert naive.high - naive.low < (copied.high - copied.low) / 2


def test_the_same_values_give_the_same_interval() -> None:
    """The seed is fixed, and the order of observations does not matter."""
    values, clusters = [0.1, 0.9, 0.4, 0.6], ["a", "b", "a", "c"]
    assert mean(values, clusters) == mean(values, clusters)
    backwards = mean(values[::-1], clusters[::-1])
    forwards = mean(values, clusters)
    assert backwards is not None
    assert forwards is not None
    assert backwards.low == pytest.approx(forwards.low)
    assert backwards.high == pytest.approx(forwards.high)


def test_sides_must_be_of_one_length() -> None:
    """A value without a cluster is a mistake, not left out in silence."""
    with pytest.raises(ValueError, match="zip"):
        mean([1.0, 0.0], ["a"])
    with pytest.raises(ValueError, match="zip"):
        ratio([1.0, 0.0], [1.0], ["a", "b"])
    with pytest.raises(ValueError, match="zip"):
        ratio([1.0, 0.0], [1.0, 1.0], ["a"])


def test_normal_quantile() -> None:
    """The familiar 1.96."""
    assert normal_quantile(0.975) == pytest.approx(1.959964, abs=1e-6)


@given(values=values_of)
def test_an_interval_holds_within_the_values(values: list[float]) -> None:
    """A mean's interval lies between the least and the greatest value, and nothing is NaN."""
    found = mean(values, names(len(values)), resamples=200)
    assert found is not None
    low, high = (min(values), max(values)) if len(values) > 1 else (0.0, 1.0)
    assert low - 1e-9 <= found.low <= found.high <= high + 1e-9
    assert not any(map(math.isnan, (found.value, found.low, found.high)))


@given(n=st.integers(1, 400), share=st.floats(0, 1))
def test_wilson_is_symmetric(n: int, share: float) -> None:
    """Failures have the mirrored interval of successes."""
    k = round(n * share)
    one, other = wilson(k, n), wilson(n - k, n)
    assert one is not None
    assert other is not None
    assert one.low == pytest.approx(1 - other.high, abs=1e-12)
    assert one.low <= one.value <= one.high
