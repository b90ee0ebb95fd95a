"""What the stages need from outside: an embedder of texts and an index of vectors.

Protocols only. Adapters and fakes implement them; one contract suite runs over all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns texts into vectors of length one; the same text gives the same bytes, whatever it is embedded with."""

    @property
    def name(self) -> str:
        """Model and a part of its hash; vectors of different names never mix."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of texts that are to be found, shape (len(texts), dimensions)."""
        ...

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """Vector of a question, shape (dimensions,)."""
        ...

    def count_tokens(self, text: str) -> int:
        """Tokens that the model reads of this text, its own marks included."""
        ...


class TokenEmbedder(Protocol):
    """Gives a vector for each token, for late interaction."""

    def token_vectors(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], ...]:
        """For each text its token vectors of length one, shape (tokens, dimensions)."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A row of a vector index near to a question; `cosine` lies between -1 and 1."""

    row: int
    cosine: float


class VectorIndex(Protocol):
    """Nearest rows by cosine."""

    def nearest(self, vector: NDArray[np.float32], count: int) -> tuple[Hit, ...]:
        """The `count` nearest rows, best first, ties by row."""
        ...
