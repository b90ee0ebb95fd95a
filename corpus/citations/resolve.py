"""Mentions held against the instruments: the provisions they mean, or why there are none.

Pure. Refuses to decide between instruments: a number without a name that several have is Ambiguous, all of them given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.citations.belonging import fits
from corpus.citations.extent import extent, reach
from corpus.citations.mention import Mention
from corpus.citations.standing import standing, stretch, take_apart
from corpus.types import Instrument, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchProvision:
    """No instrument in scope has it, or not this one; `nearest` says in English how far that runs, `reach` in numbers."""

    instrument: str | None
    locator: str
    nearest: str
    reach: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The provisions that are meant, in the order in which they were cited; `missing` are those that do not exist."""

    references: tuple[Reference, ...]
    missing: tuple[NoSuchProvision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """Several instruments in scope have what was cited without a name; their provisions in the order of the scope."""

    candidates: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """An earlier edition was cited; `instrument` has taken its place, under other numbers."""

    edition: str
    locator: str
    instrument: str


Resolution = Resolved | Ambiguous | NoSuchProvision | Superseded


_FOOTNOTE = "fn"
"""Footnotes are not among what an instrument is expected to have: which there are, the text held tells."""


def resolve(mention: Mention, instruments: Mapping[str, Instrument] | Sequence[Instrument], scope: Sequence[str]) -> Resolution:
    """What a mention means; `scope` are the ids searched when it names no instrument, in order.

    >>> from corpus.citations.find import find
    >>> from corpus.facts import all_facts
    >>> known = [facts.instrument() for facts in all_facts().values()]
    >>> mention = find("rule 101", known)[0]
    >>> [str(reference) for reference in resolve(mention, known, ["mandela", "bangkok"]).references]
    ['mandela 101(1)', 'mandela 101(2)']
    """
    listed = instruments.values() if isinstance(instruments, Mapping) else instruments
    known = {instrument.id: instrument for instrument in listed}
    locator = _shown(mention.locators[0])
    if mention.foreign:
        return NoSuchProvision(instrument=None, locator=locator, nearest=f"{mention.foreign} is not held here")
    if mention.edition and mention.instrument:
        return Superseded(edition=mention.edition, locator=locator, instrument=mention.instrument)
    if mention.instrument in known and locator.startswith(_FOOTNOTE):
        return Resolved(references=(Reference(instrument=mention.instrument, locator=locator),))
    if mention.instrument in known:
        return _in_one(known[mention.instrument], mention.locators)
    return _in_scope(mention, [known[one] for one in scope if one in known])


def _in_one(instrument: Instrument, locators: Sequence[str], *, exact: bool = False) -> Resolved | NoSuchProvision:
    references: dict[Reference, None] = {}
    missing: list[NoSuchProvision] = []
    for locator in locators:
        found, lacking = _meant(instrument, locator, exact=exact)
        references |= dict.fromkeys(Reference(instrument=instrument.id, locator=one) for one in found)
        if lacking:
            words, numbers = extent(instrument, lacking), reach(instrument, lacking)
            shown = _shown(lacking)
            missing.append(NoSuchProvision(instrument=instrument.id, locator=shown, nearest=words, reach=numbers))
    if not references:
        return missing[0]
    return Resolved(references=tuple(references), missing=tuple(missing))


def _meant(instrument: Instrument, locator: str, *, exact: bool = False) -> tuple[tuple[str, ...], str]:
    """Provisions of a locator or range, and the part of it that does not exist."""
    first, ranged, last = locator.partition("..")
    if not ranged:
        found = standing(instrument, locator, exact=exact)
        return found, "" if found else locator
    if not standing(instrument, first):
        return (), first
    if standing(instrument, last):
        return stretch(instrument, first, last), ""
    end = _last_of(instrument, first)
    return stretch(instrument, first, end), last


def _last_of(instrument: Instrument, locator: str) -> str:
    """The last provision numbered as a locator is."""
    written = take_apart(locator)
    under = locator[: locator.rindex("(")] + "(" if written.steps else ""
    alike = [one for one in instrument.expected if one.startswith(under) and take_apart(one).prefix == written.prefix]
    return alike[-1] if alike else locator


def _in_scope(mention: Mention, scope: Sequence[Instrument]) -> Resolution:
    fitting = [instrument for instrument in scope if fits(instrument, mention.word)]
    whole = _whole(mention, fitting, exact=True) or _whole(mention, fitting, exact=False)
    if len(whole) == 1:
        return whole[0]
    if whole:
        return Ambiguous(candidates=tuple(one for result in whole for one in result.references))
    lacking = _lacking(mention.locators, fitting)
    runs = "; ".join(extent(instrument, lacking) for instrument in fitting)
    counted = f"{mention.word}s" if mention.word else "provisions"
    nearest = runs or f"no instrument in scope has {counted}"
    return NoSuchProvision(instrument=None, locator=_shown(lacking), nearest=nearest)


def _whole(mention: Mention, fitting: Sequence[Instrument], *, exact: bool) -> list[Resolved]:
    """What was cited, in each instrument that has all of it."""
    results = [_in_one(instrument, mention.locators, exact=exact) for instrument in fitting]
    return [result for result in results if isinstance(result, Resolved) and not result.missing]


def _lacking(locators: Sequence[str], fitting: Sequence[Instrument]) -> str:
    """The first locator that no instrument has."""
    for locator in locators:
        if not any(_meant(instrument, locator)[0] for instrument in fitting):
            return locator
    return locators[0]


def _shown(locator: str) -> str:
    return locator.replace("#", "")
