"""The sample instruments, one for each numbering grammar, cut into provisions that are written out here in full."""

import json
from pathlib import Path

import pytest

from corpus.facts import SAMPLES, all_facts
from corpus.segment import Segmentation, segment
from corpus.types import Kind, Language

HERE = Path(__file__).parent

COMMENT = (
    # a footnote's mark glued to a stop
    ("1", "paragraph", None, "I. Why hinges matter", ("A gallery door that does not open keeps the keeper from the lamp. "
     "The Committee has counted nineteen such doors.")),
    # items within an item
    ("2", "paragraph", None, "I. Why hinges matter", "Rust is not a matter of fate. It follows from:"),
    ("2(a)", "item", "2", "I. Why hinges matter", "Salt, which no station can avoid;"),
    ("2(b)", "item", "2", "I. Why hinges matter", "Neglect, which every station can:"),
    ("2(b)(i)", "item", "2(b)", "I. Why hinges matter", "Of the hinge itself;"),
    ("2(b)(ii)", "item", "2(b)", "I. Why hinges matter", "Of the oil that should have been kept for it;"),
    ("2(c)", "item", "2", "I. Why hinges matter", "Cheap iron."),
    # a line that begins with the number of the next paragraph, in a reference
    ("3", "paragraph", None, "II. What stations should do > A. Every week", ("Hinges should be oiled on the same day as the "
     "stock of oil is measured, as laid down in paragraph 4. This holds in storm as well. Nobody should climb the gallery "
     "for it alone.")),
    ("4", "paragraph", None, "II. What stations should do > A. Every week", ("A station may use lamp oil only where hinge oil "
     "has run out.")),
    # a mark on a heading, and a paragraph without its stop
    ("5", "paragraph", None, "II. What stations should do > B. Every year", ("The Harbour Council should replace a hinge after "
     "nine winters, however well it swings")),
    ("6", "paragraph", None, "II. What stations should do > B. Every year", ("What is written here does not bind the keepers "
     "of private lights.")),
    ("fn1", "footnote", None, "", "Report on doors, 2020, table 3."),
    ("fn2", "footnote", None, "", "See also rule 2 of the Rules of the Lighthouse Keepers."),
)  # fmt: skip

RESOLUTION = (
    # a mark between a title's bracket and the next word, in Chinese
    ("pp1", "preamble", None, "铭记《礁石规则》和第5/3号决议所附规则，"),
    # a line broken inside a word; numbers glued and not glued to what they count
    ("pp2", "preamble", None, "注意到2021年10月有14班渡船在雾中误点，其中3班是因为船长听错了钟声，"),
    ("pp3", "preamble", None, "重申渡船宁可迟到，"),
    ("1", "paragraph", None, "请各港务局："),
    ("1(a)", "item", "1", "在码头张贴雾钟的敲法；"),
    ("1(b)", "item", "1", "雾天每30分钟报一次能见度；"),
    # after footnotes, an address, a running title and a page number
    ("2", "paragraph", None, "又请各港务局不要在能见度低于2链时放行渡船，但运送病人的渡船除外，并把每次放行记入日志；"),
    # before a date and a meeting
    ("3", "paragraph", None, "决定在第8届会议上继续审议海雾季节的渡船问题。"),
    ("fn1", "footnote", None, "第4/12号决议，附件。"),
    ("fn2", "footnote", None, "见LK/RES/5/3。"),
)


def cut(sample: str, language: Language) -> Segmentation:
    """The segmentation of a sample instrument."""
    facts = all_facts(SAMPLES)[sample]
    path = SAMPLES / f"{facts.symbol.replace('/', '-')}.{language}.txt"
    return segment(path.read_text(encoding="utf-8"), facts, language)


def test_general_comment() -> None:
    """A general comment gives numbered paragraphs with nested items under its marked headings, footnotes last."""
    found = cut("sample-comment", Language.EN).provisions
    assert tuple((p.locator, str(p.kind), p.parent, " > ".join(p.heading_path), p.text) for p in found) == COMMENT


def test_chinese_resolution() -> None:
    """A Chinese resolution gives whole words without the spaces and marks of its print."""
    found = cut("sample-resolution", Language.ZH).provisions
    assert tuple((p.locator, str(p.kind), p.parent, p.text) for p in found) == RESOLUTION


@pytest.mark.parametrize("name", [path.name for path in sorted(HERE.glob("*.jsonl"))])
def test_whole_sample(name: str) -> None:
    """Each further sample gives, provision by provision, what is written out in the file beside this test."""
    sample, language, _ = name.split(".")
    rows = [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    found = [
        {
            "symbol": all_facts(SAMPLES)[p.instrument].symbol,
            "lang": str(p.language),
            "locator": p.locator,
            "kind": str(p.kind),
            "parent": p.parent,
            "heading_path": list(p.heading_path),
            "text": p.text,
        }
        for p in cut(sample, Language(language)).provisions
    ]
    assert found == rows


@pytest.mark.parametrize("language", [Language.EN, Language.ZH])
def test_marks(language: Language) -> None:
    """Each footnote of the sample rules is called where its mark stood, a returning one twice."""
    provisions = {p.locator: p for p in cut("sample-rules", language).provisions}
    called = {
        (locator, mark.footnote, provision.text[: mark.offset][-6:])
        for locator, provision in provisions.items()
        for mark in provision.marks
    }
    assert (
        called
        == (
            {
                ("pp1", "fn1", "ccord,"),  # glued
                ("pp3", "fn2", "d Oil,"),  # parted by a space
                ("op2", "fn3", "stair;"),  # at the end of a page
                ("6", "fn4", " days."),  # glued to a stop
                ("12(1)", "fn2", "epers."),  # a mark that returns
            }
            if language is Language.EN
            else {
                ("pp1", "fn1", "《烽火协定》，"[-6:]),
                ("pp3", "fn2", "谢灯油委员会，"[-6:]),
                ("op2", "fn3", "灯室楼梯旁边；"[-6:]),
                ("6", "fn4", "得超过120天。"[-6:]),
            }
        )
    )


def test_heading_marks_stay_out() -> None:
    """A footnote's mark on a heading leaves no trace in the heading path."""
    assert cut("sample-comment", Language.EN).provisions[-3].heading_path == (
        "II. What stations should do",
        "B. Every year",
    )


@pytest.mark.parametrize(("sample", "language"), [("sample-rules", Language.EN), ("sample-rules", Language.ZH)])
def test_languages_agree(sample: str, language: Language) -> None:
    """Both languages of the sample rules have every expected provision in the same order."""
    assert cut(sample, language).locators == all_facts(SAMPLES)[sample].instrument().expected


def test_parents_stand_before_items() -> None:
    """Every item's parent stands before it and holds the chapeau only."""
    seen: dict[str, str] = {}
    for provision in cut("sample-rules", Language.EN).provisions:
        if provision.kind is Kind.ITEM:
            assert provision.parent is not None
            assert provision.text not in seen[provision.parent]
        seen[provision.locator] = provision.text
