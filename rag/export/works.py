"""Instruments as works that a reference manager knows: title, author, number, volume, with the places that were cited.

Values only; how they are written is said by `rag.export.managers` and `rag.export.styles`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.library import Library
from corpus.types import Citation, Instrument, Language
from rag.export.forms import Style
from rag.export.pinpoint import pinpoint
from rag.export.records import body, document, record


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An instrument as a work.

    `author` and `number` are empty for a treaty, `volume` and `page` for anything else; `pinpoints` are the places cited.
    """

    id: str
    treaty: bool
    title: str
    short: str
    author: str
    genre: str
    number: str
    volume: str
    page: str
    issued: date
    url: str
    language: Language
    pinpoints: tuple[str, ...] = ()


def work(instrument: Instrument, language: Language, pinpoints: Iterable[str] = ()) -> Work:
    """An instrument as a work in one of its language versions; English where it has none in this language."""
    kept, adopter = record(instrument), body(instrument)
    shown = language if language in instrument.titles else Language.EN
    return Work(
        id=instrument.id,
        treaty=bool(kept.volume),
        title=instrument.titles[shown],
        short=instrument.names.get(shown, instrument.names[Language.EN]),
        author=adopter.names[shown] if adopter else "",
        genre="Resolution" if kept.resolution else "",
        number="" if kept.volume else document(instrument) or instrument.symbol,
        volume=kept.volume,
        page=kept.page,
        issued=instrument.adopted,
        url=instrument.urls.get(shown, next(iter(instrument.urls.values()), "")),
        language=shown,
        pinpoints=tuple(pinpoints),
    )


def works(library: Library, citations: Iterable[Citation], language: Language) -> tuple[Work, ...]:
    """The works that citations are from, in the order of their first citation, each with its places once."""
    places: dict[str, dict[str, None]] = {}
    for citation in citations:
        instrument = library.instrument(citation.instrument)
        place = pinpoint(instrument, citation.locator, Style.UN, language)
        places.setdefault(instrument.id, {})[place] = None
    return tuple(work(library.instrument(name), language, found) for name, found in places.items())
