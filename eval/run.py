"""Questions in, a run folder out: every question put to one system, each outcome kept as it comes.

Known outcomes are taken from the cache; a killed run is taken up again by `resume`. Judges nothing.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from eval.asking import Asked, System, every_question
from eval.cache import OutcomeCache, fingerprint, open_cache
from eval.record import Made, Record, Run, Surroundings, newest_first, stages, timeless_hash, write_outcomes, write_record
from eval.types import Item, Outcome
from rag.ports import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where runs and known outcomes are kept."""

    folder: Path

    @property
    def runs(self) -> Path:
        """A folder for each run."""
        return self.folder / "runs"

    @property
    def cache(self) -> Path:
        """Outcomes by content."""
        return self.folder / "outcomes.sqlite3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A run to be made; `fresh` asks everything anew, `resume` goes on with the newest unfinished run of the same make."""

    items: tuple[Item, ...]
    made: Made
    surroundings: Surroundings
    fresh: bool = False
    resume: bool = False


def run(place: Place, plan: Plan, system: System, watch: Progress) -> Run:
    """Ask all of a plan's questions and keep the outcomes; raises StoreUnwritable."""
    record = (_unfinished(place, plan) if plan.resume else None) or _begin(place, plan)
    folder = place.runs / record.id
    questions = tuple(every_question(plan.items, plan.made.choice.languages))
    with open_cache(place.cache, fingerprint(plan.made, record.id if record.fresh else "")) as cache:
        outcomes, known = _ask_all(cache, system, questions, watch)
    write_outcomes(folder, outcomes)
    finished = replace(
        record,
        finished=_now(),
        asked=len(outcomes),
        cached=known,
        outcomes_sha256=timeless_hash(outcomes),
        stages_ms=stages(outcomes),
    )
    write_record(folder, finished)
    return Run(folder=folder, record=finished, outcomes=outcomes)


def _ask_all(
    cache: OutcomeCache, system: System, questions: Sequence[Asked], watch: Progress
) -> tuple[tuple[Outcome, ...], int]:
    """Outcomes in the order of the questions, and how many of them were known."""
    outcomes, known = [], 0
    for done, asked in enumerate(questions):
        watch(done, len(questions))
        outcome = cache.get(system, asked)
        if outcome is None:
            outcome = _timed(system, asked)
            cache.put(system, asked, outcome)
        else:
            known += 1
        outcomes.append(outcome)
    watch(len(questions), len(questions))
    return tuple(outcomes), known


def _timed(system: System, asked: Asked) -> Outcome:
    """An outcome with its total time, where the system did not take its own."""
    start = time.perf_counter()
    outcome = system.answer(asked)
    took = round((time.perf_counter() - start) * 1000, 2)
    return outcome if outcome.timings_ms else replace(outcome, timings_ms={"total": took})


def _begin(place: Place, plan: Plan) -> Record:
    """A new run folder, named by time, system and selection; raises StoreUnwritable."""
    started = _now()
    stem = f"{started[:19].replace(':', '')}-{plan.made.system}-{plan.made.choice.name}"
    name = next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, 1000))) if not (place.runs / name).exists())
    record = Record(id=name, made=plan.made, surroundings=plan.surroundings, fresh=plan.fresh, started=started, stages_ms={})
    write_record(place.runs / name, record)
    return record


def _unfinished(place: Place, plan: Plan) -> Record | None:
    """The newest unfinished run of exactly this make."""
    records = newest_first(place.runs)
    return next((record for record in records if record.finished is None and record.made == plan.made), None)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
