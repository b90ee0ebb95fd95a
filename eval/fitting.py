"""Candidates and examples in, weights out: the two models that are fitted, softmax over candidates and over courses.

Both are logistic models with a ridge, minimized by L-BFGS; the same numbers in give the same weights. Reads no question.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rag.decide.decision import Course

Floats = NDArray[np.float64]

RIDGE_RANKING, RIDGE_DENYING, RIDGE_LEANING = 0.003, 0.001, 0.01
_RIDGE_DECISION = 0.006


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """The candidates of a question: signals, shape (n, k), and whether each is needed, shape (n,)."""

    signals: Floats
    needed: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Questions with the course that is right for them: signs with a leading 1, shape (n, 1 + signs), and weights."""

    table: Floats
    courses: NDArray[np.int64]
    weights: Floats

    def and_(self, other: "Examples") -> "Examples":
        """Both together."""
        return Examples(
            table=np.vstack([self.table, other.table]),
            courses=np.concatenate([self.courses, other.courses]),
            weights=np.concatenate([self.weights, other.weights]),
        )

    def where(self, kept: NDArray[np.bool_]) -> "Examples":
        """A part of them."""
        return Examples(table=self.table[kept], courses=self.courses[kept], weights=self.weights[kept])


def fit_ranking(questions: Sequence[Ranked], rising: Collection[int] = (), ridge: float = RIDGE_RANKING) -> Floats:
    """Weights that make it likeliest that a needed provision is drawn: softmax over a question's candidates, with a ridge.

    Signals at the places `rising` get none below 0, so that a provision never falls for being nearer to the question.
    """

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 0.0, np.zeros_like(weights)
        for one in questions:
            shares = softmax(one.signals @ weights)
            right = shares * one.needed
            chance = right.sum() + 1e-12
            total -= float(np.log(chance))
            slope -= (right / chance - shares) @ one.signals
        count = len(questions)
        return total / count + ridge * float(weights @ weights), slope / count + 2 * ridge * weights

    bounds = [(0.0 if place in rising else None, None) for place in range(questions[0].signals.shape[1])]
    return _minimum(loss, bounds)


def fit_decision(examples: Examples, ridge: float = _RIDGE_DECISION) -> Floats:
    """Weights of a multinomial logistic model, shape (1 + signs, 3), ridge on all but the bias, fitted on scaled signs."""
    middle, spread = examples.table.mean(axis=0), examples.table.std(axis=0)
    middle[0], spread[spread < 1e-9] = 0.0, 1.0
    scaled = (examples.table - middle) / spread
    weight, right = examples.weights / examples.weights.sum(), (np.arange(len(examples.courses)), examples.courses)
    shape = (scaled.shape[1], len(Course))
    penalized = np.ones(shape)
    penalized[0] = 0.0

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(shape)
        shares = softmax(scaled @ weights)
        off = shares.copy()
        off[right] -= 1.0
        kept = weights * penalized
        value = -float(weight @ np.log(shares[right] + 1e-12)) + ridge * float((kept**2).sum())
        return value, (scaled.T @ (off * weight[:, None]) + 2 * ridge * kept).ravel()

    found: Floats = _minimum(loss, [(None, None)] * (shape[0] * shape[1])).reshape(shape) / spread[:, None]
    found[0] -= middle[1:] @ found[1:]
    return found


def _minimum(loss: Callable[[Floats], tuple[float, Floats]], bounds: Sequence[tuple[float | None, float | None]]) -> Floats:
    start = np.zeros(len(bounds))
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}).x)


def rates(courses: NDArray[np.int64], scores: Floats) -> dict[str, float]:
    """How often what is unanswerable or answerable is refused, a false premise or an answerable one corrected, and all right.

    `courses` are the right ones, shape (n,), each at least once; `scores` of shape (n, 3).
    """
    found, (answer, refuse, correct) = scores.argmax(axis=1), range(3)
    return {
        "refused of the unanswerable": float((found[courses == refuse] == refuse).mean()),
        "refused of the answerable": float((found[courses == answer] == refuse).mean()),
        "corrected of false premises": float((found[courses == correct] == correct).mean()),
        "corrected of the answerable": float((found[courses == answer] == correct).mean()),
        "right": float((found == courses).mean()),
    }


def softmax(scores: Floats) -> Floats:
    """Shares along the last axis, each row adding up to 1."""
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True))
