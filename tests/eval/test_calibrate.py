"""Which dev questions the decision is fitted on, in which fold, at what weight."""

from collections import defaultdict

import numpy as np
import pytest

from eval.calibrate import FOLDS, Asking, _dev
from eval.questions import load_all
from eval.rows import CONTRASTS, FURTHER
from eval.smoke import selected
from eval.types import Split
from eval.weighing import DECISION, UNSURE, Weighing, weigh
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


@pytest.mark.parametrize("weighing", [DECISION, UNSURE])
def test_weights(asked: tuple[Asking, ...], weighing: Weighing) -> None:
    """Refusals and corrections weigh more than answers, critical items most, contrasts all the same and least."""
    critical, smoke = ({item.id for item in selected(name, load_all())} for name in ("critical", "smoke"))
    found: defaultdict[str, set[float]] = defaultdict(set)
    for course in Course:
        place = list(Course).index(course)
        weights = weigh([one.item for one in asked], np.full(len(asked), place), weighing).tolist()
        for one, weight in zip(asked, weights, strict=True):
            kept = "critical" if one.item.id in critical else "smoke" if one.item.id in smoke else "plain"
            found["contrast" if one.item.dataset in CONTRASTS else f"{kept} {course}"].add(weight)
    plain = [min(found[f"plain {course}"]) for course in Course]
    assert plain == sorted(set(plain))
    for kept, times in (("plain", 1.0), ("smoke", weighing.smoke), ("critical", weighing.critical)):
        assert [found[f"{kept} {course}"] for course in Course] == [{times * weight} for weight in plain]
    assert found["contrast"] == {0.2}
    assert min(plain) > max(found["contrast"])
    assert weighing.critical > weighing.smoke >= 1.0
