"""A citation opened: the provision in full with its quoted words, its digest, its neighbours and what refers to it.

Marks words only where the stored text has them at their offsets. Never quotes what is not held intact.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.digests import Statement
from corpus.errors import BadLocator
from corpus.library import Library
from corpus.types import Citation, Language, Provision, Reference, TextStatus
from rag.citing import cite
from rag.present.cards import item_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A chapeau or a list item: its letter, its words and the code points to mark; no words where none are intact."""

    item: str
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is shown of one paragraph.

    `citation` is of what was asked for; its language is that of the words shown, `languages` are those in which words
    are held; `before` and `after` are the neighbours in printed order.
    """

    citation: Citation
    heading_path: tuple[str, ...]
    parts: tuple[Part, ...]
    languages: tuple[Language, ...]
    statements: tuple[Statement, ...]
    before: Citation | None
    after: Citation | None
    cites: tuple[Citation, ...]
    cited_by: tuple[Citation, ...]
    see_also: tuple[Citation, ...]


def sheet(library: Library, reference: Reference, words: Language, reader: Language, quoted: Sequence[Citation] = ()) -> Sheet:
    """The paragraph of a reference in `words` where they are held in it, labels for `reader`, words of `quoted` marked.

    Raises UnknownProvision.
    """
    citation = replace(cite(library, reference, words), label=cite(library, reference, reader).label)
    paragraph = library.paragraph(reference)
    held = library.provision(paragraph, words) or library.provision(reference, words)
    digest = library.digest(paragraph)
    cites = _cited(library, digest.cites if digest else (), paragraph)
    cited_by = _cited(library, _referring(library, paragraph), paragraph)
    see_also = _cited(library, digest.see_also if digest else (), paragraph)
    row = [r for r in library.references if r.instrument == paragraph.instrument and library.paragraph(r) == r]
    place = row.index(paragraph)

    def for_reader(references: Iterable[Reference]) -> tuple[Citation, ...]:
        return tuple(cite(library, one, reader) for one in references)

    return Sheet(
        citation=citation,
        heading_path=held.heading_path if held and held.heading_path else (citation.heading,) * bool(citation.heading),
        parts=tuple(_parts(library, paragraph, words, quoted)),
        languages=_languages(library, paragraph),
        statements=digest.statements if digest else (),
        before=next(iter(for_reader(row[max(place - 1, 0) : place])), None),
        after=next(iter(for_reader(row[place + 1 : place + 2])), None),
        cites=for_reader(cites),
        cited_by=for_reader(one for one in cited_by if one not in cites),
        see_also=for_reader(one for one in see_also if one not in {*cites, *cited_by}),
    )


def spans(provision: Provision, quoted: Sequence[Citation]) -> tuple[tuple[int, int], ...]:
    """Code points of a provision that citations quote; a quote that is not there word for word is left unmarked."""
    return tuple(
        (citation.start, citation.end)
        for citation in quoted
        if citation.start is not None
        and citation.end is not None
        and (citation.instrument, citation.locator) == (provision.instrument, provision.locator)
        and citation.language is provision.language
        and provision.text[citation.start : citation.end] == citation.quote
    )


def _parts(library: Library, paragraph: Reference, language: Language, quoted: Sequence[Citation]) -> Iterator[Part]:
    for reference in (paragraph, *library.items(paragraph)):
        held = library.provision(reference, language)
        item = item_of(library, reference, language)
        if held is not None and held.status is TextStatus.OFFICIAL:
            yield Part(item=item, text=held.text, spans=spans(held, quoted))
        elif held is not None:
            yield Part(item=item, text="", spans=())


def _languages(library: Library, paragraph: Reference) -> tuple[Language, ...]:
    versions = library.texts.get(paragraph.instrument, {})
    return tuple(language for language in Language if paragraph.locator in versions.get(language, {}))


def _referring(library: Library, paragraph: Reference) -> Iterator[str]:
    """Paragraphs whose text refers to this one, as their digests tell."""
    for instrument, digests in library.digests.items():
        for locator, digest in digests.items():
            if any(_touches(printed, paragraph) for printed in digest.cites):
                yield f"{instrument} {locator}"


def _touches(printed: str, paragraph: Reference) -> bool:
    instrument, _, locator = printed.partition(" ")
    one, other = f"{locator}(", f"{paragraph.locator}("
    return instrument == paragraph.instrument and bool(locator) and (one.startswith(other) or other.startswith(one))


def _cited(library: Library, printed: Iterable[str], own: Reference) -> tuple[Reference, ...]:
    """What is printed and held in scope, each once; what names an instrument alone is passed over."""
    return tuple(dict.fromkeys(one for text in printed for one in _held(library, text) if one != own))


def _held(library: Library, printed: str) -> tuple[Reference, ...]:
    try:
        reference = Reference.parse(printed)
    except BadLocator:
        return ()
    return library.expand(reference) if reference.instrument in library.instruments else ()
