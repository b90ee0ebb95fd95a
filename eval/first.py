"""Questions that came before their provisions and that no reader has read: what the reader's weights are fitted on beside dev.

Dev's authors are those that the decision was fitted on, which therefore seems surer of their questions than of anybody's.
Refuses whatever a reader was fitted on.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_softmax

from corpus.language import detect
from eval.asked import UNREAD, Kind, asked_rows
from eval.drawn import read_signs
from eval.fitting import Examples, Floats, fit_decision
from rag.decide.decision import Course
from rag.decide.relevance import features, log_odds, settled, unsure
from rag.decide.signs import SIGNS
from rag.pipeline import Pipeline
from rag.retrieve import search
from rag.weights import weights

_COURSES = {Kind.ANSWERED: Course.ANSWER, Kind.SILENT: Course.REFUSE, Kind.MISBELIEF: Course.CORRECT}


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The questions, each in each language: `scores` before the reader, shape (n, 3), `table` with it, shape (n, features).

    `read` is where the decision is unsure, `authors` who wrote which.
    """

    scores: Floats
    table: Floats
    courses: NDArray[np.int64]
    authors: NDArray[np.str_]
    read: NDArray[np.bool_]

    def but(self, author: str = "") -> Examples:
        """Those to fit on, of all but one author; each weighs what an answer of dev does."""
        kept = self.read & (self.authors != author)
        return Examples(table=self.table[kept], courses=self.courses[kept], weights=np.ones(int(kept.sum())))

    def folded(self, dev: Examples) -> Floats:
        """The scores that stand, each by a fit to dev and to the other authors, shape (n, 3)."""
        found = self.scores.copy()
        for author in sorted(set(self.authors.tolist())):
            held = self.read & (self.authors == author)
            read = log_softmax(self.table[held] @ fit_decision(dev.and_(self.but(author))), axis=1)
            found[held] = settled(self.scores[held], read)
        return found


def came_first(pipeline: Pipeline, folder: Path = UNREAD) -> First:
    """The questions as the present decision and the reader see them."""
    index, order = pipeline.index, list(Course)
    rows = [(row, text) for row in asked_rows(folder) for text in row.question.values()]
    signs = np.array([read_signs(index, pipeline, text) for _, text in rows])
    scores = log_softmax(signs @ weights("decision", ("bias", *SIGNS)), axis=1)
    table = []
    for score, (_, text) in zip(scores, rows, strict=True):
        language = detect(text)
        best = search(index, pipeline.embedder, text, text, language, 10).retrieved.found[0]
        table.append(features(score, log_odds(index.library, pipeline.embedder, best, text, language)))
    return First(
        scores=scores,
        table=np.stack(table),
        courses=np.array([order.index(_COURSES[row.kind]) for row, _ in rows]),
        authors=np.array([row.author for row, _ in rows]),
        read=unsure(scores),
    )
