"""What refers to what, in both directions: printed references and our own pointers, between paragraphs.

Read once from the digests. Refuses to invent a target: what names an instrument alone leads to the instrument, and what
names a provision that is not in scope leads to its instrument with the locator as it is printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import BadLocator
from corpus.library import Library
from corpus.types import Citation, Language, Locator, Reference
from rag.citing import cite


class Link(StrEnum):
    """What a reference is: printed in the text, or our judgement."""

    CITES = "cites"
    SEE_ALSO = "see_also"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference:
    """A reference from one paragraph to another place.

    `target` is a paragraph in scope, or None where an instrument as a whole is meant or the place is not in scope; then
    `instrument` says which, and `locator` what is printed, empty for the whole.
    """

    source: Reference
    link: Link
    instrument: str
    locator: str
    target: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReferences:
    """All references of a library, by where they come from and by the paragraph that they lead to; in citation order."""

    outgoing: Mapping[Reference, tuple[CrossReference, ...]]
    incoming: Mapping[Reference, tuple[CrossReference, ...]]

    @property
    def all(self) -> Iterator[CrossReference]:
        """Every reference once."""
        for found in self.outgoing.values():
            yield from found


@dataclass(frozen=True, slots=True, kw_only=True)
class Referring:
    """What refers to a provision and what it refers to, as citations for a reader; `beyond` are places not in scope."""

    citation: Citation
    cited_by: tuple[Citation, ...]
    cites: tuple[Citation, ...]
    pointed_from: tuple[Citation, ...]
    see_also: tuple[Citation, ...]
    beyond: tuple[str, ...]


def cross_references(library: Library) -> CrossReferences:
    """Gather every reference that the digests of a library tell of."""
    outgoing: dict[Reference, list[CrossReference]] = {}
    incoming: dict[Reference, list[CrossReference]] = {}
    for source in library.references:
        digest = library.digests.get(source.instrument, {}).get(source.locator)
        printed = [(Link.CITES, text) for text in digest.cites] if digest else []
        printed += [(Link.SEE_ALSO, text) for text in digest.see_also] if digest else []
        for one in dict.fromkeys(found for link, text in printed for found in _led(library, source, link, text)):
            outgoing.setdefault(source, []).append(one)
            if one.target is not None:
                incoming.setdefault(one.target, []).append(one)
    return CrossReferences(
        outgoing={key: tuple(found) for key, found in outgoing.items()},
        incoming={key: tuple(found) for key, found in incoming.items()},
    )


def referring(library: Library, references: CrossReferences, reference: Reference, reader: Language) -> Referring:
    """What refers to the paragraph of a reference, and what it refers to; raises UnknownInstrument and UnknownProvision."""
    library.instrument(reference.instrument)
    meant = library.expand(reference) or (library.known(reference),)
    paragraphs = [library.paragraph(one) for one in meant]
    out = [one for paragraph in paragraphs for one in references.outgoing.get(paragraph, ())]
    back = [one for paragraph in paragraphs for one in references.incoming.get(paragraph, ())]

    def shown(found: Iterator[Reference | None]) -> tuple[Citation, ...]:
        held = dict.fromkeys(one for one in found if one is not None and one not in paragraphs)
        return tuple(cite(library, one, reader) for one in sorted(held, key=lambda r: library.order[r]))

    return Referring(
        citation=cite(library, meant[0], reader),
        cited_by=shown(one.source for one in back if one.link is Link.CITES),
        cites=shown(one.target for one in out if one.link is Link.CITES),
        pointed_from=shown(one.source for one in back if one.link is Link.SEE_ALSO),
        see_also=shown(one.target for one in out if one.link is Link.SEE_ALSO),
        beyond=tuple(dict.fromkeys(f"{one.instrument} {one.locator}".strip() for one in out if one.target is None)),
    )


def _led(library: Library, source: Reference, link: Link, text: str) -> Iterator[CrossReference]:
    """Where a printed reference leads; a rule leads to all of its paragraphs, an item to its paragraph."""
    instrument, _, locator = text.partition(" ")
    targets = _targets(library, instrument, locator)
    for target in targets:
        if target != source:
            yield CrossReference(source=source, link=link, instrument=instrument, locator=locator, target=target)
    if not targets:
        yield CrossReference(source=source, link=link, instrument=instrument, locator=locator, target=None)


def _targets(library: Library, instrument: str, locator: str) -> tuple[Reference, ...]:
    if instrument not in library.instruments or not locator:
        return ()
    try:
        reference = Reference(instrument=instrument, locator=str(Locator.parse(locator)))
    except BadLocator:
        return ()
    return tuple(dict.fromkeys(library.paragraph(one) for one in library.expand(reference)))
