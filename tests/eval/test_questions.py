"""Question sets on invented lines about the sample instrument, and the committed sets as they stand."""

import json
from pathlib import Path

import pytest

from corpus.errors import BadInput
from corpus.types import Language, Reference
from eval.locators import expand, paragraph
from eval.questions import load, load_all, names
from eval.rows import DATASETS, ItemRow, read_lines, write_rows
from eval.types import Expected, Item, ItemType, Split


def line(**changes: object) -> dict[str, object]:
    """A line that can be taken, with these fields changed."""
    return {
        "id": "z001",
        "type": "lookup",
        "question": {"en": "Who trims the wick?", "zh": "谁来剪灯芯？"},
        "gold": [gold("9(1)")],
        "nuggets": [{"en": "The keeper does.", "zh": "管灯人。", "locators": ["sample-rules 9(1)"], "vital": True}],
        "must_not_say": [],
        "expected": {"do": "answer", "reason": None},
        "split": "dev",
        "author": "Z",
        **changes,
    }


def gold(locator: str, need: str = "must", *, of: str | None = None, instrument: str = "sample-rules") -> dict[str, object]:
    """A gold provision as a line has it."""
    return {"instrument": instrument, "locator": locator, "need": need, "alternative_of": of}


def written(folder: Path, *lines: dict[str, object], name: str = "invented") -> Path:
    """A question set of these lines."""
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8")
    return folder


def taken(folder: Path, **changes: object) -> Item:
    """The item of one line."""
    return load("invented", written(folder, line(**changes)))[0]


def test_a_line_becomes_an_item(tmp_path: Path) -> None:
    """Question, gold, nugget, expectation, split and author arrive."""
    item = taken(tmp_path)
    turn = item.turns[0]
    assert (item.id, item.dataset, item.type, item.split, item.author) == ("z001", "invented", ItemType.LOOKUP, Split.DEV, "Z")
    assert turn.question[Language.ZH] == "谁来剪灯芯？"
    assert [(str(need.reference), need.must, need.alternative_of) for need in turn.gold] == [("sample-rules 9(1)", True, None)]
    assert turn.nuggets[0].references == (Reference.parse("sample-rules 9(1)"),)
    assert (turn.expected, turn.reason) == (Expected.ANSWER, None)
    assert (item.second_annotator, item.second, item.second_expected) == (None, (), None)


def test_a_whole_rule_means_all_its_paragraphs(tmp_path: Path) -> None:
    """A rule cited whole is needed paragraph by paragraph."""
    item = taken(tmp_path, gold=[gold("9")])
    assert [str(need.reference) for need in item.turns[0].gold] == ["sample-rules 9(1)", "sample-rules 9(2)"]


ALTERNATIVES = [
    # a bare locator of the same instrument
    ([gold("9(1)"), gold("9(2)", "may", of="9(1)")], "sample-rules 9(1)"),
    # a citation of another instrument
    ([gold("24", instrument="bangkok"), gold("9(2)", "may", of="bangkok 24")], "bangkok 24"),
    # a bare locator that only another instrument's needed provision has
    ([gold("92", instrument="crc-gc24"), gold("9(2)", "may", of="92")], "crc-gc24 92"),
    # a bare locator that two needed provisions have: its own instrument's
    (
        [gold("24", instrument="bangkok"), gold("24", instrument="crc-gc24"), gold("23", "may", of="24", instrument="bangkok")],
        "bangkok 24",
    ),
]


@pytest.mark.parametrize(("needs", "meant"), ALTERNATIVES)
def test_an_alternative_is_resolved(tmp_path: Path, needs: list[dict[str, object]], meant: str) -> None:
    """A bare or full locator names the needed provision that can be replaced."""
    assert str(taken(tmp_path, gold=needs).turns[0].gold[-1].alternative_of) == meant


def test_turns_without_expectation_expect_an_answer(tmp_path: Path) -> None:
    """A dialogue's turn that says nothing of it is to be answered, and may say otherwise."""
    asked: dict[str, object] = {"question": {"en": "Who?"}, "gold": [gold("9(1)")], "nuggets": []}
    refused: dict[str, object] = {**asked, "gold": [], "expected": {"do": "refuse", "reason": "off_topic"}}
    dialogue: dict[str, object] = {"id": "z001", "type": "dialogue", "turns": [asked, refused], "split": "test", "author": "Z"}
    item = load("invented", written(tmp_path, dialogue))[0]
    assert [(turn.expected, turn.reason) for turn in item.turns] == [(Expected.ANSWER, None), (Expected.REFUSE, "off_topic")]


