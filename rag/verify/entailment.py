"""What the model of entailment makes of a claim beside its evidence, as numbers for `rag.verify.support`.

Read twice where both are held: against the digest's statements, and against the official words. Refuses to be a verdict: it
sees roles and purposes exchanged, which no slot does, and errs where a slot would not.
"""

import math
from collections.abc import Mapping, Sequence

from rag.nli_premise import joined
from rag.ports import Entailment, TokenEmbedder
from rag.verify.alignment import Alignment

ENTAILMENT = ("told_entailed", "told_contradicted", "said_entailed", "said_contradicted")
"""Log-odds that the statements entail the claim, and of contradicted against neutral; then the same of the official words."""

_FLOOR = 1e-3


def entailment(held: Alignment, model: TokenEmbedder) -> dict[str, float]:
    """The numbers of a claim; where one kind of evidence is not held, those of the other stand for it.

    There are none where the model finds all three as likely for every text: it reads nothing (`rag.adapters.embedding`).
    """
    read = [model.entailment(text, held.claim.text) for text in premises(held)]
    if all(one.entailed == one.neutral == one.contradicted for one in read):
        return {}
    told, said = read[0], read[-1]
    return dict(zip(ENTAILMENT, (*_numbers(told), *_numbers(said)), strict=True))


def denied(read: Mapping[str, float]) -> float:
    """Log-odds that the provision says otherwise against that it leaves the claim open; 0.0 where nothing was read."""
    told, said = (read.get(name, 0.0) for name in ENTAILMENT[1::2])
    return (told + said) / 2


def premises(held: Alignment) -> tuple[str, ...]:
    """The statements, then the official words, each as the sentences of it that cover the claim best, in their order."""
    units, language = held.evidence.units, held.evidence.language
    told = [row for row, unit in enumerate(units) if not unit.official and unit.language is language]
    official = [row for row, unit in enumerate(units) if unit.official]
    said = [row for row in official if units[row].language is language] or official
    return tuple(_nearest(held, rows) for rows in (told, said) if rows)


def _nearest(held: Alignment, rows: Sequence[int]) -> str:
    scores, units = held.scores(), held.evidence.units
    order = sorted(range(len(rows)), key=lambda place: (-scores[rows[place]], rows[place]))
    return joined([units[row].text for row in rows], order)


def _numbers(read: Entailment) -> tuple[float, float]:
    chance = math.exp(read.entailed)
    return math.log(chance + _FLOOR) - math.log(1 - chance + _FLOOR), read.contradicted - read.neutral
