"""Themes and instruments as an assistant leafs through them: names with counts, and what stands under one of them.

Refuses a theme that is not on the closed list, and says which are.
"""

from dataclasses import dataclass

from corpus.citations.label import label
from corpus.errors import BadInput
from corpus.library import Library
from corpus.types import Language, Reference
from rag.api.provisions import InstrumentEntry, Topic, instruments, topics
from rag.citing import cite, heading
from rag.mcp_server.documents import result
from rag.mcp_server.shapes import Content, TopicEntry, Topics


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentSheet:
    """An instrument with its table of contents: a line for each paragraph."""

    instrument: InstrumentEntry
    contents: tuple[Content, ...]
    corpus_version: str


def topics_of(library: Library, topic: str, language: Language, version: str) -> Topics:
    """All themes, or the one named with its provisions; raises BadInput for one that is not on the list."""
    every = topics(library, version).topics
    asked = [one for one in every if one.id == topic.strip().lower()]
    if topic.strip() and not asked:
        known = ", ".join(one.id for one in every)
        raise BadInput(f"There is no topic {topic[:100]!r}.", hint=f"The topics are: {known}.")
    shown = [_entry(library, one, language, whole=bool(asked)) for one in asked or every]
    return Topics(topics=tuple(shown), corpus_version=version)


def contents_of(library: Library, name: str, version: str) -> InstrumentSheet:
    """An instrument in scope with its table of contents, in English; raises UnknownInstrument."""
    instrument = library.instrument(name)
    entry = next(one for one in instruments(library, version).instruments if one.id == instrument.id)
    paragraphs = (one for one in library.references if one.instrument == instrument.id and library.paragraph(one) == one)
    return InstrumentSheet(
        instrument=entry, contents=tuple(_content(library, one) for one in paragraphs), corpus_version=version
    )


def _entry(library: Library, topic: Topic, language: Language, *, whole: bool) -> TopicEntry:
    found = topic.references if whole else ()
    return TopicEntry(
        id=topic.id,
        name=topic.names[language],
        provisions=len(topic.references),
        results=tuple(result(cite(library, one, language)) for one in found),
    )


def _content(library: Library, reference: Reference) -> Content:
    printed = label(library.instrument(reference.instrument), reference.locator, Language.EN)
    return Content(id=str(reference), label=printed, heading=heading(library, reference, Language.EN))
