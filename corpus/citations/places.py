"""Places in an instrument as they were written: a number with its steps, and runs from one to another.

Values only; whether an instrument has such a place is not asked here.
"""

from typing import NamedTuple


class Place(NamedTuple):
    """A number with its steps; a number alone is a whole rule, steps alone continue something before."""

    number: str = ""
    steps: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.number + "".join(f"({step})" for step in self.steps)


class Run(NamedTuple):
    """One place, or all from the first to the last."""

    first: Place
    last: Place | None = None

    def under(self, host: Place) -> "Run":
        """The same, as steps below another place.

        >>> str(Run(Place("1", ("b",))).under(Place("43")).first)
        '43(1)(b)'
        """
        return Run(_under(self.first, host), self.last and _under(self.last, host))

    def lifted(self) -> "Run":
        """The same with the first step as its number, where it has a step in digits and no number.

        >>> str(Run(Place("", ("#5", "a"))).lifted().first)
        '5(a)'
        """
        return Run(_lift(self.first), self.last and _lift(self.last))


def _under(place: Place, host: Place) -> Place:
    own = (place.number,) if place.number else ()
    return Place(host.number, host.steps + own + place.steps)


def _lift(place: Place) -> Place:
    head = place.steps[0].lstrip("#") if place.steps else ""
    return Place(head, place.steps[1:]) if head.isdigit() and not place.number else place


def as_part(run: Run) -> Run:
    """Numbers below a paragraph as steps that say only the order: the second, however it is marked."""
    return Run(_ordered(run.first), run.last and _ordered(run.last))


def _ordered(place: Place) -> Place:
    if place.number:
        return place if "." in place.number else Place("", (f"#{place.number}", *place.steps))
    head = place.steps[0] if place.steps else ""
    return Place("", (f"#{head}", *place.steps[1:])) if head.isdigit() else place


class Reading(NamedTuple):
    """Runs, and the index of the token after them."""

    runs: tuple[Run, ...]
    end: int
