"""Pages, furniture, headings and words: the small steps of segmentation, each on invented lines."""

import re

import pytest

from corpus.grammar import HeadingSign
from corpus.segment.furniture import strip_furniture
from corpus.segment.headings import Outline, Style, peel
from corpus.segment.lines import Line, read_pages
from corpus.segment.paragraphs import items, numbered, units, unnumbered
from corpus.segment.wording import Lexicon, word


def lines(text: str) -> list[Line]:
    """The lines of an invented text."""
    return [line for page in read_pages(text) for line in page]


def style(*signs: HeadingSign, hashes: bool = False, joint: str = " ") -> Style:
    """A way of writing headings."""
    return Style(signs=signs, part=re.compile(r"Part (?P<n>\w+)", re.IGNORECASE), joint=joint, hashes=hashes)


def test_gaps_are_measured_against_the_text() -> None:
    """Where every line is followed by blank lines, only more of them make a gap."""
    double = "\n\n".join(["one line that fills its measure well"] * 6) + "\n\n\n\nand one after a gap that is as long"
    assert [line.gap for line in lines(double)] == [False] * 6 + [True]


def test_lines_of_all_lengths_are_paragraphs() -> None:
    """Where lines are of all lengths, each blank line parts paragraphs."""
    assert [line.gap for line in lines("a\n\n" + "b" * 90 + "\n\ncc\n\n" + "d" * 40 + "\n\neee\n\nf")][1:] == [True] * 5


def test_soft_hyphens_and_controls_go() -> None:
    """Soft hyphens join their line, control and direction characters vanish."""
    assert [line.text for line in lines("light\u00ad\nhouse \u200fkeep\x07er")] == ["lighthouse keeper"]


FURNITURE = (
    # page numbers in all their forms, job numbers, addresses
    *("6/33", "3/10 24-24212", "15-16929 (E)", "*1516929*", "Please recycle", "https://example.org/x"),
    # the symbol alone, with a star, with the title
    *("LK/RES/4/12", "LK/RES/4/12*", "灯塔看守人规则 LK/RES/4/12", "The Skerry Rules LK/RES/4/12"),
)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_goes(line: str) -> None:
    """What the printer put on the page goes, wherever it stands."""
    pages = strip_furniture(read_pages(f"Trim\n{line}\nthe wick."), "LK/RES/4/12", ["灯塔看守人规则", "the Skerry Rules"])
    assert [found.text for found in pages[0]] == ["Trim", "the wick."]


def test_running_titles_go() -> None:
    """A line at the head of page after page goes, and so does the page's own number at its edge."""
    text = "Title\nBegin\n\fOf Lamps\n2\nmiddle\n\fOf Lamps\nOf Lamps burn\n3\n\fOf Lamps\nend\n4"
    pages = strip_furniture(read_pages(text), "LK/X/1", [])
    assert [[line.text for line in page] for page in pages] == [["Title", "Begin"], ["middle"], ["Of Lamps burn"], ["end"]]


@pytest.mark.parametrize("line", ["see LK/RES/4/12, annex", "12 lamps", "rule 6/33 of it"])
def test_text_is_no_furniture(line: str) -> None:
    """A line with a symbol or a number in it that says something stays."""
    pages = strip_furniture(read_pages(f"Trim\n{line}\nthe wick."), "LK/RES/4/12", ["the Skerry Rules"])
    assert len(pages[0]) == 3


WORDS = (
    # lines are joined with a space, and with none in Chinese
    (["Trim the", "wick."], "Trim the wick."),
    (["看守", "人应在 21 天内 用 Morse 码报告"], "看守人应在21天内用Morse码报告"),
    # Latin words in Chinese keep the space between them
    (["第 217 A (III)号"], "第217 A (III)号"),
    # a hyphen at the end of a line stays in a compound and goes from a broken word
    (["a well-", "kept lamp"], "a well-kept lamp"),
    (["the light-", "house", "of lighthouse keepers"], "the lighthouse of lighthouse keepers"),
    (["wick- and", "oil-", "and salt-borne"], "wick- and oil- and salt-borne"),
    # a space after a hyphen goes where the text writes the word without it
    (["the Vice- Keeper", "and the Vice-Keeper"], "the Vice-Keeper and the Vice-Keeper"),
    # labels that italics spread
    (["( a ) oil; ( iv ) salt"], "(a) oil; (iv) salt"),
)


@pytest.mark.parametrize(("broken", "expected"), WORDS)
def test_words(broken: list[str], expected: str) -> None:
    """Broken lines become the words that were printed."""
    found = [Line(text=text) for text in broken]
    assert word(found, Lexicon.of(found)).text == expected


