"""A meta-evaluation as Markdown for people and as plain values for JSON.

Prints what was counted; every share has its 95 % interval (Wilson) or the number that it rests on. Computes nothing that
`eval.meta_result` does not say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from eval.error_kinds import OTHER
from eval.meta_result import BLIND_BELOW, MetaResult, OperatorResult, Tally
from eval.metrics.intervals import Estimate
from eval.mutations.sampling import LANGUAGES
from eval.types import Split

_ABOUT = (
    "A claim *passes* when its verdict is `supported`. Sample: up to {size} claims for each operator and language, the same "
    "each time; official texts {held}. Shares with 95 % intervals (Wilson)."
)
_ABOUT_OPERATORS = (
    "Recall: wrong claims that did not pass, unchecked ones among them. Precision: recall ÷ (recall + false alarms on "
    "faithful hand-written claims of the language), as if half of all claims were wrong. Without step: recall with the step "
    "made for the operator switched off. ◦ marks an operator whose author has not read the checker. `misplaced` are faithful "
    "hand-written claims on a provision that they are not on, `foreign` sentences that no text says."
)
_OPERATOR_HEADER = (
    "operator | language | n | recall | of which unchecked | right label | precision | step | by that step | without step"
)
_CLAIM_HEADER = "split and label | language | n | supported | contradicted | not supported | unchecked | not passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the checker said of one group of claims."""

    group: str
    language: str
    n: int
    supported: int
    contradicted: int
    not_supported: int
    unchecked: int
    not_passed: Estimate | None
    called_wrong: Estimate | None
    steps: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorLine:
    """A line on an operator; `recall` is `line.not_passed`."""

    line: Line
    step: str
    by_blind_author: bool
    precision: float | None
    by_own_step: Estimate | None
    right_label: int
    recall_without_step: Estimate | None
    blind_spot: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaReport:
    """Everything that `python -m eval meta --json` prints."""

    sample: int
    official_texts: bool
    operators: tuple[OperatorLine, ...]
    claims: tuple[Line, ...]
    kinds: tuple[Line, ...]
    balanced_accuracy: dict[str, float | None]
    false_alarms: dict[str, Estimate | None]
    blind_spots: tuple[str, ...]


def report(result: MetaResult) -> MetaReport:
    """The values of a meta-evaluation in the order in which they are printed."""
    spots = result.blind_spots
    return MetaReport(
        sample=result.size,
        official_texts=result.texts_held,
        operators=tuple(_operator(one, result, spot=one in spots) for one in result.operators),
        claims=tuple(_line(f"{one.split.value} {one.label.value}", one.language.value, one.tally) for one in result.labels),
        kinds=tuple(_line(one.kind, one.language.value, one.tally) for one in result.kinds),
        balanced_accuracy={
            f"{split.value} {language.value}": result.balanced_accuracy(language, split)
            for split in Split
            for language in LANGUAGES
        },
        false_alarms={
            f"{split.value} {language.value}": result.false_alarms(language, split).caught
            for split in Split
            for language in LANGUAGES
        },
        blind_spots=tuple(f"{one.name} ({one.language.value})" for one in spots),
    )


def as_json(result: MetaResult) -> dict[str, object]:
    """The report as plain values."""
    return asdict(report(result))


def markdown(result: MetaResult) -> str:
    """The report as Markdown."""
    content = report(result)
    parts = [
        "# Meta-evaluation of the checker",
        _ABOUT.format(size=content.sample, held="held" if content.official_texts else "not held, digests serve instead"),
        *_headline(result),
        *_blind_spots(result),
        "## Operators",
        _ABOUT_OPERATORS,
        _table(_OPERATOR_HEADER, (_operator_row(one) for one in content.operators)),
        "## Hand-written claims",
        _table(_CLAIM_HEADER, (_claim_row(one) for one in content.claims)),
        _table(
            "split and language | false alarms | balanced accuracy",
            ([name, _percent(one), _number(content.balanced_accuracy[name])] for name, one in content.false_alarms.items()),
        ),
        "## Steps that raise false alarms",
        _table("step | faithful claims failed", ([step or "none named", str(n)] for step, n in _alarm_steps(result))),
        "## Hand-written errors by kind",
        f"Kinds are sorted from the authors' own names of the errors; `{OTHER}` is what fits none.",
        _table("kind | language | n | not passed | of which unchecked", (_kind_row(one) for one in content.kinds)),
    ]
    return "\n\n".join(parts) + "\n"


