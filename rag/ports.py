"""What the stages need from outside: an embedder of texts, an index of vectors, a language model.

Protocols only. Adapters and fakes implement them; one contract suite runs over all.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a model makes of a text: `vector`, shape (dimensions,), and `tokens`, shape (tokens, dimensions), of length one."""

    vector: NDArray[np.float32]
    tokens: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entailment:
    """What a premise does to a hypothesis, as log-probabilities: entails it, leaves it open (neutral), contradicts it."""

    entailed: float
    neutral: float
    contradicted: float


class EntailmentModel(Protocol):
    """Reads two texts together (natural language inference)."""

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:
        """What the premise does to the hypothesis, a claim; the same pair gives the same numbers.

        A question that the premise answers counts as entailed, one that takes for granted what it denies as contradicted.
        """
        ...


class TokenEmbedder(EntailmentModel, Protocol):
    """Reads texts closely: a vector for each token, for late interaction, and two texts together."""

    def token_vectors(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], ...]:
        """For each text its token vectors of length one, shape (tokens, dimensions)."""
        ...

    def token_spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where each token that has a vector stands in the text, in code points, end exclusive."""
        ...


class Embedder(TokenEmbedder, Protocol):
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

    def read(self, texts: Sequence[str]) -> tuple[Reading, ...]:
        """Texts that are searched with and among, questions and wordings alike, each with its token vectors.

        What `read` gives compares with nothing but what `read` gives.
        """
        ...

    def count_tokens(self, text: str) -> int:
        """Tokens that the model reads of this text, its own marks included."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What a language model is told: `system` are our instructions, `data` is what it works on and never instructs it."""

    system: str
    data: str


class LanguageModel(Protocol):
    """Replies to a prompt with JSON."""

    @property
    def name(self) -> str:
        """Who serves it, and which model it is."""
        ...

    def stream(self, prompt: Prompt) -> Iterator[str]:
        """The reply piece by piece; gives up a server that is silent for too long, and raises DraftingFailed."""
        ...
