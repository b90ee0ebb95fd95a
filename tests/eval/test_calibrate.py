"""What is bound to come out right when the decision is fitted."""

import numpy as np
import pytest

from eval.calibrate import _gated, _gates, _heavier, _missed
from eval.dev import Asking, dev_questions, searched_for
from eval.first import read_odds
from eval.fitting import Examples
from eval.questions import load_all
from eval.rows import FURTHER
from eval.weighing import gated_ids, unreached
from rag.decide.signs import SIGNS
from rag.pipeline import Pipeline


@pytest.fixture(scope="module")
def asked() -> tuple[Asking, ...]:
    """What is fitted on."""
    return tuple(dev_questions((*load_all(), *load_all(folder=FURTHER))))


def test_what_the_gates_ask(asked: tuple[Asking, ...], pipeline: Pipeline) -> None:
    """No follow-up, which the decision weighs otherwise; what no fit has had right is told apart."""
    gates, ids = _gates(pipeline, asked).tolist(), gated_ids()
    assert {asked[place].item.id for place in gates} <= ids
    assert not any(asked[place].follows for place in gates)
    assert any(one.follows for one in asked if one.item.id in ids)
    listed = unreached()
    missed = dict(
        zip([(asked[place].item.id, asked[place].language) for place in gates], _missed(asked, np.array(gates)), strict=True)
    )
    assert {one: times for one, times in missed.items() if times} == listed


def test_each_is_read_beside_its_own_question(asked: tuple[Asking, ...], pipeline: Pipeline) -> None:
    """Signs, course, fold and readings are of one place; a decision that is sure of an answer leaves nothing to read."""
    gates = _gates(pipeline, asked)[:3]
    table, courses = np.zeros((len(asked), 1 + len(SIGNS))), np.arange(len(asked)) % 3
    table[:, 0], table[:, 1] = 1.0, np.arange(len(asked))
    gated = _gated(pipeline, asked, Examples(table=table, courses=courses, weights=np.ones(len(asked))), gates)
    assert gated.signs[:, 1].tolist() == gates.tolist()
    assert gated.courses.tolist() == (gates % 3).tolist()
    assert gated.folds.tolist() == [asked[place].fold for place in gates.tolist()]
    level = np.log(np.full(3, 1 / 3))
    own = [read_odds(pipeline, level, searched_for(pipeline, asked[place])) for place in gates.tolist()]
    assert [gated.readings(place, level) for place in range(3)] == own
    assert len(set(own)) == 3
    unsure, sure = np.zeros((1 + len(SIGNS), 3)), np.zeros((1 + len(SIGNS), 3))
    sure[0, 0] = 9.0
    assert gated.bound(unsure).read.tolist() == [True] * 3
    assert gated.bound(sure).read.tolist() == [False] * 3


def test_they_alone_grow_heavier() -> None:
    """So many times as heavy as they were, the others as before."""
    dev = Examples(table=np.ones((3, 1)), courses=np.zeros(3, np.int64), weights=np.array([1.0, 2.0, 3.0]))
    assert _heavier(dev, np.array([2, 0]), np.array([10.0, 1.5])).weights.tolist() == [1.5, 2.0, 30.0]
    assert dev.weights.tolist() == [1.0, 2.0, 3.0]