def _headline(result: MetaResult) -> Iterable[str]:
    """The figures that all others must be read with: a checker that passes nothing has full recall."""
    alarms, errors = result.false_alarms(), result.errors()
    if alarms.n and errors.n:
        accuracy = _number(result.balanced_accuracy())
        yield (
            f"Of the hand-written claims, {_percent(alarms.caught)} of the faithful ones did not pass (false alarms; "
            f"{alarms.unchecked} of {alarms.n} unchecked), and {_percent(errors.caught)} of the wrong ones did not "
            f"({errors.unchecked} of {errors.n} unchecked): balanced accuracy {accuracy}."
        )
        yield "A checker that passes nothing would have full recall everywhere: read every recall beside the false alarms."


def _blind_spots(result: MetaResult) -> Iterable[str]:
    yield "## Known blind spots"
    if not result.blind_spots:
        yield f"No operator has a recall below {BLIND_BELOW:.0%}."
        return
    yield f"Operators with a recall below {BLIND_BELOW:.0%}, the worst first: errors of these kinds may pass as supported."
    yield "\n".join(f"- {one.name}, {one.language.value}: {_percent(one.recall)}" for one in result.blind_spots)


def _alarm_steps(result: MetaResult) -> Sequence[tuple[str, int]]:
    return sorted(result.false_alarms().steps.items(), key=lambda pair: (-pair[1], pair[0]))


def _operator(one: OperatorResult, result: MetaResult, *, spot: bool) -> OperatorLine:
    return OperatorLine(
        line=_line(one.name, one.language.value, one.tally),
        step=one.slot,
        by_blind_author=one.blind,
        precision=result.precision(one),
        by_own_step=one.by_own_step,
        right_label=one.right_label,
        recall_without_step=one.recall_without,
        blind_spot=spot,
    )


def _line(group: str, language: str, tally: Tally) -> Line:
    return Line(
        group=group,
        language=language,
        n=tally.n,
        supported=tally.supported,
        contradicted=tally.contradicted,
        not_supported=tally.not_supported,
        unchecked=tally.unchecked,
        not_passed=tally.caught,
        called_wrong=tally.called_wrong,
        steps=dict(tally.steps),
    )


def _operator_row(one: OperatorLine) -> list[str]:
    line = one.line
    wrong = line.contradicted + line.not_supported
    return [
        line.group + (" ◦" if one.by_blind_author else ""),
        line.language,
        str(line.n),
        _percent(line.not_passed),
        str(line.unchecked),
        f"{one.right_label} of {wrong}",
        _number(one.precision),
        one.step or "–",
        _percent(one.by_own_step),
        _percent(one.recall_without_step),
    ]


def _claim_row(one: Line) -> list[str]:
    counts = (one.n, one.supported, one.contradicted, one.not_supported, one.unchecked)
    return [one.group, one.language, *map(str, counts), _percent(one.not_passed)]


def _kind_row(one: Line) -> list[str]:
    return [one.group, one.language, str(one.n), _percent(one.not_passed), str(one.unchecked)]


def _percent(share: Estimate | None) -> str:
    return f"{share.value:.0%} ({share.low:.0%}–{share.high:.0%})" if share else "–"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _table(header: str, rows: Iterable[Sequence[str]]) -> str:
    columns = header.count("|") + 1
    lines = [f"| {header} |", "|" + "---|" * columns, *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)
