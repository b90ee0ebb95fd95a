"""Questions that the decision is fitted on beside dev: asks, silences, misbeliefs and headings of the corpus.

A seeded sample of each, asked while the index knows nothing of it: dev has few of the plainest questions and few at the edge.
Reads no evaluation question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from corpus.boundaries import Boundary, Edge
from corpus.digests import Digest
from corpus.language import detect
from corpus.library import Library
from corpus.types import Language
from eval.fitting import Examples
from rag.citing import heading
from rag.decide.decision import Course
from rag.decide.signs import SIGNS, signs
from rag.index import Index
from rag.lexical import LexicalIndex
from rag.pipeline import Pipeline
from rag.refer import refer
from rag.retrieve import Searched, read_question, retrieve
from rag.types import Field

Asks = Mapping[Language, tuple[str, ...]]
_EDGES, _ASKS, _WEIGHT = 3_000, 3_000, 0.4
"""How many of each are drawn, and what each weighs beside a dev question."""
_NEITHER = 6.0
"""What one in neither English nor Chinese weighs beside the others: few of dev's are, and hardly any of these is refused."""
_GENERAL, _EACH = 8, 2
"""How many of a general boundary are drawn, and of one that stands near a provision."""
_FORMS = {Language.EN: "What do the {name} say about {subject}?", Language.ZH: "{name}对{subject}怎么规定？"}
_HEADINGS, _HEADING_WEIGHT = 150, 1.6
"""How many headings an open question is made of, in English and in Chinese each, and what each weighs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What is asked: questions at the edge with their boundaries, and asks; `beside` are translations of these."""

    edges: tuple[tuple[Boundary, str], ...]
    asks: tuple[str, ...]
    beside: frozenset[str] = frozenset()

    @property
    def hidden(self) -> frozenset[str]:
        """Everything that is not to be known while these are asked: the asks, and the edges with all of their boundaries."""
        of_edges = {text for boundary, _ in self.edges for texts in boundary.asks.values() for text in texts}
        return frozenset(self.asks) | self.beside | of_edges


def draw(index: Index) -> Drawn:
    """A sample of the index's edges and asks in every language; the same index gives the same sample."""
    chance = Random(1955)  # noqa: S311 - a sample, no secret
    near: list[tuple[Boundary, str]] = []
    for boundary in index.library.edges:
        texts = [text for language in Language for text in boundary.asks.get(language, ())]
        near += [(boundary, text) for text in chance.sample(texts, min(len(texts), _EACH if boundary.near else _GENERAL))]
    chance.shuffle(near)
    asks = sorted({one.text for one in index.wordings if one.field is Field.ASK})
    drawn = chance.sample(asks, min(_ASKS, len(asks)))
    whole = [set(row.question.values()) for row in index.library.answered]
    beside = frozenset(text for texts in whole if not texts.isdisjoint(drawn) for text in texts)
    return Drawn(edges=tuple(near[:_EDGES]), asks=tuple(drawn), beside=beside)


def spoken(index: Index, hidden: frozenset[str]) -> Examples:
    """Vectors of every ask and edge in every language but for those `hidden`.

    Each course weighs the same in all, and so within each language, as far as it has all three: a language must not tell the
    course.
    """
    edge_courses = [_of_edge(edge.edge) for edge in index.edges]
    courses = np.array([Course.ANSWER] * len(index.wordings) + edge_courses)
    texts = [*(one.text for one in index.wordings), *(one.text for one in index.edges)]
    asked = [*(one.field is Field.ASK for one in index.wordings), *(True for _ in index.edges)]
    rows = np.array([row for row, text in enumerate(texts) if asked[row] and text not in hidden], np.int64)
    kept = np.array([list(Course).index(Course(one)) for one in courses[rows]], np.int64)
    vectors = index.readings.vectors[rows].astype(np.float64)
    spoken_in = [*(one.language for one in index.wordings), *(one.language for one in index.edges)]
    languages = np.array([list(Language).index(language) for language in spoken_in])[rows]
    return Examples(table=np.hstack([np.ones((len(rows), 1)), vectors]), courses=kept, weights=_balanced(languages, kept))


