"""What a mutation operator is: a faithful claim in, the same claim with one known error out.

Values and the protocol only; operators stand beside, `eval.meta` applies them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from corpus.types import Language, Modality, Reference
from rag.types import VerdictStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A faithful claim: one digest statement in one language, with the provision that carries it."""

    reference: Reference
    language: Language
    text: str
    modality: Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A claim with an error in it; `reference` is what it cites, which some operators change instead of the words."""

    reference: Reference
    text: str


class Operator(Protocol):
    """Puts one kind of error into a claim."""

    @property
    def name(self) -> str:
        """What the operator is called in reports, such as `number` or `modality_up`."""
        ...

    @property
    def slot(self) -> str:
        """The slot of the checker that was made for this error, or "" where none was."""
        ...

    @property
    def labels(self) -> frozenset[VerdictStatus]:
        """Verdicts that are right for what it makes: contradicted, not supported, or either."""
        ...

    def mutate(self, sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
        """The claim with the error, or None where this claim has nothing to change; `pool` lends other claims."""
        ...
