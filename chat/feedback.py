"""What readers flag, one line of JSON each in `<data>/feedback.jsonl`: the only questions that are ever stored.

`python -m eval` takes the lines as candidates for its questions. Refuses to lose or to break a line where several write.
"""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson

from corpus.errors import StoreUnwritable
from corpus.types import Language

NAME = "feedback.jsonl"
LONGEST = 2_000
"""Characters that a note may have; the rest is cut off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A claim that a reader finds its provision does not support."""

    question: str
    language: Language
    claim: str
    instrument: str
    locator: str
    note: str


def keep(folder: Path, flag: Flag, now: datetime | None = None) -> Path:
    """Add a flag to the file in `folder` and give its path; raises StoreUnwritable.

    One `write` to a file opened for appending: lines of several processes stand one after the other.
    """
    at = (now or datetime.now(UTC)).isoformat(timespec="seconds")
    line = orjson.dumps(
        {
            "question": flag.question,
            "language": flag.language,
            "claim": flag.claim,
            "instrument": flag.instrument,
            "locator": flag.locator,
            "note": flag.note.strip()[:LONGEST],
            "at": at,
        }
    )
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, line + b"\n")
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as error:
        raise StoreUnwritable(
            f"{path} cannot be written: {error.strerror}.", hint="Free space or change its rights."
        ) from error
    return path
