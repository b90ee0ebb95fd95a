"""Lines in, marks out: each line is held against those that speak to the same point, by every rule.

Two rules may mark opposite lines; each says why. Refuses to mark what lays nothing down: preambles, definitions, and what a
resolution says of itself.
"""

from collections.abc import Iterator, Mapping, Sequence

from corpus.library import Library
from corpus.types import Citation, Language, Modality, Reference
from rag.citing import cite
from rag.compare.alike import Likeness, linked, pairs, rarity
from rag.compare.groups import IMPLIED, narrower
from rag.compare.lines import LAYS_NOTHING_DOWN, Line
from rag.compare.rules import ON_ONE_POINT, Told, for_persons
from rag.compare.types import Ground, Mark

_SPECIAL = 0.12
"""Likeness from which a linked provision for everyone counts as the general one beside a special one."""


def mark(library: Library, lines: Sequence[Line], reader: Language, topic: str = "") -> Mapping[int, tuple[Mark, ...]]:
    """The marks of each line, by its place; at most one of each ground, against the likeliest counterpart.

    `topic` is the one that the lines were chosen by: whom it is about anyway is no special group.
    """
    likeness = Likeness(lines, rarity(library))
    found: dict[int, dict[Ground, Mark]] = {}
    for own, told, than in (
        *_on_one_point(library, lines, likeness, reader),
        *_special(library, lines, likeness, reader, frozenset(IMPLIED.get(topic, ()))),
    ):
        made = Mark(kind=told.kind, ground=told.ground, reason=told.reason, than=than)
        found.setdefault(own, {}).setdefault(told.ground, made)
    return {place: tuple(marks.values()) for place, marks in found.items()}


def _on_one_point(
    library: Library, lines: Sequence[Line], likeness: Likeness, reader: Language
) -> Iterator[tuple[int, Told, Citation]]:
    for pair in pairs(lines, likeness):
        if _normative(lines[pair.one]) and _normative(lines[pair.other]):
            for own, other in ((pair.one, pair.other), (pair.other, pair.one)):
                than = _cited(library, lines[other], lines[other].reference, reader)
                for rule in ON_ONE_POINT:
                    told = rule(lines[own], lines[other], reader, than.label)
                    if told is not None:
                        yield own, told, than


def _special(
    library: Library, lines: Sequence[Line], likeness: Likeness, reader: Language, implied: frozenset[str]
) -> Iterator[tuple[int, Told, Citation]]:
    """Each line for a special group with the linked one for a wider group that is most like it.

    Its paragraph is named, not its item: all of the items are for that wider group.
    """
    for own, line in enumerate(lines):
        scored = [
            (likeness(own, other), -other)
            for other, general in enumerate(lines)
            if general.paragraph != line.paragraph and _wider(line, general, implied)
        ]
        best, place = max(scored, default=(0.0, 0))
        if best >= _SPECIAL:
            general = lines[-place]
            than = _cited(library, general, general.paragraph, reader)
            yield own, for_persons(_beyond(line, implied), _beyond(general, implied), reader, than.label), than


def _wider(line: Line, general: Line, implied: frozenset[str]) -> bool:
    """Whether the second is the general provision beside the first; what the topic implies of it, it implies of the first."""
    told = line.digest is not None and general.digest is not None and _normative(line) and _normative(general)
    alike = implied & set(general.persons) <= set(line.persons)
    return told and alike and narrower(_beyond(line, implied), _beyond(general, implied)) and linked(line, general)


def _beyond(line: Line, implied: frozenset[str]) -> tuple[str, ...]:
    return tuple(one for one in line.persons if one not in implied)


def _normative(line: Line) -> bool:
    return line.modality is not Modality.DECLARATORY and not line.reference.locator.startswith(LAYS_NOTHING_DOWN)


def _cited(library: Library, line: Line, reference: Reference, reader: Language) -> Citation:
    return cite(library, reference, reader, modality=line.modality)
