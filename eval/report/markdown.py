"""The report as Markdown, for notes and reviews: every figure, the weakest classes first, failures counted by what is wrong."""

from collections.abc import Iterator, Sequence

from eval.metrics.intervals import Estimate
from eval.ranking import Expectation, Standing
from eval.report.content import Report
from eval.report.opinion import opinion_lines
from eval.report.words import GROUPS, KINDS, TITLES, class_name, percent
from eval.scores import Class, Kind, Measure

_BY_CLASS = (
    Measure.RIGHT,
    Measure.RECALL_10,
    Measure.CITATION_PRECISION,
    Measure.CITATION_RECALL,
    Measure.PINPOINT_ITEM,
    Measure.NUGGETS_STRICT,
    Measure.OVER_REFUSAL,
    Measure.HALLUCINATION,
)
_WEAKEST = 8


def report_markdown(report: Report) -> str:
    """The whole report."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    record = report.record
    made, right = record.made, report.total.measured[Measure.RIGHT]
    changed = " with changes" if record.surroundings.dirty else ""
    yield f"# Evaluation of {made.system}: {percent(right.value)} right"
    yield ""
    yield (
        f"{right.n} questions ({made.choice.gated_as}), 95 % interval {percent(right.low)} to {percent(right.high)}. "
        f"Run `{record.id}`, commit {record.surroundings.commit[:12]}{changed}, corpus version {made.corpus_version}, "
        f"holdings: {made.holdings}."
    )
    yield from ("", "## Weakest classes", "")
    yield from _table(
        ("class", "right", "95 %", "n"),
        [(str(one), *_figures(one.measured[Measure.RIGHT])) for one in report.overview[:_WEAKEST]],
    )
    yield from ("", "## What goes wrong", "")
    yield from _table(("what", "outcomes"), [(what, str(count)) for what, count in report.wrongs])
    yield from ("", "## All measures", "")
    for group, measures in GROUPS.items():
        held = [measure for measure in measures if measure in report.total.measured]
        rows = [(TITLES[m][0], *_figures(report.total.measured[m]), TITLES[m][1]) for m in held]
        yield from _table((group.lower(), "value", "95 %", "n", "meaning"), rows)
        yield ""
    for kind, title in KINDS.items():
        yield from (f"## {title}, weakest first", "")
        yield from _by_class(kind, report.of(kind))
        yield ""
    yield from _extras(report)
    yield from ("## Milliseconds a question", "")
    stages = [(n, f"{s.median:.1f}", f"{s.p95:.1f}", f"{s.total / 1000:.1f}") for n, s in record.stages_ms.items()]
    yield from _table(("stage", "median", "95th percentile", "all, in seconds"), stages)


def _by_class(kind: Kind, classes: Sequence[Class]) -> Iterator[str]:
    heads = ("class", "n", *(TITLES[measure][0].lower() for measure in _BY_CLASS))
    rows = [
        (
            class_name(kind, one.name),
            str(one.measured[Measure.RIGHT].n),
            *(percent(one.measured[m].value) if m in one.measured else "–" for m in _BY_CLASS),
        )
        for one in classes
    ]
    yield from _table(heads, rows)


def _extras(report: Report) -> Iterator[str]:
    extras = report.extras
    if extras.gates is not None:
        yield from ("## Gates", "")
        yield from ([f"- {fault}" for fault in extras.gates] or ["All gates hold."])
        yield ""
    if extras.standings:
        yield from ("## Baselines", "", *baselines_markdown(extras.standings, extras.expectations), "")
    if report.record.opinion is not None:
        yield from ("## A model's opinion", "", *opinion_lines(report.record.opinion, report.record.made.llm), "")
    if extras.meta:
        yield from ("## The checker, checked", "", extras.meta.strip(), "")


def baselines_markdown(standings: Sequence[Standing], expectations: Sequence[Expectation]) -> Iterator[str]:
    """Every system's figures, the best first, and whether they rank as they should."""
    shown = (Measure.RIGHT, Measure.CITATION_PRECISION, Measure.NDCG, Measure.NUGGETS_STRICT, Measure.HALLUCINATION)
    rows = [(one.system, *(percent(one.measures[m]) if m in one.measures else "–" for m in shown)) for one in standings]
    yield from _table(("system", *(TITLES[measure][0].lower() for measure in shown)), rows)
    yield ""
    yield from (f"- {'holds' if one.holds else '**DOES NOT HOLD**'}: {one.what}" for one in expectations)


def _figures(found: Estimate) -> tuple[str, str, str]:
    return percent(found.value), f"{percent(found.low)} to {percent(found.high)}", str(found.n)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|---" * len(heads) + "|"
    yield from ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
