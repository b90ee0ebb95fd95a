"""References in four citation styles, whole or with the place in the instrument.

The UN's own style follows the reader's language and is written here; OSCOLA, Bluebook and APA are English, written by
citeproc from the style files beside this module. Refuses a short form: each reference stands for itself.
"""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock

from corpus.library import Library
from corpus.types import Binding, Citation, Instrument, Language
from rag.catalogue import said
from rag.export.forms import Style
from rag.export.pinpoint import pinpoint
from rag.export.records import body, document, record
from rag.export.works import work

_FILES = Path(__file__).parent / "styles"
_MARKED = re.compile(r"(<i>.*?</i>)")
_LOCK = Lock()
_JOINT: Mapping[Language, str] = {Language.ZH: "，", Language.AR: "، "}
_OF_RESOLUTION = ("pp", "op")
"""Provisions of a resolution itself, not of what it has annexed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of a reference that look alike."""

    text: str
    italic: bool = False


Styled = tuple[Run, ...]


def citation_line(library: Library, citation: Citation, style: Style, language: Language) -> str:
    """One citation with its place on one line, to be copied; raises UnknownInstrument."""
    return plain(cited(library.instrument(citation.instrument), citation.locator, style, language))


def cited(instrument: Instrument, locator: str, style: Style, language: Language, suffix: str = "") -> Styled:
    """A reference to one provision; `suffix` is the letter after an APA year that tells two works apart."""
    place = pinpoint(instrument, locator, style, language)
    annexed = record(instrument).annexed and not locator.startswith(_OF_RESOLUTION)
    if style is Style.UN:
        return (Run(text=_un(instrument, language, place, annexed=annexed)),)
    return _engine(instrument, style, place, annexed=annexed, suffix=suffix)


def reference(instrument: Instrument, style: Style, language: Language, suffix: str = "") -> Styled:
    """A reference to a whole instrument, as a list of them prints it."""
    annexed = record(instrument).annexed
    if style is Style.UN:
        return (Run(text=_un(instrument, language, "", annexed=annexed)),)
    return _engine(instrument, style, "", annexed=annexed, suffix=suffix)


def plain(styled: Styled) -> str:
    """The words alone."""
    return "".join(run.text for run in styled)


def suffixes(instruments: Iterable[Instrument], style: Style) -> Mapping[str, str]:
    """The letter of each instrument that shares author and year with another in an APA list; by title, as APA has it."""
    groups: dict[tuple[str, int], list[Instrument]] = {}
    for instrument in instruments if style is Style.APA else ():
        adopter = body(instrument)
        if adopter is not None:
            groups.setdefault((adopter.names[Language.EN], instrument.adopted.year), []).append(instrument)
    found: dict[str, str] = {}
    for group in groups.values():
        ordered = sorted(group, key=lambda one: one.titles[Language.EN])
        found |= {one.id: "abcdefghijklmnopqrstuvwxyz"[place] for place, one in enumerate(ordered) if len(group) > 1}
    return found


def _un(instrument: Instrument, language: Language, place: str, *, annexed: bool) -> str:
    kept, adopter = record(instrument), body(instrument)
    shown = language if language in instrument.titles else Language.EN
    title, comment = instrument.titles[shown], instrument.binding is Binding.GENERAL_COMMENT
    parts = [adopter.names[shown] if adopter and comment else "", _titled(title, shown, named=not comment)]
    if comment and adopter and shown is not Language.ZH:
        parts[1] = title[:1].lower() + title[1:]
    if adopter and kept.resolution:
        parts.append(adopter.resolution[shown].format(number=kept.resolution))
    if kept.volume:
        parts.append(said("export.series", shown, volume=kept.volume, number=kept.number))
    parts += [said("export.annex", shown) if annexed else "", place]
    symbol = document(instrument) if comment else "" if kept.resolution or kept.volume else instrument.symbol
    brackets = "（{}）" if shown is Language.ZH else " ({})"
    return _JOINT.get(shown, ", ").join(filter(None, parts)) + (brackets.format(symbol) if symbol else "")


def _titled(title: str, language: Language, *, named: bool) -> str:
    """Chinese prints the names of instruments between brackets."""
    return f"《{title}》" if language is Language.ZH and named and "《" not in title else title


def _engine(instrument: Instrument, style: Style, place: str, *, annexed: bool, suffix: str) -> Styled:
    from citeproc import Citation as Cluster  # noqa: PLC0415 - loads only where references are written
    from citeproc import CitationItem, CitationStylesBibliography, Locator, formatter  # noqa: PLC0415
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    entry = {key: value for key, value in _entry(instrument, style, suffix, annexed=annexed).items() if value}
    with _LOCK:
        made = CitationStylesBibliography(_style(style), CiteProcJSON([entry]), formatter.html)
        given = {"locator": Locator("page", place)} if place else {}
        cluster = Cluster([CitationItem(instrument.id, **given)])
        made.register(cluster)
        listed = not place and not style.in_notes
        written = str(made.bibliography()[0]) if listed else str(made.cite(cluster, _missing))
    pieces = (piece for piece in _MARKED.split(written) if piece)
    return tuple(Run(text=html.unescape(re.sub("</?i>", "", one)), italic=one.startswith("<i>")) for one in pieces)


def _entry(instrument: Instrument, style: Style, suffix: str, *, annexed: bool) -> Mapping[str, object]:
    """An instrument as citeproc reads it: numbers and names in the style's own form."""
    kept, adopter, made = record(instrument), body(instrument), work(instrument, Language.EN)
    american = style is Style.BLUEBOOK
    symbol, author, resolution = made.number, made.author, ""
    if adopter is not None and style.in_notes:
        initials = "".join(f"{letter}." for letter in adopter.initials) if american else adopter.initials
        symbol = f"{initials} Doc{'.' * american} {symbol}"
        author = adopter.bluebook_name if american else author
        resolution = (adopter.bluebook if american else adopter.oscola).format(number=kept.resolution)
    return {
        "id": instrument.id,
        "type": "treaty" if made.treaty else "report",
        "title": made.title,
        "author": [{"literal": author}] if author else None,
        "references": resolution if kept.resolution else "",
        "section": "annex" if annexed else "",
        "genre": made.genre,
        "number": symbol,
        "container-title": "" if not made.treaty else "UNTS" if style is Style.OSCOLA else "U.N.T.S.",
        "volume": made.volume,
        "page": made.page,
        "issued": _parts(made.issued),
        "event-date": _parts(kept.in_force) if kept.in_force else None,
        "year-suffix": suffix,
        "URL": made.url,
    }


def _parts(day: date) -> Mapping[str, object]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _missing(_: object) -> None:
    """Never called: the work is always there."""


@cache
def _style(style: Style) -> object:
    from citeproc import CitationStylesStyle  # noqa: PLC0415

    return CitationStylesStyle(str(_FILES / f"{style}.csl"), validate=False)
