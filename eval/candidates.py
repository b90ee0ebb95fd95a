"""What readers flagged on the chat page ("this does not support the claim") as candidates for the question sets.

A candidate is no item: it has no gold yet and says that nobody has reviewed it, so that a set which took it in unchanged
would not load. Refuses lines that are not the page's, and provisions that do not exist, by file and line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import orjson
from pydantic import Field

from corpus.errors import BadInput, StoreUnwritable, UsageError
from corpus.types import Language, Reference
from eval.locators import expand
from eval.rows import DATASETS, Strict, read_lines
from eval.types import Split

HINT = "A flag on the chat page writes such a line to data/feedback.jsonl."


class FeedbackRow(Strict):
    """A line of the feedback file: a claim that a reader says its provision does not support."""

    question: str = Field(min_length=1)
    language: Language
    claim: str = Field(min_length=1)
    instrument: str = Field(min_length=1)
    locator: str = Field(min_length=1)
    note: str | None = None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """What was flagged, how often, with every note and the times of the first and the last flag."""

    claim: str
    reference: Reference
    notes: tuple[str, ...]
    count: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A question with what was flagged in its answer, for somebody to give it gold or to drop it."""

    question: str
    language: Language
    flags: tuple[Flag, ...]


def read_candidates(path: Path) -> tuple[Candidate, ...]:
    """The questions of a feedback file in their order, the same flags counted once; raises BadInput."""
    if not path.is_file():
        raise BadInput(f"There is no feedback file {path}.", hint=HINT)
    found: dict[tuple[str, Language], dict[tuple[str, Reference], Flag]] = {}
    for number, row in enumerate(read_lines(path, FeedbackRow, hint=HINT), start=1):
        flag = _flag(row, f"{path.name}, line {number}")
        flags = found.setdefault((row.question, row.language), {})
        known = flags.get((flag.claim, flag.reference))
        flags[flag.claim, flag.reference] = flag if known is None else _together(known, flag)
    return tuple(
        Candidate(question=question, language=language, flags=tuple(flags.values()))
        for (question, language), flags in found.items()
    )


def candidate_lines(candidates: Iterable[Candidate]) -> Iterator[bytes]:
    """Lines in the shape of a question set, marked as unreviewed; what stands under `flagged` is for the reviewer to delete."""
    for number, one in enumerate(candidates, start=1):
        yield orjson.dumps(
            {
                "id": f"flagged{number:03}",
                "type": "lookup",
                "question": {one.language.value: one.question},
                "gold": [],
                "nuggets": [],
                "expected": None,
                "split": Split.DEV.value,
                "author": "reader",
                "unreviewed": True,
                "flagged": [_told(flag) for flag in one.flags],
            }
        )


def write_candidates(path: Path, candidates: Iterable[Candidate]) -> int:
    """Write a new file of candidates and give their number; raises BadInput where it would stand among the question sets."""
    lines = list(candidate_lines(candidates))
    if path.resolve().parent == DATASETS or path.exists():
        why = "exists" if path.exists() else "would stand among the question sets"
        raise BadInput(f"{path} {why}.", hint="Name a new file elsewhere with --out, such as build/candidates.jsonl.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(line + b"\n" for line in lines))
    except OSError as error:
        raise StoreUnwritable(f"The candidates cannot be written to {path}: {error}.", hint="Name another file.") from error
    return len(lines)


def _flag(row: FeedbackRow, place: str) -> Flag:
    try:
        reference = Reference.parse(f"{row.instrument} {row.locator}")
        expand(reference)
    except UsageError as error:
        raise BadInput(f"{place}: {error.message}", hint=error.hint) from error
    notes = (row.note.strip(),) if row.note and row.note.strip() else ()
    return Flag(claim=row.claim, reference=reference, notes=notes, count=1, first=row.at, last=row.at)


def _together(known: Flag, new: Flag) -> Flag:
    notes = tuple(dict.fromkeys((*known.notes, *new.notes)))
    return replace(known, notes=notes, count=known.count + 1, last=new.last)


def _told(flag: Flag) -> dict[str, object]:
    return {
        "instrument": flag.reference.instrument,
        "locator": flag.reference.locator,
        "claim": flag.claim,
        "notes": flag.notes,
        "count": flag.count,
        "first": flag.first,
        "last": flag.last,
    }
