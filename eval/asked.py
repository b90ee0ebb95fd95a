"""Questions that came first and were looked up afterwards (`eval/training/asked-*.jsonl`).

Written from the side of whoever asks: what the texts leave open is what somebody would really ask next. Refuses a damaged line.
"""

from enum import StrEnum
from pathlib import Path

from pydantic import Field

from corpus.types import Language
from eval.rows import PlaceRow, read_lines

READ = Path(__file__).parent / "training"
"""Where those are that the reader of questions was fitted on."""
UNREAD = READ / "unread"
"""Where those are that nobody has read but the model that weighs the reader."""


class Kind(StrEnum):
    """What the provision does to the question."""

    ANSWERED = "answered"
    SILENT = "silent"
    MISBELIEF = "misbelief"


class AskedRow(PlaceRow):
    """A line: a question in English and Chinese at least, and the provision that answers or denies it, or comes nearest."""

    id: str = Field(pattern=r"^a[a-z][0-9]{4}$")
    author: str = Field(min_length=1)
    kind: Kind
    question: dict[Language, str]


def asked_rows(folder: Path = READ) -> tuple[AskedRow, ...]:
    """The questions of all files; raises BadInput with file, line and field."""
    return tuple(row for path in sorted(folder.glob("asked-*.jsonl")) for row in read_lines(path, AskedRow))
