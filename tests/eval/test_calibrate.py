"""What is bound to come out right when the decision is fitted."""

import numpy as np
import pytest

from eval.calibrate import _gated, _gates, _heavier, _reached
from eval.dev import Asking, dev_questions
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
    gates = _gates(pipeline, asked).tolist()
    assert {asked[place].item.id for place in gates} <= gated_ids()
    assert not any(asked[place].follows for place in gates)
    assert any(one.follows for one in asked if one.item.id in gated_ids())
    reached = _reached(asked, np.array(gates))
    missed = {(asked[place].item.id, asked[place].language) for place, right in zip(gates, reached, strict=True) if not right}
    assert missed == unreached()


def test_they_are_read_where_they_are_unsure(asked: tuple[Asking, ...], pipeline: Pipeline) -> None:
    """By the decision's weights: a constant that is sure of an answer leaves nothing to read."""
    gates = _gates(pipeline, asked)[:3]
    table = np.zeros((len(asked), 1 + len(SIGNS)))
    table[:, 0] = 1.0
    dev = Examples(table=table, courses=np.zeros(len(asked), np.int64), weights=np.ones(len(asked)))
    gated = _gated(pipeline, asked, dev, gates)
    assert gated.folds.tolist() == [asked[place].fold for place in gates]
    unsure = np.zeros((1 + len(SIGNS), 3))
    sure = unsure.copy()
    sure[0, 0] = 9.0
    assert gated.bound(unsure).read.tolist() == [True] * 3
    assert gated.bound(sure).read.tolist() == [False] * 3


def test_they_alone_grow_heavier() -> None:
    """So many times as heavy as they were, the others as before."""
    dev = Examples(table=np.ones((3, 1)), courses=np.zeros(3, np.int64), weights=np.array([1.0, 2.0, 3.0]))
    assert _heavier(dev, np.array([2, 0]), np.array([10.0, 1.5])).weights.tolist() == [1.5, 2.0, 30.0]
    assert dev.weights.tolist() == [1.0, 2.0, 3.0]
