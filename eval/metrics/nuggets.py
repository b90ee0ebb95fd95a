"""How much of what a good answer says was said: nugget recall over the vital nuggets of a turn.

Refuses to judge coverage itself (a `NuggetJudge` does), and turns that should be refused or name no vital nugget: None.
"""

from enum import StrEnum
from typing import Protocol

from eval.types import Expected, Nugget, Outcome, Turn


class Coverage(StrEnum):
    """How far an outcome says a nugget: a supported claim says it, or only cites where it stands, or neither."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class NuggetJudge(Protocol):
    """Says how far an outcome covers a nugget."""

    def __call__(self, nugget: Nugget, outcome: Outcome, /) -> Coverage:
        """Coverage of one nugget by one outcome."""
        ...


_LENIENT = {Coverage.FULL: 1.0, Coverage.PARTIAL: 0.5, Coverage.NONE: 0.0}


def strict(turn: Turn, outcome: Outcome, judge: NuggetJudge) -> float | None:
    """Fully covered vital nuggets ÷ vital nuggets (TREC 2024 RAG track, vital strict; Pradeep et al. 2024)."""
    covered = _vital(turn, outcome, judge)
    return covered.count(Coverage.FULL) / len(covered) if covered else None


def lenient(turn: Turn, outcome: Outcome, judge: NuggetJudge) -> float | None:
    """The same with half for a partly covered nugget (TREC 2024 RAG track, vital; Pradeep et al. 2024)."""
    covered = _vital(turn, outcome, judge)
    return sum(_LENIENT[coverage] for coverage in covered) / len(covered) if covered else None


def _vital(turn: Turn, outcome: Outcome, judge: NuggetJudge) -> list[Coverage]:
    if turn.expected is Expected.REFUSE:
        return []
    return [judge(nugget, outcome) for nugget in turn.nuggets if nugget.vital]
