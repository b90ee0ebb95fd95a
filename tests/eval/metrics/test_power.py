"""Sample sizes against published figures and against the exact power of the tests that they plan."""

import math

import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadInput
from eval.metrics import power


def exact_power(n: int, lost: float, gained: float) -> float:
    """Chance that McNemar's exact test at 5 % sees these shares in n items, summed over all tables."""
    total = 0.0
    for flipped in range(n + 1):
        weight = scipy.stats.binom.pmf(flipped, n, lost + gained)
        ups = range(flipped + 1)
        seen = [up for up in ups if scipy.stats.binom.cdf(min(up, flipped - up), flipped, 0.5) * 2 <= 0.05]
        total += weight * float(scipy.stats.binom.pmf(seen, flipped, gained / (lost + gained)).sum())
    return total


@pytest.mark.parametrize(
    ("lost", "gained", "n"),
    [
        (0.05, 0.15, 155),  # (1.95996 √0.2 + 0.84162 √0.19)² ÷ 0.01 = 154.6
        (0.15, 0.05, 155),  # either way
        (0.0, 0.1, 77),  # (1.95996 √0.1 + 0.84162 √0.09)² ÷ 0.01 = 76.1
        (0.1, 0.0, 77),  # nothing gained
        (0.1, 0.2, 234),  # (1.95996 √0.3 + 0.84162 √0.29)² ÷ 0.01 = 233.1
    ],
)
def test_items_for_paired_by_hand(lost: float, gained: float, n: int) -> None:
    """Connor's formula, worked by hand and rounded up."""
    assert power.items_for_paired(lost, gained) == n


def test_items_for_paired_give_about_the_power_asked_for() -> None:
    """The exact test, a little stricter than the approximation, has a power close to 80 % there."""
    assert 0.72 < exact_power(power.items_for_paired(0.05, 0.2), 0.05, 0.2) < 0.85


def test_more_power_wants_more_items() -> None:
    """90 % wants (1.95996 √0.2 + 1.28155 √0.19)² ÷ 0.01 = 205.96 items."""
    assert power.items_for_paired(0.05, 0.15, power=0.9) == 206


@pytest.mark.parametrize(
    ("lost", "gained"),
    [
        (0.1, 0.1),  # no difference
        (0.0, 0.0),  # nothing flips
        (0.7, 0.4),  # more than all
        (-0.1, 0.2),  # no share
        (0.2, -0.1),  # no share
    ],
)
def test_shares_that_cannot_be_told_apart(lost: float, gained: float) -> None:
    """An impossible plan is refused with its figures."""
    with pytest.raises(BadInput) as caught:
        power.items_for_paired(lost, gained)
    assert str(caught.value) == (
        f"Shares lost {lost} and gained {gained} cannot be told apart. Give two different shares from 0 to 1, "
        "together at most 1."
    )


def test_everything_flips() -> None:
    """Shares may add up to 1: (1.95996 + 0.84162 √0.75)² ÷ 0.25 = 28.9."""
    assert power.items_for_paired(0.25, 0.75) == 29


@given(n=st.integers(30, 3000), discordant=st.floats(0.1, 1.0), aim=st.floats(0.5, 0.95))
def test_smallest_difference_inverts_the_plan(n: int, discordant: float, aim: float) -> None:
    """A plan for the smallest difference asks for n items, and for a slightly smaller one for more."""
    least = power.smallest_difference(n, discordant, power=aim)
    if least is None:
        assert power.items_for_paired(0.0, discordant, power=aim) > n
        return
    lost, gained = (discordant - least) / 2, (discordant + least) / 2
    assert power.items_for_paired(max(0.0, lost), min(gained, 1 - max(0.0, lost)), power=aim) in {n, n + 1}
    smaller = least * 0.99
    assert power.items_for_paired((discordant - smaller) / 2, (discordant + smaller) / 2, power=aim) >= n


@pytest.mark.parametrize(
    ("n", "discordant", "least"),
    [
        (155, 0.2, 0.09987),  # just under the 0.1 that wants 154.6
        (77, 0.1, 0.09942),  # just under the 0.1 that wants 76.1
        (76, 0.1, None),  # one too few even where all that flips flips one way
        (1, 0.5, None),  # a single item shows nothing
    ],
)
def test_smallest_difference(n: int, discordant: float, least: float | None) -> None:
    """The least difference that n items show, or None where they are too few for any."""
    found = power.smallest_difference(n, discordant)
    assert found == (None if least is None else pytest.approx(least, abs=1e-5))


def test_smallest_difference_by_default_has_power_of_four_fifths() -> None:
    """Left out, the power is 80 %."""
    assert power.smallest_difference(200, 0.3) == power.smallest_difference(200, 0.3, power=0.8)


