"""Questions that came before their provisions and that no reader has read, as the decision and the reader see them.

The reader's weights are fitted on those of `UNREAD` beside dev; nothing is fitted on those of `UNFITTED` (`python -m
eval.unfitted`). Dev's authors are those that the decision was fitted on, which therefore seems surer of their questions than of
anybody's. Holds nothing that a reader was fitted on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_softmax

from corpus.asked import all_asked
from corpus.language import detect
from eval.corpus_examples import signs_of
from eval.fitting import Examples, Floats, fit_decision
from eval.new_authors import COURSE_OF
from rag.decide.decision import Course
from rag.decide.falsity import falsity, told_apart
from rag.decide.relevance import FEATURES, Odds, beside, features, readings, unsure, weighed
from rag.decide.signs import SIGNS
from rag.pipeline import Pipeline
from rag.progress import progress
from rag.retrieve import DEPTH, Searched, search
from rag.weights import weights

UNREAD = Path(__file__).parent / "training" / "unread"
"""Where those are that nobody has read but the model that weighs the reader, and that are not in the index either."""
UNFITTED = Path(__file__).parent / "training" / "unfitted"
"""Where those are on which nothing is fitted at all."""
_WEIGHT = 1.2
"""What each weighs beside an answer of dev."""


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The questions, each in each language: `scores` before the reader, shape (n, 3), `table` with it, shape (n, features).

    `read` is where the decision is unsure; `odds` are the readings there, none elsewhere; `falsity` the log-odds that what is
    presupposed is false, None where nothing is; `authors` is who wrote which, in which of the `languages`.
    """

    scores: Floats
    odds: tuple[tuple[Odds, ...], ...]
    table: Floats
    courses: NDArray[np.int64]
    authors: NDArray[np.str_]
    languages: NDArray[np.str_]
    read: NDArray[np.bool_]
    falsity: tuple[float | None, ...]

    def but(self, author: str = "") -> Examples:
        """Those to fit on, of all but one author."""
        kept = self.read & (self.authors != author)
        return Examples(table=self.table[kept], courses=self.courses[kept], weights=np.full(int(kept.sum()), _WEIGHT))

    def folded(self, dev: Examples) -> Floats:
        """The scores that stand, each by a fit to dev and to the other authors, shape (n, 3)."""
        found = self.scores.copy()
        for author in sorted(set(self.authors.tolist())):
            of_author = self.authors == author
            found[of_author] = self.standing(fit_decision(dev.and_(self.but(author))), of_author)[of_author]
        return found

    def standing(self, table: Floats, kept: NDArray[np.bool_] | None = None) -> Floats:
        """The scores that stand by the reader's weights, shape (features, 3), where it is asked; elsewhere those before it.

        With `kept` it is asked about these alone, shape (n,). The scores are of shape (n, 3).
        """
        found = self.scores.copy()
        for place in np.flatnonzero(self.read if kept is None else self.read & kept).tolist():
            found[place] = weighed(self.scores[place], iter(self.odds[place]), table)
        return np.array([told_apart(score, false) for score, false in zip(found, self.falsity, strict=True)])


def came_first(pipeline: Pipeline, folder: Path = UNREAD) -> First:
    """The questions as the present decision and the reader see them; raises BadFacts."""
    order, table = list(Course), weights("decision", ("bias", *SIGNS))
    rows = [(row, language, text) for row in all_asked(folder) for language, text in row.question.items()]
    found, odds, false = [], [], []
    for text in _shown([text for _, _, text in rows]):
        searched = search(pipeline.index, pipeline.embedder, text, text, detect(text), DEPTH)
        score = log_softmax(signs_of(pipeline.index, searched) @ table)
        found.append(score)
        odds.append(read_odds(pipeline, score, searched) if unsure(score) else ())
        false.append(falsity(pipeline.index.library, pipeline.embedder, searched.retrieved.found[0], searched.asked))
    scores = np.array(found)
    return First(
        scores=scores,
        odds=tuple(odds),
        table=read_table(scores, odds),
        courses=np.array([order.index(COURSE_OF[row.kind]) for row, _, _ in rows]),
        authors=np.array([row.author for row, _, _ in rows]),
        languages=np.array([language.value for _, language, _ in rows]),
        read=unsure(scores),
        falsity=tuple(false),
    )


def _shown(texts: Sequence[str]) -> Iterator[str]:
    with progress("Asking questions that came first") as step:
        for done, text in enumerate(texts):
            step(done, len(texts))
            yield text


def read_odds(pipeline: Pipeline, scores: Floats, searched: Searched) -> tuple[Odds, ...]:
    """All readings where the scores are for an answer, which may be overturned; else the first."""
    asked = searched.asked
    made = readings(pipeline.index.library, pipeline.embedder, beside(searched, scores), asked.text, asked.language)
    return tuple(made if scores.argmax() == list(Course).index(Course.ANSWER) else islice(made, 1))


def read_table(scores: Floats, odds: Sequence[Sequence[Odds]]) -> Floats:
    """What the reader's weights are fitted on, shape (n, features): the first reading of each; zeros where nothing was read."""
    nothing = np.zeros(len(FEATURES))
    return np.stack([features(score, one[0]) if one else nothing for score, one in zip(scores, odds, strict=True)])
