"""The texts that are searched among, with what belongs together: what the network for search is fitted on.

A wording belongs to the paragraphs that it leads to, a question at the edge of the texts to its line. Reads no question of the
evaluation sets.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

import numpy as np
from numpy.typing import NDArray

from corpus.boundaries import Edge
from corpus.types import Language, Reference
from rag.index import Index

_HARD_NEGATIVES = 12
"""Paragraphs most easily confused with one, from which its hard negatives are drawn."""
_GROUPS, _BESIDE = 8, 3
"""Paragraphs that a batch is drawn around, and how many of its hard negatives stand beside each."""
_OF_ITS_OWN, _OF_OTHERS = 4, 3
"""Texts of such a paragraph, and of each other one or line."""
_LINES = 4
"""Lines near a paragraph, and lines that are near none."""

Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A wording with its paragraphs' `places`, or a question at the edge with its `line`, of a kind and near a place."""

    text: str
    language: Language
    places: frozenset[int]
    line: int | None = None
    near: int = -1
    edge: Edge | None = None


class Texts:
    """Every wording of an index and every question at its edge, and batches drawn from them.

    Texts that only may belong together are told apart by nobody: those of paragraphs of which one points to the other, and of
    two lines of one kind near the same paragraph.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self.texts = (*_wordings(index), *_edges(index))

    def batches(self, count: int) -> Iterator[list[int]]:
        """Places among `texts`; each batch is drawn around paragraphs with hard negatives of each."""
        chance = Random(0)  # noqa: S311 - a sample, no secret
        for _ in range(count):
            drawn: list[int] = []
            for place in chance.sample(range(len(self._index.paragraphs)), _GROUPS):
                drawn += self._pick(self._of_paragraph[place], _OF_ITS_OWN, chance)
                for other in chance.sample(self._hard_negatives[place], _BESIDE):
                    drawn += self._pick(self._of_paragraph[other], _OF_OTHERS, chance)
                drawn += self._lines_near(place, chance)
            yield list(dict.fromkeys((*drawn, *self._lines_near(-1, chance))))

    def relations(self, batch: Sequence[int]) -> tuple[Marks, Marks]:
        """The positive pairs of a batch and the certainly negative ones, both of shape (len(batch), len(batch))."""
        texts = [self.texts[place] for place in batch]
        member = np.zeros((len(texts), len(self._index.paragraphs)), np.float32)
        for row, text in enumerate(texts):
            member[row, list(text.places)] = 1.0
        lines = np.array([-1 if text.line is None else text.line for text in texts])
        same_line = (lines[:, None] == lines) & (lines >= 0)
        positive = (member @ member.T > 0) | same_line
        sides = np.array([f"{text.edge} {text.near}" if text.edge else "" for text in texts])
        beside = (sides[:, None] == sides) & (sides != "")
        perhaps = (member @ self._related @ member.T > 0) | beside
        negative = ~(positive | perhaps)
        np.fill_diagonal(positive, val=False)
        np.fill_diagonal(negative, val=False)
        return positive, negative

    def _lines_near(self, place: int, chance: Random) -> Iterator[int]:
        lines = self._lines[place]
        for line in chance.sample(lines, min(_LINES, len(lines))):
            yield from self._pick(self._of_line[line], _OF_OTHERS, chance)

    def _pick(self, places: Sequence[int], count: int, chance: Random) -> list[int]:
        """Some texts out of several, not more than half of them in one language where that can be helped."""
        drawn = chance.sample(places, min(len(places), 4 * count))
        by_language: dict[Language, int] = defaultdict(int)
        spread, rest = list[int](), list[int]()
        for place in drawn:
            language = self.texts[place].language
            (spread if by_language[language] < max(1, count // 2) else rest).append(place)
            by_language[language] += 1
        return [*spread, *rest][:count]

    @cached_property
    def _of_paragraph(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for place, text in enumerate(self.texts):
            for paragraph in text.places:
                found[paragraph].append(place)
        return found

    @cached_property
    def _of_line(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for place, text in enumerate(self.texts):
            if text.line is not None:
                found[text.line].append(place)
        return found

    @cached_property
    def _lines(self) -> dict[int, list[int]]:
        """Lines by the paragraph that they stand near, -1 for none."""
        found: dict[int, list[int]] = defaultdict(list)
        for line, places in self._of_line.items():
            found[self.texts[places[0]].near].append(line)
        return found

    @cached_property
    def _related(self) -> NDArray[np.float32]:
        """1 where a paragraph's digest points to another, or the other's to it."""
        library, paragraphs = self._index.library, self._index.paragraphs
        found = np.eye(len(paragraphs), dtype=np.float32)
        for place, paragraph in enumerate(paragraphs):
            digest = library.digest(paragraph)
            for named in digest.see_also if digest else ():
                for reference in library.expand(Reference.parse(named)):
                    other = self._index.place[reference]
                    found[place, other] = found[other, place] = 1.0
        return found

    @cached_property
    def _hard_negatives(self) -> list[list[int]]:
        """The paragraphs whose texts lie nearest to each one's on the whole, as the index finds them, related ones left out."""
        vectors = self._index.readings.vectors
        means = np.stack([vectors[self._of_paragraph[place]].mean(axis=0) for place in range(len(self._index.paragraphs))])
        means /= np.linalg.norm(means, axis=1, keepdims=True)
        likeness = np.where(self._related > 0, -1.0, means @ means.T)
        nearest = np.argsort(-likeness, axis=1, kind="stable")[:, :_HARD_NEGATIVES]
        return [[int(place) for place in row] for row in nearest]


def _wordings(index: Index) -> Iterator[Text]:
    for wording in index.wordings:
        places = frozenset(index.place[one] for one in (wording.reference, *wording.also))
        yield Text(text=wording.text, language=wording.language, places=places)


def _edges(index: Index) -> Iterator[Text]:
    lines = {
        (boundary.edge, language, ask): line
        for line, boundary in enumerate(index.library.edges)
        for language, asks in boundary.asks.items()
        for ask in asks
    }
    for edge, near in zip(index.edges, index.edge_places.tolist(), strict=True):
        line = lines[edge.edge, edge.language, edge.text]
        yield Text(text=edge.text, language=edge.language, places=frozenset(), line=line, near=near, edge=edge.edge)
