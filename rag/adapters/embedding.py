"""Embedders across the border of LlamaIndex, in both directions.

Ours goes out as a `BaseEmbedding`, so that LlamaIndex's stores need no default of their own; any `BaseEmbedding` comes
in as an `Embedder`, so that another model is a matter of a setting. Refuses vectors that are not finite or have no length.
"""

import asyncio
import math
from collections.abc import Sequence

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding
from numpy.typing import NDArray
from pydantic import PrivateAttr

from corpus.errors import ModelError
from rag.ports import Embedder, Entailment, Reading

_BATCH = 256
_PROBE = "law"
_BYTES_PER_TOKEN = 3
_THIRD = math.log(1 / 3)


class LlamaIndexEmbedding(BaseEmbedding):  # type: ignore[misc]  # the framework is untyped for mypy, see pyproject
    """Our embedder as LlamaIndex's: its queries are questions, its texts are passages."""

    _embedder: Embedder = PrivateAttr()

    @classmethod
    def over(cls, embedder: Embedder) -> "LlamaIndexEmbedding":
        """Wrap an embedder; the model's name is the embedder's."""
        wrapped = cls(model_name=embedder.name, embed_batch_size=_BATCH)
        wrapped._embedder = embedder
        return wrapped

    @classmethod
    def class_name(cls) -> str:
        """The name under which LlamaIndex reports it."""
        return "PinpointEmbedding"

    def _get_query_embedding(self, query: str) -> list[float]:
        return _numbers(self._embedder.embed_question(query))

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [_numbers(vector) for vector in self._embedder.embed_passages(texts)]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return await asyncio.to_thread(self._get_query_embedding, query)

    async def _aget_text_embedding(self, text: str) -> list[float]:
        return await asyncio.to_thread(self._get_text_embedding, text)

    async def _aget_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return await asyncio.to_thread(self._get_text_embeddings, texts)


def from_llama_index(embedding: BaseEmbedding) -> Embedder:
    """Any embedder of LlamaIndex's as ours; raises ModelError where its vectors are unfit for cosines."""
    return _Borrowed(embedding)


class _Borrowed:
    """An embedder of LlamaIndex's; its vectors are brought to length one, and asked for once to learn their size.

    Whether the same text gives the same bytes is up to the model behind it.
    """

    def __init__(self, embedding: BaseEmbedding) -> None:
        self._embedding = embedding
        self.name = f"{embedding.class_name()}:{embedding.model_name}"
        probe: list[float] = embedding.get_text_embedding(_PROBE)
        self.dimensions = len(probe)
        self._fit([probe])

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of texts that are to be found, shape (len(texts), dimensions)."""
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return self._fit(self._embedding.get_text_embedding_batch(list(texts)))

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """Vector of a question, shape (dimensions,)."""
        vector: NDArray[np.float32] = self._fit([self._embedding.get_query_embedding(text)])[0]
        return vector

    def read(self, texts: Sequence[str]) -> tuple[Reading, ...]:
        """Texts as questions; LlamaIndex gives no vectors of tokens, so each text counts as one token."""
        return tuple(Reading(vector=vector, tokens=vector[None, :]) for vector in map(self.embed_question, texts))

    def token_vectors(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], ...]:
        """Each text as one token, shape (1, dimensions)."""
        return tuple(vector[None, :] for vector in map(self.embed_question, texts))

    def token_spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """The whole text."""
        return ((0, len(text)),)

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        """No such model comes with an embedder of LlamaIndex's: each of the three is as likely as the others."""
        return Entailment(entailed=_THIRD, neutral=_THIRD, contradicted=_THIRD)

    def count_tokens(self, text: str) -> int:
        """An estimate, since LlamaIndex does not say: one for each three bytes."""
        return -(-len(text.encode(errors="replace")) // _BYTES_PER_TOKEN)

    def _fit(self, vectors: Sequence[Sequence[float]]) -> NDArray[np.float32]:
        if any(len(vector) != self.dimensions for vector in vectors):
            found = sorted({len(vector) for vector in vectors})
            raise self._unfit(f"vectors of {found} numbers, not {self.dimensions} as before")
        table = np.asarray(vectors, np.float32)
        sizes = np.linalg.norm(table, axis=1, keepdims=True)
        if not np.isfinite(sizes).all() or not sizes.all():
            raise self._unfit("a vector that is not finite or has no length")
        return np.asarray(table / sizes, dtype=np.float32)

    def _unfit(self, what: str) -> ModelError:
        return ModelError(f"The embedder {self.name} gave {what}.", hint="Configure another one, then run: make index.")


def _numbers(vector: NDArray[np.float32]) -> list[float]:
    numbers: list[float] = vector.tolist()
    return numbers
