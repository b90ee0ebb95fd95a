"""The two fitted models, on numbers whose answer is known."""

import numpy as np

from eval.fitting import Examples, Ranked, fit_decision, fit_ranking, softmax


def test_softmax() -> None:
    """Shares add up to 1, and equal scores share equally."""
    np.testing.assert_allclose(softmax(np.array([[0.0, 0.0], [700.0, 0.0]])), [[0.5, 0.5], [1.0, 0.0]], atol=1e-12)


def test_ranking_finds_the_signal_that_tells() -> None:
    """The signal that marks what is needed gets the weight, the one that is noise next to none, one against it a negative.

    Where it may only rise, the one against it gets none.
    """
    draw = np.random.default_rng(1)
    questions = []
    for _ in range(60):
        needed = np.zeros(8, bool)
        needed[draw.integers(8)] = True
        signals = np.stack([needed + draw.normal(0, 0.2, 8), draw.normal(0, 1, 8), -1.0 * needed], axis=1)
        questions.append(Ranked(signals=signals, needed=needed))
    telling, noise, against = fit_ranking(questions)
    assert telling > 1
    assert against < -1
    assert abs(noise) < telling / 5
    held = fit_ranking(questions, rising={0, 2})
    assert held[0] > 1
    assert held[2] == 0


def test_decision_separates_and_heeds_weights() -> None:
    """Classes apart on one sign are told apart; an example of weight zero changes nothing."""
    draw = np.random.default_rng(2)
    courses = np.repeat([0, 1, 2], 40)
    table = np.stack([np.ones(120), courses + draw.normal(0, 0.1, 120), draw.normal(0, 1, 120)], axis=1)
    examples = Examples(table=table, courses=courses, weights=np.ones(120))
    weights = fit_decision(examples)
    assert ((table @ weights).argmax(axis=1) == courses).mean() > 0.95
    odd = Examples(table=table[:1], courses=np.array([2]), weights=np.zeros(1))
    found = fit_decision(examples.and_(odd))
    assert ((table @ found).argmax(axis=1) == (table @ weights).argmax(axis=1)).all()
