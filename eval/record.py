"""What a run was made with and what came of it, kept in a folder of its own: `record.json` and `outcomes.jsonl`.

Everything that two runs must share to be comparable stands in the record. Refuses a folder that is not a finished run.
"""

import hashlib
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import orjson
from pydantic import TypeAdapter, ValidationError

from corpus.errors import BadInput, StoreUnwritable
from eval.choice import Choice
from eval.types import Outcome

RECORD, OUTCOMES = "record.json", "outcomes.jsonl"
_NAMED = 5
"""Runs that are named where another is asked for that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a run's outcomes hang on; two runs with the same give the same outcomes.

    `index` is the hash of the snapshot's manifest, `code` of all modules and vocabularies that answer; `holdings` says
    whether official texts were held of all instruments in scope (`official`), of none (`digests`) or of some (`mixed`).
    """

    system: str
    scope: str
    choice: Choice
    corpus_version: str
    index: str
    embedder: str
    llm: str | None
    holdings: str
    code: str
    datasets: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a run was made; kept for the reader, never compared. `dirty` says that files differed from the commit."""

    commit: str
    dirty: bool
    python: str
    platform: str
    packages: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Milliseconds that a stage took over all questions."""

    median: float
    p95: float
    total: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a language model says of claims that the checker has judged; see `eval.opinion`.

    Of `claims` that were asked, some replies were `unusable`, counted by fault; the others are counted by who supports the
    claim. `supported` is the model's share of those, `kappa` its agreement with the checker, `disputed` names the claims on
    which they differ; `wordless` claims cite nothing that is held and were not asked.
    """

    model: str
    seed: int
    outcomes: int = 0
    claims: int = 0
    wordless: int = 0
    unusable: Mapping[str, int] = field(default_factory=dict)
    supported_by_both: int
    by_checker_alone: int
    by_model_alone: int
    by_neither: int
    supported: float | None
    kappa: float | None
    disputed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One run. `finished` is None until all is asked; `outcomes_sha256` leaves times out; `cached` were not asked anew.

    `opinion` is a language model's, where it was asked for one; no measure hangs on it.
    """

    id: str
    made: Made
    surroundings: Surroundings
    fresh: bool
    started: str
    finished: str | None = None
    asked: int = 0
    cached: int = 0
    outcomes_sha256: str = ""
    stages_ms: Mapping[str, Stage]
    opinion: Opinion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A finished run with all its outcomes."""

    folder: Path
    record: Record
    outcomes: tuple[Outcome, ...]


_RECORDS: TypeAdapter[Record] = TypeAdapter(Record)
_OUTCOMES: TypeAdapter[Outcome] = TypeAdapter(Outcome)


def to_json(outcome: Outcome) -> bytes:
    """An outcome on one line."""
    return orjson.dumps(outcome)


def from_json(line: bytes) -> Outcome:
    """What `to_json` wrote; raises pydantic's ValidationError."""
    return _OUTCOMES.validate_json(line)


def timeless_hash(outcomes: Sequence[Outcome]) -> str:
    """SHA-256 of all outcomes but for their times."""
    lines = b"\n".join(to_json(replace(outcome, timings_ms={})) for outcome in outcomes)
    return hashlib.sha256(lines).hexdigest()


def stages(outcomes: Sequence[Outcome]) -> dict[str, Stage]:
    """Median, 95th percentile and sum of each stage's milliseconds."""
    times: dict[str, list[float]] = defaultdict(list)
    for outcome in outcomes:
        for stage, milliseconds in outcome.timings_ms.items():
            times[stage].append(milliseconds)
    return {
        stage: Stage(
            median=round(statistics.median(found), 2),
            p95=round(sorted(found)[int(0.95 * (len(found) - 1))], 2),
            total=round(sum(found), 2),
        )
        for stage, found in times.items()
    }


def write_record(folder: Path, record: Record) -> None:
    """Put the record in place whole, and its folder where there is none; raises StoreUnwritable."""
    put_whole(folder, RECORD, orjson.dumps(record, option=orjson.OPT_INDENT_2))


def write_outcomes(folder: Path, outcomes: Sequence[Outcome]) -> None:
    """Put all outcomes in place whole; raises StoreUnwritable."""
    put_whole(folder, OUTCOMES, b"".join(to_json(outcome) + b"\n" for outcome in outcomes))


def put_whole(folder: Path, name: str, content: bytes) -> None:
    """Put a file into a folder, made where it is missing, so that no half of it is ever seen; raises StoreUnwritable."""
    beside = folder / f".{name}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.rename(folder / name)
    except OSError as error:
        hint = "Free the disk, or name another folder with PINPOINT_DATA."
        raise StoreUnwritable(f"{folder / name} cannot be kept: {error}.", hint=hint) from error


def read_record(folder: Path) -> Record:
    """The record of a run, finished or not; raises BadInput."""
    try:
        return _RECORDS.validate_json((folder / RECORD).read_bytes())
    except (OSError, ValidationError) as error:
        raise BadInput(f"{folder} is no run of this release: {error}.", hint="Run: python -m eval run.") from error


def read_run(folder: Path) -> Run:
    """A finished run; raises BadInput where it is unfinished or its outcomes are not those of its record."""
    record = read_record(folder)
    if record.finished is None:
        raise BadInput(f"The run {record.id} was not finished.", hint="Run: python -m eval run --resume.")
    try:
        lines = (folder / OUTCOMES).read_bytes().splitlines()
        outcomes = tuple(from_json(line) for line in lines)
    except (OSError, ValidationError) as error:
        raise BadInput(f"The outcomes in {folder} cannot be read: {error}.", hint="Run: python -m eval run.") from error
    if timeless_hash(outcomes) != record.outcomes_sha256:
        raise BadInput(f"The outcomes in {folder} are not those that its record names.", hint="Run: python -m eval run.")
    return Run(folder=folder, record=record, outcomes=outcomes)


def find_run(folder: Path, name: str | None) -> Run:
    """A run by its id, by a path, or the newest finished one; raises BadInput."""
    if name is not None:
        found = Path(name) if Path(name, RECORD).is_file() else folder / name
        if not (found / RECORD).is_file():
            there = ", ".join(record.id for record in newest_first(folder)[:_NAMED])
            hint = f"The newest are: {there}." if there else "Run: python -m eval run."
            raise BadInput(f"No run is called {name!r} in {folder}.", hint=hint)
        return read_run(found)
    for record in newest_first(folder):
        if record.finished is not None:
            return read_run(folder / record.id)
    raise BadInput(f"No finished run is in {folder}.", hint="Run: python -m eval run.")


def newest_first(folder: Path) -> tuple[Record, ...]:
    """Records of all runs of this release, newest first."""
    found = []
    for path in folder.glob(f"*/{RECORD}"):
        try:
            found.append(read_record(path.parent))
        except BadInput:
            continue  # a run of an older release: of no use here, and no fault of this one
    return tuple(sorted(found, key=lambda record: (record.started, record.id), reverse=True))
