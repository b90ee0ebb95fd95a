"""The lock of the question sets."""

import json
import shutil
from pathlib import Path

import pytest

from corpus.errors import BadInput
from eval.lock import verify_lock, write_lock
from eval.questions import load_all, names
from eval.rows import DATASETS, FURTHER, ItemRow, read_lines, write_rows
from eval.types import Split


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small folder of sets with a lock."""
    for name in ("across.jsonl", "dialogue.jsonl", "critical.txt"):
        shutil.copy(DATASETS / name, tmp_path)
    write_lock(tmp_path)
    return tmp_path


def changed(folder: Path, name: str, **changes: object) -> None:
    """Change the first line of a set."""
    path = folder / f"{name}.jsonl"
    first, *rest = read_lines(path, ItemRow)
    write_rows(path, [first.model_copy(update=changes), *rest])


def test_an_unchanged_folder_is_taken(folder: Path) -> None:
    """What the lock says is there, and the hashes are given by file."""
    hashes = verify_lock(folder)
    assert set(hashes) == {"across.jsonl", "dialogue.jsonl", "critical.txt"}
    assert {len(value) for value in hashes.values()} == {64}


def test_further_sets_are_those_of_their_lock() -> None:
    """The sets that are fitted on and reported apart have a lock of their own, and share no item with the others."""
    assert set(verify_lock(FURTHER)) == {f"{name}.jsonl" for name in names(FURTHER)}
    assert {one.id for one in load_all(folder=FURTHER)}.isdisjoint(one.id for one in load_all())


def test_counts_stand_in_the_lock(folder: Path) -> None:
    """Items are counted by split and type."""
    entry = json.loads((folder / "lock.json").read_text(encoding="utf-8"))["dialogue.jsonl"]
    assert (entry["count"], entry["by_split"], entry["by_type"]) == (30, {"dev": 20, "test": 10}, {"dialogue": 30})


def test_changed_words_are_named(folder: Path) -> None:
    """A word changed in one question is a difference of that file, with the command to take it."""
    changed(folder, "across", author="somebody")
    with pytest.raises(BadInput, match=r"across\.jsonl: its words changed.*python -m eval datasets --lock --folder"):
        verify_lock(folder)


def test_changed_counts_are_named(folder: Path) -> None:
    """An item moved between the splits is named with both counts."""
    changed(folder, "across", split=Split.TEST)
    with pytest.raises(BadInput, match=r"by_split \{'dev': 27, 'test': 13\} is now \{'dev': 26, 'test': 14\}"):
        verify_lock(folder)


def test_new_and_missing_files_are_named(folder: Path) -> None:
    """A set that came or went is a difference."""
    shutil.copy(DATASETS / "tokyo.jsonl", folder)
    (folder / "critical.txt").unlink()
    with pytest.raises(BadInput, match=r"critical\.txt is gone; tokyo\.jsonl is new"):
        verify_lock(folder)


@pytest.mark.parametrize("content", [None, "{"])
def test_a_lock_that_cannot_be_read_is_named(folder: Path, content: str | None) -> None:
    """A missing or broken lock is no lock."""
    path = folder / "lock.json"
    path.unlink()
    if content:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=r"lock\.json cannot be read"):
        verify_lock(folder)


def test_the_committed_sets_are_those_of_the_lock() -> None:
    """Every committed set is in the lock as it stands."""
    assert {f"{name}.jsonl" for name in names()} <= set(verify_lock())


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is named, rather than the lock that it does not have."""
    with pytest.raises(BadInput, match="There is no folder"):
        verify_lock(tmp_path / "nosuch")
