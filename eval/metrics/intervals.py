"""How sure a figure is: means and ratios with a bootstrap by cluster, rates with Wilson's interval.

Same values, same interval: the seed is fixed. Refuses to make up certainty: values of fewer than two clusters get the
whole range, and no values at all get None, never NaN.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

LEVEL = 0.95
RESAMPLES = 2000
SEED = 20_241_217
SHARE = (0.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure with its 95 % interval and the number of observations that it rests on."""

    value: float
    low: float
    high: float
    n: int


def mean(
    values: Sequence[float | None], clusters: Sequence[str], *, within: tuple[float, float] = SHARE, resamples: int = RESAMPLES
) -> Estimate | None:
    """Mean of the values that apply, with a percentile bootstrap that draws whole clusters.

    Efron and Tibshirani 1993, chapter 13; by cluster, Field and Welsh 2007. `within` is the range of the values.
    """
    kept = [(value, name) for value, name in zip(values, clusters, strict=True) if value is not None]
    sums = [value for value, _ in kept]
    return ratio(sums, [1.0] * len(kept), [name for _, name in kept], within=within, resamples=resamples)


def ratio(
    numerators: Sequence[float],
    denominators: Sequence[float],
    clusters: Sequence[str],
    *,
    within: tuple[float, float] = SHARE,
    resamples: int = RESAMPLES,
) -> Estimate | None:
    """Σ numerators ÷ Σ denominators, with a percentile bootstrap that draws whole clusters with replacement.

    Efron and Tibshirani 1993, chapter 13; by cluster, Field and Welsh 2007. Observations whose denominator is 0
    say nothing and are left out; `n` counts the others.
    """
    kept = [(n, d, name) for n, d, name in zip(numerators, denominators, clusters, strict=True) if d > 0]
    if not kept:
        return None
    tops, bottoms = np.array([n for n, _, _ in kept]), np.array([d for _, d, _ in kept])
    value = float(tops.sum() / bottoms.sum())
    names, place = np.unique([name for _, _, name in kept], return_inverse=True)
    if len(names) < 2:
        return Estimate(value=value, low=within[0], high=within[1], n=len(kept))
    tops, bottoms = np.bincount(place, weights=tops), np.bincount(place, weights=bottoms)
    drawn = np.random.default_rng(SEED).integers(len(names), size=(resamples, len(names)))
    ratios = tops[drawn].sum(axis=1) / bottoms[drawn].sum(axis=1)
    low, high = np.quantile(ratios, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(value=value, low=float(low), high=float(high), n=len(kept))


def wilson(successes: int, n: int) -> Estimate | None:
    """Rate with the score interval (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n) (Wilson 1927).

    >>> wilson(0, 300).high < 0.013
    True
    """
    if n == 0:
        return None
    z = normal_quantile((1 + LEVEL) / 2)
    rate = successes / n
    middle = rate + z * z / (2 * n)
    half = z * math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    low, high = (middle - half) / scale, (middle + half) / scale
    # In exact arithmetic 0 ≤ low ≤ rate ≤ high ≤ 1; the last digit of a float must not break it.
    return Estimate(value=rate, low=max(0.0, min(rate, low)), high=min(1.0, max(rate, high)), n=n)


def normal_quantile(probability: float) -> float:
    """The value below which a standard normal variable falls with this probability."""
    return NormalDist().inv_cdf(probability)
