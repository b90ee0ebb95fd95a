"""Whether two systems differ on the same items: paired tests, and Holm's correction for several at once.

Refuses to compare values of different items: both sides are sequences in the same order, of the same length.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from eval.metrics.intervals import SEED, mean

EXACT_UP_TO = 14
RESAMPLES = 10_000
_DIFFERENCES = (-1.0, 1.0)
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Mean of B − A over the items that both judge, with its 95 % interval and the p of a paired permutation test."""

    value: float
    low: float
    high: float
    n: int
    p: float


def difference(before: Sequence[float | None], after: Sequence[float | None], clusters: Sequence[str]) -> Difference | None:
    """Mean difference of figures from 0 to 1 on the same items, after less before; pairs where one is None are left out.

    Interval by a bootstrap over clusters of the differences (Efron and Tibshirani 1993), p by `paired_permutation`.
    """
    pairs = zip(before, after, clusters, strict=True)
    kept = [(b - a, name) for a, b, name in pairs if a is not None and b is not None]
    changes, names = [change for change, _ in kept], [name for _, name in kept]
    found = mean(changes, names, within=_DIFFERENCES)
    if found is None:
        return None
    p = paired_permutation(changes, names)
    return Difference(value=found.value, low=found.low, high=found.high, n=found.n, p=p)


def paired_permutation(changes: Sequence[float], clusters: Sequence[str]) -> float:
    """Two-sided p of a sign-flipping test on paired differences, each cluster flipped as a whole (Fisher 1935).

    Up to 14 clusters that changed, all flips; beyond, 10,000 random ones with p = (as extreme + 1) ÷ (drawn + 1)
    (Phipson and Smyth 2010). 1 where nothing changed.
    """
    by_cluster = defaultdict[str, list[float]](list)
    for change, name in zip(changes, clusters, strict=True):
        by_cluster[name].append(change)
    sums = np.array([total for name in sorted(by_cluster) if (total := math.fsum(by_cluster[name]))])
    if len(sums) <= EXACT_UP_TO:
        signs = np.array(list(product((-1.0, 1.0), repeat=len(sums))))
        return float(_as_extreme(signs, sums).mean())
    signs = np.random.default_rng(SEED).choice((-1.0, 1.0), size=(RESAMPLES, len(sums)))
    return (int(_as_extreme(signs, sums).sum()) + 1) / (RESAMPLES + 1)


def mcnemar_exact(before: Sequence[bool], after: Sequence[bool]) -> float:
    """Two-sided exact p for pass and fail on the same items: 2 Σ_{i ≤ min(b, c)} C(b + c, i) ÷ 2^(b + c), at most 1.

    McNemar 1947, exact by the binomial; b and c count the items that flipped either way. 1 where none did.
    """
    pairs = list(zip(before, after, strict=True))
    gained = sum(b and not a for a, b in pairs)
    lost = sum(a and not b for a, b in pairs)
    flipped = gained + lost
    tail = sum(math.comb(flipped, i) for i in range(min(gained, lost) + 1))
    return min(1.0, 2 * tail / (1 << flipped))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Adjusted p of each of several tests: max over j ≤ i of (m − j + 1) p(j), at most 1, in the order given (Holm 1979)."""
    adjusted, worst = dict(p_values), 0.0
    for rank, name in enumerate(sorted(p_values, key=lambda name: p_values[name])):
        worst = max(worst, min(1.0, (len(p_values) - rank) * p_values[name]))
        adjusted[name] = worst
    return adjusted


def _as_extreme(signs: NDArray[np.float64], sums: NDArray[np.float64]) -> NDArray[np.bool_]:
    return np.abs(signs @ sums) >= abs(float(sums.sum())) - _ROUNDING
