"""Whether what is said is carried: supported sentences over all sentences shown, by the verdict on each.

Each sentence keeps its state: none is dropped, and `unchecked` counts as not supported. Refuses a verdict that it does
not know, and an answer that says nothing, which is neither faithful nor unfaithful: None.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.errors import BadInput
from eval.metrics.intervals import Estimate, ratio
from eval.types import Outcome, Said
from rag.types import VerdictStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Sentences by state."""

    supported: int
    contradicted: int
    not_supported: int
    unchecked: int

    @property
    def sentences(self) -> int:
        """All of them."""
        return self.supported + self.contradicted + self.not_supported + self.unchecked

    @property
    def faithfulness(self) -> float | None:
        """Supported ÷ all, None where there are none (faithfulness after RAGAS, Es et al. 2023, by sentence)."""
        return self.supported / self.sentences if self.sentences else None


def tally(said: Iterable[Said]) -> Tally:
    """Counts the states of sentences; raises BadInput for a verdict that no check gives."""
    states = Counter(_state(sentence) for sentence in said)
    return Tally(
        supported=states[VerdictStatus.SUPPORTED],
        contradicted=states[VerdictStatus.CONTRADICTED],
        not_supported=states[VerdictStatus.NOT_SUPPORTED],
        unchecked=states[VerdictStatus.UNCHECKED],
    )


def faithfulness(outcome: Outcome) -> float | None:
    """Supported sentences ÷ sentences of one answer as shown (Es et al. 2023); what was dropped was not said."""
    return tally(outcome.claims).faithfulness


def summary(outcomes: Sequence[Outcome], clusters: Sequence[str]) -> Estimate | None:
    """Supported ÷ all sentences of many answers, each sentence weighing the same; a bootstrap by cluster."""
    tallies = [tally(outcome.claims) for outcome in outcomes]
    return ratio([float(t.supported) for t in tallies], [float(t.sentences) for t in tallies], clusters)


def _state(sentence: Said) -> VerdictStatus:
    try:
        return VerdictStatus(sentence.verdict)
    except ValueError as error:
        known = ", ".join(status.value for status in VerdictStatus)
        raise BadInput(
            f"{sentence.verdict!r} is no verdict, on the claim {sentence.text!r}.",
            hint=f"Verdicts are {known}; make the outcomes anew with python -m eval run.",
        ) from error
