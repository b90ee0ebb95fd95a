"""What a step of verification holds against a claim, in words and as a sign that is counted.

Values only: steps make findings, `rag.verify.support` weighs them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.types import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one step holds against a claim.

    `conflict` where the text says otherwise, not only less; `fatal` where this alone fails the claim.
    """

    step: Step
    detail: str
    conflict: bool
    sign: str
    aligned: str | None = None
    fatal: bool = False


FIRM = ("firm 1", "firm 2", "firm 3")
_LIMP = ("soft", "new hedges", "far ", "lost ", "clash ", "swapped ", "put in ", "cut ", "opposite afar")


def tally(found: Sequence[Finding]) -> dict[str, float]:
    """How often each sign was found, two at most, and how many kinds of firm findings there are."""
    counts: dict[str, float] = {}
    for one in found:
        counts[one.sign] = min(2.0, counts.get(one.sign, 0.0) + 1.0)
    firm = sum(is_firm(sign) for sign in counts)
    return counts | dict.fromkeys(FIRM[:firm], 1.0)


def is_firm(sign: str) -> bool:
    """Whether a sign says that something disagrees, not only that it may."""
    return not any(part in sign for part in _LIMP)
