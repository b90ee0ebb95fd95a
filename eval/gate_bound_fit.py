"""Fits that keep what the gates ask: what a fit decides wrongly counts for more in the next one, for a number of rounds.

Multiplicative weights (Arora, Hazan and Kale 2012). The reader's weights are bent first; what would bend them too far weighs
more in the decision before the reader. What no fit has reached yet is not bound: it would drown the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_softmax

from eval.blind_questions import read_table
from eval.fitting import Examples, Floats, fit_decision
from rag.decide.relevance import Odds, unsure, weighed

_MORE, _LEAST, _ROUNDS = 1.3, 1.0, 40
"""How much heavier a question gets that is decided wrongly, what it then weighs at least, and how often at most."""
_MOST = 60.0
"""What a row may weigh for the reader before it weighs more in the decision: twice as much as a critical answer does there."""
_MORE_BEFORE, _ROUNDS_BEFORE = 1.5, 20
"""How much heavier it gets there, and how often at most."""


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

    @property
    def read(self) -> NDArray[np.bool_]:
        """Which the reader has a part in, shape (n,)."""
        return np.array([bool(odds) for odds in self.odds])

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """What the gates ask, before it is decided: `signs` with a leading 1, shape (n, 1 + signs); `courses`, `folds` as above.

    `readings` gives those beside the question at a place, by its scores; `questions` numbers the question that a row is of.
    """

    signs: Floats
    readings: Callable[[int, Floats], tuple[Odds, ...]]
    courses: NDArray[np.int64]
    folds: NDArray[np.int64]
    questions: NDArray[np.int64]

    def and_(self, other: "Gated") -> "Gated":
        """The same questions in another holding, behind these."""
        own = len(self.courses)
        return Gated(
            signs=np.vstack([self.signs, other.signs]),
            readings=lambda at, scores: self.readings(at, scores) if at < own else other.readings(at - own, scores),
            courses=np.concatenate([self.courses, other.courses]),
            folds=np.concatenate([self.folds, other.folds]),
            questions=np.concatenate([self.questions, other.questions]),
        )

    def bound(self, decision: Floats) -> Bound:
        """The same by a decision's weights, shape (1 + signs, 3)."""
        scores = np.asarray(log_softmax(self.signs @ decision, axis=1), np.float64)
        odds = tuple(self.readings(place, score) if unsure(score) else () for place, score in enumerate(scores))
        return Bound(scores=scores, odds=odds, table=read_table(scores, odds), courses=self.courses, folds=self.folds)


def bind(examples: Examples, bound: Bound, kept: NDArray[np.bool_], most: float = np.inf) -> Floats:
    """What each weighs beside the examples for those that are `kept` to be decided rightly, at most `most`, shape (n,).

    What nothing is read beside weighs nothing. Ends where all that are lost weigh the most; where forty rounds do not reach it,
    with the weights that a further round would try.
    """
    weights = np.zeros(len(bound.courses))
    for _ in range(_ROUNDS):
        lost = bound.wrong(fit_decision(examples.and_(bound.examples(weights)))) & kept & bound.read
        if not lost.any() or (weights[lost] >= most).all():
            break
        weights[lost] = np.clip(weights[lost] * _MORE, _LEAST, most)
    return weights


def bind_decision(fit: Callable[[Floats], Floats], gated: Gated, examples: Examples, kept: NDArray[np.bool_]) -> Floats:
    """How many times heavier a question is to weigh in the decision for rows that are `kept` to come out right, (questions,).

    `fit` gives a decision's weights by that, `examples` are what the reader's are fitted on, which are bound as well, up to
    `_MOST` a row: what comes out right only there weighs more in the decision too. A question that is lost in any holding
    weighs more in the one that is fitted on. Where twenty rounds do not reach it, what a further round would try.
    """
    times = np.ones(gated.questions.max(initial=-1) + 1)
    for _ in range(_ROUNDS_BEFORE):
        bound = gated.bound(fit(times))
        weights = bind(examples, bound, kept, _MOST)
        lost = bound.wrong(fit_decision(examples.and_(bound.examples(weights)))) & kept
        if not (lost | (weights >= _MOST)).any():
            break
        times[np.unique(gated.questions[lost | (weights >= _MOST)])] *= _MORE_BEFORE
    return times
