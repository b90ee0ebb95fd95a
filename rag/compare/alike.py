"""Which two lines speak to the same point: by the words that they share, weighed by how rare they are.

Lines that their digests link need to share fewer. Refuses to pair within one instrument, where neighbours repeat one
another without competing, and to pair a line with several of one instrument: only with its best, and only if that is mutual.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.library import Library
from corpus.types import Language, Locator, Reference
from rag.compare.lines import Line
from rag.words import terms

LINKED = 0.34
"""Likeness from which two lines are on one point where a digest points from one paragraph to the other."""
UNLINKED = 0.65
"""The same where none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two lines on one point, by their places, with their likeness between 0 and 1."""

    one: int
    other: int
    likeness: float


class Likeness:
    """Likeness of lines of one comparison; words are weighed by all statements of the library."""

    def __init__(self, lines: Sequence[Line], weights: Mapping[str, float]) -> None:
        """Weigh the words of the lines; `weights` is what `rarity` makes of the library."""
        rarest = max(weights.values(), default=1.0)
        words = [frozenset(terms(line.english, Language.EN)) for line in lines]
        self._weights = [{word: weights.get(word, rarest) ** 2 for word in one} for one in words]
        self._lengths = [math.sqrt(sum(one.values())) for one in self._weights]

    def __call__(self, one: int, other: int) -> float:
        """Cosine of two lines' weighed words."""
        first, second = self._weights[one], self._weights[other]
        length = self._lengths[one] * self._lengths[other]
        return sum(weight for word, weight in first.items() if word in second) / length if length else 0.0


def pairs(lines: Sequence[Line], likeness: Likeness) -> tuple[Pair, ...]:
    """Lines of two instruments on one point, each the other's best, the likeliest first."""
    scores = {
        (i, j): likeness(i, j)
        for i, one in enumerate(lines)
        for j, other in enumerate(lines)
        if one.reference.instrument != other.reference.instrument
    }
    best: dict[tuple[int, str], int] = {}
    for (i, j), score in scores.items():
        key = i, lines[j].reference.instrument
        if key not in best or score > scores[i, best[key]]:
            best[key] = j
    found = [
        Pair(one=i, other=j, likeness=scores[i, j])
        for (i, _), j in best.items()
        if i < j
        and best[j, lines[i].reference.instrument] == i
        and scores[i, j] >= (LINKED if linked(lines[i], lines[j]) else UNLINKED)
    ]
    return tuple(sorted(found, key=lambda pair: (-pair.likeness, pair.one, pair.other)))


def linked(one: Line, other: Line) -> bool:
    """Whether either digest points to the other, by its printed references or by judgement, or both are of one rule."""
    near = one.reference.instrument == other.reference.instrument
    if near and Locator.parse(one.reference.locator).root == Locator.parse(other.reference.locator).root:
        return True
    return _points(one, other.paragraph) or _points(other, one.paragraph)


def _points(line: Line, target: Reference) -> bool:
    if line.digest is None:
        return False
    for text in (*line.digest.see_also, *line.digest.cites):
        instrument, _, locator = text.partition(" ")
        if instrument == target.instrument and locator and f"{target.locator}(".startswith(f"{locator}("):
            return True
    return False


def rarity(library: Library) -> Mapping[str, float]:
    """For each word of the library's statements the logarithm of how rare it is."""
    held = [terms(s.en, Language.EN) for digests in library.digests.values() for d in digests.values() for s in d.statements]
    counts = Counter(word for one in held for word in set(one))
    return {word: math.log((len(held) + 1) / count) for word, count in counts.items()}
