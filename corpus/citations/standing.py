"""Where a written locator stands in an instrument: `45` is 45(1) and 45(2), `45.1` is 45(1), `8(2)` is 8.2.

Refuses to find a near match: what the instrument does not have stands nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from corpus.citations.numerals import roman
from corpus.types import Binding, Instrument, Unit

_WRITTEN = re.compile(r"(?P<prefix>[a-z]*)(?P<number>\d+(?:\.\d+)?)?(?P<steps>(?:\([^()]*\))*)")
_MOST_STEPS = 5


class Structure(NamedTuple):
    """What an instrument has: each locator with what it means, and the order of its provisions."""

    means: dict[str, tuple[str, ...]]
    order: dict[str, int]
    itemless: bool
    """Items are not provisions of their own, but part of their paragraph."""


class Written(NamedTuple):
    """A locator taken apart."""

    prefix: str
    number: str
    steps: tuple[str, ...]


def take_apart(locator: str) -> Written:
    """A written locator's parts; nothing at all for what is none."""
    match = _WRITTEN.fullmatch(locator)
    if not match:
        return Written("", "", ())
    steps = tuple(re.findall(r"\(([^()]*)\)", match["steps"]))
    return Written(match["prefix"], match["number"] or "", steps[:_MOST_STEPS])


def structure(instrument: Instrument) -> Structure:
    """The structure of an instrument, worked out once."""
    return _structure(instrument.expected)


@lru_cache(maxsize=128)
def _structure(expected: tuple[str, ...]) -> Structure:
    known = set(expected)
    means: dict[str, list[str]] = {}
    for locator in expected:
        above = list(ancestors(locator))
        means[locator] = [locator]
        for place, ancestor in enumerate(above):
            if ancestor in known:
                break
            if not known.intersection(above[:place]):
                means.setdefault(ancestor, []).append(locator)
    lettered = any(re.search(r"^[^p]*\([a-z]", locator) for locator in expected)
    order = {locator: place for place, locator in enumerate(expected)}
    return Structure({key: tuple(value) for key, value in means.items()}, order, not lettered)


def ancestors(locator: str) -> Iterator[str]:
    """What a locator stands under, nearest first; 8 is above 8.2.

    >>> list(ancestors("8.2(b)"))
    ['8.2', '8']
    """
    while "(" in locator:
        locator = locator[: locator.rindex("(")]
        if locator.strip("po"):
            yield locator
    if "." in locator:
        yield locator[: locator.index(".")]


def standing(instrument: Instrument, locator: str, *, exact: bool = False) -> tuple[str, ...]:
    """The provisions that a written locator means, in order; none where the instrument does not have it.

    Unless `exact`, an item of an instrument whose items are no provisions means its paragraph, and the first
    paragraph of an undivided rule the rule.

    >>> from corpus.facts import find_facts
    >>> mandela = find_facts("mandela").instrument()
    >>> standing(mandela, "45"), standing(mandela, "45.1"), standing(mandela, "45(3)")
    (('45(1)', '45(2)'), ('45(1)',), ())
    """
    known = structure(instrument)
    written = _without_op(instrument, take_apart(locator))
    if not written.number and not written.steps:
        return ()
    for reading in _readings(written):
        if reading in known.means:
            return known.means[reading]
    return () if exact else _shortened(known, written)


def _without_op(instrument: Instrument, written: Written) -> Written:
    plain = instrument.unit is Unit.PARAGRAPH and instrument.binding is Binding.RESOLUTION
    return written._replace(prefix="") if plain and written.prefix == "op" else written


def _readings(written: Written) -> Iterator[str]:
    """The locators that a written one may mean, the most literal first."""
    choices = [_step_readings(written.steps, place) for place in range(len(written.steps))]
    for steps in product(*choices):
        yield _printed(written.prefix, written.number, steps)
        if "." in written.number:
            number, _, dotted = written.number.partition(".")
            yield _printed(written.prefix, number, (dotted, *steps))
        elif steps and steps[0].isdigit():
            yield _printed(written.prefix, f"{written.number}.{steps[0]}", steps[1:])


def _step_readings(steps: Sequence[str], place: int) -> tuple[str, ...]:
    """`#2` is (2), (b) or (ii); a number below a letter is a roman one."""
    step = steps[place]
    value = int(step.lstrip("#")) if step.lstrip("#").isdigit() else 0
    if not value or value > 26:
        return (step,)
    if step.startswith("#"):
        return str(value), chr(ord("a") + value - 1), roman(value)
    return (step, roman(value)) if place and steps[place - 1].isalpha() else (step,)


def _printed(prefix: str, number: str, steps: Sequence[str]) -> str:
    return f"{prefix}{number}" + "".join(f"({step})" for step in steps)


def _shortened(known: Structure, written: Written) -> tuple[str, ...]:
    """The paragraph that holds an item, where items are not provisions; a first paragraph where there is one only."""
    steps = written.steps
    while steps and ((known.itemless and not steps[-1].isdigit()) or (steps[-1] == "#1" and steps == written.steps)):
        steps = steps[:-1]
        for reading in _readings(written._replace(steps=steps)):
            if known.means.get(reading) == (reading,):
                return (reading,)
    return ()


def stretch(instrument: Instrument, first: str, last: str) -> tuple[str, ...]:
    """All provisions from the first to the last of a range, items left out where their paragraph is in.

    >>> from corpus.facts import find_facts
    >>> stretch(find_facts("mandela").instrument(), "36", "38")
    ('36', '37', '38(1)', '38(2)')
    """
    known = structure(instrument)
    low, high = standing(instrument, first), standing(instrument, last)
    if not low or not high:
        return ()
    if known.order[high[0]] < known.order[low[0]]:
        low, high = high, low
    start, end = known.order[low[0]], known.order[high[-1]]
    inside = instrument.expected[start : end + 1]
    prefix = take_apart(low[0]).prefix
    stretched = set(inside)
    return tuple(
        locator for locator in inside if take_apart(locator).prefix == prefix and stretched.isdisjoint(ancestors(locator))
    )
