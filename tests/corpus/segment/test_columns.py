"""What reading in columns does to labels and words, and how far it is mended."""

import pytest

from corpus.segment.columns import mend_columns
from corpus.segment.lines import Line, read_pages

MENDED = (
    # a label above a gap and its words
    ("(a)\n\nOil;\n(b)\n\nWicks.", ["(a) Oil;", "(b) Wicks."]),
    # a label straight above its words
    ("I.\n\nLamps\nRule 1\n1.\nTrim the wick.", ["I. Lamps", "Rule 1", "1. Trim the wick."]),
    # the end of an item slid below its label
    ("(b) Salt;\n(c)\nboats;\n\nThe names of all\n(d)\n\nRope.", ["(b) Salt;", "(c) The names of all", "boats;", "(d) Rope."]),
    # the same with the next label below, and one line for each
    ("(e) Tar,\n(f)\nand 9),\n(g)\n\nTwine (rules 8\nSoap.", ["(e) Tar,", "(f) Twine (rules 8", "and 9),", "(g) Soap."]),
    # a number sunk below the first line of its paragraph
    ("of the fog;\nAsks the Clerk to\n2.\ncount the bells;", ["of the fog;", "2. Asks the Clerk to", "count the bells;"]),
    # words spread wide in a short line, fallen below the next label
    (
        (
            "On every station there shall be a shelf that is dry:\n(a) For books in rope,\n"
            "oilcloth-bound and other covers; and\n(b)\n\nor\n\nleather,\n\nFor letters."
        ),
        [
            "On every station there shall be a shelf that is dry:",
            "(a) For books in rope, or leather,",
            "oilcloth-bound and other covers; and",
            "(b) For letters.",
        ],
    ),
    # a reference that ends a paragraph on a line of its own is no label
    ("as laid down in article\n18.\n\nArticle 20", ["as laid down in article", "18.", "Article 20"]),
    # a heading's letter alone before a numbered paragraph keeps to itself
    ("A.\n9. Trim the wick.", ["A.", "9. Trim the wick."]),
)


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_mended(text: str, expected: list[str]) -> None:
    """Labels come to the head of their own words."""
    (page,) = read_pages(text + "\n" + "\n".join(["x" * 60] * 9))
    assert [line.text for line in mend_columns(page)[: len(expected)]] == expected


def test_not_guessed() -> None:
    """Fallen words stay where they are when two lines could have lost them."""
    words = ["(a) For rope,", "tar, oakum,", "and a very long line of other covers; and", "(b)", "or", "leather,", "For ink."]
    lines = [Line(text=text, gap=text in ("or", "leather,", "For ink.")) for text in words]
    assert mend_columns(lines)[-2:] != (Line(text="or"), Line(text="leather,"))
    assert " ".join(line.text for line in mend_columns(lines)[3:]) == "(b) or leather, For ink."


def test_no_word_is_lost() -> None:
    """Mending moves words and drops none."""
    for text, _ in MENDED:
        (page,) = read_pages(text)
        before = sorted(word for line in page for word in line.text.split())
        assert sorted(word for line in mend_columns(page) for word in line.text.split()) == before
