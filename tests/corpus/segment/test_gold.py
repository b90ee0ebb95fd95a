"""Official texts against their checked segmentation: what Pinpoint is judged by. Skipped where there are no texts."""

import json
import re
import unicodedata
from pathlib import Path
from typing import TypedDict

import pytest

from corpus.complete import admit
from corpus.facts import all_facts, find_by_filename
from corpus.segment import Segmentation, segment
from corpus.types import Language, TextStatus

pytestmark = pytest.mark.official


class Row(TypedDict):
    """One provision of the checked segmentation."""

    locator: str
    kind: str
    parent: str | None
    heading_path: list[str]
    text: str


CORE = ("A-RES-79-172.zh", "A-RES-70-175.en", "A-RES-65-229.en", "A-RES-45-110.en", "CRC-C-GC-24.en")
FURTHER = (
    *(f"A-RES-217-III.{language}" for language in ("ar", "en", "es", "fr", "ru", "zh")),
    *("A-RES-40-33.en", "A-RES-45-113.en", "ICCPR.en", "ICESCR.en", "CAT.en", "OPCAT.en", "ICPPED.en", "CEDAW.en"),
    *("CRC.en", "CRC-OPAC.en", "CRC-OPSC.en", "CRC-OPIC.en", "CRPD.en", "CCPR-GC-21.en", "CCPR-C-GC-32.en"),
    *("CCPR-C-GC-35.en", "CRC-C-GC-13.en", "CERD-GR-31.en", "CEDAW-C-GC-33.en", "CRPD-C-GC-1.en", "CRPD-C-GC-6.en"),
    "CRPD-C-GC-7.en",
)
DAMAGED = {
    "CRC-C-GC-24.en": {"67"},  # a stray letter after a word
    "A-RES-40-33.en": {"2.3"},  # two misspelt words, one lost letter of a word, one lost label
    "CRC-OPSC.en": {"4(1)"},  # one misspelt word
}
"""What the raw texts themselves have wrong, to be flagged; all else is exact."""

OTHER_STOPS = {
    "A-RES-70-175.en": {"pp11"},  # a hyphen lost in the extraction
    "CRC-C-GC-24.en": {"16", "51"},  # a full stop lost in the extraction
    "A-RES-40-33.en": {"13.5", "26.2"},  # hyphens for dashes
}
"""Provisions whose letters agree and whose stops were repaired in the checked segmentation only."""


