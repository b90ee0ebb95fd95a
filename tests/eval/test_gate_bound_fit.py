"""What is to be kept comes out right in a fit: questions lost to the others, those not kept, those that the decision holds."""

import numpy as np

from eval.fitting import Examples, Floats, fit_decision
from eval.gate_bound_fit import Bound, Gated, bind, bind_decision
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


KEEPING = of(denies=(0.0, -1.0, 1.0))
"""By these a denied question is corrected, any other one refused."""
AGAINST = Examples(table=np.array([row(DENIED)] * 20 + [row(OPEN)] * 20), courses=np.repeat([0, 1], 20), weights=np.ones(40))
"""Forty questions, of which those that read as denied are to be answered."""


def test_what_is_kept_comes_out_right() -> None:
    """A corrected question that the others would lose stays corrected; it weighs no more than that takes."""
    asked = bound([(DENIED,)], [2])
    assert asked.wrong(fit_decision(AGAINST)).tolist() == [True]
    weights = bind(AGAINST, asked, ~asked.wrong(KEEPING))
    assert asked.wrong(fit_decision(AGAINST.and_(asked.examples(weights)))).tolist() == [False]
    assert asked.wrong(fit_decision(AGAINST.and_(asked.examples(weights / 1.3)))).tolist() == [True]


def test_what_is_not_kept_or_not_lost_weighs_nothing() -> None:
    """What other weights have wrong is not kept, nor what the fit has right bound; what a fold keeps apart neither."""
    asked = bound([(DENIED,), (OPEN,)], [1, 1])
    assert asked.wrong(KEEPING).tolist() == [True, False]
    assert bind(AGAINST, asked, ~asked.wrong(KEEPING)).tolist() == [0.0, 0.0]
    lost = bound([(DENIED,), (DENIED,)], [2, 2])
    weights = bind(AGAINST, lost, ~lost.wrong(KEEPING) & (lost.folds != 1))
    assert weights[0] > 0
    assert weights[1] == 0


def test_of_two_that_read_alike_one_is_lost() -> None:
    """The one that is not kept is; the other is bound."""
    asked = bound([(DENIED,), (DENIED,)], [2, 0])
    weights = bind(AGAINST, asked, ~asked.wrong(KEEPING))
    assert asked.wrong(fit_decision(AGAINST.and_(asked.examples(weights)))).tolist() == [False, True]


def test_what_cannot_be_bound_ends() -> None:
    """What the others outweigh by far stays lost; after the last round it ends."""
    asked = bound([(DENIED,)], [2])
    against = Examples(table=np.array([row(DENIED)]), courses=np.array([0]), weights=np.array([1e9]))
    weights = bind(AGAINST.and_(against), asked, ~asked.wrong(KEEPING))
    assert np.isfinite(weights).all()
    assert asked.wrong(fit_decision(AGAINST.and_(against).and_(asked.examples(weights)))).all()


def test_what_nothing_reads_is_decided_as_before() -> None:
    """By its scores alone, whatever the reader's weights are."""
    assert bound([(), ()], [0, 2]).wrong(KEEPING).tolist() == [False, True]


def test_examples_of_what_weighs() -> None:
    """Rows with a weight, and no others."""
    asked = bound([(DENIED,), (OPEN,), (OPEN,)], [2, 1, 1])
    found = asked.examples(np.array([2.0, 0.0, 3.0]))
    assert found.weights.tolist() == [2.0, 3.0]
    assert found.table.tolist() == [row(DENIED), row(OPEN)]


def gated(courses: list[int], odds: list[Odds], signs: list[float]) -> Gated:
    """Questions of one sign beside a constant, each with its own reading."""
    count = len(courses)
    return Gated(
        signs=np.column_stack([np.ones(count), signs]),
        readings=lambda place, _: (odds[place],),
        courses=np.array(courses),
        folds=np.arange(count) + 3,
        questions=np.arange(count),
    )


UNSURE, SURE = np.array([UNDECIDED, np.zeros(3)]), np.array([[0.0, 0.0, 0.0], [9.0, 0.0, 0.0]])
"""A decision that leaves all to the reader, and one that is sure of an answer by the sign."""


def test_what_is_bound_is_of_its_own_question() -> None:
    """Scores, readings, courses and folds are each question's own; nothing is read where the decision is sure."""
    found = gated([2, 1, 0], [DENIED, DENIED, OPEN], [0.0, 1.0, 0.0]).bound(SURE)
    assert found.read.tolist() == [True, False, True]
    assert [odds[0] if odds else None for odds in found.odds] == [DENIED, None, OPEN]
    assert found.scores.argmax(axis=1).tolist() == [0, 0, 0]
    assert found.scores[1, 0] > found.scores[0, 0]
    assert found.courses.tolist() == [2, 1, 0]
    assert found.folds.tolist() == [3, 4, 5]


