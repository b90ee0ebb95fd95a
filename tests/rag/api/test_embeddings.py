"""Embeddings in OpenAI's form: in this process, and as the real clients of OpenAI and LlamaIndex see them."""

import asyncio
import base64
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np
import openai
import pytest
from fastapi.testclient import TestClient
from llama_index.embeddings.openai_like import OpenAILikeEmbedding

from rag.api.service import EMBEDDING_MODEL
from rag.pipeline import Pipeline


class _Live(Protocol):
    """The fixture `live`."""

    @property
    def address(self) -> str:
        """Where it listens."""
        ...


TEXTS = ["A watch shall not last longer than six hours.", "守灯人不得独自当值。", "oil"]


def test_vectors_of_both_kinds(client: TestClient, skerry: Pipeline) -> None:
    """A passage gets the embedder's vector of passages, a query that of questions, in full precision."""
    for kind, expected in (
        ("passage", skerry.embedder.embed_passages(TEXTS[:1])[0]),
        ("query", skerry.embedder.embed_question(TEXTS[0])),
    ):
        body = {"model": EMBEDDING_MODEL, "input": TEXTS[0], "input_type": kind}
        given = client.post("/v1/embeddings", json=body).json()
        assert np.array_equal(np.array(given["data"][0]["embedding"], np.float32), expected)


def test_base64_is_the_same_vector(client: TestClient) -> None:
    """Base64 holds the same numbers as the list, little-endian."""
    body = {"model": EMBEDDING_MODEL, "input": TEXTS}
    listed = client.post("/v1/embeddings", json=body).json()["data"]
    packed = client.post("/v1/embeddings", json={**body, "encoding_format": "base64"}).json()["data"]
    for one, other in zip(listed, packed, strict=True):
        assert one["index"] == other["index"]
        assert np.array_equal(np.array(one["embedding"], "<f4"), np.frombuffer(base64.b64decode(other["embedding"]), "<f4"))


def test_usage_is_the_embedders_count(client: TestClient, skerry: Pipeline) -> None:
    """Tokens are counted by the embedder's own tokenizer, once for each input, repeated ones too."""
    given = client.post("/v1/embeddings", json={"model": EMBEDDING_MODEL, "input": [*TEXTS, TEXTS[0]]}).json()
    expected = sum(skerry.embedder.count_tokens(text) for text in [*TEXTS, TEXTS[0]])
    assert given["usage"] == {"prompt_tokens": expected, "total_tokens": expected}


def test_the_embedders_own_name_will_do(client: TestClient, skerry: Pipeline) -> None:
    """The embedder answers to its own name, and says by which it was asked."""
    given = client.post("/v1/embeddings", json={"model": skerry.embedder.name, "input": "oil", "dimensions": 384}).json()
    assert given["model"] == skerry.embedder.name


BAD = [
    # what is sent beside the model, status, code, words of the message
    ({"input": [1, 2, 3]}, 400, "bad_input", "Token ids"),
    ({"input": [[1, 2], [3]]}, 400, "bad_input", "Token ids"),
    ({"input": []}, 400, "bad_input", "0 texts"),
    ({"input": [""]}, 400, "bad_input", "input[0]"),
    ({"input": ["oil", " \n"]}, 400, "bad_input", "input[1]"),
    ({"input": ["a"] * 2_049}, 400, "bad_input", "2,049 texts"),
    ({"input": "a" * 32_001}, 400, "bad_input", "32,001 characters"),
    ({"input": ["a" * 32_000] * 13}, 400, "bad_input", "416,000 characters"),
    ({"input": "oil", "dimensions": 256}, 400, "bad_input", "384"),
    ({"input": "oil", "encoding_format": "int8"}, 400, "bad_request", "encoding_format"),
    ({"input": "oil", "model": "text-embedding-3-small"}, 404, "unknown_model", "text-embedding-3-small"),
    ({}, 400, "bad_request", "input"),
]


