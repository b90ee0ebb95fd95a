"""Which dev questions the decision is fitted on, in which fold, at what weight."""

from collections import defaultdict

import numpy as np
import pytest

from eval.calibrate import _CLASS_WEIGHTS, FOLDS, Asking, _dev, _weights
from eval.questions import load_all
from eval.rows import CONTRASTS, FURTHER
from eval.smoke import selected
from eval.types import Split
from rag.decide.decision import Course


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


def test_weights(asked: tuple[Asking, ...]) -> None:
    """Corrections weigh most of the courses, critical items ten times as much, contrasts all the same and least."""
    critical = {item.id for item in selected("critical", load_all())}
    found: defaultdict[str, set[float]] = defaultdict(set)
    for course in Course:
        place = list(Course).index(course)
        weights = _weights(asked, np.full(len(asked), place), _CLASS_WEIGHTS).tolist()
        for one, weight in zip(asked, weights, strict=True):
            contrast, kept = one.item.dataset in CONTRASTS, one.item.id in critical
            found["contrast" if contrast else f"critical {course}" if kept else course].add(weight)
    plain = [min(found[course]) for course in Course]
    assert plain == sorted(set(plain))
    assert [found[f"critical {course}"] for course in Course] == [{10 * weight} for weight in plain]
    assert found["contrast"] == {0.2}
    assert min(plain) > max(found["contrast"])