def test_what_nothing_reads_is_not_bound_for_the_reader() -> None:
    """It has no features: it would weigh without being able to change anything."""
    found = gated([2, 2], [DENIED, DENIED], [0.0, 1.0]).bound(SURE)
    weights = bind(AGAINST, found, np.array([True, True]))
    assert weights[0] > 0
    assert weights[1] == 0


def test_what_the_decision_is_sure_of_weighs_more_there_until_it_is_right() -> None:
    """The reader has no part in it."""
    asked = gated([2], [DENIED], [1.0])

    def fit(times: Floats) -> Floats:
        return SURE if times[0] < 5 else SURE[:, ::-1]

    assert bind_decision(fit, asked, AGAINST, np.array([True])).tolist() == [1.5**4]
    assert bind_decision(fit, asked, AGAINST, np.array([False])).tolist() == [1.0]


def test_a_question_that_is_lost_in_one_holding_weighs_more_once() -> None:
    """Its two rows share a weight, and it is the one that its decision is fitted with."""
    both = gated([2, 0], [DENIED, OPEN], [1.0, 1.0]).and_(gated([2, 0], [DENIED, OPEN], [1.0, 1.0]))
    given: list[list[float]] = []

    def fit(times: Floats) -> Floats:
        given.append(times.tolist())
        return SURE[:, ::-1] if times[0] > 1 else SURE

    kept = np.array([True, False, False, False])
    assert bind_decision(fit, both, AGAINST, kept).tolist() == [1.5, 1.0]
    assert given == [[1.0, 1.0], [1.5, 1.0]]


def test_what_the_reader_holds_weighs_no_more_in_the_decision() -> None:
    """An unsure decision is left to the reader, whose weights are bound."""
    assert bind_decision(lambda _: UNSURE, gated([2], [DENIED], [0.0]), AGAINST, np.array([True])).tolist() == [1.0]


def test_what_would_bend_the_reader_too_far_weighs_more_in_the_decision() -> None:
    """Twenty that read alike and weigh ten each are against it: at the most that it may weigh it is lost."""
    heavy = Examples(table=AGAINST.table, courses=AGAINST.courses, weights=AGAINST.weights * 10)
    asked = gated([2], [DENIED], [0.0])
    kept = np.array([True])
    unbound = bind(heavy, asked.bound(UNSURE), kept)
    assert unbound[0] > 60
    assert bind(heavy, asked.bound(UNSURE), kept, most=60.0).tolist() == [60.0]
    assert bind_decision(lambda _: UNSURE, asked, heavy, kept).tolist() == [1.5**20]


def test_what_comes_out_right_only_at_the_most_weighs_more_in_the_decision() -> None:
    """Against twenty that weigh 2.7 each, 54 in all, it is right at 60, where the reader is bent as far as it may be."""
    asked, kept = gated([2], [DENIED], [0.0]), np.array([True])
    found = asked.bound(UNSURE)
    heavy = Examples(table=AGAINST.table, courses=AGAINST.courses, weights=AGAINST.weights * 2.7)
    at_most = bind(heavy, found, kept, most=60.0)
    assert at_most.tolist() == [60.0]
    assert not found.wrong(fit_decision(heavy.and_(found.examples(at_most)))).any()
    assert bind_decision(lambda _: UNSURE, asked, heavy, kept).tolist() == [1.5**20]


def test_two_holdings_are_bound_as_one() -> None:
    """Rows of the second stand behind those of the first, and each is read by its own."""
    asked: list[tuple[str, int]] = []

    def holding(name: str, courses: list[int]) -> Gated:
        def read(place: int, _: Floats) -> tuple[Odds, ...]:
            asked.append((name, place))
            return (DENIED,)

        return Gated(
            signs=np.full((len(courses), 1), float(len(courses))),
            readings=read,
            courses=np.array(courses),
            folds=np.array(courses) + 5,
            questions=np.arange(len(courses)),
        )

    both = holding("words", [2, 1]).and_(holding("digests", [0]))
    assert (both.signs.ravel().tolist(), both.courses.tolist(), both.folds.tolist()) == ([2.0, 2.0, 1.0], [2, 1, 0], [7, 6, 5])
    assert both.questions.tolist() == [0, 1, 0]
    assert both.bound(np.zeros((1, 3))).read.tolist() == [True] * 3
    assert asked == [("words", 0), ("words", 1), ("digests", 0)]
