"""The file of flags: whole lines whoever writes at the same time, and an error that says what to do."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chat.feedback import LONGEST, Flag, keep
from corpus.errors import StoreUnwritable
from corpus.settings import ROOT
from corpus.types import Language

FLAG = Flag(
    question="Can they read my post?",
    language=Language.EN,
    claim="A letter must not be opened.",
    instrument="sample-rules",
    locator="9(2)",
    note=" It says more.\n",
)


def test_one_line_with_everything(tmp_path: Path) -> None:
    """A flag is one line of JSON with its time; the folder is made where there is none."""
    path = keep(tmp_path / "new", FLAG, datetime(2026, 5, 1, 12, tzinfo=UTC))
    assert path.name == "feedback.jsonl"
    assert [json.loads(line) for line in path.read_text().splitlines()] == [
        {
            "question": "Can they read my post?",
            "language": "en",
            "claim": "A letter must not be opened.",
            "instrument": "sample-rules",
            "locator": "9(2)",
            "note": "It says more.",
            "at": "2026-05-01T12:00:00+00:00",
        }
    ]


def test_note_is_cut(tmp_path: Path) -> None:
    """A note longer than the limit is cut off there."""
    long = Flag(
        question=FLAG.question,
        language=FLAG.language,
        claim=FLAG.claim,
        instrument=FLAG.instrument,
        locator=FLAG.locator,
        note="x" * (LONGEST + 1),
    )
    assert len(json.loads(keep(tmp_path, long).read_text())["note"]) == LONGEST


_WRITER = """
import sys
from pathlib import Path
from chat.feedback import Flag, keep
from corpus.types import Language
flag = Flag(question="q", language=Language.EN, claim="A" * 3000, instrument="sample-rules", locator="1", note="")
for _ in range(50):
    keep(Path(sys.argv[1]), flag)
"""


def test_several_processes_write_whole_lines(tmp_path: Path) -> None:
    """Lines of processes that write at the same time stand whole, one after the other."""
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path)], cwd=ROOT) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    lines = (tmp_path / "feedback.jsonl").read_text().splitlines()
    assert [json.loads(line)["claim"] for line in lines] == ["A" * 3000] * 150


def test_unwritable_folder_says_so(tmp_path: Path) -> None:
    """Where the file cannot be written the error names it and what to do."""
    (tmp_path / "feedback.jsonl").mkdir()
    with pytest.raises(StoreUnwritable, match=r"feedback\.jsonl cannot be written.*Free space"):
        keep(tmp_path, FLAG)
