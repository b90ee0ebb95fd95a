"""Footnotes at the foot of a page and their marks in the text."""

import pytest

from corpus.segment.footnotes import mark_of, part_notes, sign_marks
from corpus.segment.lines import read_pages
from corpus.segment.words import PART_WORDS
from corpus.types import Language

NOTES: tuple[tuple[str, int, dict[int, str]], ...] = (
    # numbers in their places
    ("Text.\n______\n1\nFirst.\n2\nSecond, long\nand broken.", 0, {1: "First.", 2: "Second, long and broken."}),
    # the last number fallen to the end
    ("Text.\n______\n1\n\nFirst.\nSecond.\n2", 0, {1: "First.", 2: "Second."}),
    # a number in the middle fallen to the end, its neighbours in place
    ("Text.\n______\n3\n\nThird.\nFourth.\n5\nFifth.\n4", 2, {3: "Third.", 4: "Fourth.", 5: "Fifth."}),
    # the page's own number among the notes
    ("Text.\n______\n27\n\n20\n\nIbid.", 26, {27: "Ibid."}),
    # numbers at the head of their lines, a printer's note before them
    ("Text.\n______\n* Reissued.\n1 First,\nbroken.\n2 Second.", 0, {1: "First, broken.", 2: "Second."}),
    # no footnotes at all
    ("Text.", 4, {}),
)


@pytest.mark.parametrize(("text", "last", "expected"), NOTES)
def test_notes(text: str, last: int, expected: dict[int, str]) -> None:
    """Each footnote gets its own words, the page keeps the rest."""
    (page,) = read_pages(text)
    body, notes = part_notes(page, last)
    assert [line.text for line in body] == ["Text."]
    assert {note.number: " ".join(line.text for line in note.lines) for note in notes} == expected


def test_text_goes_on_after_notes() -> None:
    """Where a text has no page breaks, what follows a closed footnote is text again."""
    (page,) = read_pages("Above.\n______\n1 First.\n2 Second.\nbelow.\n______\n3 Third.")
    body, notes = part_notes(page, 0)
    assert [line.text for line in body] == ["Above.", "below."]
    assert [note.number for note in notes] == [1, 2, 3]


def signed(text: str, fresh: list[int], known: int, language: Language = Language.EN) -> str:
    """The text with marks shown in angle brackets."""
    (page,) = read_pages(text)
    spaced = language is not Language.ZH
    found = " ".join(line.text for line in sign_marks(page, fresh, known, PART_WORDS[language], spaced=spaced))
    return "".join(f"<{ord(c) - ord(mark_of(0))}>" if "\ue000" <= c <= "\uf8ff" else c for c in found)


MARKS: tuple[tuple[str, list[int], int, str], ...] = (
    # after a space, as columns leave it; the rule's own number is none
    ("the Accord, 1 rule 1 and", [1], 1, "the Accord, <1> rule 1 and"),
    # glued to a word, to a stop, to a closing bracket
    ("the Rules1 and the Oil.2", [1, 2], 2, "the Rules<1> and the Oil.<2>"),
    ("(the Bell Rules)3 ring", [3], 3, "(the Bell Rules)<3> ring"),
    # three in a row
    ("about keepers. 4, 5, 6", [4, 5, 6], 6, "about keepers. <4>, <5>, <6>"),
    # dates and measures are no marks
    ("on 3 May, after 3 hours, the Accord 3 says", [3], 3, "on 3 May, after 3 hours, the Accord <3> says"),
    # a mark that returns, glued; a number that is no footnote's is left alone
    ("the Rules1 in 1931 and rule 7", [], 6, "the Rules<1> in 1931 and rule 7"),
    ("since 4 June 2019,2 the Congress", [], 2, "since 4 June 2019,<2> the Congress"),
    # an abbreviated reference is no mark, though its number is glued
    ("see art.2 and para.1 of it", [], 2, "see art.2 and para.1 of it"),
    # without footnotes nothing is touched
    ("the Rules1 and", [], 0, "the Rules1 and"),
)


@pytest.mark.parametrize(("text", "fresh", "known", "expected"), MARKS)
def test_marks(text: str, fresh: list[int], known: int, expected: str) -> None:
    """A number becomes a mark where a footnote is called, nowhere else."""
    assert signed(text, fresh, known) == expected


CHINESE = (
    # between a title's bracket and the next word, with a space and without
    ("《协定》1 所载", [1], 1, "《协定》<1> 所载"),
    ("《协定》1所载", [1], 1, "《协定》<1>所载"),
    # after a stop; after an ordinal; never before a day, a month or a number's unit
    ("报告，2  并", [2], 2, "报告，<2> 并"),
    ("第 37/22 号10 和 10 月", [10], 10, "第 37/22 号<10> 和 10 月"),
    ("于3月和第3 号，意见3 说", [3], 3, "于3月和第3 号，意见<3> 说"),
)


@pytest.mark.parametrize(("text", "fresh", "known", "expected"), CHINESE)
def test_chinese_marks(text: str, fresh: list[int], known: int, expected: str) -> None:
    """In Chinese a mark is glued to what it follows and counts nothing."""
    assert signed(text, fresh, known, Language.ZH) == expected