REFUSED = [
    # a locator that the instrument does not have
    ({"gold": [gold("99(9)")]}, "sample-rules has no 99(9)"),
    # a footnote that is not among the fingerprints
    ({"gold": [gold("fn99", instrument="mandela")]}, "mandela has no fn99"),
    # an instrument that nobody knows
    ({"gold": [gold("1", instrument="atlantis")]}, "atlantis"),
    # what is no locator at all
    ({"gold": [gold("rule four")]}, "not a locator"),
    # a nugget on a provision that does not exist
    ({"nuggets": [{"en": "a", "zh": "b", "locators": ["sample-rules 77"], "vital": True}]}, "has no 77"),
    # an answer that rests on nothing
    ({"gold": [gold("9(1)", "may")]}, "a provision that is needed"),
    # a refusal that needs a provision
    ({"expected": {"do": "refuse", "reason": "off_topic"}}, "no provision that is needed"),
    # a refusal without a reason
    ({"gold": [], "expected": {"do": "refuse", "reason": None}}, "refuse does not go with the reason none"),
    # an answer with a reason
    ({"expected": {"do": "answer", "reason": "off_topic"}}, "answer does not go with"),
    # a reason that the product does not have
    ({"expected": {"do": "refuse", "reason": "dunno"}}, "expected.reason"),
    # the same provision twice
    ({"gold": [gold("9(1)"), gold("9(1)", "may")]}, "sample-rules 9(1) twice"),
    # an alternative of what is not needed
    ({"gold": [gold("9(1)"), gold("9(2)", "may", of="15")]}, "not one of the needed"),
    # a needed provision that is an alternative
    ({"gold": [gold("9(1)"), gold("9(2)", of="9(1)")]}, "alternative too"),
    # a language that is not official
    ({"question": {"de": "Wer?"}}, "question"),
    # a field that nobody knows
    ({"colour": "red"}, "colour"),
    # turns in what is no dialogue
    ({"turns": [{"question": {"en": "Who?"}, "gold": [gold("9(1)")], "nuggets": []}]}, "no dialogue"),
    # a dialogue without turns
    ({"type": "dialogue"}, "a dialogue has turns"),
]


@pytest.mark.parametrize(("changes", "said"), REFUSED)
def test_a_bad_line_is_named(tmp_path: Path, changes: dict[str, object], said: str) -> None:
    """A line that contradicts itself or the facts is refused with file, line and what is wrong."""
    written(tmp_path, line(id="z000"), line(**changes))
    with pytest.raises(BadInput, match=r"invented\.jsonl, line 2") as caught:
        load("invented", tmp_path)
    assert said in str(caught.value)


def test_no_json_is_named(tmp_path: Path) -> None:
    """A line that is no JSON, and an empty one, are refused with their numbers."""
    (tmp_path / "broken.jsonl").write_text(json.dumps(line()) + "\n\n{", encoding="utf-8")
    with pytest.raises(BadInput, match=r"broken\.jsonl, line 2"):
        load("broken", tmp_path)


def test_an_unknown_set_is_named(tmp_path: Path) -> None:
    """A set that is not there is refused with those that are."""
    with pytest.raises(BadInput, match=r"'nothing'.*invented"):
        load("nothing", written(tmp_path, line()))


def test_ids_are_unique(tmp_path: Path) -> None:
    """One id in two lines, or in two sets, is refused."""
    with pytest.raises(BadInput, match="z001"):
        load("invented", written(tmp_path, line(), line()))
    written(tmp_path, line(), name="invented")
    written(tmp_path, line(), name="other")
    assert [item.dataset for item in load_all(["other"], tmp_path)] == ["other"]
    with pytest.raises(BadInput, match="z001"):
        load_all(folder=tmp_path)


def test_claims_are_no_questions(tmp_path: Path) -> None:
    """A set of claims is not among the question sets."""
    written(tmp_path, name="claims-x")
    assert names(written(tmp_path, line())) == ("invented",)


def test_a_footnote_is_a_provision() -> None:
    """A footnote whose fingerprint is kept is known, and is its own paragraph."""
    footnote = Reference.parse("mandela fn27")
    assert expand(footnote) == (footnote,)
    assert paragraph(footnote) == footnote


@pytest.mark.parametrize(
    ("written_as", "meant"),
    [
        ("mandela 43(1)(b)", "mandela 43(1)"),  # an item of a numbered paragraph
        ("crc-gc24 6(c)(iv)", "crc-gc24 6"),  # an item of an item
        ("mandela 45(1)", "mandela 45(1)"),  # a numbered paragraph: its rule is no provision
        ("tokyo 8.2(k)", "tokyo 8.2"),  # an item of a rule with a dot
    ],
)
def test_paragraph(written_as: str, meant: str) -> None:
    """An item belongs to the paragraph that exists above it."""
    assert str(paragraph(Reference.parse(written_as))) == meant


@pytest.mark.parametrize("name", names())
def test_writing_changes_no_byte(tmp_path: Path, name: str) -> None:
    """A committed set read and written again is the same file, invisible marks still escaped."""
    path = tmp_path / "copy.jsonl"
    write_rows(path, read_lines(DATASETS / f"{name}.jsonl", ItemRow))
    assert path.read_bytes() == (DATASETS / f"{name}.jsonl").read_bytes()


def test_the_sets_are_as_large_as_promised() -> None:
    """Answerable, unanswerable, false premises, exact references, dialogues, breaking prompts: at least what issue 4 asks."""
    items = load_all()
    by_set = {name: [item for item in items if item.dataset == name] for name in names()}
    answerable = [item for name in ("mandela", "bangkok", "tokyo", "crc-gc24", "res-79-172", "across") for item in by_set[name]]
    assert len(answerable) >= 340
    assert all({Language.EN, Language.ZH} <= set(item.turns[0].question) for item in answerable)
    assert sum(len(item.turns[0].question) == 6 for item in answerable) >= 80
    assert all(len(by_set[name]) >= 60 for name in ("mandela", "bangkok", "tokyo", "crc-gc24", "res-79-172"))
    wanted = {"across": 40, "unanswerable": 120, "false-premise": 80, "exact-ref": 60, "dialogue": 30, "breaking": 40}
    assert {name: len(by_set[name]) >= count for name, count in wanted.items()} == dict.fromkeys(wanted, True)
    assert {len(item.turns) for item in by_set["dialogue"]} == {3}
