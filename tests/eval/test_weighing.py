"""What dev questions weigh in a fit: by what is due and by whether the gates see them."""

from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from eval.dev import dev_questions
from eval.questions import load_all
from eval.rows import CONTRASTS, FURTHER
from eval.smoke import selected
from eval.types import Split
from eval.weighing import DECISION, UNSURE, Weighing, critical, gated_ids, unreached, weigh
from rag.decide.decision import Course
from rag.pipeline import Pipeline


@pytest.mark.parametrize("weighing", [DECISION, UNSURE])
def test_weights(weighing: Weighing) -> None:
    """Refusals and corrections weigh more than answers, critical items most, contrasts all the same and least."""
    items = [item for item in (*load_all(), *load_all(folder=FURTHER)) if item.split is Split.DEV]
    most, smoke = ({item.id for item in selected(name, load_all())} for name in ("critical", "smoke"))
    assert critical() == most
    assert gated_ids() == most | smoke
    found: defaultdict[str, set[float]] = defaultdict(set)
    for course in Course:
        place = list(Course).index(course)
        weights = weigh(items, np.full(len(items), place), weighing).tolist()
        for one, weight in zip(items, weights, strict=True):
            kept = "critical" if one.id in most else "smoke" if one.id in smoke else "plain"
            found["contrast" if one.dataset in CONTRASTS else f"{kept} {course}"].add(weight)
    plain = [min(found[f"plain {course}"]) for course in Course]
    assert plain[0] < plain[1] <= plain[2]
    for kept, times in (("plain", 1.0), ("smoke", weighing.smoke), ("critical", weighing.critical)):
        assert [found[f"{kept} {course}"] for course in Course] == [{times * weight} for weight in plain]
    assert found["contrast"] == {0.2}
    assert min(plain) > max(found["contrast"])
    assert weighing.critical > weighing.smoke >= 1.0


def test_what_no_fit_has_had_right(tmp_path: Path, pipeline: Pipeline) -> None:
    """Texts of items that the gates see, none of which is critical."""
    asked = {one.name: one for one in dev_questions(load_all(), pipeline.index.library)}
    assert {asked[name].item.id for name in unreached()} <= gated_ids() - critical()
    listed = tmp_path / "unreached.txt"
    listed.write_text("# why\na001 en\n\na001/1 ar\n", encoding="utf-8")
    assert unreached(listed) == {"a001 en", "a001/1 ar"}