def test_offsets_of_marks() -> None:
    """A mark's offset counts the characters of the clean text before it."""
    found = [Line(text="Trim the wick, \ue001"), Line(text="\ue002, \ue003 then rest.")]
    wording = word(found, Lexicon.of(found))
    assert wording.text == "Trim the wick, then rest."
    assert [(mark.footnote, mark.offset) for mark in wording.marks] == [("fn1", 14), ("fn2", 14), ("fn3", 14)]


HEADINGS = (
    # the letter I after H goes on counting letters; after II it is no letter
    (("I. A", "G. B", "H. C", "I. D"), ["I. A", "I. D"]),
    (("I. A", "B. C", "II. D", "A. E"), ["II. D", "A. E"]),
    # a label and its title on lines of their own, and a title that is broken
    (("I.", "Lamps", "A.", "Wicks that were trimmed too", "short"), ["I. Lamps", "A. Wicks that were trimmed too short"]),
)


@pytest.mark.parametrize(("run", "path"), HEADINGS)
def test_outline(run: tuple[str, ...], path: list[str]) -> None:
    """Headings nest by their signs and by the count that they keep."""
    outline = Outline()
    outline.read([Line(text=text, gap=True) for text in run], style(HeadingSign.ROMAN, HeadingSign.LETTER), first=True)
    assert list(outline.path) == path


def test_part_heading() -> None:
    """A part's title joins its label as the grammar says, capitals throughout set down."""
    outline = Outline()
    outline.read(lines("Part two\nLAMPS AND OIL"), style(HeadingSign.PART, joint=". "), first=True)
    assert outline.path == ("Part two. Lamps and oil",)


def test_title_of_the_whole_is_no_heading() -> None:
    """Before the first label, a line without one is the title of the instrument."""
    outline = Outline()
    outline.read(lines("The Skerry Rules\nI. Lamps\nWicks"), style(HeadingSign.ROMAN, HeadingSign.PLAIN), first=True)
    assert outline.path == ("I. Lamps", "Wicks")


def test_peel() -> None:
    """Headings are what no sentence claims; a last sentence without its stop is not taken for one."""
    way = style(HeadingSign.ROMAN)
    text, run = peel(lines("Trim the wick.\nII. Oil"), way)
    assert ([line.text for line in text], [line.text for line in run]) == (["Trim the wick."], ["II. Oil"])
    text, run = peel(lines("Fill it. Trim\nthe wick"), way)
    assert (len(text), len(run)) == (2, 0)


NUMBERS = (
    # in sequence
    ("1. One.\n2. Two.\n3. Three.", ["1", "2", "3"]),
    # a reference broken before its number is no label
    ("1. As in rule\n2. of these Rules.\n2. Two.", ["1", "2"]),
    # a number may be missing, and none runs backwards
    ("1. One.\n3. Three.\n2. Two.", ["1", "3"]),
    # decimals are no labels
    ("1. One.\n2.5 cm of rope.\n2. Two.", ["1", "2"]),
)


@pytest.mark.parametrize(("text", "labels"), NUMBERS)
def test_numbered(text: str, labels: list[str]) -> None:
    """A paragraph begins at a number that goes on counting, after a sentence has ended."""
    assert [found.label for found in numbered(lines(text))[1]] == labels


ITEMS: tuple[tuple[str, list[str]], ...] = (
    # plain, nested, and back
    ("Keep:\n(a) oil;\n(b) wicks:\n(i) long;\n(ii) short;\n(c) salt.", ["(a)", "(b)", "(b)(i)", "(b)(ii)", "(c)"]),
    # nine letters: the ninth is no numeral
    ("\n".join(["Keep:", *(f"({letter}) one;" for letter in "abcdefghi")]), [f"({letter})" for letter in "abcdefghi"]),
    # other ways of writing labels
    ("Keep:\na) oil;\n( b ) wicks.", ["(a)", "(b)"]),
    # a reference at the head of a line
    ("Keep oil as in rule 3\n(a) of these Rules;", []),
)


@pytest.mark.parametrize(("text", "labels"), ITEMS)
def test_items(text: str, labels: list[str]) -> None:
    """An item begins at a label that follows the one before it."""
    assert [found.label for found in items(lines(text))[1]] == labels


def test_units_need_their_own_line() -> None:
    """A rule begins at its sign on a line alone, and rules run forwards."""
    text = "Rule 1\nAs in\nRule 3 of these Rules.\nRule 2\nTrim.\nRule 1\nRule 40\nFill."
    assert [number for _, number in units(lines(text), re.compile(r"Rule (\d+)"))] == [1, 2, 40]


def test_unnumbered_paragraphs() -> None:
    """Preambular paragraphs part at the word that they open with, after a comma."""
    text = "Recalling the Accord,\nand the\nNoting of it,\nNoting the fog,\nConvinced,\nas before,"
    parts = unnumbered(lines(text), re.compile(r"[A-Z][a-z]+(?:ing|ed)\b"), None)
    assert [part[0].text for part in parts] == ["Recalling the Accord,", "Noting the fog,", "Convinced,"]
