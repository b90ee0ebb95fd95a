"""Do the measures order systems as they must? The oracle on top, chance at the bottom, the assistant between.

A measure that ranks chance beside the assistant measures nothing. Decides only; systems are run elsewhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eval.scores import Judged, Measure, Scores
from eval.systems import ASSISTANT, PLAIN
from eval.types import Expected

_ABOVE = (
    (Measure.RIGHT, "oracle", ASSISTANT),
    (Measure.RIGHT, ASSISTANT, "copy_top"),
    (Measure.RIGHT, ASSISTANT, "dense_only"),
    (Measure.RIGHT, ASSISTANT, "bm25_only"),
    (Measure.RIGHT, ASSISTANT, PLAIN),
    (Measure.RIGHT, ASSISTANT, "refuse_all"),
    (Measure.RIGHT, "copy_top", "random"),
    (Measure.RIGHT, "dense_only", "random"),
    (Measure.RIGHT, "bm25_only", "random"),
    (Measure.RIGHT, PLAIN, "random"),
    (Measure.NDCG, "oracle", ASSISTANT),
    (Measure.NDCG, ASSISTANT, "dense_only"),
    (Measure.NDCG, ASSISTANT, "bm25_only"),
    (Measure.NDCG, ASSISTANT, PLAIN),
    (Measure.NDCG, PLAIN, "random"),
    (Measure.NUGGETS_STRICT, "oracle", ASSISTANT),
    (Measure.NUGGETS_STRICT, ASSISTANT, "random"),
)
"""By a measure, the first of two systems must stand above the second."""
_CEILING = 0.95
"""What the oracle must reach at least: below it, something right counts as wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """How two systems, or one and its due, must stand to each other, and whether they do."""

    what: str
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A system's place: its measures over the sample, best system first in any list of these."""

    system: str
    measures: Mapping[Measure, float]


def standings(scores: Mapping[str, Scores]) -> tuple[Standing, ...]:
    """Every system's measures, the most often right first."""
    found = [
        Standing(system=name, measures={measure: one.value for measure, one in judged.total.measured.items()})
        for name, judged in scores.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.measures[Measure.RIGHT], one.system)))


def expectations(scores: Mapping[str, Scores]) -> tuple[Expectation, ...]:
    """Everything that must hold among the systems that were run."""
    return tuple(_expected(scores))


def _expected(scores: Mapping[str, Scores]) -> Iterator[Expectation]:
    for measure, above, below in _ABOVE:
        if above in scores and below in scores:
            high, low = _value(scores[above], measure), _value(scores[below], measure)
            yield Expectation(what=f"{measure.value}: {above} {high:.3f} above {below} {low:.3f}", holds=high > low)
    if "oracle" in scores:
        value = _value(scores["oracle"], Measure.RIGHT)
        yield Expectation(what=f"right: oracle {value:.3f} at {_CEILING} or more", holds=value >= _CEILING)
    if "refuse_all" in scores:
        wrong = [one for one in scores["refuse_all"].judged if one.right != _to_refuse(one)]
        named = f", but not on {wrong[0].outcome.key}" if wrong else ""
        yield Expectation(what=f"refuse_all: right on refusals and nowhere else{named}", holds=not wrong)


def _value(scores: Scores, measure: Measure) -> float:
    found = scores.total.measured.get(measure)
    return found.value if found else 0.0


def _to_refuse(judged: Judged) -> bool:
    return judged.turn.expected is Expected.REFUSE
