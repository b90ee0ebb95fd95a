"""What came of fetching each text, as values and as the report that people read.

Says nothing of a text's quality: that is what `admit` handed on. Refuses to sum up failures without their reasons.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from corpus.acquire.downloads import Receipt
from corpus.acquire.importing import T
from corpus.facts import FactsFile
from corpus.types import Language

BY_HAND = "Get the missing by hand and import them: python -m corpus import FOLDER (docs/texts.md says how)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched(Generic[T]):
    """A text that is in the downloads folder and was admitted; `unchanged` where the one there before was the same."""

    facts: FactsFile
    language: Language
    path: Path
    receipt: Receipt
    unchanged: bool
    text: str
    admitted: T

    def __str__(self) -> str:
        how = "unchanged" if self.unchanged else "had"
        return f"{self.facts.symbol} {self.language}: {how}, {self.receipt.bytes:,} bytes from {self.receipt.address}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHad:
    """A text that could not be had, with a reason for each address; what was there before stays."""

    facts: FactsFile
    language: Language
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return "\n  ".join([f"{self.facts.symbol} {self.language}: not had", *self.reasons])


Outcome = Fetched[T] | NotHad


def report(outcomes: Iterable[Outcome[T]]) -> str:
    """What came of each text, a line or more each, then the sum and what to do about the rest."""
    known = tuple(outcomes)
    failed = sum(isinstance(outcome, NotHad) for outcome in known)
    unchanged = sum(isinstance(outcome, Fetched) and outcome.unchanged for outcome in known)
    total = f"{len(known) - failed - unchanged} had, {unchanged} unchanged, {failed} not had."
    return "\n".join([*map(str, known), f"{total} {BY_HAND}" if failed else total])
