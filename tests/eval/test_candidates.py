"""Flags of readers, made into candidates that no evaluation takes for items."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.errors import BadInput
from eval.candidates import candidate_lines, read_candidates, write_candidates
from eval.cli import app
from eval.questions import load
from eval.rows import DATASETS

FLAG = {
    "question": "How long is a watch?",
    "language": "en",
    "claim": "A watch may last nine hours.",
    "instrument": "sample-rules",
    "locator": "5(1)",
    "note": "It says six.",
    "at": "2026-03-01T10:00:00+00:00",
}


def feedback(folder: Path, *changes: Mapping[str, object]) -> Path:
    """A feedback file with a line for each change of the flag above."""
    path = folder / "feedback.jsonl"
    path.write_text("".join(json.dumps({**FLAG, **change}, ensure_ascii=False) + "\n" for change in changes), encoding="utf-8")
    return path


def test_one_candidate_a_question(tmp_path: Path) -> None:
    """Flags of one question stand together, the same flag is counted once with all its notes."""
    again = {"note": "Six, not nine.", "at": "2026-03-02T10:00:00+00:00"}
    other = {"claim": "Nobody keeps watch at night.", "locator": "9(2)", "note": None}
    path = feedback(tmp_path, {}, again, other, {"question": "最长值多少班？", "language": "zh"})
    first, second = (json.loads(line) for line in candidate_lines(read_candidates(path)))
    assert (first["id"], first["question"], first["split"], first["unreviewed"]) == (
        "flagged001",
        {"en": "How long is a watch?"},
        "dev",
        True,
    )
    assert [(flag["locator"], flag["count"], flag["notes"]) for flag in first["flagged"]] == [
        ("5(1)", 2, ["It says six.", "Six, not nine."]),
        ("9(2)", 1, []),
    ]
    assert (first["flagged"][0]["first"], first["flagged"][0]["last"]) == (FLAG["at"], again["at"])
    assert second["question"] == {"zh": "最长值多少班？"}


def test_a_candidate_is_no_item(tmp_path: Path) -> None:
    """A set that took candidates in unchanged does not load, and says so by line."""
    write_candidates(tmp_path / "taken.jsonl", read_candidates(feedback(tmp_path, {})))
    with pytest.raises(BadInput, match=r"taken\.jsonl, line 1"):
        load("taken", tmp_path)


WRONG = [
    ({"language": "xx"}, r"feedback\.jsonl, line 2: language"),
    ({"locator": "99"}, r"feedback\.jsonl, line 2: sample-rules has no 99"),
    ({"instrument": "nobody"}, r"feedback\.jsonl, line 2: No instrument 'nobody' is known"),
    ({"claim": ""}, r"feedback\.jsonl, line 2: claim"),
    ({"at": "yesterday"}, r"feedback\.jsonl, line 2: at"),
    ({"user": "someone"}, r"feedback\.jsonl, line 2: user"),
]


@pytest.mark.parametrize(("change", "told"), WRONG)
def test_wrong_lines(tmp_path: Path, change: dict[str, object], told: str) -> None:
    """A line that the page does not write is refused by file, line and field."""
    with pytest.raises(BadInput, match=told):
        read_candidates(feedback(tmp_path, {}, change))


def test_never_among_the_question_sets(tmp_path: Path) -> None:
    """Candidates are not written into the folder of question sets, nor over a file."""
    found = read_candidates(feedback(tmp_path, {}))
    for path in (DATASETS / "flagged.jsonl", tmp_path / "feedback.jsonl"):
        with pytest.raises(BadInput, match="--out"):
            write_candidates(path, found)
    assert not (DATASETS / "flagged.jsonl").exists()


def test_the_verb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Candidates go to standard output or to a new file; without a file named, the page's own is read, and missed by name."""
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path))
    missing = CliRunner().invoke(app, ["candidates"])
    assert (missing.exit_code, "A flag on the chat page writes" in missing.stderr) == (2, True)
    feedback(tmp_path, {})
    shown = CliRunner().invoke(app, ["candidates"])
    assert json.loads(shown.stdout)["flagged"][0]["claim"] == FLAG["claim"]
    written = CliRunner().invoke(
        app, ["candidates", str(tmp_path / "feedback.jsonl"), "--out", str(tmp_path / "new" / "c.jsonl")]
    )
    assert (written.exit_code, written.stdout) == (0, "")
    assert (tmp_path / "new" / "c.jsonl").read_text(encoding="utf-8") == shown.stdout