@pytest.mark.parametrize(("body", "status", "code", "words"), BAD)
def test_bad_requests_in_openais_form(client: TestClient, body: dict[str, object], status: int, code: str, words: str) -> None:
    """What cannot be embedded is refused in OpenAI's shape of errors, and the message names the fault."""
    given = client.post("/v1/embeddings", json={"model": EMBEDDING_MODEL, **body})
    error = given.json()["error"]
    assert (given.status_code, error["code"], error["type"]) == (status, code, "invalid_request_error")
    assert words in error["message"]


def test_unknown_fields_are_passed_over(client: TestClient) -> None:
    """What OpenAI's clients send beside is no error."""
    body = {"model": EMBEDDING_MODEL, "input": "oil", "user": "a", "safety_identifier": "b"}
    assert client.post("/v1/embeddings", json=body).status_code == 200


def test_openai_client(live: _Live, skerry: Pipeline) -> None:
    """The unmodified client of OpenAI gets the embedder's vectors, which it asks for in base64 and unpacks."""
    with openai.OpenAI(base_url=f"{live.address}/v1", api_key="none", max_retries=0) as speaker:
        given = speaker.embeddings.create(model=EMBEDDING_MODEL, input=TEXTS)
        asked = speaker.embeddings.create(model=EMBEDDING_MODEL, input=TEXTS[0], extra_body={"input_type": "query"})
        with pytest.raises(openai.NotFoundError) as unknown:
            speaker.embeddings.create(model="text-embedding-3-small", input="oil")
        with pytest.raises(openai.BadRequestError, match="Token ids"):
            speaker.embeddings.create(model=EMBEDDING_MODEL, input=[[1, 2]])
    vectors = np.array([one.embedding for one in given.data], np.float32)
    assert np.array_equal(vectors, skerry.embedder.embed_passages(TEXTS))
    assert np.array_equal(np.array(asked.data[0].embedding, np.float32), skerry.embedder.embed_question(TEXTS[0]))
    assert unknown.value.code == "unknown_model"


def test_openai_client_without_waiting(live: _Live, skerry: Pipeline) -> None:
    """Forty concurrent requests of the asynchronous client each get their own text's vector."""
    texts = [f"station number {number}" for number in range(40)]

    async def all_at_once() -> list[openai.types.CreateEmbeddingResponse]:
        async with openai.AsyncOpenAI(base_url=f"{live.address}/v1", api_key="none", max_retries=0) as speaker:
            calls = (speaker.embeddings.create(model=EMBEDDING_MODEL, input=text) for text in texts)
            return list(await asyncio.gather(*calls))

    given = asyncio.run(all_at_once())
    vectors = np.array([one.data[0].embedding for one in given], np.float32)
    assert np.array_equal(vectors, skerry.embedder.embed_passages(texts))


def test_llama_index(live: _Live, skerry: Pipeline) -> None:
    """LlamaIndex's embedding for whatever is like OpenAI gets the embedder's vectors, for texts and for a query."""
    kwargs = {"model_name": EMBEDDING_MODEL, "api_base": f"{live.address}/v1", "api_key": "none", "max_retries": 0}
    passages = OpenAILikeEmbedding(**kwargs)
    queries = OpenAILikeEmbedding(**kwargs, additional_kwargs={"extra_body": {"input_type": "query"}})
    texts = np.array(passages.get_text_embedding_batch(TEXTS), np.float32)
    query = np.array(queries.get_query_embedding(TEXTS[0]), np.float32)
    assert np.array_equal(texts, skerry.embedder.embed_passages(TEXTS))
    assert np.array_equal(query, skerry.embedder.embed_question(TEXTS[0]))


def test_llama_index_from_threads(live: _Live, skerry: Pipeline) -> None:
    """Threads that share one of LlamaIndex's embeddings do not get each other's vectors."""
    embedding = OpenAILikeEmbedding(model_name=EMBEDDING_MODEL, api_base=f"{live.address}/v1", api_key="none", max_retries=0)
    texts = [f"bell number {number}" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        given = np.array(list(pool.map(embedding.get_text_embedding, texts)), np.float32)
    assert np.array_equal(given, skerry.embedder.embed_passages(texts))
