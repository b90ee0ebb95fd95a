"""A fit that keeps what stands: questions that the gates ask and that are decided rightly by the weights so far stay right.

Each that a fit decides wrongly counts for more in the next one, until none is (multiplicative weights: Arora, Hazan and Kale
2012). What is wrong by the weights so far is not held: no weights may reach it, and it would drown what they reach.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.fitting import Examples, Floats, fit_decision
from rag.decide.relevance import Odds, weighed

_MORE, _LEAST_HELD = 1.3, 1.0
"""How much heavier a question gets that is decided wrongly, and what it then weighs at least."""
_ROUNDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the gates ask: `scores` before the reader as they stand in an answer, shape (n, 3), `table` with it, (n, features).

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

    def examples(self, weights: Floats, kept: NDArray[np.bool_] | None = None) -> Examples:
        """Those that weigh anything, of `kept` alone where it is given, to fit on."""
        rows = (weights > 0) if kept is None else (weights > 0) & kept
        return Examples(table=self.table[rows], courses=self.courses[rows], weights=weights[rows])


def hold(examples: Examples, held: Held, standing: Floats) -> Floats:
    """What each of `held` weighs beside the examples for what `standing` weights have right to be right again, shape (n,).

    Where that is not reached, what the last round would have weighed.
    """
    read = np.array([bool(odds) for odds in held.odds])
    right_so_far = ~held.wrong(standing) & read
    weights = np.zeros(len(held.courses))
    for _ in range(_ROUNDS):
        lost = held.wrong(fit_decision(examples.and_(held.examples(weights)))) & right_so_far
        if not lost.any():
            break
        weights[lost] = np.maximum(_LEAST_HELD, weights[lost] * _MORE)
    return weights
