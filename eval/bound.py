"""A fit that keeps what is right so far: what the gates ask and the weights so far decide rightly is bound to stay right.

Each such question that a fit decides wrongly counts for more in the next one, until none is (multiplicative weights: Arora,
Hazan and Kale 2012). What is wrong by the weights so far is not bound: no weights may reach it, and it would drown the rest.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.fitting import Examples, Floats, fit_decision
from rag.decide.relevance import Odds, weighed

_MORE, _LEAST = 1.3, 1.0
"""How much heavier a question gets that is decided wrongly, and what it then weighs at least."""
_ROUNDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What the gates ask: `scores` before the reader as they are in an answer, shape (n, 3), `table` with it, (n, features).

    `odds` are the readings, none where the decision is sure and nothing is read; `courses` and `folds` are of shape (n,).
    """

    scores: Floats
    odds: tuple[tuple[Odds, ...], ...]
    table: Floats
    courses: NDArray[np.int64]
    folds: NDArray[np.int64]

    def wrong(self, weights: Floats) -> NDArray[np.bool_]:
        """Which are decided wrongly by the reader's weights, shape (features, 3)."""
        found = [
            weighed(score, iter(read), weights) if read else score for score, read in zip(self.scores, self.odds, strict=True)
        ]
        return np.not_equal([int(score.argmax()) for score in found], self.courses)

    def examples(self, weights: Floats) -> Examples:
        """Those that weigh anything, to fit on."""
        rows = weights > 0
        return Examples(table=self.table[rows], courses=self.courses[rows], weights=weights[rows])


def bind(examples: Examples, bound: Bound, kept: NDArray[np.bool_]) -> Floats:
    """What each weighs beside the examples for those that are `kept` to be decided rightly, shape (n,).

    Where forty rounds do not reach it, the weights that a further round would try.
    """
    weights = np.zeros(len(bound.courses))
    for _ in range(_ROUNDS):
        lost = bound.wrong(fit_decision(examples.and_(bound.examples(weights)))) & kept
        if not lost.any():
            break
        weights[lost] = np.maximum(_LEAST, weights[lost] * _MORE)
    return weights