@pytest.mark.parametrize(("n", "discordant"), [(0, 0.2), (10, 0.0), (10, 1.1)])
def test_impossible_numbers_of_items(n: int, discordant: float) -> None:
    """No items, no flips, or more flips than items are refused."""
    with pytest.raises(BadInput) as caught:
        power.smallest_difference(n, discordant)
    assert str(caught.value) == f"{n} items of which {discordant} flip cannot be. Give 1 or more items and a share above 0."


@pytest.mark.parametrize(
    ("assumed", "true", "n"),
    [
        (0.9, 0.95, 239),  # (1.95996 √0.09 + 0.84162 √0.0475)² ÷ 0.0025 = 238.0
        (0.5, 0.6, 194),  # (1.95996 × 0.5 + 0.84162 √0.24)² ÷ 0.01 = 193.8
        (0.6, 0.5, 191),  # (1.95996 √0.24 + 0.84162 × 0.5)² ÷ 0.01 = 190.7
        (0.0, 1.0, 1),  # one look is enough
        (1.0, 0.9, 7),  # (0.84162 × 0.3)² ÷ 0.01 = 6.4
        (0.1, 0.0, 35),  # (1.95996 × 0.3)² ÷ 0.01 = 34.6
    ],
)
def test_items_for_rate_by_hand(assumed: float, true: float, n: int) -> None:
    """One rate against an assumed one, worked by hand and rounded up."""
    assert power.items_for_rate(assumed, true) == n


def test_items_for_rate_give_about_the_power_asked_for() -> None:
    """The exact binomial test has a power close to 90 % with the items planned for it."""
    n = power.items_for_rate(0.5, 0.65, power=0.9)
    seen = [k for k in range(n + 1) if scipy.stats.binomtest(k, n, 0.5).pvalue <= 0.05]
    assert 0.85 < float(scipy.stats.binom.pmf(seen, n, 0.65).sum()) < 0.93


@pytest.mark.parametrize(("assumed", "true"), [(0.5, 0.5), (-0.1, 0.5), (1.1, 0.5), (0.5, -0.1), (0.5, 1.1)])
def test_rates_that_cannot_be_told_apart(assumed: float, true: float) -> None:
    """Equal or impossible rates are refused."""
    with pytest.raises(BadInput) as caught:
        power.items_for_rate(assumed, true)
    assert str(caught.value) == f"Rates {assumed} and {true} cannot be told apart. Give two different rates from 0 to 1."


@pytest.mark.parametrize("n", [1, 30, 300])
def test_bound_without_failures_is_clopper_and_pearsons(n: int) -> None:
    """No failure in n bounds the rate as scipy's exact interval does; 300 bound it at 1.2 %."""
    theirs = scipy.stats.binomtest(0, n).proportion_ci(confidence_level=0.95, method="exact").high
    assert power.bound_without_failures(n) == pytest.approx(theirs)


@given(rate=st.floats(0.001, 0.9))
def test_items_without_failures_inverts_the_bound(rate: float) -> None:
    """The fewest items whose bound is not above the rate."""
    n = power.items_without_failures(rate)
    assert power.bound_without_failures(n) <= rate * (1 + 1e-9)
    assert n == 1 or power.bound_without_failures(n - 1) > rate * (1 - 1e-9)


@pytest.mark.parametrize("rate", [0.0, 1.0, -0.2, 1.2])
def test_rates_that_cannot_be_bounded(rate: float) -> None:
    """No rate, or all of it, is no bound."""
    with pytest.raises(BadInput) as caught:
        power.items_without_failures(rate)
    assert str(caught.value) == f"A rate of {rate} cannot be bounded so. Give a rate between 0 and 1."


def test_no_items_show_nothing() -> None:
    """A bound wants at least one item."""
    with pytest.raises(BadInput) as caught:
        power.bound_without_failures(0)
    assert str(caught.value) == "0 items show nothing. Give 1 or more items."


def test_every_plan_is_finite() -> None:
    """The smallest difference is a positive share, not a limit of the search."""
    least = power.smallest_difference(100_000, 0.2)
    assert least is not None
    assert 0 < least < 0.01
    assert math.isfinite(least)


def test_one_way() -> None:
    """Where all flips go one way, the least difference is the one that needs just as many items, and fewer show none."""
    least = power.smallest_one_way(100)
    assert least is not None
    assert power.items_for_paired(0.0, least) in (100, 101)
    assert power.items_for_paired(0.0, least * 0.99) > 100
    assert power.smallest_one_way(3) is None
    with pytest.raises(BadInput, match="1 or more"):
        power.smallest_one_way(0)


def test_means() -> None:
    """A standard error of 0.01 shows 2.8 hundredths: 1.95996 + 0.84162."""
    assert power.smallest_mean_difference(0.01) == pytest.approx(0.0280158, abs=1e-6)
    assert power.smallest_mean_difference(0.0) == 0.0
    with pytest.raises(BadInput, match="0 or more"):
        power.smallest_mean_difference(-0.1)
