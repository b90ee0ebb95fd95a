"""What dev questions weigh in a fit: by what is due, by whether the gates see them, contrasts less; what no fit has reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.fitting import Floats
from eval.questions import load_all
from eval.rows import CONTRASTS
from eval.smoke import selected
from eval.types import Item

_UNREACHED = Path(__file__).parent / "unreached.txt"
_CONTRAST_WEIGHT = 0.2
"""What an item of *contrast* weighs: by number they would drown the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What dev questions weigh before anything is bound (`eval.gate_bound_fit`).

    Chosen on folds and gates (decisions 29, 35, 37).

    `of_course`: answers, refusals, corrections, of which errors on the last two harm more and are rarer in the sets;
    `critical`: an item on which liberty or life hangs (`eval/datasets/critical.txt`); `smoke`: any other that the gates see.
    """

    of_course: tuple[float, float, float]
    critical: float
    smoke: float


DECISION = Weighing(of_course=(1.0, 3.0, 4.5), critical=60.0, smoke=14.0)
UNSURE = Weighing(of_course=(1.0, 4.5, 4.5), critical=30.0, smoke=5.0)
"""Where the decision is unsure and the reader helps."""


def critical() -> frozenset[str]:
    """The ids of critical items."""
    return frozenset(item.id for item in selected("critical", load_all()))


def gated_ids() -> frozenset[str]:
    """The ids of all items that the gates see."""
    return critical() | {item.id for item in selected("smoke", load_all())}


def unreached(path: Path = _UNREACHED) -> frozenset[str]:
    """What the gates ask and no fit has had right, by the names of `eval.dev.Asking`; a line each of `eval/unreached.txt`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def weigh(items: Sequence[Item], courses: NDArray[np.int64], weighing: Weighing) -> Floats:
    """Of each question its weight, shape (n,); `courses` are due, in the order of `items`."""
    most, seen = critical(), gated_ids()
    of_item = [weighing.critical if one.id in most else weighing.smoke if one.id in seen else 1.0 for one in items]
    contrast = np.array([one.dataset in CONTRASTS for one in items])
    of_class = np.where(contrast, _CONTRAST_WEIGHT, np.array(weighing.of_course)[courses])
    return np.array(of_item) * of_class
