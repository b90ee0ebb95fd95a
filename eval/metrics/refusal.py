"""Whether an assistant refuses what it should and answers what it can: abstention as a detection task.

Positive means that the turn should be refused. Turns with a false premise stand apart: they are to be corrected, with a
citation. Refuses a status that it does not know.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import BadInput
from eval.metrics.gold import Exists, Paragraph, accepted, counts_for
from eval.metrics.intervals import Estimate, ratio, wilson
from eval.types import Expected, Outcome, Turn
from rag.types import Status


class Abstention(StrEnum):
    """The four cells of the table: should be refused or not, was refused or not."""

    REFUSED_RIGHTLY = "refused_rightly"
    OVER_REFUSED = "over_refused"
    HALLUCINATED = "hallucinated"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusals:
    """Refusing, over many outcomes; None where no outcome bears on a figure."""

    precision: Estimate | None
    recall: Estimate | None
    f1: Estimate | None
    over_refusal: Estimate | None
    hallucination: Estimate | None


def abstention(turn: Turn, outcome: Outcome) -> Abstention | None:
    """The cell that an outcome falls in (NoMIRACL, Thakur et al. 2023); None for false premises."""
    was_refused = refused(outcome)
    match turn.expected:
        case Expected.REFUSE:
            return Abstention.REFUSED_RIGHTLY if was_refused else Abstention.HALLUCINATED
        case Expected.ANSWER:
            return Abstention.OVER_REFUSED if was_refused else Abstention.ANSWERED
        case Expected.CORRECT:
            return None


def right_reason(turn: Turn, outcome: Outcome) -> float | None:
    """1 where a turn that should be refused for a stated reason was refused for it, 0 for another (exact match).

    None where it was not refused, which `abstention` counts.
    """
    if turn.expected is not Expected.REFUSE or turn.reason is None or not refused(outcome):
        return None
    return float(outcome.reason == turn.reason)


def corrects_premise(turn: Turn, outcome: Outcome, paragraph: Paragraph, exists: Exists) -> float | None:
    """1 where a false premise is corrected and the correction cites a gold provision, else 0.

    The rule of the evaluation plan (a share; `intervals.wilson` for many). None for turns without a false premise.
    """
    if turn.expected is not Expected.CORRECT:
        return None
    cited = [reference for reference in outcome.corrected if exists(reference)]
    grounded = any(counts_for(reference, gold, paragraph) for reference in cited for gold in accepted(turn))
    return float(bool(outcome.corrections) and grounded)


def summary(cells: Sequence[Abstention | None], clusters: Sequence[str]) -> Refusals:
    """Precision, recall, F1, over-refusal and hallucination from the cells of outcomes (NoMIRACL, Thakur et al. 2023).

    With TP refused rightly, FP over-refused, FN hallucinated, TN answered: TP ÷ (TP + FP), TP ÷ (TP + FN),
    2TP ÷ (2TP + FP + FN), FP ÷ (FP + TN), FN ÷ (TP + FN). Rates by Wilson, F1 by a bootstrap over clusters.
    """
    true_positive = cells.count(Abstention.REFUSED_RIGHTLY)
    false_positive = cells.count(Abstention.OVER_REFUSED)
    false_negative = cells.count(Abstention.HALLUCINATED)
    true_negative = cells.count(Abstention.ANSWERED)
    return Refusals(
        precision=wilson(true_positive, true_positive + false_positive),
        recall=wilson(true_positive, true_positive + false_negative),
        f1=_f1(cells, clusters),
        over_refusal=wilson(false_positive, false_positive + true_negative),
        hallucination=wilson(false_negative, true_positive + false_negative),
    )


def refused(outcome: Outcome) -> bool:
    """Whether the assistant refused; raises BadInput for a status that is neither answered nor refused."""
    if outcome.status not in set(Status):
        raise BadInput(
            f"{outcome.status!r} is no status, in the outcome {outcome.key}.",
            hint="A status is answered or refused; make the outcomes anew with python -m eval run.",
        )
    return outcome.status == Status.REFUSED


def _f1(cells: Sequence[Abstention | None], clusters: Sequence[str]) -> Estimate | None:
    right = [2.0 * (cell is Abstention.REFUSED_RIGHTLY) for cell in cells]
    weight: dict[Abstention | None, float] = {
        Abstention.REFUSED_RIGHTLY: 2,
        Abstention.OVER_REFUSED: 1,
        Abstention.HALLUCINATED: 1,
    }
    return ratio(right, [weight.get(cell, 0.0) for cell in cells], clusters)
