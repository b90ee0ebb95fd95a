"""What is right so far stays right in a fit: questions lost to the others, those wrong anyway, those of a fold kept apart."""

import numpy as np

from eval.bound import Bound, Gated, bind, bind_decision
from eval.fitting import Examples, Floats, fit_decision
from rag.decide.relevance import FEATURES, Odds

UNDECIDED = np.log([0.4, 0.3, 0.3])
DENIED, OPEN = Odds(answers=-1.0, denies=3.0), Odds(answers=1.0, denies=-3.0)


def row(read: Odds) -> list[float]:
    """The reader's features of a question that was undecided."""
    return [1.0, float(UNDECIDED[1] - UNDECIDED[0]), float(UNDECIDED[2] - UNDECIDED[0]), read.answers, read.denies]


def bound(odds: list[tuple[Odds, ...]], courses: list[int]) -> Bound:
    """Questions that were undecided before the reader."""
    nothing = [0.0] * len(FEATURES)
    return Bound(
        scores=np.tile(UNDECIDED, (len(odds), 1)),
        odds=tuple(odds),
        table=np.array([row(one[0]) if one else nothing for one in odds]),
        courses=np.array(courses),
        folds=np.arange(len(odds)),
    )


def of(**weights: tuple[float, float, float]) -> Floats:
    """The reader's weights, nothing for what is not given."""
    return np.array([weights.get(name, (0.0, 0.0, 0.0)) for name in FEATURES])


SO_FAR = of(denies=(0.0, -1.0, 1.0))
"""By these a denied question is corrected, any other one refused."""
AGAINST = Examples(table=np.array([row(DENIED)] * 20 + [row(OPEN)] * 20), courses=np.repeat([0, 1], 20), weights=np.ones(40))
"""Forty questions, of which those that read as denied are to be answered."""


def test_what_is_right_so_far_stays_right() -> None:
    """A corrected question that the others would lose stays corrected; it weighs no more than that takes."""
    asked = bound([(DENIED,)], [2])
    assert asked.wrong(fit_decision(AGAINST)).tolist() == [True]
    weights = bind(AGAINST, asked, ~asked.wrong(SO_FAR))
    assert asked.wrong(fit_decision(AGAINST.and_(asked.examples(weights)))).tolist() == [False]
    assert asked.wrong(fit_decision(AGAINST.and_(asked.examples(weights / 1.3)))).tolist() == [True]


def test_what_is_wrong_so_far_or_is_not_lost_weighs_nothing() -> None:
    """What the weights so far have wrong is not bound, nor what the fit has right; what a fold keeps apart neither."""
    asked = bound([(DENIED,), (OPEN,)], [1, 1])
    assert asked.wrong(SO_FAR).tolist() == [True, False]
    assert bind(AGAINST, asked, ~asked.wrong(SO_FAR)).tolist() == [0.0, 0.0]
    lost = bound([(DENIED,), (DENIED,)], [2, 2])
    weights = bind(AGAINST, lost, ~lost.wrong(SO_FAR) & (lost.folds != 1))
    assert weights[0] > 0
    assert weights[1] == 0


def test_of_two_that_read_alike_one_is_lost() -> None:
    """The one that is wrong so far is; the other is bound."""
    asked = bound([(DENIED,), (DENIED,)], [2, 0])
    weights = bind(AGAINST, asked, ~asked.wrong(SO_FAR))
    assert asked.wrong(fit_decision(AGAINST.and_(asked.examples(weights)))).tolist() == [False, True]


def test_what_cannot_be_bound_ends() -> None:
    """What the others outweigh by far stays lost; after the last round it ends."""
    asked = bound([(DENIED,)], [2])
    against = Examples(table=np.array([row(DENIED)]), courses=np.array([0]), weights=np.array([1e9]))
    weights = bind(AGAINST.and_(against), asked, ~asked.wrong(SO_FAR))
    assert np.isfinite(weights).all()
    assert asked.wrong(fit_decision(AGAINST.and_(against).and_(asked.examples(weights)))).all()


def test_what_nothing_reads_is_decided_as_before() -> None:
    """By its scores alone, whatever the reader's weights are."""
    assert bound([(), ()], [0, 2]).wrong(SO_FAR).tolist() == [False, True]


def test_examples_of_what_weighs() -> None:
    """Rows with a weight, and no others."""
    asked = bound([(DENIED,), (OPEN,), (OPEN,)], [2, 1, 1])
    found = asked.examples(np.array([2.0, 0.0, 3.0]))
    assert found.weights.tolist() == [2.0, 3.0]
    assert found.table.tolist() == [row(DENIED), row(OPEN)]


def gated(courses: list[int], folds: int = 2) -> Gated:
    """Questions of one sign, which is the same for all; all are read as denied."""
    count = len(courses)
    return Gated(
        signs=np.ones((count, 2)),
        read=lambda _place, _scores: (DENIED,),
        courses=np.array(courses),
        folds=np.arange(count) % folds,
    )


def test_what_the_reader_cannot_hold_weighs_more_in_the_decision() -> None:
    """Where the decision is sure the reader has no part in it: what is wrong there weighs more before it, until it is right."""
    sure = np.array([[0.0, 0.0, 0.0], [6.0, 0.0, 0.0]])

    def fit(times: Floats) -> Floats:
        return sure if times[0] < 5 else -sure

    asked = gated([2])
    assert not asked.bound(sure).read.any()
    times = bind_decision(fit, asked, AGAINST, np.array([True]))
    assert times.tolist() == [1.5**4]
    assert bind_decision(fit, asked, AGAINST, np.array([False])).tolist() == [1.0]


def test_what_the_reader_holds_with_a_critical_weight_weighs_nothing_more() -> None:
    """An unsure decision is left to the reader, whose weights are bound as far as a critical item goes."""
    asked = gated([2])
    assert asked.bound(np.zeros((2, 3))).read.all()
    assert bind_decision(lambda _: np.zeros((2, 3)), asked, AGAINST, np.array([True])).tolist() == [1.0]


def test_what_would_weigh_too_much_for_the_reader_weighs_more_before_it() -> None:
    """No more than a critical item; and where nothing reaches it, it ends."""
    against = Examples(table=np.array([row(DENIED)]), courses=np.array([0]), weights=np.array([1e9]))
    unsure = gated([2]).bound(np.zeros((2, 3)))
    assert bind(AGAINST.and_(against), unsure, np.array([True]), most=60.0).tolist() == [60.0]
    times = bind_decision(lambda _: np.zeros((2, 3)), gated([2]), AGAINST.and_(against), np.array([True]))
    assert times.tolist() == [1.5**20]
