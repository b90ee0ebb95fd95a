"""BibTeX, RIS and CSL-JSON, read back by other programs."""

from dataclasses import replace

import orjson
import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from corpus.facts import find_facts, known_instruments
from corpus.library import Library
from corpus.types import Language, Reference
from rag.citing import cite
from rag.export.managers import bibtex, csl_json, ris
from rag.export.works import Work, work, works

RULES = work(find_facts("sample-rules").instrument(), Language.EN, ("rule 4 (a)", "rule 9 (2)"))
TREATY = work(find_facts("sample-treaty").instrument(), Language.EN)
ALL = tuple(work(instrument, Language.EN, ("1",)) for instrument in known_instruments().values())


def test_works_are_named_once_with_their_places(library: Library) -> None:
    """Several citations of one instrument are one work, its places in order and each once."""
    places = [Reference(instrument="sample-rules", locator=locator) for locator in ("9(2)", "4(a)", "9(2)")]
    (found,) = works(library, [cite(library, place, Language.EN) for place in places], Language.FR)
    assert found.pinpoints == ("règle 9 (2)", "règle 4 (a)")
    assert (found.title, found.url) == (
        "Règles des gardiens de phare (Règles des récifs)",
        "https://example.org/fr/LK/RES/4/12",
    )


def test_bibtex_is_read_back() -> None:
    """Bibtexparser reads every field as it was, and nothing fails."""
    read = parse_string(bibtex([RULES, TREATY]).decode())
    assert not read.failed_blocks
    rules, treaty = read.entries
    assert (rules.entry_type, rules.key) == ("techreport", "sample-rules")
    fields = {name: field.value for name, field in rules.fields_dict.items()}
    assert fields["title"] == "{Rules of the Lighthouse Keepers (the Skerry Rules)}"
    assert fields["author"] == "{General Congress of Lighthouses}"
    assert (fields["year"], fields["month"], fields["number"]) == ("2019", "may", "LK/RES/4/12")
    assert fields["note"] == "rule 4 (a); rule 9 (2)"
    assert (treaty.entry_type, treaty["howpublished"]) == ("misc", "United Nations Treaty Series, vol. 12, p. 34")


def test_bibtex_escapes_what_tex_would_obey() -> None:
    """Signs of TeX in a title are printed, not obeyed, and braces stay in pairs."""
    read = parse_string(bibtex([replace(RULES, title="50 % of {oil} & #1_a")]).decode())
    assert read.entries[0]["title"] == r"{50 \% of \{oil\} \& \#1\_a}"


def test_ris_is_read_back() -> None:
    """Rispy reads every field as it was."""
    rules, treaty = rispy.loads(ris([RULES, TREATY]).decode())
    assert rules["type_of_reference"] == "RPRT"
    assert rules["authors"] == ["General Congress of Lighthouses"]
    assert (rules["title"], rules["year"]) == (RULES.title, "2019")
    assert rules["notes"] == ["rule 4 (a); rule 9 (2)"]
    assert rules["urls"] == ["https://example.org/en/LK/RES/4/12"]
    assert (treaty["type_of_reference"], treaty["volume"], treaty["start_page"]) == ("GEN", "12", "34")
    assert "authors" not in treaty


def test_csl_json_has_what_the_schema_has() -> None:
    """Items have CSL's types and names; what is not known is left out."""
    rules, treaty = orjson.loads(csl_json([RULES, TREATY]))
    assert rules["author"] == [{"literal": "General Congress of Lighthouses"}]
    assert rules["issued"] == {"date-parts": [[2019, 5, 14]]}
    assert (rules["type"], treaty["type"]) == ("report", "treaty")
    assert "volume" not in rules
    assert "author" not in treaty


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_every_instrument_survives(one: Work) -> None:
    """Every instrument is read back from all three with its title."""
    title = one.title
    assert rispy.loads(ris([one]).decode())[0]["title"] == title
    assert orjson.loads(csl_json([one]))[0]["title"] == title
    assert parse_string(bibtex([one]).decode()).entries[0]["title"] == f"{{{title}}}"
