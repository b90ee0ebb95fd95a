"""Whether an answer says a nugget: the judge that `eval.metrics.nuggets` asks, by the digests and the embedder.

A nugget stands for the nearest statement of its provisions, and so does a claim of those that it cites: where a supported
claim stands for the nugget's statement, the nugget is covered. Deterministic; refuses to read agreement off similarity
alone, since only claims that the checker supported count.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.digests import Statement
from corpus.language import detect
from corpus.library import Library
from corpus.types import Language, Reference
from eval.metrics.nuggets import Coverage
from eval.types import Item, Nugget, Outcome
from rag.ports import Embedder
from rag.types import VerdictStatus
from rag.vectors import embed_all

Vector = NDArray[np.float32]
Place = tuple[Reference, int]
"""A statement: its paragraph and its position in the paragraph's digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestJudge:
    """Judges nuggets; `vectors` holds every text that it compares."""

    library: Library
    vectors: Mapping[str, Vector]

    def __call__(self, nugget: Nugget, outcome: Outcome) -> Coverage:
        """Full where a supported claim states it, partial where one cites a provision of it, else none."""
        supported = [claim for claim in outcome.claims if claim.verdict == VerdictStatus.SUPPORTED.value]
        wanted = self._stands_for(_wording(nugget), nugget.references)
        stated = {self._stands_for(claim.text, claim.citations) for claim in supported}
        if wanted is not None and wanted in stated:
            return Coverage.FULL
        about = {self.library.paragraph(one) for one in held(self.library, nugget.references)}
        cited = {self.library.paragraph(one) for claim in supported for one in held(self.library, claim.citations)}
        return Coverage.PARTIAL if about & cited else Coverage.NONE

    def _stands_for(self, text: str, references: Sequence[Reference]) -> Place | None:
        """The statement of the provisions that a text is, or is nearest to, ties in printed order."""
        places = candidates(self.library, references)
        for place, statement in places.items():
            if text in statement.texts.values():
                return place
        language = detect(text)
        scores = {place: float(self.vectors[text] @ self.vectors[s.said(language)]) for place, s in places.items()}
        return max(scores, key=lambda place: round(scores[place], 6), default=None)


def candidates(library: Library, references: Iterable[Reference]) -> dict[Place, Statement]:
    """The digest statements of provisions in scope, an item's own or a whole paragraph's."""
    found: dict[Place, Statement] = {}
    for reference in held(library, references):
        paragraph = library.paragraph(reference)
        own = library.statements(reference)
        for number, statement in enumerate(library.statements(paragraph)):
            if statement in own:
                found[paragraph, number] = statement
    return found


def held(library: Library, references: Iterable[Reference]) -> tuple[Reference, ...]:
    """References in scope, a numbered rule as its paragraphs."""
    inside = [one for one in references if one.instrument in library.instruments]
    return tuple(opened for one in inside for opened in library.expand(one))


def open_judge(
    library: Library,
    embedder: Embedder,
    cache: Path,
    texts: Collection[str],
    watch: Callable[[int, int], None],
) -> DigestJudge:
    """A judge that can compare these texts; vectors known before are read from `cache`."""
    wanted = sorted(texts)
    vectors = embed_all(cache, embedder, wanted, watch)
    return DigestJudge(library=library, vectors=dict(zip(wanted, vectors, strict=True)))


def compared_texts(library: Library, items: Iterable[Item], outcomes: Iterable[Outcome]) -> set[str]:
    """Every text that judging these outcomes compares: nuggets and claims in free wording, each with its statements."""
    nuggets = [(_wording(one), one.references) for item in items for turn in item.turns for one in turn.nuggets]
    claims = [(claim.text, claim.citations) for outcome in outcomes for claim in outcome.claims]
    compared: set[str] = set()
    for text, references in dict.fromkeys((*nuggets, *claims)):
        statements = candidates(library, references).values()
        if not any(text in statement.texts.values() for statement in statements):
            language = detect(text)
            compared |= {text, *(statement.said(language) for statement in statements)}
    return compared


def _wording(nugget: Nugget) -> str:
    """English where there is one, so that a nugget stands for the same statement in every language."""
    return nugget.text.get(Language.EN) or next(iter(nugget.text.values()))
