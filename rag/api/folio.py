"""What the page of a provision shows: its words in every language that is held, its digest, its neighbours.

Takes words from the store alone, each in its own language: where a language's copy is damaged, its column says so and
no other language fills it. Never shows words that are not held intact.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.citations.label import label
from corpus.digests import Statement
from corpus.errors import UnknownProvision
from corpus.library import Library
from corpus.types import Citation, Instrument, Language, Locator, Provision, Reference, TextStatus
from rag.present.cards import marks_of
from rag.present.sheet import Sheet, sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words up to a footnote's mark; `mark` is the number that is printed after them, or empty."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A chapeau or a list item in one language; no runs where its words are not held intact.

    `asked` is true for the item that the page was opened for.
    """

    item: str
    depth: int
    runs: tuple[Run, ...]
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A paragraph in one language, with the footnotes that it refers to."""

    language: Language
    status: TextStatus
    heading: str
    rows: tuple[Row, ...]
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One paragraph; of its columns the one in the reader's language stands first."""

    sheet: Sheet
    label: str
    columns: tuple[Column, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folio:
    """All that one page shows: one paragraph, or all of a rule; `status` is that of the words held."""

    instrument: Instrument
    reference: Reference
    label: str
    status: TextStatus
    leaves: tuple[Leaf, ...]
    before: Citation | None
    after: Citation | None


def folio(library: Library, instrument: str, locator: str, reader: Language) -> Folio:
    """The page of a locator as it is written; raises UnknownInstrument, UnknownProvision and BadLocator."""
    known = library.instrument(instrument)
    reference = Reference(instrument=known.id, locator=str(Locator.parse(locator)))
    found = library.expand(reference)
    if not found:
        library.known(reference)
        raise UnknownProvision(f"{instrument} has no {locator}.")
    leaves = tuple(_leaf(library, one, reader) for one in found)
    return Folio(
        instrument=known,
        reference=reference,
        label=label(known, reference.locator, reader),
        status=_status(leaves),
        leaves=leaves,
        before=leaves[0].sheet.before,
        after=leaves[-1].sheet.after,
    )


def _status(leaves: tuple[Leaf, ...]) -> TextStatus:
    """Official where any column is, else damaged where there is one, else digest."""
    held = [column.status for leaf in leaves for column in leaf.columns]
    return next((one for one in TextStatus if one in held), TextStatus.DIGEST)


def _leaf(library: Library, reference: Reference, reader: Language) -> Leaf:
    shown = sheet(library, reference, reader, reader)
    paragraph = library.paragraph(reference)
    return Leaf(
        sheet=shown,
        label=label(library.instrument(paragraph.instrument), paragraph.locator, reader),
        columns=tuple(sorted(_columns(library, paragraph, reference), key=lambda column: column.language is not reader)),
        statements=shown.statements,
    )


def _columns(library: Library, paragraph: Reference, asked: Reference) -> Iterator[Column]:
    versions = library.texts.get(paragraph.instrument, {})
    places = (paragraph, *library.items(paragraph))
    for language in Language:
        provisions = versions.get(language, {})
        held = [(place, provisions[place.locator]) for place in places if place.locator in provisions]
        if held:
            intact = all(provision.status is TextStatus.OFFICIAL for _, provision in held)
            path = held[0][1].heading_path
            yield Column(
                language=language,
                status=TextStatus.OFFICIAL if intact else TextStatus.DAMAGED,
                heading=" › ".join(path),
                rows=tuple(_row(library, place, provision, asked) for place, provision in held),
                notes=tuple(_notes(provisions, [provision for _, provision in held])),
            )


def _row(library: Library, place: Reference, provision: Provision, asked: Reference) -> Row:
    marks = marks_of(library, place, provision.language)
    intact = provision.status is TextStatus.OFFICIAL
    return Row(
        item=marks[-1] if marks else "",
        depth=len(marks),
        runs=tuple(_runs(provision)) if intact else (),
        asked=bool(marks) and place == asked,
    )


def _runs(provision: Provision) -> Iterator[Run]:
    begin = 0
    for mark in sorted(provision.marks, key=lambda mark: mark.offset):
        yield Run(text=provision.text[begin : mark.offset], mark=mark.footnote.removeprefix("fn"))
        begin = mark.offset
    yield Run(text=provision.text[begin:], mark="")


def _notes(provisions: Mapping[str, Provision], held: Sequence[Provision]) -> Iterator[tuple[str, str]]:
    """The footnotes that these provisions refer to, where they are held intact."""
    for name in dict.fromkeys(mark.footnote for provision in held for mark in provision.marks):
        note = provisions.get(name)
        if note is not None and note.status is TextStatus.OFFICIAL:
            yield name.removeprefix("fn"), note.text
