"""The latest report of `python -m eval`, read from its file as foreign data: the pages import nothing of the evaluation.

Refuses a file that is no such report, with the command that writes one; what a newer report says beyond this is passed over.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BadInput
from corpus.settings import ROOT, Settings

COMMAND = "python -m eval run && python -m eval report"
"""What makes a report in the data folder."""
_NAME = "report.json"


class _Read(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Measured(_Read):
    """A measure over `n` outcomes with its 95 % interval."""

    value: float
    low: float
    high: float
    n: int


class Class(_Read):
    """Outcomes of one type, language or instrument, or all of them, and their measures by name."""

    kind: str
    name: str
    measured: Mapping[str, Measured]


class ShownClaim(_Read):
    """A claim with its verdict; `aligned` are the words that decided."""

    text: str
    citations: tuple[str, ...]
    verdict: str
    reason: str
    aligned: str


class Failure(_Read):
    """An outcome that is not right."""

    key: str
    dataset: str
    type: str
    language: str
    question: str
    before: tuple[str, ...]
    expected: str
    status: str
    fault: str
    needed: tuple[str, ...]
    allowed: tuple[str, ...]
    cited: tuple[str, ...]
    found: tuple[str, ...]
    claims: tuple[ShownClaim, ...]
    dropped: tuple[ShownClaim, ...]


class _Choice(_Read):
    name: str


class _Made(_Read):
    system: str
    choice: _Choice
    corpus_version: str
    embedder: str
    llm: str | None
    holdings: str


class Record(_Read):
    """When a run was made, of what and with what."""

    id: str
    made: _Made
    finished: str | None
    asked: int


class Report(_Read):
    """A report as far as a page shows it; the first class is of all outcomes."""

    record: Record
    classes: tuple[Class, ...] = Field(min_length=1)
    cells: Mapping[str, Mapping[str, tuple[int, int]]]
    wrongs: tuple[tuple[str, int], ...]
    failures: tuple[Failure, ...]

    @property
    def whole(self) -> Mapping[str, Measured]:
        """The measures over all outcomes."""
        return self.classes[0].measured

    def of(self, kind: str) -> tuple[Class, ...]:
        """Classes of a kind that were measured, weakest first."""
        found = (one for one in self.classes if one.kind == kind and "right" in one.measured)
        return tuple(sorted(found, key=lambda one: (one.measured["right"].value, one.name)))


def latest(settings: Settings, root: Path = ROOT) -> Path | None:
    """The newest report: in a run's own folder, or where `make eval` puts it; None where there is none."""
    runs = (settings.data / "eval" / "runs").glob(f"*/{_NAME}")
    found = [path for path in (*runs, root / "build" / "eval" / _NAME) if path.is_file()]
    return max(found, key=lambda path: (path.stat().st_mtime, str(path)), default=None)


def read_report(path: Path) -> Report:
    """A report from its file; raises BadInput for what is none."""
    try:
        return Report.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        what = f"{error.error_count()} things in it are not as expected" if isinstance(error, ValidationError) else str(error)
        raise BadInput(f"{path} is no report that can be shown: {what}.", hint=f"Write it anew: {COMMAND}") from error


def matching(failures: Iterable[Failure], *, type_: str = "", language: str = "", words: str = "") -> tuple[Failure, ...]:
    """The failures of a type and a language with all these words in question, id, citations or fault; empty means any."""
    wanted = words.casefold().split()

    def fits(one: Failure) -> bool:
        text = " ".join((one.question, one.key, one.fault, *one.needed, *one.cited)).casefold()
        return type_ in ("", one.type) and language in ("", one.language) and all(word in text for word in wanted)

    return tuple(one for one in failures if fits(one))
