"""What dev questions weigh in a fit: by what is due, by whether the gates see them, contrasts less; what no fit has reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.types import Language
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
    """What dev questions weigh in a fit before anything is bound (`eval.bound`); chosen on folds and gates (decision 29).

    `of_course`: answers, refusals, corrections, of which errors on the last two harm more and are rarer in the sets;
    `critical`: an item on which liberty or life hangs (`eval/datasets/critical.txt`); `smoke`: any other that the gates see.
    """

    of_course: tuple[float, float, float]
    critical: float
    smoke: float


DECISION = Weighing(of_course=(1.0, 1.5, 3.5), critical=60.0, smoke=10.0)
UNSURE = Weighing(of_course=(1.0, 2.0, 3.0), critical=30.0, smoke=5.0)
"""Where the decision is unsure and the reader helps."""


def critical() -> frozenset[str]:
    """The ids of critical items."""
    return frozenset(item.id for item in selected("critical", load_all()))


def gated_ids() -> frozenset[str]:
    """The ids of all items that the gates see."""
    return critical() | {item.id for item in selected("smoke", load_all())}


def unreached(path: Path = _UNREACHED) -> dict[tuple[str, Language], float]:
    """What the gates ask and no fit has had right, by item and language, and how many times as heavy it is in the decision.

    A line each of `eval/unreached.txt`, which says why; once as heavy where it gives no number.
    """
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [(*line.split(), "1")[:3] for line in lines]
    return {(item, Language(language)): float(times) for item, language, times in rows}


def weigh(items: Sequence[Item], courses: NDArray[np.int64], weighing: Weighing) -> Floats:
    """Of each question its weight, shape (n,); `courses` are due, in the order of `items`."""
    most, seen = critical(), gated_ids()
    of_item = [weighing.critical if one.id in most else weighing.smoke if one.id in seen else 1.0 for one in items]
    contrast = np.array([one.dataset in CONTRASTS for one in items])
    of_class = np.where(contrast, _CONTRAST_WEIGHT, np.array(weighing.of_course)[courses])
    return np.array(of_item) * of_class
