"""The slots of numbers and units: what a claim counts, the text must count too, in whatever language.

Spans of time are compared by length, so that 24 hours are a day. Refuses to round.
"""

import math
import re
from collections.abc import Iterator

from corpus.quantities import COUNT, Quantity, quantities
from rag.types import Step
from rag.verify.alignment import HALF_IN_ITS_WORDS, Alignment
from rag.verify.finding import Finding

_HIDDEN = (
    (
        re.compile(
            r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|\w+th)\b", re.IGNORECASE
        ),
        " ",
    ),
    (re.compile(r"\bfortnight\b", re.IGNORECASE), "14 days"),
    (re.compile(r"\b(?:a|per|each|every) (?:minute|hour|day|week|month|year)\b", re.IGNORECASE), " "),
)
_IN = {"minute": ("hour", 1 / 60), "day": ("hour", 24.0), "week": ("hour", 168.0), "year": ("month", 12.0)}


def numbers(held: Alignment) -> Iterator[Finding]:
    """Numbers of the claim that no sentence of the evidence has, in whatever language."""
    language = held.evidence.language
    said = [q for unit in held.evidence.units for q in quantities(_plain(unit.text), unit.language)]
    for quantity in quantities(_plain(held.claim.text), language):
        if quantity.unit == COUNT and quantity.value <= 2:
            continue
        if any(_same(quantity, other) for other in said):
            continue
        yield _fault(quantity, said, repeats=held.repeated() >= HALF_IN_ITS_WORDS)


def _fault(quantity: Quantity, said: list[Quantity], *, repeats: bool) -> Finding:
    """What is wrong with a quantity that is not in the text: its unit, its number, or that there is none.

    Where the text counts no such thing and the claim is in other words, the number may be a case's: it weighs, no more.
    """
    counted = quantity.unit not in (None, COUNT)
    values = [other for other in said if other.value == quantity.value and counted]
    units = [other for other in said if other.unit == quantity.unit and counted]
    told = _told((values or units)[0]) if values or units else "no such number"
    return Finding(
        step=Step.UNIT if values else Step.NUMBER,
        conflict=bool(values or units),
        fatal=repeats or bool(values or units),
        sign="unit" if values else "number",
        detail=f"{_told(quantity)}, the text has {told}",
    )


def _plain(text: str) -> str:
    """The text with spans of time spelled out; ordinals and "a year", by which no years are counted, left out."""
    for pattern, plain in _HIDDEN:
        text = pattern.sub(plain, text)
    return text


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are one: 24 hours are a day, and a bare number has any unit."""
    loose = (None, COUNT)
    if one.unit in loose or other.unit in loose:
        return one.value == other.value
    (unit, times), (second, often) = _IN.get(one.unit or "", (one.unit, 1.0)), _IN.get(other.unit or "", (other.unit, 1.0))
    return unit == second and math.isclose(one.value * times, other.value * often)


def _told(quantity: Quantity) -> str:
    unit = quantity.unit if quantity.unit not in (None, COUNT) else ""
    return f"{quantity.value:g} {unit}{'s' if unit and quantity.value != 1 and unit != 'percent' else ''}".strip()
