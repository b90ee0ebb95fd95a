"""What a locator of a question set means, by the facts files alone, so that no text need be held to read a set.

Knows numbers, not words: whether a provision says what an item claims is judged elsewhere.
"""

from functools import cache

from corpus.errors import UnknownInstrument, UnknownProvision
from corpus.facts import known_instruments
from corpus.hashes import read_hashes
from corpus.types import Instrument, Language, Locator, Reference


def expand(reference: Reference) -> tuple[Reference, ...]:
    """The provisions that a citation means: itself, or all paragraphs of a rule written without them.

    Footnotes are known where fingerprints of them are kept. Raises UnknownInstrument or UnknownProvision.

    >>> [str(found) for found in expand(Reference.parse("sample-rules 9"))]
    ['sample-rules 9(1)', 'sample-rules 9(2)']
    """
    instrument = _instrument(reference)
    if reference.locator in instrument.expected or reference.locator in _footnotes(instrument.id):
        return (reference,)
    below = [locator for locator in instrument.expected if locator.startswith(f"{reference.locator}(")]
    found = [Reference(instrument=instrument.id, locator=locator) for locator in below]
    if not found:
        raise UnknownProvision(
            f"{instrument.id} has no {reference.locator}.",
            hint=f"corpus/instruments/{instrument.id}.toml lists what it has.",
        )
    return tuple(other for other in found if paragraph(other) == other)


def paragraph(reference: Reference) -> Reference:
    """The paragraph that an item belongs to; a paragraph itself. Raises UnknownInstrument.

    >>> str(paragraph(Reference.parse("mandela 43(1)(b)")))
    'mandela 43(1)'
    """
    expected = _instrument(reference).expected
    locator = Locator.parse(reference.locator)
    while locator.parent is not None and str(locator.parent) in expected:
        locator = locator.parent
    return Reference(instrument=reference.instrument, locator=str(locator))


def _instrument(reference: Reference) -> Instrument:
    known = known_instruments()
    if reference.instrument not in known:
        raise UnknownInstrument(f"No instrument {reference.instrument!r} is known.", hint=f"Known: {', '.join(known)}.")
    return known[reference.instrument]


@cache
def _footnotes(instrument: str) -> frozenset[str]:
    kept = (read_hashes(instrument, language) for language in Language)
    return frozenset(locator for hashes in kept for locator in hashes if locator.startswith("fn"))
