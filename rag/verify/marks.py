"""The small words that carry a slot: exceptions, conditions, quantifiers, bounds, times, junctions, negations.

Each mark is one meaning in English and in Chinese, so that a claim in one may be held against words in the other. Says
what a text has; refuses to judge it.
"""

import re
from functools import lru_cache

from corpus.types import Language
from rag.types import Step
from rag.verify.circumstance_words import CIRCUMSTANCES
from rag.verify.logic_words import LOGIC
from rag.verify.meanings import Mark

_SIGNS = {**LOGIC, **CIRCUMSTANCES}
_COMPILED = {
    mark: {Language.EN: re.compile(sign.en, re.IGNORECASE), Language.ZH: re.compile(sign.zh)} for mark, sign in _SIGNS.items()
}
_PAIRED = re.compile(r"\b(?:he or she|him or her|his or hers?|himself or herself|and/or)\b", re.IGNORECASE)


def step_of(mark: Mark) -> Step:
    """The step of verification that a mark belongs to."""
    return _SIGNS[mark].step


def negated(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """The places after each negation as far as it most likely reaches."""
    reach = 30 if language is Language.EN else 8
    found = []
    for mark in (Mark.NOT, Mark.WITHOUT):
        for match in _COMPILED[mark][language].finditer(text):
            stop = re.search(r"[,.;:，。；：、]| but |但|而", text[match.end() : match.end() + reach])
            found.append((match.end(), match.end() + (stop.start() if stop else reach)))
    return tuple(found)


@lru_cache(maxsize=20_000)
def marks(text: str, language: Language) -> dict[Mark, tuple[str, ...]]:
    """The marks of a text with the words that carry them.

    >>> marks("Keepers may leave only if the lamp is out.", Language.EN)[Mark.ONLY]
    ('only',)
    """
    plain = _PAIRED.sub("they", text)
    found = {mark: tuple(m.group() for m in forms[language].finditer(plain)) for mark, forms in _COMPILED.items()}
    return {mark: words for mark, words in found.items() if words}