def _balanced(languages: NDArray[np.int64], courses: NDArray[np.int64]) -> NDArray[np.float64]:
    """Weights by which each course of a language comes to as much as the others, and each course of all comes to 1."""
    counts = np.zeros((len(Language), len(Course)))
    np.add.at(counts, (languages, courses), 1.0)
    share = counts.sum(axis=1, keepdims=True) / np.maximum(counts, 1.0)
    share /= np.maximum((share * counts).sum(axis=0), 1.0)
    return np.asarray(share[languages, courses], np.float64)


def edges(pipeline: Pipeline, drawn: Drawn) -> Examples:
    """Questions at the edge, each asked while its whole boundary is hidden."""
    index = pipeline.index
    rows = {edge.text: row for row, edge in enumerate(index.edges)}
    hidden = {
        id(boundary): [rows[text] for texts in boundary.asks.values() for text in texts if text in rows]
        for boundary, _ in drawn.edges
    }
    table = [read_signs(index, pipeline, text, hidden[id(boundary)]) for boundary, text in drawn.edges]
    return as_examples(table, [_of_edge(boundary.edge) for boundary, _ in drawn.edges], _WEIGHT)


def asks(pipeline: Pipeline, drawn: Drawn) -> Examples:
    """Asks, put to an index without them: answered, however they are put."""
    less = without(pipeline.index, frozenset(drawn.asks))
    return as_examples([read_signs(less, pipeline, text) for text in drawn.asks], [Course.ANSWER] * len(drawn.asks), _WEIGHT)


def open_questions(pipeline: Pipeline) -> Examples:
    """Questions that only ask what an instrument says on a subject: answered, whatever stands near."""
    index, chance = pipeline.index, Random(1990)  # noqa: S311 - a sample, no secret
    library = index.library
    digested = [paragraph for paragraph in index.paragraphs if library.digest(paragraph)]
    table = []
    for language, form in _FORMS.items():
        for paragraph in chance.sample(digested, min(_HEADINGS, len(digested))):
            name = library.instrument(paragraph.instrument).names[language]
            subject = heading(library, paragraph, language)
            table.append(read_signs(index, pipeline, form.format(name=name, subject=subject[:1].lower() + subject[1:])))
    return as_examples(table, [Course.ANSWER] * len(table), _HEADING_WEIGHT)


def read_signs(index: Index, pipeline: Pipeline, text: str, hidden: Sequence[int] = ()) -> list[float]:
    """What the decision weighs of a question that is put alone, shape (1 + signs,), a constant first."""
    asked = read_question(index, pipeline.embedder, text, detect(text))
    return signs_of(index, Searched(asked=asked, retrieved=retrieve(index, asked, 10, hidden=hidden)))


def signs_of(index: Index, searched: Searched) -> list[float]:
    """The same of a question that was already looked for."""
    asked = searched.asked
    return [1.0, *signs(index, asked, searched.retrieved, refer(index.library, asked.text, asked.language))]


def as_examples(
    table: Sequence[Sequence[float]], courses: Sequence[Course], weight: float, *, neither: float = _NEITHER
) -> Examples:
    """Rows that `read_signs` gives with the courses due, of one weight, those in neither English nor Chinese `neither` times.

    `table` is of shape (n, 1 + signs).
    """
    order, rows = list(Course), np.array(table).reshape(-1, 1 + len(SIGNS))
    in_neither = rows[:, 1 + SIGNS.index("neither")] > 0
    return Examples(
        table=rows,
        courses=np.array([order.index(course) for course in courses]),
        weights=weight * np.where(in_neither, neither, 1.0),
    )


def _of_edge(edge: Edge) -> Course:
    return Course.CORRECT if edge is Edge.MISBELIEF else Course.REFUSE


def without(index: Index, hidden: frozenset[str]) -> Index:
    """An index that has never seen these asks."""

    def left(spoken: Asks) -> Asks:
        return {language: tuple(one for one in held if one not in hidden) for language, held in spoken.items()}

    def less(digest: Digest) -> Digest:
        of_items = {item: left(spoken) for item, spoken in digest.item_asks.items()}
        return digest.model_copy(update={"asks": left(digest.asks), "item_asks": of_items})

    digests = {name: {at: less(one) for at, one in held.items()} for name, held in index.library.digests.items()}
    asked = tuple(row for row in index.library.asked if not hidden & set(row.question.values()))
    return _over(index, replace(index.library, digests=digests, asked=asked))


def _over(index: Index, library: Library) -> Index:
    narrower = index.over(library)
    return replace(narrower, lexical=LexicalIndex.build(narrower.library, narrower.wordings))
