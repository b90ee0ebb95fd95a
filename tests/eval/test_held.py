"""What stands right is held right by a fit: questions lost to the others, those that were wrong anyway, those sure before."""

import numpy as np

from eval.fitting import Examples, Floats, fit_decision
from eval.held import Held, hold
from rag.decide.relevance import FEATURES, Odds

UNDECIDED = np.log([0.4, 0.3, 0.3])
DENIED, OPEN = Odds(answers=-1.0, denies=3.0), Odds(answers=1.0, denies=-3.0)


def row(read: Odds) -> list[float]:
    """The reader's features of a question that was undecided."""
    return [1.0, float(UNDECIDED[1] - UNDECIDED[0]), float(UNDECIDED[2] - UNDECIDED[0]), read.answers, read.denies]


def held(odds: list[tuple[Odds, ...]], courses: list[int]) -> Held:
    """Questions that were undecided before the reader."""
    nothing = [0.0] * len(FEATURES)
    return Held(
        scores=np.tile(UNDECIDED, (len(odds), 1)),
        odds=tuple(odds),
        table=np.array([row(one[0]) if one else nothing for one in odds]),
        courses=np.array(courses),
        folds=np.arange(len(odds)),
    )


def of(**weights: tuple[float, float, float]) -> Floats:
    """The reader's weights, nothing for what is not given."""
    return np.array([weights.get(name, (0.0, 0.0, 0.0)) for name in FEATURES])


STANDING = of(denies=(0.0, -1.0, 1.0))
"""By these a denied question is corrected, any other one refused."""
AGAINST = Examples(table=np.array([row(DENIED)] * 20 + [row(OPEN)] * 20), courses=np.repeat([0, 1], 20), weights=np.ones(40))
"""Forty questions, of which those that read as denied are to be answered."""


def test_what_stands_is_held() -> None:
    """A corrected question that the others would lose stays corrected; it weighs no more than that takes."""
    asked = held([(DENIED,)], [2])
    assert asked.wrong(fit_decision(AGAINST)).tolist() == [True]
    weights = hold(AGAINST, asked, STANDING)
    assert asked.wrong(fit_decision(AGAINST.and_(asked.examples(weights)))).tolist() == [False]
    assert asked.wrong(fit_decision(AGAINST.and_(asked.examples(weights / 1.3)))).tolist() == [True]


def test_what_was_wrong_or_is_not_lost_weighs_nothing() -> None:
    """What the standing weights have wrong is not held, nor what the fit has right, nor what nothing reads."""
    asked = held([(DENIED,), (OPEN,), ()], [1, 1, 0])
    assert asked.wrong(STANDING).tolist() == [True, False, False]
    assert hold(AGAINST, asked, STANDING).tolist() == [0.0, 0.0, 0.0]


def test_what_cannot_be_held_ends() -> None:
    """Of two that read alike and want another course one is lost; no round goes on for ever."""
    asked = held([(DENIED,), (DENIED,)], [2, 2])
    against = Examples(table=np.array([row(DENIED)]), courses=np.array([0]), weights=np.array([1e9]))
    weights = hold(AGAINST.and_(against), asked, STANDING)
    assert np.isfinite(weights).all()
    assert asked.wrong(fit_decision(AGAINST.and_(against).and_(asked.examples(weights)))).all()


def test_examples_of_what_weighs() -> None:
    """Rows with a weight, of a fold where that is asked for."""
    asked = held([(DENIED,), (OPEN,), (OPEN,)], [2, 1, 1])
    weights = np.array([2.0, 0.0, 3.0])
    assert asked.examples(weights).weights.tolist() == [2.0, 3.0]
    assert asked.examples(weights, asked.folds != 0).table.tolist() == [row(OPEN)]
