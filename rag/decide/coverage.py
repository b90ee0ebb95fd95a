"""How much of a question its best provisions cover: by its tokens, and by its words weighed by their rarity.

What no wording of the best provisions takes up ("marry", "smartphone", "prisoner of war") is what the texts may not say.
Similarity on the whole hides that; the least covered words show it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.index import Index
from rag.lexical import question_terms
from rag.retrieve import Found
from rag.signals import READ, Asked

_LOWEST = 5
"""One token in so many counts as the least covered part of a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Of one question by the best provision (`1`) or the best three together (`3`).

    `tokens`, `least`, `lowest`: mean cosine of all tokens with their best counterpart, of the fifth covered least, of the one
    covered least. `words`: share of the question's words, weighed by rarity (idf), that stand in any wording. `unknown`: share
    of words that stand nowhere; `uncovered`: share of words outside the best three; `rarest`, `rarest_uncovered`: idf.
    """

    tokens_1: float
    least_1: float
    lowest_1: float
    least_3: float
    tokens_3: float
    words_1: float
    words_3: float
    unknown: float
    rarest_uncovered: float
    uncovered: float
    rarest: float

    def values(self) -> tuple[float, ...]:
        """All of them, in order."""
        return tuple(getattr(self, name) for name in COVERAGE)


COVERAGE = tuple(Coverage.__dataclass_fields__)


def coverage(index: Index, asked: Asked, found: Sequence[Found]) -> Coverage:
    """Coverage of a question by the three best of what was found, at least one, each by its wordings of the best cosines."""
    places = [index.place[one.paragraph] for one in found[:3]]
    by_token = [index.readings.counterparts(asked.tokens, np.array(one.rows[:READ], np.int64)) for one in found[:3]]
    best, three = np.sort(by_token[0]), np.sort(np.max(by_token, axis=0))
    least = max(1, len(best) // _LOWEST)
    words = question_terms(asked.subject, asked.language)
    holders = [index.paragraphs_with(word) for word in words]
    rarity = [_idf(len(index.paragraphs), len(held)) for held in holders] or [1.0]
    in_best = [places[0] in held for held in holders] or [False]
    in_three = [any(place in held for place in places) for held in holders] or [False]
    outside = [idf for idf, held in zip(rarity, in_three, strict=True) if not held]
    total, count = sum(rarity), max(len(words), 1)
    return Coverage(
        tokens_1=float(best.mean()),
        least_1=float(best[:least].mean()),
        lowest_1=float(best[0]),
        least_3=float(three[:least].mean()),
        tokens_3=float(three.mean()),
        words_1=sum(idf for idf, held in zip(rarity, in_best, strict=True) if held) / total,
        words_3=sum(idf for idf, held in zip(rarity, in_three, strict=True) if held) / total,
        unknown=sum(not held for held in holders) / count,
        rarest_uncovered=max(outside, default=0.0),
        uncovered=len(outside) / count,
        rarest=max(rarity),
    )


def _idf(paragraphs: int, holding: int) -> float:
    return math.log(1 + paragraphs / (holding + 0.5))
