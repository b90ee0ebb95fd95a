"""Limits in a statement: at most six hours, at least two inspections; and which of two is the stricter.

Reads English statements alone. Refuses to compare limits of different units, or an upper with a lower one.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.quantities import COUNT, quantities
from corpus.types import Language, Modality

_REACH = 45
"""Characters after a cue within which its number must stand."""
_MOST = re.compile(
    r"\b(?:not more than|no more than|at most|not longer than|no longer than|not later than|no later than)\b", re.I
)
_MOST_IF_FORBIDDEN = re.compile(r"\b(?:more than|longer than|later than|exceed(?:ing)?|beyond)\b", re.I)
_WITHIN = re.compile(r"\bwithin\b", re.I)
_LEAST = re.compile(r"\b(?:at least|not less than|no less than|no fewer than|a minimum of)\b", re.I)
_FORBIDS = frozenset({Modality.SHALL_NOT, Modality.SHOULD_NOT})


class Bound(StrEnum):
    """Which way a limit holds."""

    MOST = "most"
    LEAST = "least"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A number with its unit that may not be gone beyond."""

    bound: Bound
    value: float
    unit: str


def limits(english: str, modality: Modality) -> tuple[Limit, ...]:
    """Every limit that a statement sets.

    >>> limits("A watch must not go on for more than 6 hours.", Modality.SHALL_NOT)
    (Limit(bound=<Bound.MOST: 'most'>, value=6.0, unit='hour'),)
    """
    if modality is Modality.DECLARATORY:
        return ()
    found = []
    for bound, pattern in _cues(modality):
        for cue in pattern.finditer(english):
            counted = [one for one in quantities(english[cue.end() : cue.end() + _REACH], Language.EN) if one.unit]
            found += [Limit(bound=bound, value=one.value, unit=one.unit or "") for one in counted[:1] if one.unit != COUNT]
    return tuple(dict.fromkeys(found))


def figures(english: str) -> tuple[Limit, ...]:
    """Every number with a unit, whatever it says of it; as lower limits, to be shown."""
    counted = quantities(english, Language.EN)
    return tuple(Limit(bound=Bound.LEAST, value=one.value, unit=one.unit) for one in counted if one.unit and one.unit != COUNT)


def stricter(own: Limit, other: Limit) -> bool:
    """Whether the first protects more: a lower upper limit, or a higher lower one, of the same unit."""
    if (own.bound, own.unit) != (other.bound, other.unit):
        return False
    return own.value < other.value if own.bound is Bound.MOST else own.value > other.value


def _cues(modality: Modality) -> tuple[tuple[Bound, re.Pattern[str]], ...]:
    always = ((Bound.MOST, _MOST), (Bound.MOST, _WITHIN), (Bound.LEAST, _LEAST))
    return (*always, (Bound.MOST, _MOST_IF_FORBIDDEN)) if modality in _FORBIDS else always
