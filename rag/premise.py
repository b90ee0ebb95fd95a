"""A provision or sentences in, what the model of entailment reads of them beside a question or a claim out.

Counts tokens roughly, so that the same sentences are read with any tokenizer. Refuses to cut a sentence.
"""

from collections.abc import Iterable, Sequence

from corpus.library import Library
from corpus.types import Language, Reference

BUDGET = 110
"""Most tokens of a premise; the first sentence taken may be longer."""
_LETTERS = 4
_HAN_FROM = "\u2e80"


def premise(library: Library, reference: Reference, language: Language) -> str:
    """What is read of a provision: its digest's statements, in Chinese beside a Chinese question, or else its words."""
    statements = library.statements(reference)
    if statements:
        texts = [one.zh if language is Language.ZH else one.en for one in statements]
        return joined(texts, range(len(texts)))
    provision = library.provision(reference, language)
    return provision.text if provision else ""


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
    """Tokens, roughly: one for each Chinese character, or for four letters of any script.

    >>> roughly("Nobody may open it."), roughly("不得拆看")
    (4, 4)
    """
    return max(len(text) // _LETTERS, sum(character > _HAN_FROM for character in text))
