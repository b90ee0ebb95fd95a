"""The values of a meta-evaluation: what the checker said of claims whose verdict is known, by operator, label and kind.

Values and what follows from them; filled by `eval.meta`, printed by `eval.meta_report`. A figure with nothing to rest
on is None, never 0.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce

from corpus.types import Language
from eval.metrics.intervals import Estimate, wilson
from eval.types import Split
from rag.types import Verdict, VerdictStatus

BLIND_BELOW = 0.8
"""Recall under which an operator counts as a blind spot of the checker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many claims got which verdict, and by which step those that failed did."""

    supported: int = 0
    contradicted: int = 0
    not_supported: int = 0
    unchecked: int = 0
    steps: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> "Tally":
        """The verdicts counted; a step is what stands before the colon of the reason."""
        found = list(verdicts)
        count = Counter(verdict.status for verdict in found)
        failed = Counter(step_of(verdict) for verdict in found if verdict.status is not VerdictStatus.SUPPORTED)
        return cls(
            supported=count[VerdictStatus.SUPPORTED],
            contradicted=count[VerdictStatus.CONTRADICTED],
            not_supported=count[VerdictStatus.NOT_SUPPORTED],
            unchecked=count[VerdictStatus.UNCHECKED],
            steps=dict(sorted(failed.items())),
        )

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            supported=self.supported + other.supported,
            contradicted=self.contradicted + other.contradicted,
            not_supported=self.not_supported + other.not_supported,
            unchecked=self.unchecked + other.unchecked,
            steps=dict(sorted((Counter(self.steps) + Counter(other.steps)).items())),
        )

    @property
    def n(self) -> int:
        """All claims."""
        return self.supported + self.decided + self.unchecked

    @property
    def decided(self) -> int:
        """Claims that the checker called wrong: contradicted or not supported."""
        return self.contradicted + self.not_supported

    @property
    def caught(self) -> Estimate | None:
        """Share that did not pass as supported: recall where the claims are wrong, false alarms where they are right."""
        return wilson(self.decided + self.unchecked, self.n)

    @property
    def called_wrong(self) -> Estimate | None:
        """Share that was called contradicted or not supported, the unchecked ones not counted."""
        return wilson(self.decided, self.n)


def step_of(verdict: Verdict) -> str:
    """The step that a verdict's reason begins with, or "" where it names none."""
    step, colon, _ = verdict.reason.partition(":")
    return step if colon and " " not in step else ""


def together(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    return reduce(Tally.__add__, tallies, Tally())


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorResult:
    """What the checker made of an operator's wrong claims in one language.

    `right_label` counts the claims called wrong whose verdict is one that the operator allows; `without` is the tally
    with the operator's own step switched off, None where no step was made for it; `blind` marks authors who have not
    read the checker.
    """

    name: str
    slot: str
    language: Language
    blind: bool
    tally: Tally
    right_label: int
    without: Tally | None

    @property
    def recall(self) -> Estimate | None:
        """Share of wrong claims that did not pass."""
        return self.tally.caught

    @property
    def recall_without(self) -> Estimate | None:
        """The same with the step that was made for it switched off."""
        return self.without.caught if self.without else None

    @property
    def by_own_step(self) -> Estimate | None:
        """Of those that did not pass, the share that failed at the step made for the operator."""
        return wilson(self.tally.steps.get(self.slot, 0), self.tally.n - self.tally.supported) if self.slot else None

    def precision(self, false_alarms: float | None) -> float | None:
        """Recall ÷ (recall + false alarms): how many alarms are right where as many claims are right as wrong."""
        if self.recall is None or false_alarms is None or self.recall.value + false_alarms == 0:
            return None
        return self.recall.value / (self.recall.value + false_alarms)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelResult:
    """What the checker said of the hand-written claims of one language, split and label."""

    language: Language
    split: Split
    label: VerdictStatus
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class KindResult:
    """What the checker said of the hand-written errors of one kind in one language."""

    language: Language
    kind: str
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaResult:
    """A meta-evaluation; `size` is the sample asked for by operator and language."""

    size: int
    texts_held: bool
    operators: tuple[OperatorResult, ...]
    labels: tuple[LabelResult, ...]
    kinds: tuple[KindResult, ...]

    def false_alarms(self, language: Language | None = None, split: Split | None = None) -> Tally:
        """The tally of the faithful hand-written claims, of one language or split or of all."""
        return self._claims(language, split, supported=True)

    def errors(self, language: Language | None = None, split: Split | None = None) -> Tally:
        """The tally of the wrong hand-written claims, of one language or split or of all."""
        return self._claims(language, split, supported=False)

    def balanced_accuracy(self, language: Language | None = None, split: Split | None = None) -> float | None:
        """Mean of the share of faithful claims that passed and of wrong ones that did not."""
        alarms, caught = self.false_alarms(language, split).caught, self.errors(language, split).caught
        return (1 - alarms.value + caught.value) / 2 if alarms and caught else None

    def precision(self, one: OperatorResult) -> float | None:
        """An operator's precision with the false alarms of its language."""
        alarms = self.false_alarms(one.language).caught
        return one.precision(alarms.value if alarms else None)

    @property
    def blind_spots(self) -> tuple[OperatorResult, ...]:
        """Operators whose recall is below `BLIND_BELOW`, the worst first."""
        found = [one for one in self.operators if one.recall is not None and one.recall.value < BLIND_BELOW]
        return tuple(sorted(found, key=lambda one: (one.recall.value if one.recall else 0, one.name, one.language.value)))

    def _claims(self, language: Language | None, split: Split | None, *, supported: bool) -> Tally:
        return together(
            one.tally
            for one in self.labels
            if (one.label is VerdictStatus.SUPPORTED) is supported
            and language in (None, one.language)
            and split in (None, one.split)
        )
