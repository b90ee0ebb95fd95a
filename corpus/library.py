"""The library: all that a scope of instruments says, read once from the store and held in memory.

Answers what a provision says, in which language, and how sure its words are. Never writes, never searches.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.asked import Inquiry
from corpus.boundaries import Boundary
from corpus.digests import Digest, Statement
from corpus.errors import UnknownInstrument, UnknownProvision
from corpus.scenarios import Scenario
from corpus.store import Store
from corpus.types import Instrument, Kind, Language, Locator, Provision, Reference, TextStatus


@dataclass(frozen=True, kw_only=True)
class Library:
    """Instruments in scope with their provisions and digests.

    `texts` is keyed by instrument, then language, then locator; `digests` by instrument, then locator. `asked` is what
    people would ask of them.
    """

    instruments: Mapping[str, Instrument]
    texts: Mapping[str, Mapping[Language, Mapping[str, Provision]]]
    digests: Mapping[str, Mapping[str, Digest]]
    scenarios: tuple[Scenario, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    asked: tuple[Inquiry, ...] = ()

    @classmethod
    def read(cls, store: Store, instruments: Iterable[Instrument]) -> "Library":
        """Everything that the store holds of these instruments."""
        scope = {instrument.id: instrument for instrument in instruments}
        texts: dict[str, dict[Language, dict[str, Provision]]] = {}
        for record in store.texts():
            if record.instrument in scope:
                provisions = store.provisions(record.instrument, record.language)
                texts.setdefault(record.instrument, {})[record.language] = {p.locator: p for p in provisions}
        digests = {name: {d.locator: d for d in store.digests(name)} for name in scope}
        held = {name: found for name, found in digests.items() if found}
        return cls(
            instruments=scope,
            texts=texts,
            digests=held,
            scenarios=store.scenarios(),
            boundaries=_within(store.boundaries(), scope),
            asked=store.asked(held),
        )

    def within(self, names: Collection[str]) -> "Library":
        """The same with these instruments alone, in the same order; raises UnknownInstrument."""
        chosen = frozenset(self.instrument(name).id for name in names)
        return replace(
            self,
            instruments={name: held for name, held in self.instruments.items() if name in chosen},
            texts={name: held for name, held in self.texts.items() if name in chosen},
            digests={name: held for name, held in self.digests.items() if name in chosen},
            boundaries=_within(self.boundaries, chosen),
            asked=tuple(row for row in self.asked if row.instrument in chosen),
        )

    @property
    def answered(self) -> tuple[Inquiry, ...]:
        """What the texts answer of what people would ask."""
        return tuple(row for row in self.asked if row.boundary is None)

    @property
    def edges(self) -> tuple[Boundary, ...]:
        """The boundaries, and behind them what is left open or denied of what people would ask."""
        return (*self.boundaries, *(boundary for row in self.asked if (boundary := row.boundary)))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every provision that can be cited, in citation order: instruments as given, then printed order."""
        return tuple(
            Reference(instrument=instrument.id, locator=locator)
            for instrument in self.instruments.values()
            for locator in instrument.expected
            if self._held(instrument.id, locator)
        )

    @cached_property
    def order(self) -> Mapping[Reference, int]:
        """Position of each reference in citation order; ties in any ranking fall by it."""
        return {reference: position for position, reference in enumerate(self.references)}

    def has(self, reference: Reference) -> bool:
        """Whether a provision, or a footnote of a text that is held, can be cited."""
        if reference in self.order:
            return True
        versions = self.texts.get(reference.instrument, {})
        return any(reference.locator in provisions for provisions in versions.values())

    def instrument(self, name: str) -> Instrument:
        """An instrument in scope; raises UnknownInstrument."""
        if name not in self.instruments:
            raise UnknownInstrument(f"No instrument {name!r} is in scope.", hint=f"In scope: {', '.join(self.instruments)}.")
        return self.instruments[name]

    def provision(self, reference: Reference, language: Language) -> Provision | None:
        """The provision's official words, in this language where they are held intact, else in another; or None."""
        versions = self.texts.get(reference.instrument, {})
        ranked = sorted(versions, key=lambda held: (held is not language, held is not Language.EN, held.value))
        found = [versions[held][reference.locator] for held in ranked if reference.locator in versions[held]]
        intact = [provision for provision in found if provision.status is TextStatus.OFFICIAL]
        return next(iter(intact or found), None)

    def known(self, reference: Reference) -> Reference:
        """The reference itself; raises UnknownProvision where neither text nor digest has it."""
        if not self.has(reference):
            instrument = self.instrument(reference.instrument)
            raise UnknownProvision(
                f"{instrument.names[Language.EN]} has no {reference.locator}.",
                hint=f"It runs from {instrument.expected[0]} to {instrument.expected[-1]}.",
            )
        return reference

    def paragraph(self, reference: Reference) -> Reference:
        """The paragraph that an item belongs to; a paragraph itself."""
        known = self._paragraphs.get(reference)
        if known is None:
            known = self._paragraphs[reference] = self._find_paragraph(reference)
        return known

    @cached_property
    def _paragraphs(self) -> dict[Reference, Reference]:
        """What `paragraph` has found so far: a search asks for the same ones a hundred times."""
        return {}

    def _find_paragraph(self, reference: Reference) -> Reference:
        expected = self.instruments[reference.instrument].expected
        locator = Locator.parse(reference.locator)
        top = reference.locator
        while locator.parent is not None and str(locator.parent) in expected:
            locator = locator.parent
            top = str(locator)
        return Reference(instrument=reference.instrument, locator=top)

    def items(self, reference: Reference) -> tuple[Reference, ...]:
        """The list items under a paragraph, in order."""
        prefix = f"{reference.locator}("
        return tuple(
            other
            for other in self.references
            if other.instrument == reference.instrument
            and other.locator.startswith(prefix)
            and self.paragraph(other) == reference
        )

    def expand(self, reference: Reference) -> tuple[Reference, ...]:
        """What a locator as written means: itself, or all paragraphs of a rule (`45` is `45(1)` and `45(2)`)."""
        if reference in self.order:
            return (reference,)
        prefix = f"{reference.locator}("
        return tuple(
            other
            for other in self.references
            if other.instrument == reference.instrument and other.locator.startswith(prefix) and self.paragraph(other) == other
        )

    def statements(self, reference: Reference) -> tuple[Statement, ...]:
        """The digest's statements of a provision: an item's own, or those of a whole paragraph."""
        paragraph = self.paragraph(reference)
        digest = self.digests.get(paragraph.instrument, {}).get(paragraph.locator)
        if digest is None:
            return ()
        if paragraph == reference:
            return digest.statements
        return tuple(s for s in digest.statements if f"{paragraph.locator}{s.item}" == reference.locator)

    def digest(self, reference: Reference) -> Digest | None:
        """The digest of the paragraph that a reference stands in."""
        paragraph = self.paragraph(reference)
        return self.digests.get(paragraph.instrument, {}).get(paragraph.locator)

    def _held(self, instrument: str, locator: str) -> bool:
        versions = self.texts.get(instrument, {})
        if any(locator in provisions and provisions[locator].kind is not Kind.FOOTNOTE for provisions in versions.values()):
            return True
        digests = self.digests.get(instrument, {})
        if locator in digests:
            return True
        parent = Locator.parse(locator).parent
        items = {f"{d.locator}{s.item}" for d in digests.values() for s in d.statements if s.item} if parent else set()
        return locator in items


def _within(boundaries: Iterable[Boundary], names: Collection[str]) -> tuple[Boundary, ...]:
    """Those that stand near a provision of these instruments, or near none."""
    return tuple(one for one in boundaries if one.reference is None or one.reference.instrument in names)
