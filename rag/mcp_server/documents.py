"""Provisions as chat clients take them: found ones as results, a whole one as a document.

Letters, chapeaux and words stand as they are printed. Refuses to pass a digest off as official words: a document of one
begins by saying so.
"""

from collections.abc import Iterator, Sequence

from corpus.citations.label import item_marks, label
from corpus.library import Library
from corpus.types import Citation, Language, Reference, TextStatus
from rag.citing import cite
from rag.mcp_server.shapes import Document, Metadata, Result
from rag.present.cards import above, marks_of
from rag.present.sheet import sheet

_DIGEST = "[Pinpoint's digest, not official words: those are not held here.]"
_DAMAGED = "[The copy held here is damaged and is not quoted. Pinpoint's digest instead, not official words:]"


def result(citation: Citation) -> Result:
    """A citation as a result."""
    title = f"{citation.label} – {citation.heading}" if citation.heading else citation.label
    return Result(id=str(citation.reference), title=title, url=citation.url)


def document(library: Library, name: str, language: Language, version: str) -> Document:
    """The provision of an id such as `mandela 45(1)`, with its items; a rule's number means all its paragraphs.

    Raises BadLocator, UnknownInstrument and UnknownProvision.
    """
    reference = Reference.parse(name)
    instrument = library.instrument(reference.instrument)
    meant = library.expand(reference) or (library.known(reference),)
    sheets = [sheet(library, one, language, language) for one in meant]
    citations = tuple(cite(library, place, language) for one in meant for place in _places(library, one))
    first, last = sheets[0], sheets[-1]
    printed = label(instrument, reference.locator, language)
    return Document(
        id=str(reference),
        title=f"{printed} – {first.citation.heading}" if first.citation.heading else printed,
        text="\n\n".join(_text(library, one, language, named=len(meant) > 1) for one in meant),
        url=first.citation.url,
        metadata=Metadata(
            text_status=_status(citations),
            language=citations[0].language,
            binding=instrument.binding,
            citations=citations,
            digest=tuple(statement for one in meant for statement in _statements(library, one, language)),
            before=result(first.before) if first.before else None,
            after=result(last.after) if last.after else None,
            see_also=tuple(dict.fromkeys(result(cited) for one in sheets for cited in one.see_also)),
            corpus_version=version,
        ),
    )


def _places(library: Library, reference: Reference) -> tuple[Reference, ...]:
    """A paragraph and its items; of an item, the chapeaux above it first: without them it may say the opposite."""
    if reference == library.paragraph(reference):
        return (reference, *library.items(reference))
    return (*reversed(tuple(above(library, reference))), reference)


def _text(library: Library, reference: Reference, language: Language, *, named: bool) -> str:
    cited = [cite(library, place, language) for place in _places(library, reference)]
    head = [cited[0].label] if named else []
    if _status(cited) is TextStatus.OFFICIAL:
        return "\n".join([*head, *(_line(library, one) for one in cited)])
    warning = _DIGEST if _status(cited) is TextStatus.DIGEST else _DAMAGED
    return "\n".join([*head, warning, *_statements(library, reference, language)])


def _line(library: Library, citation: Citation) -> str:
    marks = marks_of(library, citation.reference, citation.language)
    return f"{marks[-1]} {citation.quote}" if marks else citation.quote or ""


def _status(citations: Sequence[Citation]) -> TextStatus:
    """Official where every one is; else that of the first that is not."""
    return next((one.text_status for one in citations if one.text_status is not TextStatus.OFFICIAL), TextStatus.OFFICIAL)


def _statements(library: Library, reference: Reference, language: Language) -> Iterator[str]:
    """What the digest says, each list item after its letter."""
    for statement in library.statements(reference):
        said = statement.said(language)
        yield f"{''.join(item_marks(statement.item, language))} {said}" if statement.item else said
