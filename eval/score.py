"""Outcomes and items in, scores out: every measure for every outcome, and for every class with its interval.

Asks no system anything: a run is judged again as often as one likes. Refuses outcomes whose item is not among those given.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.errors import BadInput, UsageError
from corpus.types import Reference
from eval import locators
from eval.faults import fault
from eval.metrics import attribution, citations, faithfulness, intervals, nuggets, refusal, retrieval
from eval.metrics.attribution import Entails
from eval.metrics.gold import cluster, expanded
from eval.metrics.intervals import Estimate
from eval.metrics.nuggets import NuggetJudge
from eval.metrics.refusal import Abstention
from eval.scores import Class, Judged, Kind, Measure, Scores
from eval.types import Expected, Item, Outcome, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What judging needs to know: whether a nugget is said, whether provisions carry a sentence, what a paragraph is."""

    judge: NuggetJudge
    entails: Entails
    paragraph: Callable[[Reference], Reference] = locators.paragraph


def score(items: Sequence[Item], outcomes: Sequence[Outcome], judging: Judging) -> Scores:
    """Judge every outcome and every class of outcomes; raises BadInput."""
    known = {item.id: item for item in items}
    lost = sorted({outcome.item for outcome in outcomes} - set(known))
    if lost or not outcomes:
        what = f"Items of the run are not in the question sets: {', '.join(lost)}." if lost else "The run has no outcomes."
        raise BadInput(what, hint="Run: python -m eval run.")
    moved = sorted(outcome.key for outcome in outcomes if _now(known[outcome.item], outcome) != outcome.question)
    if moved:
        raise BadInput(f"Since the run, another question stands at {', '.join(moved)}.", hint="Run: python -m eval run.")
    judged = tuple(_judged(known[outcome.item], outcome, judging) for outcome in outcomes)
    return Scores(classes=tuple(_classes(judged)), judged=judged)


def exists(reference: Reference) -> bool:
    """Whether a provision exists, by the facts files; a whole rule is none."""
    try:
        return locators.expand(reference) == (reference,)
    except UsageError:
        return False


def _now(item: Item, outcome: Outcome) -> str | None:
    """The question as it stands in the set today."""
    return item.turns[outcome.turn].question.get(outcome.language) if outcome.turn < len(item.turns) else None


def names_of(kind: Kind, judged: Judged) -> Iterable[str]:
    """Classes of a kind that an outcome belongs to: several instruments where several are needed, none on a refusal."""
    match kind:
        case Kind.ALL:
            return ("all",)
        case Kind.TYPE:
            return (judged.item.type.value,)
        case Kind.LANGUAGE:
            return (judged.outcome.language.value,)
        case Kind.INSTRUMENT:
            return judged.instruments
        case Kind.DATASET:
            return (judged.item.dataset,)


def _judged(item: Item, outcome: Outcome, judging: Judging) -> Judged:
    turn = expanded(item.turns[outcome.turn], locators.expand)
    found = dict(_values(turn, outcome, judging))
    return Judged(
        item=item,
        outcome=outcome,
        cluster=cluster(item, turn),
        instruments=tuple(dict.fromkeys(need.reference.instrument for need in turn.gold if need.must)),
        values={measure: value for measure, value in found.items() if value is not None},
        fault=fault(turn, outcome, found.get(Measure.CITATION_RECALL), found.get(Measure.PREMISE_CORRECTED)),
    )


