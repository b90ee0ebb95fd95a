"""A place found by what somebody types: a citation leads to it, words lead to the provisions nearest to them.

Refuses to search where a citation is all that was typed: a number that does not exist leads to what stands nearest to it,
and says so.
"""

from dataclasses import dataclass
from enum import StrEnum

from corpus.language import detect
from corpus.types import Citation, Language
from rag.accept import accept
from rag.citing import cite
from rag.pipeline import Pipeline
from rag.refer import closest, refer, successors


class How(StrEnum):
    """How a place was found; `nearest` gives what stands beside a number that does not exist."""

    CITATION = "citation"
    WORDS = "words"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where to go, best first."""

    typed: str
    how: How
    citations: tuple[Citation, ...]


def find_places(pipeline: Pipeline, typed: str, reader: Language, top: int = 10) -> Places:
    """The provisions that a citation names, or the `top` nearest to words; raises BadInput."""
    text = accept(typed)
    library = pipeline.index.library
    referred = refer(library, text, detect(text))
    named = referred.resolved or referred.ambiguous
    if named and not referred.rest:
        return Places(typed=typed, how=How.CITATION, citations=tuple(cite(library, one, reader) for one in named))
    if not referred.rest and (referred.missing or referred.superseded):
        near = [one for missing in referred.missing for one in closest(library, missing)]
        near += [one for old in referred.superseded for one in successors(library, old)]
        return Places(typed=typed, how=How.NEAREST, citations=tuple(cite(library, one, reader) for one in near[:top]))
    found = pipeline.search(text, top).passages
    return Places(typed=typed, how=How.WORDS, citations=tuple(cite(library, one.citation.reference, reader) for one in found))
