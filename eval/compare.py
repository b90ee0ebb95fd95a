"""Two judged runs in, what changed between them out: differences with intervals and tests, and every outcome that flipped.

Compares only what both were asked. Refuses runs that share no question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.errors import BadInput
from eval.metrics.intervals import LEVEL, normal_quantile
from eval.metrics.power import smallest_difference, smallest_mean_difference, smallest_one_way
from eval.metrics.significance import Difference, difference, holm, mcnemar_exact
from eval.record import Record
from eval.score import names_of
from eval.scores import Judged, Kind, Measure, Scores

_PASS_OR_FAIL = frozenset(
    {
        Measure.RIGHT,
        Measure.SUCCESS_1,
        Measure.SUCCESS_5,
        Measure.SUCCESS_10,
        Measure.ALL_NEEDED,
        Measure.OVER_REFUSAL,
        Measure.HALLUCINATION,
        Measure.REFUSAL_REASON,
        Measure.PREMISE_CORRECTED,
    }
)
"""Measures that are 1 or 0 for each outcome: McNemar's test, the others by permutation."""
_WHOLE = 2.0
"""Width of the interval that says nothing: from -1 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A difference, the second run less the first, over `n` pairs; `p_holm` is corrected over all changes of its table.

    `can_show` is the smallest difference that so many pairs, changing as often as these do, show four times of five; None
    where they are too few for any, or did not change at all in a measure that is no pass or fail.
    """

    what: str
    before: float
    after: float
    value: float
    low: float
    high: float
    n: int
    can_show: float | None
    test: str
    p: float
    p_holm: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """An outcome that is right in one run only; `fault` is what is wrong with it in the other."""

    key: str
    question: str
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed; `unlike` names what differs in how the runs were made, `apart` counts questions of one run only."""

    before: str
    after: str
    pairs: int
    apart: int
    unlike: tuple[str, ...]
    measures: tuple[Change, ...]
    classes: tuple[Change, ...]
    gained: tuple[Flip, ...]
    lost: tuple[Flip, ...]


Pair = tuple[Judged, Judged]


def compare(before: tuple[Record, Scores], after: tuple[Record, Scores]) -> Comparison:
    """Compare two judged runs on the questions that both were asked; raises BadInput where there are none."""
    first = {one.outcome.key: one for one in before[1].judged}
    second = {one.outcome.key: one for one in after[1].judged}
    pairs = [(first[key], second[key]) for key in first if key in second]
    if not pairs:
        raise BadInput(
            f"{before[0].id} and {after[0].id} share no question.", hint="Compare runs of the same question sets and languages."
        )
    return Comparison(
        before=before[0].id,
        after=after[0].id,
        pairs=len(pairs),
        apart=len(first.keys() ^ second.keys()),
        unlike=_unlike(before[0], after[0]),
        measures=_corrected([_change(measure.value, measure, pairs) for measure in Measure]),
        classes=_corrected([_change(name, Measure.RIGHT, found) for name, found in _by_class(pairs).items()]),
        gained=tuple(_flip(b, a.fault) for a, b in pairs if b.right and not a.right),
        lost=tuple(_flip(b, b.fault) for a, b in pairs if a.right and not b.right),
    )


def _change(what: str, measure: Measure, pairs: Sequence[Pair]) -> Change | None:
    both = [(_value(a, measure), _value(b, measure), a.cluster) for a, b in pairs]
    kept = [(a, b, cluster) for a, b, cluster in both if a is not None and b is not None]
    before, after = [a for a, _, _ in kept], [b for _, b, _ in kept]
    found = difference(before, after, [cluster for _, _, cluster in kept])
    if found is None:
        return None
    exact = measure in _PASS_OR_FAIL
    return Change(
        what=what,
        before=sum(before) / len(kept),
        after=sum(after) / len(kept),
        value=found.value,
        low=found.low,
        high=found.high,
        n=found.n,
        can_show=_in_flips(before, after) if exact else _in_means(found),
        test="McNemar" if exact else "permutation",
        p=mcnemar_exact([a > 0.5 for a in before], [b > 0.5 for b in after]) if exact else found.p,
    )


def _in_flips(before: Sequence[float], after: Sequence[float]) -> float | None:
    """By the share of flips, whichever way; where so few flip that no difference would show, as if all went one way."""
    flips = sum(a != b for a, b in zip(before, after, strict=True)) / len(before)
    shown = smallest_difference(len(before), flips) if flips else None
    return smallest_one_way(len(before)) if shown is None else shown


def _in_means(found: Difference) -> float | None:
    """By the standard error that the interval over clusters stands for."""
    error = (found.high - found.low) / (2 * normal_quantile((1 + LEVEL) / 2))
    return smallest_mean_difference(error) if error and found.high - found.low < _WHOLE else None


def _value(judged: Judged, measure: Measure) -> float | None:
    return float(judged.right) if measure is Measure.RIGHT else judged.values.get(measure)


def _corrected(changes: Sequence[Change | None]) -> tuple[Change, ...]:
    found = [change for change in changes if change is not None]
    adjusted = holm({change.what: change.p for change in found})
    return tuple(replace(change, p_holm=adjusted[change.what]) for change in found)


def _by_class(pairs: Sequence[Pair]) -> Mapping[str, list[Pair]]:
    classes: dict[str, list[Pair]] = {}
    for kind in (Kind.TYPE, Kind.LANGUAGE, Kind.INSTRUMENT):
        for pair in pairs:
            for name in names_of(kind, pair[0]):
                classes.setdefault(f"{kind.value}.{name}", []).append(pair)
    return dict(sorted(classes.items()))


def _flip(judged: Judged, fault: str) -> Flip:
    return Flip(key=judged.outcome.key, question=judged.outcome.question, fault=fault)


def _unlike(before: Record, after: Record) -> tuple[str, ...]:
    named = {
        "system": (before.made.system, after.made.system),
        "scope": (before.made.scope, after.made.scope),
        "corpus version": (before.made.corpus_version, after.made.corpus_version),
        "embedder": (before.made.embedder, after.made.embedder),
        "official texts": (before.made.holdings, after.made.holdings),
        "code": (before.made.code[:12], after.made.code[:12]),
        "commit": (before.surroundings.commit[:12], after.surroundings.commit[:12]),
    }
    changed = [f"{what}: {a} → {b}" for what, (a, b) in named.items() if a != b]
    sets = sorted(name for name in {*before.made.datasets, *after.made.datasets} if _differs(name, before, after))
    return (*changed, *(f"question set {name}: changed" for name in sets))


def _differs(name: str, before: Record, after: Record) -> bool:
    return before.made.datasets.get(name) != after.made.datasets.get(name)
