"""Embedders pass LlamaIndex's border in both directions; the shared promises stand in the embedder's contract tests."""

import asyncio

import numpy as np
import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding

from corpus.errors import ModelError
from rag.adapters.embedding import LlamaIndexEmbedding, from_llama_index
from rag.embedder.fake import HashEmbedder


class Fixed(BaseEmbedding):  # type: ignore[misc]  # the framework is untyped for mypy, see pyproject
    """Gives the vectors that it was told to give, one after the other."""

    replies: list[list[float]]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        del text
        return self.replies.pop(0)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def test_going_out() -> None:
    """LlamaIndex gets our question vector for a query and our passage vectors for texts, under our name."""
    ours = HashEmbedder()
    theirs = LlamaIndexEmbedding.over(ours)
    assert theirs.model_name == ours.name
    assert theirs.get_query_embedding("Who trims?") == ours.embed_question("Who trims?").tolist()
    assert theirs.get_text_embedding_batch(["lamp", "oil"]) == ours.embed_passages(["lamp", "oil"]).tolist()


def test_going_out_while_others_wait() -> None:
    """The asynchronous calls give the same."""
    theirs = LlamaIndexEmbedding.over(HashEmbedder())

    async def both() -> tuple[list[float], list[list[float]]]:
        return await theirs.aget_query_embedding("lamp"), await theirs.aget_text_embedding_batch(["lamp", "oil"])

    assert asyncio.run(both()) == (theirs.get_query_embedding("lamp"), theirs.get_text_embedding_batch(["lamp", "oil"]))


def test_coming_in() -> None:
    """A foreign vector is brought to length one, and its size is learnt by asking once."""
    embedder = from_llama_index(Fixed(model_name="far", replies=[[1, 0], [3, 4], [0, 2]]))
    assert embedder.dimensions == 2
    assert np.allclose(embedder.embed_question("lamp"), [0.6, 0.8])
    assert embedder.embed_passages(["oil"]).tolist() == [[0, 1]]
    assert embedder.name.endswith(":far")


UNFIT = [
    ([[0.0, 0.0]], "no length"),  # nothing to compare
    ([[float("nan"), 1.0]], "not finite"),
    ([[float("inf"), 1.0]], "not finite"),
    ([[]], "no length"),  # no numbers at all
    ([[1.0, 0.0], [1.0, 0.0, 0.0]], r"\[3\] numbers, not 2"),  # another model behind the same address
]


@pytest.mark.parametrize(("replies", "why"), UNFIT)
def test_unfit_vectors(replies: list[list[float]], why: str) -> None:
    """Vectors that no cosine can be taken of are refused, with the embedder's name and the next command."""
    with pytest.raises(ModelError, match=f"far gave .*{why}.*make index"):
        from_llama_index(Fixed(model_name="far", replies=replies)).embed_question("lamp")


def test_reading_without_tokens() -> None:
    """A foreign model gives no vectors of tokens: each text is read as a question and counts as one token."""
    embedder = from_llama_index(Fixed(model_name="far", replies=[[1, 0], [3, 4], [0, 2]]))
    first, second = embedder.read(["lamp", "oil"])
    for reading, expected in ((first, [0.6, 0.8]), (second, [0.0, 1.0])):
        assert np.allclose(reading.vector, expected)
        assert reading.tokens.shape == (1, 2)
        assert np.array_equal(reading.tokens[0], reading.vector)
    assert embedder.read([]) == ()


def test_a_borrowed_text_is_one_token() -> None:
    """Read closely, each text is one token that spans it whole."""
    embedder = from_llama_index(Fixed(model_name="far", replies=[[1, 0], [3, 4], [0, 2]]))
    lamp, oil = embedder.token_vectors(["lamp", "oil"])
    assert lamp.shape == oil.shape == (1, 2)
    assert embedder.token_spans("lamp") == ((0, 4),)


def test_reading_is_refused_too() -> None:
    """A vector that no cosine can be taken of is refused where texts are read as well."""
    with pytest.raises(ModelError, match=r"far gave .*no length"):
        from_llama_index(Fixed(model_name="far", replies=[[1, 0], [0, 0]])).read(["lamp"])