def read(texts: Path, gold: Path, name: str) -> tuple[Segmentation, list[Row]]:
    """A text as segmentation cuts it, and its checked segmentation."""
    facts, language = find_by_filename(f"{name}.txt")
    found = segment((texts / f"{name}.txt").read_text(encoding="utf-8"), facts, language)
    rows: list[Row] = [json.loads(line) for line in (gold / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return found, rows


def letters(text: str) -> str:
    """Letters and digits after NFKC."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


@pytest.mark.parametrize("name", [*CORE, *FURTHER])
def test_structure(name: str, texts: Path, gold: Path) -> None:
    """Locators, their order, kinds, parents and heading paths are those of the checked segmentation."""
    found, rows = read(texts, gold, name)
    assert [(p.locator, p.kind, p.parent, list(p.heading_path)) for p in found.provisions] == [
        (r["locator"], r["kind"], r["parent"], r["heading_path"]) for r in rows
    ]


@pytest.mark.parametrize("name", [*CORE, *FURTHER])
def test_words(name: str, texts: Path, gold: Path) -> None:
    """Every provision has the checked letters and digits, the few apart that the text itself has wrong."""
    found, rows = read(texts, gold, name)
    differing = {p.locator for p, r in zip(found.provisions, rows, strict=True) if letters(p.text) != letters(r["text"])}
    assert differing == DAMAGED.get(name, set())


@pytest.mark.parametrize("name", CORE)
def test_core_to_the_character(name: str, texts: Path, gold: Path) -> None:
    """Every provision of the core is the checked text to the character, the named slips apart."""
    found, rows = read(texts, gold, name)
    differing = {p.locator for p, r in zip(found.provisions, rows, strict=True) if p.text != r["text"]}
    assert differing == DAMAGED.get(name, set()) | OTHER_STOPS.get(name, set())


@pytest.mark.parametrize("name", FURTHER)
def test_further_stops(name: str, texts: Path, gold: Path) -> None:
    """Every provision of the further instruments has the checked letters and stops, white space apart."""
    found, rows = read(texts, gold, name)
    differing = {
        p.locator
        for p, r in zip(found.provisions, rows, strict=True)
        if re.sub(r"\s", "", p.text) != re.sub(r"\s", "", r["text"])
    }
    assert differing == DAMAGED.get(name, set()) | OTHER_STOPS.get(name, set())


@pytest.mark.parametrize("name", [*CORE, *FURTHER])
def test_damage_is_flagged(name: str, texts: Path) -> None:
    """Exactly the provisions that the text has wrong come in flagged as damaged, and none is missing."""
    facts, language = find_by_filename(f"{name}.txt")
    admitted, completeness = admit((texts / f"{name}.txt").read_text(encoding="utf-8"), facts, language)
    assert completeness.complete
    assert completeness.missing_footnotes == ()
    flagged = {p.locator for p in admitted.provisions if p.status is TextStatus.DAMAGED}
    assert flagged == DAMAGED.get(name, set())


MARKS = (
    # each seen in the text by eye: after which character of which provision the mark stood
    ("A-RES-70-175.en", "pp1", "fn1", 166, ","),
    ("A-RES-70-175.en", "pp6", "fn4", 293, "s"),  # the second mark of the same note
    ("A-RES-70-175.en", "op11", "fn14", 140, "y"),  # a mark that returns, glued to its word
    ("A-RES-70-175.en", "45(2)", "fn28", 394, ","),
    ("A-RES-65-229.en", "po6", "fn20", 127, "."),  # one of three marks in a row
    ("A-RES-65-229.en", "po10", "fn9", 232, ","),  # glued to a year
    ("A-RES-65-229.en", "66", "fn27", 292, "e"),
    ("CRC-C-GC-24.en", "8", "fn2", 825, "."),
    ("A-RES-79-172.zh", "pp1", "fn7", 130, "》"),
    ("A-RES-79-172.zh", "pp3", "fn11", 108, "号"),
    ("A-RES-79-172.zh", "22", "fn30", 87, "，"),
    ("A-RES-79-172.zh", "35", "fn35", 68, "；"),
)


@pytest.mark.parametrize(("name", "locator", "footnote", "offset", "before"), MARKS)
def test_marks(name: str, locator: str, footnote: str, offset: int, before: str, texts: Path) -> None:
    """A footnote is called where its mark stood in the print."""
    facts, language = find_by_filename(f"{name}.txt")
    found = segment((texts / f"{name}.txt").read_text(encoding="utf-8"), facts, language)
    provision = next(p for p in found.provisions if p.locator == locator)
    assert (footnote, offset) in {(mark.footnote, mark.offset) for mark in provision.marks}
    assert provision.text[offset - 1] == before


@pytest.mark.parametrize("name", CORE)
def test_every_footnote_is_called(name: str, texts: Path) -> None:
    """Every footnote has a mark in a provision, two that stand on headings apart."""
    facts, language = find_by_filename(f"{name}.txt")
    found = segment((texts / f"{name}.txt").read_text(encoding="utf-8"), facts, language)
    notes = {p.locator for p in found.provisions if p.locator.startswith("fn")}
    called = {mark.footnote for p in found.provisions for mark in p.marks}
    assert notes - called == ({"fn4", "fn6"} if name == "CRC-C-GC-24.en" else set())


def test_every_instrument_is_tried() -> None:
    """The lists above name a text of every instrument that has a facts file."""
    assert {find_by_filename(f"{name}.txt")[0].id for name in (*CORE, *FURTHER)} == set(all_facts())


def test_layout_without_blank_lines(texts: Path) -> None:
    """A text that has lost its blank lines, as some extractions do, still gives every provision."""
    for name in ("A-RES-65-229.en", "A-RES-45-110.en", "A-RES-79-172.zh", "ICCPR.en", "CRPD.en"):
        facts, language = find_by_filename(f"{name}.txt")
        dense = re.sub(r"\n[ \t]*(?=\n)", "", (texts / f"{name}.txt").read_text(encoding="utf-8"))
        _, completeness = admit(dense, facts, language)
        assert (name, completeness.complete, completeness.hashes) == (name, True, "agree")


def test_chinese_has_no_stray_space(texts: Path) -> None:
    """No provision of the Chinese resolution has a space beside a Chinese character."""
    facts, language = find_by_filename("A-RES-79-172.zh.txt")
    assert language is Language.ZH
    found = segment((texts / "A-RES-79-172.zh.txt").read_text(encoding="utf-8"), facts, language)
    assert not [p.locator for p in found.provisions if re.search(r"[\u4e00-\u9fff] | [\u4e00-\u9fff]", p.text)]
