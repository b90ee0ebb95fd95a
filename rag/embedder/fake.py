"""An embedder without a model, for tests only: hashed runs of letters, alike where spellings are alike.

It needs no files and starts at once, so that tests and killed processes need not wait for a network. Refuses to know
what words mean: it is never put before people.
"""

import hashlib
import math
import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.ports import Entailment, Reading

_DIMENSIONS = 384
_RUNS = (1, 2, 3, 4)


class HashEmbedder:
    """Counts of the runs of one to four letters in a text, thrown into 384 places with a sign each."""

    name = "hash-of-letters-1"
    dimensions = _DIMENSIONS

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of the texts, shape (len(texts), 384), each of length one."""
        return np.array([_vector(text) for text in texts], np.float32).reshape(len(texts), _DIMENSIONS)

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """Vector of a question, shape (384,): the one that a passage of the same words has."""
        return _vector(text)

    def read(self, texts: Sequence[str]) -> tuple[Reading, ...]:
        """The vectors of the texts with those of their words."""
        pairs = zip(self.embed_passages(texts), self.token_vectors(texts), strict=True)
        return tuple(Reading(vector=vector, tokens=tokens) for vector, tokens in pairs)

    def token_vectors(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], ...]:
        """For each text the vectors of its words, shape (words, 384), each of length one."""
        return tuple(self.embed_passages(_words(text) or [""]) for text in texts)

    def token_spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words stand in the text."""
        return tuple(match.span() for match in re.finditer(r"\S+", text)) or ((0, 0),)

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        """The more words of the hypothesis stand in the premise, the more it is entailed; the rest is left open."""
        words, held = _words(hypothesis), set(_words(premise))
        share = (sum(word in held for word in words) + 1) / (len(words) + 3)
        other = math.log((1 - share) / 2)
        return Entailment(entailed=math.log(share), neutral=other, contradicted=other)

    def count_tokens(self, text: str) -> int:
        """Words of the text."""
        return len(_words(text))


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFKC", text).casefold().split()


def _vector(text: str) -> NDArray[np.float32]:
    vector = np.zeros(_DIMENSIONS, np.float32)
    letters = f" {' '.join(_words(text))} "
    for length in _RUNS:
        for start in range(len(letters) - length + 1):
            digest = hashlib.blake2b(letters[start : start + length].encode(errors="replace"), digest_size=4).digest()
            place = int.from_bytes(digest, "little")
            vector[place // 2 % _DIMENSIONS] += length if place % 2 else -length
    size = np.linalg.norm(vector)
    if not size:  # signs cancelled out: any fixed direction will do
        vector[0] = size = np.float32(1)
    return np.asarray(vector / size, dtype=np.float32)
