"""Instruments, provisions and topics as the API gives them: everything that the library says, gathered.

Values only, built from the library. Refuses to give words that are not held intact: a damaged version says so and has
no text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.digests import Digest
from corpus.library import Library
from corpus.types import Binding, Citation, Instrument, Kind, Language, Reference, TextStatus, Unit
from corpus.vocabulary import vocabulary
from rag.citing import address, cite
from rag.present.sheet import sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentEntry:
    """An instrument in scope: what it is, in which languages its official text is held, whether it has digests."""

    id: str
    symbol: str
    titles: Mapping[Language, str]
    names: Mapping[Language, str]
    adopted: date
    binding: Binding
    unit: Unit
    core: bool
    status: str
    supersedes: tuple[str, ...]
    urls: Mapping[Language, str]
    official_in: tuple[Language, ...]
    digests: int
    provisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentList:
    """All instruments in scope."""

    instruments: tuple[InstrumentEntry, ...]
    corpus_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One language version of a provision; `text` is None unless its words are held intact."""

    language: Language
    text_status: TextStatus
    heading_path: tuple[str, ...]
    text: str | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionEntry:
    """A provision in every language held; of a paragraph with items, its chapeau."""

    citation: Citation
    kind: Kind | None
    parent: str | None
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphEntry:
    """A paragraph with its items, its digest, its neighbours in printed order, and its references both ways."""

    provisions: tuple[ProvisionEntry, ...]
    digest: Digest | None
    before: Citation | None
    after: Citation | None
    cites: tuple[Citation, ...]
    cited_by: tuple[Citation, ...]
    see_also: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionSheet:
    """What a locator means: a paragraph or an item, or all paragraphs of a rule."""

    instrument: str
    symbol: str
    locator: str
    permalink: str
    paragraphs: tuple[ParagraphEntry, ...]
    corpus_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A theme with its names and the paragraphs whose digests are on it, in citation order."""

    id: str
    names: Mapping[Language, str]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicList:
    """All themes."""

    topics: tuple[Topic, ...]
    corpus_version: str


def instruments(library: Library, version: str) -> InstrumentList:
    """All instruments in scope, in citation order."""
    counts: dict[str, int] = {}
    for reference in library.references:
        counts[reference.instrument] = counts.get(reference.instrument, 0) + 1
    entries = (_instrument(library, one, counts.get(one.id, 0)) for one in library.instruments.values())
    return InstrumentList(instruments=tuple(entries), corpus_version=version)


def provision_sheet(library: Library, reference: Reference, reader: Language, version: str) -> ProvisionSheet:
    """Everything about what a locator means, with labels for `reader`; raises UnknownInstrument and UnknownProvision."""
    instrument = library.instrument(reference.instrument)
    meant = library.expand(reference) or (library.known(reference),)
    return ProvisionSheet(
        instrument=instrument.id,
        symbol=instrument.symbol,
        locator=reference.locator,
        permalink=address(reference),
        paragraphs=tuple(_paragraph(library, one, reader) for one in meant),
        corpus_version=version,
    )


def topics(library: Library, version: str) -> TopicList:
    """The closed list of themes, each with the paragraphs on it."""
    under: dict[str, list[Reference]] = {}
    for reference in library.references:
        digest = library.digests.get(reference.instrument, {}).get(reference.locator)
        for topic in digest.topics if digest else ():
            under.setdefault(topic, []).append(reference)
    found = (Topic(id=name, names=names, references=tuple(under.get(name, ()))) for name, names in vocabulary().topics.items())
    return TopicList(topics=tuple(found), corpus_version=version)


def _instrument(library: Library, one: Instrument, provisions: int) -> InstrumentEntry:
    return InstrumentEntry(
        id=one.id,
        symbol=one.symbol,
        titles=one.titles,
        names=one.names,
        adopted=one.adopted,
        binding=one.binding,
        unit=one.unit,
        core=one.core,
        status=one.status,
        supersedes=one.supersedes,
        urls=one.urls,
        official_in=tuple(library.texts.get(one.id, {})),
        digests=len(library.digests.get(one.id, {})),
        provisions=provisions,
    )


def _paragraph(library: Library, reference: Reference, reader: Language) -> ParagraphEntry:
    """One paragraph with its items, or an item alone; references and digest are the paragraph's."""
    shown = sheet(library, reference, reader, reader)
    items = library.items(reference) if reference == library.paragraph(reference) else ()
    return ParagraphEntry(
        provisions=tuple(_provision(library, one, reader) for one in (reference, *items)),
        digest=library.digest(reference),
        before=shown.before,
        after=shown.after,
        cites=shown.cites,
        cited_by=shown.cited_by,
        see_also=shown.see_also,
    )


def _provision(library: Library, reference: Reference, reader: Language) -> ProvisionEntry:
    held = library.provision(reference, reader)
    return ProvisionEntry(
        citation=cite(library, reference, reader),
        kind=held.kind if held else None,
        parent=held.parent if held else None,
        versions=tuple(_versions(library, reference)),
    )


def _versions(library: Library, reference: Reference) -> Iterator[Version]:
    urls = library.instruments[reference.instrument].urls
    versions = library.texts.get(reference.instrument, {})
    for language in (one for one in Language if reference.locator in versions.get(one, {})):
        held = versions[language][reference.locator]
        yield Version(
            language=language,
            text_status=held.status,
            heading_path=held.heading_path,
            text=held.text if held.status is TextStatus.OFFICIAL else None,
            url=urls.get(language, ""),
        )
