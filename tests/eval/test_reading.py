"""What the reader's weights are fitted on: where dev's decisions are unsure; what stands by weights that have not seen it."""

import numpy as np
import pytest

import eval.reading
from eval.blind_questions import First
from eval.dev import Asking, dev_questions
from eval.questions import load_all
from eval.reading import read_dev
from eval.rows import CONTRASTS, FURTHER
from rag.decide.relevance import FEATURES
from rag.pipeline import Pipeline

UNSURE, SURE = [0.4, 0.3, 0.3], [0.998, 0.001, 0.001]


def nobody(_: Pipeline) -> First:
    """Questions that came first, none."""
    nothing = np.zeros(0)
    return First(
        scores=np.zeros((0, 3)),
        odds=(),
        table=np.zeros((0, len(FEATURES))),
        courses=nothing.astype(np.int64),
        authors=nothing.astype(np.str_),
        languages=nothing.astype(np.str_),
        read=nothing.astype(np.bool_),
        falsity=(),
    )


@pytest.fixture(scope="module")
def some(pipeline: Pipeline) -> tuple[Asking, ...]:
    """Three questions and one of the contrasts, which the reader has read."""
    asked = list(dev_questions((*load_all(), *load_all(folder=FURTHER)), pipeline.index.library))
    close = next(one for one in asked if one.item.dataset in CONTRASTS)
    return (*[one for one in asked if one.item.dataset not in CONTRASTS][:3], close)


def test_where_it_is_unsure(some: tuple[Asking, ...], pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sure decision and a contrast are not read; what stands is by the weights given for what they have not seen."""
    monkeypatch.setattr(eval.reading, "came_first", nobody)
    read = read_dev(pipeline, some, np.log([UNSURE, SURE, UNSURE, UNSURE]))
    assert read.doubtful.tolist() == [0, 2]
    assert [bool(odds) for odds in read.odds] == [True, True]
    assert len(read.examples.courses) == 2
    refusing = np.zeros((len(FEATURES), 3))
    refusing[0] = -3.0, 3.0, -3.0
    found = read.standing(iter([(np.array([True, True, False, True]), refusing)]))
    assert found.argmax(axis=1).tolist() == [1, 0, 0, 0]
    assert read.scores.argmax(axis=1).tolist() == [0, 0, 0, 0]
