"""Second annotators' files, invented ones, put into copies of the committed sets."""

import json
import shutil
from pathlib import Path

import pytest

from corpus.errors import BadInput
from corpus.types import Reference
from eval.agreement import agreement
from eval.cards import NOT_YET, current_cards
from eval.questions import load
from eval.rows import DATASETS, ItemRow, read_lines, write_rows
from eval.second import merge_second
from eval.types import Expected


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """Two sets that nobody has judged twice yet, with their cards."""
    folder = tmp_path / "sets"
    folder.mkdir()
    for name in ("tokyo", "unanswerable"):
        shutil.copy(DATASETS / f"{name}.md", folder)
        rows = read_lines(DATASETS / f"{name}.jsonl", ItemRow)
        fresh = [
            ItemRow(**{field: getattr(row, field) for field in row.model_fields_set - {"second", "second_annotator"}})
            for row in rows
        ]
        write_rows(folder / f"{name}.jsonl", fresh)
    shutil.copy(DATASETS / "README.md", folder)
    return folder


def judged(folder: Path, *lines: dict[str, object], name: str = "B7") -> Path:
    """A folder with one second annotator's file."""
    second = folder / "second"
    second.mkdir(exist_ok=True)
    (second / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return second


def answer(name: str, *locators: str) -> dict[str, object]:
    """A judgement that provisions of the Tokyo Rules answer."""
    return {
        "id": name,
        "expected": "answer",
        "reason": None,
        "gold": [{"instrument": "tokyo", "locator": locator} for locator in locators],
    }


def refuse(name: str, reason: str | None = "not_in_texts") -> dict[str, object]:
    """A judgement that the texts do not answer."""
    return {"id": name, "expected": "refuse", "reason": reason, "gold": []}


def test_judgements_stand_in_their_items(sets: Path, tmp_path: Path) -> None:
    """Annotator, expectation, reason and provisions arrive at the item that they are of, and at no other."""
    assert merge_second(judged(tmp_path, answer("t001", "3.4", "2.5"), refuse("u001")), sets) == 2
    first, *rest = load("tokyo", sets)
    assert (first.second_annotator, first.second_expected) == ("B7", Expected.ANSWER)
    assert first.second == (Reference.parse("tokyo 3.4"), Reference.parse("tokyo 2.5"))
    assert {one.second_annotator for one in rest} == {None}
    other = load("unanswerable", sets)[0]
    assert (other.second_expected, other.second_reason, other.second) == (Expected.REFUSE, "not_in_texts", ())


def test_nothing_else_changes(sets: Path, tmp_path: Path) -> None:
    """A line that nobody judged stays as it was, byte for byte; a judged one keeps its fields."""
    before = (sets / "tokyo.jsonl").read_bytes().split(b"\n")
    merge_second(judged(tmp_path, answer("t001", "3.4")), sets)
    after = (sets / "tokyo.jsonl").read_bytes().split(b"\n")
    assert after[1:] == before[1:]
    added = {"second_annotator", "second"}
    assert {key: value for key, value in json.loads(after[0]).items() if key not in added} == json.loads(before[0])


def test_merging_twice_is_merging_once(sets: Path, tmp_path: Path) -> None:
    """A judgement given again replaces the earlier one."""
    merge_second(judged(tmp_path, answer("t001", "2.5")), sets)
    merge_second(judged(tmp_path, answer("t001", "3.4")), sets)
    assert load("tokyo", sets)[0].second == (Reference.parse("tokyo 3.4"),)


def test_cards_tell_of_the_agreement(sets: Path, tmp_path: Path) -> None:
    """A card says that nobody has judged, until somebody has."""
    assert NOT_YET in current_cards(sets)[sets / "tokyo.md"]
    merge_second(judged(tmp_path, answer("t001", "3.4"), answer("t002", "1.1")), sets)
    cards = current_cards(sets)
    assert "Second annotator: B7, on 2 of 62 items." in cards[sets / "tokyo.md"]
    assert NOT_YET in cards[sets / "unanswerable.md"]
    assert agreement(load("tokyo", sets)).items == 2


BAD = [
    # an id that no set has
    ((refuse("q999"),), "q999"),
    # the same item twice
    ((refuse("u001"), refuse("u001")), "line 3: u001 is judged twice"),
    # a provision that does not exist
    ((answer("t001", "99.9"),), "tokyo has no 99.9"),
    # an answer that rests on nothing
    ((answer("t001"),), "names no provision"),
    # a judgement of another shape
    (({"id": "t001", "expected": "perhaps"},), "expected"),
]


@pytest.mark.parametrize(("lines", "said"), BAD)
def test_a_bad_file_changes_nothing(sets: Path, tmp_path: Path, lines: tuple[dict[str, object], ...], said: str) -> None:
    """A file with one bad line is refused whole, and no set is touched."""
    before = {path: path.read_bytes() for path in sets.iterdir()}
    with pytest.raises(BadInput) as caught:
        merge_second(judged(tmp_path, refuse("u002"), *lines), sets)
    assert said in str(caught.value)
    assert {path: path.read_bytes() for path in sets.iterdir()} == before


def test_an_empty_folder_is_named(sets: Path, tmp_path: Path) -> None:
    """A folder without files is refused."""
    with pytest.raises(BadInput, match="no second annotator's file"):
        merge_second(tmp_path, sets)
