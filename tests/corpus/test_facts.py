"""Facts files: every one of them, and what is refused."""

from pathlib import Path

import pytest

from corpus.errors import BadFacts, UnknownInstrument
from corpus.expected import expand
from corpus.facts import INSTRUMENTS, SAMPLES, FactsFile, all_facts, find_by_filename, find_facts, read_facts
from corpus.hashes import hashes_path, read_hashes
from corpus.types import Language, Locator

EVERY = (*all_facts().values(), *all_facts(SAMPLES).values())
CORE = {
    "res-79-172": "A/RES/79/172",
    "mandela": "A/RES/70/175",
    "bangkok": "A/RES/65/229",
    "tokyo": "A/RES/45/110",
    "crc-gc24": "CRC/C/GC/24",
}


def ids(facts: FactsFile) -> str:
    """How a test is named after an instrument."""
    return facts.id


def test_core() -> None:
    """The core is the five instruments of the design, under the gold's symbols."""
    assert {facts.id: facts.symbol for facts in all_facts().values() if facts.core} == CORE


def test_further() -> None:
    """Every further instrument of the design has a facts file."""
    further = """udhr iccpr icescr cat opcat icpped cedaw crc crc-opac crc-opsc crc-opic crpd beijing havana ccpr-gc21
        ccpr-gc32 ccpr-gc35 crc-gc13 cerd-gr31 cedaw-gr33 crpd-gc1 crpd-gc6 crpd-gc7""".split()
    assert set(all_facts()) == {*CORE, *further}


@pytest.mark.parametrize("facts", EVERY, ids=ids)
def test_file_name(facts: FactsFile) -> None:
    """A facts file is named by the instrument's id."""
    folder = SAMPLES if facts.id.startswith("sample-") else INSTRUMENTS
    assert (folder / f"{facts.id}.toml").is_file()


@pytest.mark.parametrize("facts", EVERY, ids=ids)
def test_six_languages(facts: FactsFile) -> None:
    """Titles, names, aliases and addresses are there in all six languages, none empty."""
    for table in (facts.titles, facts.names, facts.aliases, facts.urls):
        assert set(table) == set(Language)
        assert all(table.values())


@pytest.mark.parametrize("facts", EVERY, ids=ids)
def test_expected(facts: FactsFile) -> None:
    """Expected locators parse, none comes twice, and an item's parent stands before it."""
    expected = facts.instrument().expected
    assert len(set(expected)) == len(expected)
    for place, text in enumerate(expected):
        locator = Locator.parse(text)
        assert str(locator) == text
        if locator.steps and locator.steps[-1].isalpha() and locator.number:
            assert str(locator.parent) in expected[:place]


@pytest.mark.parametrize("facts", EVERY, ids=ids)
def test_hashes(facts: FactsFile) -> None:
    """Where checked texts are known, every provision expected in that language has a fingerprint."""
    languages = [language for language in Language if hashes_path(facts.id, language).is_file()]
    assert languages
    for language in languages:
        known = [locator for locator in read_hashes(facts.id, language) if not locator.startswith("fn")]
        assert tuple(known) == facts.expected_in(language)


@pytest.mark.parametrize("facts", EVERY, ids=ids)
def test_found_by_id_and_symbol(facts: FactsFile) -> None:
    """An instrument is found by its id and by its symbol, however that is cased."""
    folder = SAMPLES if facts.id.startswith("sample-") else INSTRUMENTS
    assert find_facts(facts.id, folder) == find_facts(facts.symbol.lower(), folder) == facts


FILES = (
    ("A-RES-70-175.en.txt", "mandela", Language.EN),
    ("a-res-70-175.EN.pdf", "mandela", Language.EN),  # cased otherwise, another format
    ("A-RES-217-III.ar.txt", "udhr", Language.AR),  # brackets in the symbol
    ("CRC-C-GC-24.zh.txt", "crc-gc24", Language.ZH),
    ("ICCPR.fr.txt", "iccpr", Language.FR),  # a treaty goes by its abbreviation
    ("CCPR-GC-21.en.txt", "ccpr-gc21", Language.EN),  # a stem beside the symbol
    ("CERD-GR-31.ru.txt", "cerd-gr31", Language.RU),
    ("A-RES-61-106.es.pdf", "crpd", Language.ES),  # a treaty by its resolution
    ("LK-RES-4-12.zh.txt", "sample-rules", Language.ZH),
)


@pytest.mark.parametrize(("name", "instrument", "language"), FILES)
def test_file_names(name: str, instrument: str, language: Language) -> None:
    """A file's name says instrument and language."""
    facts, found = find_by_filename(name)
    assert (facts.id, found) == (instrument, language)


@pytest.mark.parametrize("name", ["A-RES-70-175.txt", "A-RES-70-175.de.txt", "A-RES-1-1.en.txt", "mandela", "", ".en.txt"])
def test_unknown_file_names(name: str) -> None:
    """A name without a known symbol or language is refused, with an example of a good one."""
    with pytest.raises(UnknownInstrument, match=r"A-RES-70-175\.en\.txt"):
        find_by_filename(name)


def test_no_two_share_a_file_name() -> None:
    """No file name means two instruments."""
    names = [name.casefold() for facts in EVERY for name in (facts.symbol.replace("/", "-"), *facts.stems)]
    assert len(set(names)) == len(names)


def test_unknown_name() -> None:
    """An unknown instrument is refused, and the known ones are named."""
    with pytest.raises(UnknownInstrument, match="mandela"):
        find_facts("toronto")


GOOD = (SAMPLES / "sample-rules.toml").read_text(encoding="utf-8")
BAD = (
    # no TOML at all
    ("id =", "sample-rules is not"),
    # an unknown key, at the top and in the grammar
    (f'colour = "red"\n{GOOD}', "colour"),
    (f'{GOOD}\ncolour = "red"', "colour"),
    # a value outside its list
    (GOOD.replace('family = "annexed_rules"', 'family = "haiku"'), "family"),
    (GOOD.replace('binding = "rules"', 'binding = "strong"'), "binding"),
    # a provision that is not expected
    (f'force = "op99"\n{GOOD}', "op99"),
    # a pattern that does not compile
    (GOOD.replace('en = "The General Congress of Lighthouses"', 'en = "The ("'), "regular expression"),
    # a grammar left out
    (GOOD[: GOOD.index("[grammar]")], "grammar"),
)


@pytest.mark.parametrize(("text", "message"), BAD)
def test_bad_facts(text: str, message: str, tmp_path: Path) -> None:
    """A file that breaks the shape is refused, and the message names the fault."""
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFacts, match=message.replace("sample-rules is not", "x.toml is not a facts file")):
        read_facts(path)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("3..5", ["3", "4", "5"]),
        ("7(a..c)", ["7(a)", "7(b)", "7(c)"]),
        ("pp1..2", ["pp1", "pp2"]),
        ("1.1..3", ["1.1", "1.2", "1.3"]),
        ("44", ["44"]),
        ("pp(a..c)", ["pp(a)", "pp(b)", "pp(c)"]),
    ],
)
def test_runs(entry: str, expected: list[str]) -> None:
    """The short notation expands to single locators."""
    assert list(expand([entry])) == expected


@pytest.mark.parametrize("entry", ["5..3", "a..5", "7(c..a)"])
def test_bad_runs(entry: str) -> None:
    """A run that does not ascend, or mixes numbers and letters, is refused."""
    with pytest.raises(BadFacts, match=r"ascend|numbers or of letters"):
        expand([entry])
