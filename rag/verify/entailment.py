"""What the model of entailment makes of a claim beside its evidence, as numbers for `rag.verify.support`.

Read twice where both are held: against the digest's statements, and against the official words. Refuses to be a verdict: it
sees roles and purposes exchanged, which no slot does, and errs where a slot would not.
"""

import math
from collections.abc import Iterable, Sequence

from rag.ports import Entailment, TokenEmbedder
from rag.verify.alignment import Alignment

ENTAILMENT = ("told_entailed", "told_contradicted", "said_entailed", "said_contradicted")
"""Log-odds that the statements entail the claim, and of contradicted against neutral; then the same of the official words."""

BUDGET = 110
"""Most tokens of a premise; the first sentence taken may be longer."""

_FLOOR = 1e-3
_LETTERS = 4
_HAN_FROM = "\u2e80"


def entailment(held: Alignment, model: TokenEmbedder) -> dict[str, float]:
    """The numbers of a claim; where one kind of evidence is not held, those of the other stand for it."""
    read = [model.entailment(text, held.claim.text) for text in premises(held)]
    told, said = read[0], read[-1]
    return dict(zip(ENTAILMENT, (*_numbers(told), *_numbers(said)), strict=True))


def premises(held: Alignment) -> tuple[str, ...]:
    """The statements, then the official words, each as the sentences of it that cover the claim best, in their order."""
    units, language = held.evidence.units, held.evidence.language
    told = [row for row, unit in enumerate(units) if not unit.official and unit.language is language]
    official = [row for row, unit in enumerate(units) if unit.official]
    said = [row for row in official if units[row].language is language] or official
    return tuple(_nearest(held, rows) for rows in (told, said) if rows)


def joined(sentences: Sequence[str], order: Iterable[int]) -> str:
    """The sentences that go into the budget, those that come first in `order` before others, joined as they stand."""
    taken: list[int] = []
    size = 0
    for place in order:
        more = roughly(sentences[place])
        if not taken or size + more <= BUDGET:
            taken.append(place)
            size += more
    return " ".join(sentences[place] for place in sorted(taken))


def roughly(text: str) -> int:
    """Tokens, roughly, so that any tokenizer gets the same sentences: a Chinese character each, or four letters.

    >>> roughly("Nobody may open it."), roughly("不得拆看")
    (4, 4)
    """
    return max(len(text) // _LETTERS, sum(character > _HAN_FROM for character in text))


def _nearest(held: Alignment, rows: Sequence[int]) -> str:
    scores, units = held.scores(), held.evidence.units
    order = sorted(range(len(rows)), key=lambda place: (-scores[rows[place]], rows[place]))
    return joined([units[row].text for row in rows], order)


def _numbers(read: Entailment) -> tuple[float, float]:
    chance = math.exp(read.entailed)
    return math.log(chance + _FLOOR) - math.log(1 - chance + _FLOOR), read.contradicted - read.neutral
