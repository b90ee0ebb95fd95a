"""Which dev questions the decision is fitted on, in which fold, and which are bound to stay right."""

from collections import defaultdict

import numpy as np
import pytest

from corpus.errors import ModelError
from eval import calibrate
from eval.bound import Bound
from eval.calibrate import FOLDS, Asking, _bound, _dev, _right_so_far
from eval.questions import load_all
from eval.rows import CONTRASTS, FURTHER
from eval.types import Split
from eval.weighing import gated
from rag.decide.relevance import FEATURES
from rag.pipeline import Pipeline


@pytest.fixture(scope="module")
def asked() -> tuple[Asking, ...]:
    """What is fitted on."""
    return tuple(_dev((*load_all(), *load_all(folder=FURTHER))))


def test_nothing_of_the_test_split_is_read(asked: tuple[Asking, ...]) -> None:
    """Every question is of the dev split, and every fold has some."""
    assert {one.item.split for one in asked} == {Split.DEV}
    assert {one.fold for one in asked} == set(range(FOLDS))


def test_what_lies_close_together_is_in_one_fold(asked: tuple[Asking, ...]) -> None:
    """An item in all its languages and turns, and of the contrasts the three of a group, which need one provision."""
    folds: defaultdict[str, set[int]] = defaultdict(set)
    for one in asked:
        contrast = one.item.dataset in CONTRASTS
        group = f"{one.item.id[:2]}{(int(one.item.id[2:]) - 1) // 3}" if contrast else one.item.id
        folds[group].add(one.fold)
    assert {len(found) for found in folds.values()} == {1}


def test_what_is_bound(asked: tuple[Asking, ...], pipeline: Pipeline) -> None:
    """Of what the gates ask no follow-up, which the decision weighs otherwise; nothing is read where the scores are sure."""
    ids = gated()
    seen = [one for one in asked if one.item.id in ids]
    followed = next(place for place, one in enumerate(seen) if one.question != one.latest)
    some = seen[followed - 3 : followed + 1]
    others = [one for one in asked if one.item.id not in ids][:2]
    scores = np.log([[0.34, 0.33, 0.33], [0.998, 0.001, 0.001], *[[0.4, 0.3, 0.3]] * 4])
    bound = _bound(pipeline, (*some, *others), scores)
    assert bound.folds.tolist() == [one.fold for one in some[:3]]
    assert [bool(odds) for odds in bound.odds] == [True, False, True]
    assert bound.scores.tolist() == scores[:3].tolist()


def test_without_weights_nothing_is_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first fit of new features has none to go by; else what today's have right is bound."""
    sure = np.log([[0.998, 0.001, 0.001]] * 2)
    table, folds = np.zeros((2, len(FEATURES))), np.zeros(2, np.int64)
    bound = Bound(scores=sure, odds=((), ()), table=table, courses=np.array([0, 1]), folds=folds)
    assert _right_so_far(bound).tolist() == [True, False]

    def missing(*_: object) -> None:
        raise ModelError("none")

    monkeypatch.setattr(calibrate, "weights", missing)
    assert _right_so_far(bound).tolist() == [False, False]
