"""The values of a judged run: measures with their intervals by class, and each outcome with whether it was right.

Values only; made by `eval.score`, read by gates, comparisons and reports.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from eval.metrics.intervals import Estimate
from eval.types import Item, Outcome, Turn


class Measure(StrEnum):
    """What is measured: the formulas stand in `eval.metrics`, the meanings in `eval.report.words`."""

    RIGHT = "right"
    SUCCESS_1 = "success_1"
    SUCCESS_5 = "success_5"
    SUCCESS_10 = "success_10"
    RECALL_5 = "recall_5"
    RECALL_10 = "recall_10"
    ALL_NEEDED = "all_needed_10"
    RECIPROCAL_RANK = "reciprocal_rank"
    NDCG = "ndcg_10"
    CITATION_PRECISION = "citation_precision"
    CITATION_RECALL = "citation_recall"
    CITATION_F1 = "citation_f1"
    NONEXISTENT = "nonexistent"
    ATTRIBUTION_RECALL = "attribution_recall"
    ATTRIBUTION_PRECISION = "attribution_precision"
    PINPOINT_INSTRUMENT = "pinpoint_instrument"
    PINPOINT_PARAGRAPH = "pinpoint_paragraph"
    PINPOINT_ITEM = "pinpoint_item"
    NUGGETS_STRICT = "nuggets_strict"
    NUGGETS_LENIENT = "nuggets_lenient"
    FAITHFULNESS = "faithfulness"
    REFUSAL_PRECISION = "refusal_precision"
    REFUSAL_RECALL = "refusal_recall"
    REFUSAL_F1 = "refusal_f1"
    REFUSAL_REASON = "refusal_reason"
    OVER_REFUSAL = "over_refusal"
    HALLUCINATION = "hallucination"
    PREMISE_CORRECTED = "premise_corrected"

    @property
    def lower_is_better(self) -> bool:
        """Whether a rise is bad."""
        return self in (Measure.NONEXISTENT, Measure.OVER_REFUSAL, Measure.HALLUCINATION)


class Kind(StrEnum):
    """What a class of outcomes has in common."""

    ALL = "all"
    TYPE = "type"
    LANGUAGE = "language"
    INSTRUMENT = "instrument"
    DATASET = "dataset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A class of outcomes, such as all of one type, and its measures; a measure that applies to none is left out."""

    kind: Kind
    name: str
    measured: Mapping[Measure, Estimate]

    def __str__(self) -> str:
        return f"{self.kind.value}.{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An outcome with its item, what each measure gives it, whether it was right and, if not, why not.

    `cluster` is the rule that a question came from; outcomes of one rule are not independent of each other.
    """

    item: Item
    outcome: Outcome
    cluster: str
    instruments: tuple[str, ...]
    values: Mapping[Measure, float]
    fault: str

    @property
    def turn(self) -> Turn:
        """The turn that was asked."""
        return self.item.turns[self.outcome.turn]

    @property
    def right(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """A judged run; `classes` begin with the one of all outcomes."""

    classes: tuple[Class, ...]
    judged: tuple[Judged, ...]

    @property
    def total(self) -> Class:
        """All outcomes as one class."""
        return self.classes[0]
