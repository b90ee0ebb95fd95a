"""A premise and a hypothesis with what the one does to the other. Values only."""

from dataclasses import dataclass

from corpus.types import Reference
from rag.types import VerdictStatus

ENTAILED, NEUTRAL, CONTRADICTED = range(3)
"""What a premise does to a hypothesis, in the order of the model's classes; a question that is answered counts as entailed."""
LABELS = {
    VerdictStatus.SUPPORTED: ENTAILED,
    VerdictStatus.NOT_SUPPORTED: NEUTRAL,
    VerdictStatus.CONTRADICTED: CONTRADICTED,
}
"""What a verdict on a claim means for the pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """`kind` says where it comes from, `reference` is what the premise is of."""

    premise: str
    hypothesis: str
    question: bool
    label: int
    kind: str
    reference: Reference