def _values(turn: Turn, outcome: Outcome, judging: Judging) -> Iterator[tuple[Measure, float | None]]:
    place = judging.paragraph
    yield Measure.SUCCESS_1, retrieval.success_at(turn, outcome, place, k=1)
    yield Measure.SUCCESS_5, retrieval.success_at(turn, outcome, place, k=5)
    yield Measure.SUCCESS_10, retrieval.success_at(turn, outcome, place, k=10)
    yield Measure.RECALL_5, retrieval.recall_at(turn, outcome, place, k=5)
    yield Measure.RECALL_10, retrieval.recall_at(turn, outcome, place, k=10)
    yield Measure.ALL_NEEDED, retrieval.all_needed_within(turn, outcome, place)
    yield Measure.RECIPROCAL_RANK, retrieval.reciprocal_rank(turn, outcome, place)
    yield Measure.NDCG, retrieval.ndcg_at(turn, outcome, place, k=10)
    yield Measure.CITATION_PRECISION, citations.precision(turn, outcome, place, exists)
    yield Measure.CITATION_RECALL, citations.recall(turn, outcome, place, exists)
    yield Measure.CITATION_F1, citations.f1(turn, outcome, place, exists)
    yield Measure.NONEXISTENT, citations.nonexistent(outcome, exists)
    yield Measure.ATTRIBUTION_RECALL, attribution.recall(outcome, judging.entails, exists)
    yield Measure.ATTRIBUTION_PRECISION, attribution.precision(outcome, judging.entails, exists)
    rungs = citations.ladder(turn, outcome, place, exists)
    yield Measure.PINPOINT_INSTRUMENT, rungs[citations.Level.INSTRUMENT].f1
    yield Measure.PINPOINT_PARAGRAPH, rungs[citations.Level.PARAGRAPH].f1
    yield Measure.PINPOINT_ITEM, rungs[citations.Level.ITEM].f1
    yield Measure.NUGGETS_STRICT, nuggets.strict(turn, outcome, judging.judge)
    yield Measure.NUGGETS_LENIENT, nuggets.lenient(turn, outcome, judging.judge)
    yield Measure.FAITHFULNESS, faithfulness.faithfulness(outcome)
    cell = refusal.abstention(turn, outcome)
    yield Measure.OVER_REFUSAL, float(cell is Abstention.OVER_REFUSED) if turn.expected is Expected.ANSWER else None
    yield Measure.HALLUCINATION, float(cell is Abstention.HALLUCINATED) if turn.expected is Expected.REFUSE else None
    yield Measure.REFUSAL_REASON, refusal.right_reason(turn, outcome)
    yield Measure.PREMISE_CORRECTED, refusal.corrects_premise(turn, outcome, place, exists)


def _classes(judged: Sequence[Judged]) -> Iterator[Class]:
    """All outcomes first, then classes by kind and name."""
    yield _class(Kind.ALL, "all", judged)
    for kind in (Kind.TYPE, Kind.LANGUAGE, Kind.INSTRUMENT, Kind.DATASET):
        members: dict[str, list[Judged]] = {}
        for one in judged:
            for name in names_of(kind, one):
                members.setdefault(name, []).append(one)
        for name, found in sorted(members.items()):
            yield _class(kind, name, found)


def _class(kind: Kind, name: str, judged: Sequence[Judged]) -> Class:
    found = {measure: estimate for measure, estimate in _estimates(judged) if estimate is not None}
    return Class(kind=kind, name=name, measured={measure: found[measure] for measure in Measure if measure in found})


def _estimates(judged: Sequence[Judged]) -> Iterator[tuple[Measure, Estimate | None]]:
    """Means by clustered bootstrap; refusals from their table; faithfulness over sentences."""
    clusters = [one.cluster for one in judged]
    yield Measure.RIGHT, _mean([float(one.right) for one in judged], clusters)
    for measure in {measure for one in judged for measure in one.values} - {Measure.FAITHFULNESS}:
        yield measure, _mean([one.values.get(measure) for one in judged], clusters)
    said = [cluster for one, cluster in zip(judged, clusters, strict=True) if one.outcome.claims]
    yield Measure.FAITHFULNESS, _unsure(faithfulness.summary([one.outcome for one in judged], clusters), said)
    cells = [refusal.abstention(one.turn, one.outcome) for one in judged]
    refusals = refusal.summary(cells, clusters)
    yield Measure.REFUSAL_PRECISION, refusals.precision
    yield Measure.REFUSAL_RECALL, refusals.recall
    yield Measure.REFUSAL_F1, refusals.f1
    yield Measure.OVER_REFUSAL, refusals.over_refusal
    yield Measure.HALLUCINATION, refusals.hallucination


def _mean(values: Sequence[float | None], clusters: Sequence[str]) -> Estimate | None:
    """A mean by clustered bootstrap, as unsure as its number of clusters."""
    kept = [name for value, name in zip(values, clusters, strict=True) if value is not None]
    return _unsure(intervals.mean(values, clusters), kept)


def _unsure(found: Estimate | None, clusters: Sequence[str]) -> Estimate | None:
    """An estimate; where all values are 0 or all 1, which resampling takes for certain, with Wilson's interval.

    Wilson counts clusters, since the outcomes of one do not speak for themselves.
    """
    if found is None or found.low < found.high or found.value not in (0.0, 1.0):
        return found
    count = len(set(clusters))
    unsure = intervals.wilson(round(found.value) * count, count)
    return found if unsure is None else replace(unsure, n=found.n)
