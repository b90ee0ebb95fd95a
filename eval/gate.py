"""Scores and gates in, faults out: what fell below its gate, what has none, and which gates are too slack to be of use.

Decides only; `eval.cli` prints and exits. Refuses to pass for want of a gate.
"""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from eval.gates import GateFile, Gates
from eval.metrics.intervals import Estimate
from eval.record import Record
from eval.scores import Class, Kind, Measure, Scores

GATED_KINDS = (Kind.TYPE, Kind.LANGUAGE, Kind.INSTRUMENT)
MUST_BE_GATED = (Measure.RIGHT,)
"""Every class has a gate on these; others are gated where the file says so."""
RATCHETED = (
    Measure.RIGHT,
    Measure.RECALL_10,
    Measure.CITATION_PRECISION,
    Measure.CITATION_RECALL,
    Measure.PINPOINT_ITEM,
    Measure.FAITHFULNESS,
    Measure.OVER_REFUSAL,
    Measure.HALLUCINATION,
    Measure.PREMISE_CORRECTED,
)
ALWAYS: Mapping[Measure, float] = {Measure.NONEXISTENT: 0.0}
"""Gates of every class that no file can slacken."""
_STEPS = 1_000
"""Gates are written to three decimals."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A gate that failed, and why."""

    gate: str
    why: str

    def __str__(self) -> str:
        return f"{self.gate}: {self.why}"


def faults(record: Record, scores: Scores, file: GateFile, critical: Collection[str]) -> tuple[Fault, ...]:
    """Every gate that fails for a judged run; none where it passes."""
    selection, holdings = record.made.choice.gated_as, record.made.holdings
    gates = file.gates.get(selection, {}).get(holdings)
    if gates is None:
        held = [f"{name} on {kind}" for name, kinds in file.gates.items() for kind in kinds]
        why = f"there are no gates; the file has them for: {', '.join(held) or 'nothing'}. Print some: gate --ratchet"
        return (Fault(gate=f"{selection} on {holdings}", why=why),)
    if record.made.system != gates.system:
        return (Fault(gate="system", why=f"the gates are for {gates.system}, the run is of {record.made.system}"),)
    return (*_of_classes(scores, gates), *_lost(scores, gates), *_of_critical(scores, gates, critical))


def _of_classes(scores: Scores, gates: Gates) -> Iterator[Fault]:
    for one in scores.classes:
        if one.kind not in GATED_KINDS and one.kind is not Kind.ALL:
            continue
        held = gates.classes.get(one.kind, {}).get(one.name, {})
        for measure in MUST_BE_GATED:
            if measure not in held:
                yield Fault(gate=f"{one}.{measure.value}", why="the class has no gate")
        always = {measure: gate for measure, gate in ALWAYS.items() if measure in one.measured}
        for measure, gate in {**held, **always}.items():
            yield from _of_measure(one, measure, gate)


def _of_measure(one: Class, measure: Measure, gate: float) -> Iterator[Fault]:
    name = f"{one}.{measure.value}"
    found = one.measured.get(measure)
    if found is None:
        yield Fault(gate=name, why="nothing was measured")
        return
    shown = f"{found.value:.3f} ({found.low:.3f} to {found.high:.3f}, n = {found.n})"
    if _worse(measure, found.value, gate):
        yield Fault(gate=name, why=f"{shown} is worse than the gate {gate:.3f}")
    elif is_slack(measure, found, gate):
        yield Fault(gate=name, why=f"the gate {gate:.3f} would let a significant drop from {shown} pass: raise it")


def _lost(scores: Scores, gates: Gates) -> Iterator[Fault]:
    """Classes that have gates and were not measured at all."""
    measured = {(one.kind, one.name) for one in scores.classes}
    for kind, classes in gates.classes.items():
        for name in classes:
            if (kind, name) not in measured:
                yield Fault(gate=f"{kind.value}.{name}", why="the class has gates and no question")


def _of_critical(scores: Scores, gates: Gates, critical: Collection[str]) -> Iterator[Fault]:
    """Critical outcomes that are wrong and not known to be, and those known to be wrong that are right by now."""
    asked = {judged.item.id for judged in scores.judged}
    for item in critical:
        if item not in asked:
            yield Fault(gate=f"critical.{item}", why="the item was not asked")
    wrong = _wrong(scores, critical)
    for key, why in wrong.items():
        if key not in gates.open:
            yield Fault(gate=f"critical.{key}", why=why)
    for key in gates.open:
        if key not in wrong:
            yield Fault(gate=f"open.{key}", why="it is right now, or not critical: take it out of `open`")


def _wrong(scores: Scores, critical: Collection[str]) -> dict[str, str]:
    """What is wrong, by the key of each outcome of a critical item that is not right."""
    return {one.outcome.key: one.fault for one in scores.judged if one.item.id in critical and not one.right}


def is_slack(measure: Measure, found: Estimate, gate: float) -> bool:
    """Whether a gate lies beyond the value's interval on the bad side."""
    return gate > found.high + _ROUNDING if measure.lower_is_better else gate < found.low - _ROUNDING


def _worse(measure: Measure, value: float, gate: float) -> bool:
    return value > gate + _ROUNDING if measure.lower_is_better else value < gate - _ROUNDING


def ratcheted(record: Record, scores: Scores, file: GateFile, critical: Collection[str]) -> GateFile:
    """The gates of a file raised to what a run reached: one outcome may turn, never more than the interval allows.

    Critical outcomes that are wrong stay open if they were; the first gates of all find every wrong one open.
    """
    selection, holdings = record.made.choice.gated_as, record.made.holdings
    old = file.gates.get(selection, {}).get(holdings, Gates())
    classes: dict[Kind, dict[str, dict[Measure, float]]] = {}
    for one in scores.classes:
        if one.kind in GATED_KINDS or one.kind is Kind.ALL:
            held = old.classes.get(one.kind, {}).get(one.name, {})
            classes.setdefault(one.kind, {})[one.name] = _raised(one.measured, held)
    still_open = tuple(key for key in _wrong(scores, critical) if key in old.open or not old.classes)
    gates = Gates(system=record.made.system, open=still_open, classes=classes, checker=old.checker)
    return GateFile(gates={**file.gates, selection: {**file.gates.get(selection, {}), holdings: gates}})


def _raised(measured: Mapping[Measure, Estimate], old: Mapping[Measure, float]) -> dict[Measure, float]:
    wanted = [measure for measure in Measure if measure in measured and (measure in RATCHETED or measure in old)]
    return {measure: proposed(measure, measured[measure], old.get(measure)) for measure in wanted}


def proposed(measure: Measure, found: Estimate, old: float | None) -> float:
    """A gate one outcome below the value, within the interval, never slacker than the old one unless that is slack."""
    room = 1.0 / max(found.n, 1)
    if measure.lower_is_better:
        new = math.floor(min(found.value + room, found.high) * _STEPS + _ROUNDING) / _STEPS
        new = max(new, math.ceil(found.value * _STEPS - _ROUNDING) / _STEPS)
        return new if old is None else min(old, new)
    new = math.ceil(max(found.value - room, found.low) * _STEPS - _ROUNDING) / _STEPS
    new = min(new, math.floor(found.value * _STEPS + _ROUNDING) / _STEPS)
    return new if old is None else max(old, new)
