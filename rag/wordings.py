"""Library in, wordings out: every text by which a provision, or the edge of the texts, may be found.

The official words stand under their instrument and headings, an item under its chapeau, so that each is understood
alone. Refuses nothing and ranks nothing.
"""

from collections.abc import Iterator

from corpus.boundaries import Boundary
from corpus.library import Library
from corpus.types import Instrument, Kind, Language, Provision, Reference
from rag.types import EdgeWording, Field, Wording


def wordings(library: Library) -> tuple[Wording, ...]:
    """Every wording of every provision, in citation order, equal texts of one provision once."""
    found = (wording for reference in library.references for wording in _of(library, reference))
    return tuple(dict.fromkeys((*found, *_asked(library), *_scenarios(library))))


def edges(library: Library) -> tuple[EdgeWording, ...]:
    """Every question at the edge of the texts, in the order of the files, equal ones once."""
    found = (
        EdgeWording(edge=boundary.edge, reference=near, language=language, text=text)
        for boundary in library.edges
        for near in (_near(library, boundary),)
        for language, asks in boundary.asks.items()
        for text in asks
    )
    return tuple(dict.fromkeys(found))


def _near(library: Library, boundary: Boundary) -> Reference | None:
    """The provision that a boundary stands near, the first paragraph where a whole rule is named."""
    return next(iter(library.expand(boundary.reference)), None) if boundary.reference else None


def _asked(library: Library) -> Iterator[Wording]:
    """Questions that people would ask, each an ask of the provision that answers it, and of those that do as well."""
    for row in library.answered:
        held = [one for named in row.references for one in _expanded(library, named)[:1]]
        if held:
            for language, text in row.question.items():
                yield Wording(reference=held[0], field=Field.ASK, language=language, text=text, also=tuple(held[1:]))


def _scenarios(library: Library) -> Iterator[Wording]:
    """Broad questions with those of their answers that are held."""
    for scenario in library.scenarios:
        held = [one for named in scenario.references for one in _expanded(library, named)]
        if held:
            for language, text in scenario.question.items():
                yield Wording(reference=held[0], field=Field.SCENARIO, language=language, text=text, also=tuple(held[1:]))


def _expanded(library: Library, reference: Reference) -> tuple[Reference, ...]:
    return library.expand(reference) if reference.instrument in library.instruments else ()


def _of(library: Library, reference: Reference) -> Iterator[Wording]:
    yield from _official(library, reference)
    digest = library.digest(reference)
    if digest is None:
        return
    is_paragraph = library.paragraph(reference) == reference
    for statement in library.statements(reference):
        if is_paragraph and statement.item:
            continue
        for language, text in ((Language.EN, statement.en), (Language.ZH, statement.zh)):
            yield Wording(reference=reference, field=Field.STATEMENT, language=language, text=text)
    item = reference.locator.removeprefix(digest.locator)
    asks = digest.asks if is_paragraph else digest.item_asks.get(item, {})
    for language, questions in asks.items():
        for text in questions:
            yield Wording(reference=reference, field=Field.ASK, language=language, text=text)


def _official(library: Library, reference: Reference) -> Iterator[Wording]:
    versions = library.texts.get(reference.instrument, {})
    instrument = library.instruments[reference.instrument]
    for language, provisions in versions.items():
        provision = provisions.get(reference.locator)
        if provision is not None and provision.kind is not Kind.FOOTNOTE:
            parent = provisions.get(provision.parent or "")
            text = _under_headings(instrument, provision, parent)
            yield Wording(reference=reference, field=Field.TEXT, language=language, text=text)


def _under_headings(instrument: Instrument, provision: Provision, parent: Provision | None) -> str:
    headings = ". ".join((instrument.names[provision.language], *provision.heading_path))
    chapeau = f"{parent.text} " if parent else ""
    return f"{headings}. {chapeau}{provision.text}"
