"""What every form of the report says: figures, standings, gates and each failure in full.

Put together once from a judged run; the forms only lay it out. No official text beyond ten words in a row enters.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.types import Reference
from eval.gate import Fault
from eval.ranking import Expectation, Standing
from eval.record import Record
from eval.report.trim import first_words, shares_run, shown
from eval.scores import Class, Judged, Kind, Measure, Scores
from eval.types import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim with its verdict; `aligned` are the first words of the provision that decided."""

    text: str
    citations: tuple[str, ...]
    verdict: str
    reason: str
    aligned: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One outcome for readers: what was asked, cited, needed and found, and what is wrong."""

    key: str
    dataset: str
    type: str
    language: str
    split: str
    question: str
    before: tuple[str, ...]
    expected: str
    status: str
    fault: str
    needed: tuple[str, ...]
    allowed: tuple[str, ...]
    cited: tuple[str, ...]
    found: tuple[str, ...]
    corrections: tuple[str, ...]
    claims: tuple[ShownClaim, ...]
    dropped: tuple[ShownClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What other verbs found, where they were run: gates, baselines, the checker's own evaluation (Markdown)."""

    gates: tuple[Fault, ...] | None = None
    standings: tuple[Standing, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    meta: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of it.

    `weakest` are the classes of every kind, the least often right first; `cells` are right and all by type and language;
    `wrongs` counts what is wrong, the most frequent first; `keys_by_type` names every outcome.
    """

    record: Record
    classes: tuple[Class, ...]
    weakest: tuple[Class, ...]
    cells: Mapping[str, Mapping[str, tuple[int, int]]]
    wrongs: tuple[tuple[str, int], ...]
    failures: tuple[Shown, ...]
    keys_by_type: Mapping[str, tuple[str, ...]]
    extras: Extras

    @property
    def total(self) -> Class:
        """All outcomes as one class."""
        return self.classes[0]

    @property
    def overview(self) -> tuple[Class, ...]:
        """The weakest classes without those by question set, which say the same once more."""
        return tuple(one for one in self.weakest if one.kind is not Kind.DATASET)

    def of(self, kind: Kind) -> tuple[Class, ...]:
        """Classes of a kind, weakest first."""
        return tuple(one for one in self.weakest if one.kind is kind)


def report_of(record: Record, scores: Scores, ours: Collection[str], extras: Extras) -> Report:
    """The content of a report; `ours` are the sentences of our digests, which may be shown whole."""
    wrong = [one for one in scores.judged if not one.right]
    apart = [one for one in scores.classes if one.kind is not Kind.ALL]
    return Report(
        record=record,
        classes=scores.classes,
        weakest=tuple(sorted(apart, key=lambda one: (one.measured[Measure.RIGHT].value, one.kind.value, one.name))),
        cells=_cells(scores.judged),
        wrongs=tuple(Counter(kind_of(one.fault) for one in wrong).most_common()),
        failures=tuple(shown_outcome(one, ours) for one in wrong),
        keys_by_type=_keys_by_type(scores.judged),
        extras=extras,
    )


def kind_of(fault: str) -> str:
    """A fault without what is particular to one outcome."""
    head = fault.partition(":")[0].partition(" (")[0]
    return "shows claims that are not supported" if head.endswith("claims that are not supported") else head


def _cells(judged: Sequence[Judged]) -> dict[str, dict[str, tuple[int, int]]]:
    cells: dict[str, dict[str, tuple[int, int]]] = {}
    for one in judged:
        row = cells.setdefault(one.item.type.value, {})
        right, count = row.get(one.outcome.language.value, (0, 0))
        row[one.outcome.language.value] = (right + one.right, count + 1)
    return cells


def _keys_by_type(judged: Sequence[Judged]) -> dict[str, tuple[str, ...]]:
    keys: dict[str, list[str]] = {}
    for one in judged:
        keys.setdefault(one.item.type.value, []).append(one.outcome.key)
    return {name: tuple(found) for name, found in keys.items()}


def shown_outcome(judged: Judged, ours: Collection[str]) -> Shown:
    """An outcome for readers, words of official texts cut."""
    outcome, turn = judged.outcome, judged.turn
    return Shown(
        key=outcome.key,
        dataset=judged.item.dataset,
        type=judged.item.type.value,
        language=outcome.language.value,
        split=judged.item.split.value,
        question=outcome.question,
        before=tuple(earlier.question[outcome.language] for earlier in judged.item.turns[: outcome.turn]),
        expected=_with_reason(turn.expected.value, turn.reason),
        status=_with_reason(outcome.status, outcome.reason),
        fault=judged.fault,
        needed=_printed(need.reference for need in turn.gold if need.must),
        allowed=_printed(need.reference for need in turn.gold if not need.must),
        cited=_printed(outcome.cited),
        found=_printed(outcome.ranking),
        corrections=outcome.corrections,
        claims=tuple(_claim(said, ours) for said in outcome.claims),
        dropped=tuple(_claim(said, ours) for said in outcome.dropped),
    )


def _claim(said: Said, ours: Collection[str]) -> ShownClaim:
    aligned = said.aligned or ""
    return ShownClaim(
        text=shown(said, ours),
        citations=_printed(said.citations),
        verdict=said.verdict,
        reason=first_words(said.reason) if shares_run(said.reason, aligned) else said.reason,
        aligned=first_words(aligned),
    )


def _printed(references: Iterable[Reference]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(str, references)))


def _with_reason(what: str, reason: str | None) -> str:
    return f"{what}: {reason}" if reason else what
