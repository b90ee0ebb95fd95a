"""What dev questions weigh in a fit: by what is due and by whether the gates see them."""

from collections import defaultdict

import numpy as np
import pytest

from eval.questions import load_all
from eval.rows import CONTRASTS, FURTHER
from eval.smoke import selected
from eval.types import Split
from eval.weighing import DECISION, UNSURE, Weighing, gated, weigh
from rag.decide.decision import Course


@pytest.mark.parametrize("weighing", [DECISION, UNSURE])
def test_weights(weighing: Weighing) -> None:
    """Refusals and corrections weigh more than answers, critical items most, contrasts all the same and least."""
    items = [item for item in (*load_all(), *load_all(folder=FURTHER)) if item.split is Split.DEV]
    critical, smoke = ({item.id for item in selected(name, load_all())} for name in ("critical", "smoke"))
    assert gated() == critical | smoke
    found: defaultdict[str, set[float]] = defaultdict(set)
    for course in Course:
        place = list(Course).index(course)
        weights = weigh(items, np.full(len(items), place), weighing).tolist()
        for one, weight in zip(items, weights, strict=True):
            kept = "critical" if one.id in critical else "smoke" if one.id in smoke else "plain"
            found["contrast" if one.dataset in CONTRASTS else f"{kept} {course}"].add(weight)
    plain = [min(found[f"plain {course}"]) for course in Course]
    assert plain == sorted(set(plain))
    for kept, times in (("plain", 1.0), ("smoke", weighing.smoke), ("critical", weighing.critical)):
        assert [found[f"{kept} {course}"] for course in Course] == [{times * weight} for weight in plain]
    assert found["contrast"] == {0.2}
    assert min(plain) > max(found["contrast"])
    assert weighing.critical > weighing.smoke >= 1.0
