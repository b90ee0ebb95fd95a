"""What the reader's weights are fitted on: dev questions on which the decision is unsure, and those that came first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.blind_questions import First, came_first, read_odds, read_table
from eval.dev import Asking, courses_of, searched_for
from eval.fitting import Examples, Floats
from eval.rows import CONTRASTS
from eval.weighing import UNSURE, weigh
from rag.decide.relevance import Odds, unsure, weighed
from rag.pipeline import Pipeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Dev questions by `scores` of folds that were not fitted on, shape (n, 3), and where these are unsure, shape (n,) places.

    `odds` and `dev` are of those places alone; `first` are the questions that came first, by the decision that is stored.
    """

    scores: Floats
    doubtful: NDArray[np.int64]
    odds: tuple[tuple[Odds, ...], ...]
    dev: Examples
    first: First

    @property
    def examples(self) -> Examples:
        """All to fit on."""
        return self.dev.and_(self.first.but())

    def standing(self, fits: Iterable[tuple[NDArray[np.bool_], Floats]]) -> Floats:
        """Scores that stand, shape (n, 3), by weights and the questions, of shape (n,), that they have not seen."""
        found = self.scores.copy()
        for unseen, table in fits:
            for place, odds in zip(self.doubtful.tolist(), self.odds, strict=True):
                if unseen[place]:
                    found[place] = weighed(self.scores[place], iter(odds), table)
        return found


def read_dev(pipeline: Pipeline, asked: Sequence[Asking], scores: Floats) -> Reading:
    """Read what is found beside each question on which `scores` are unsure; contrasts, which the reader knows, are left out."""
    plain = np.array([one.item.dataset not in CONTRASTS for one in asked])
    doubtful, courses = np.flatnonzero(plain & unsure(scores)), courses_of(asked)
    odds = tuple(read_odds(pipeline, scores[at], searched_for(pipeline, asked[at])) for at in doubtful.tolist())
    return Reading(
        scores=scores,
        doubtful=doubtful,
        odds=odds,
        dev=Examples(
            table=read_table(scores[doubtful], odds),
            courses=courses[doubtful],
            weights=weigh([one.item for one in asked], courses, UNSURE)[doubtful],
        ),
        first=came_first(pipeline),
    )
