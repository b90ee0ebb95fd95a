"""Sentences of a provision in, the premise that a model of entailment reads of them out.

Counts tokens roughly, so that the same sentences are read with any tokenizer. Refuses to cut a sentence; a network may, where
what it is given goes beyond its own limit.
"""

from collections.abc import Iterable, Sequence

BUDGET = 110
"""Most tokens of a premise beside a claim; the first sentence taken may be longer."""

_LETTERS = 4
_HAN_FROM = "\u2e80"


def joined(sentences: Sequence[str], order: Iterable[int], budget: int = BUDGET) -> str:
    """The sentences that go into the budget in tokens, those that come first in `order` before others, joined as they stand."""
    taken: list[int] = []
    size = 0
    for place in order:
        more = roughly(sentences[place])
        if not taken or size + more <= budget:
            taken.append(place)
            size += more
    return " ".join(sentences[place] for place in sorted(taken))


def roughly(text: str) -> int:
    """Tokens, roughly, so that any tokenizer gets the same sentences: a Chinese character each, or four letters.

    >>> roughly("Nobody may open it."), roughly("不得拆看")
    (4, 4)
    """
    return max(len(text) // _LETTERS, sum(character > _HAN_FROM for character in text))
