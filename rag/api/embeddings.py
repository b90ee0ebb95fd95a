"""`POST /v1/embeddings`: OpenAI's form, answered by the embedder that the index is built with.

Refuses token ids, which are some other model's, and any length of vector but its own.
"""

import base64
from typing import Annotated

import orjson
from fastapi import APIRouter, Body
from starlette.responses import Response

from corpus.errors import BadInput, UnknownModel
from rag.api.batching import Embedded, Wanted
from rag.api.failures import failures
from rag.api.service import EMBEDDING_MODEL, Serving
from rag.api.shapes import INPUT_LONGEST, INPUTS, EmbeddingRequest, EmbeddingResponse
from rag.ports import Embedder

TOGETHER = 400_000
"""Characters of all inputs of a request together."""
_PATH = "/v1/embeddings"
_EXAMPLES = {
    "one": {
        "summary": "A question",
        "value": {"model": EMBEDDING_MODEL, "input": "How long may a watch last?", "input_type": "query"},
    },
    "several": {
        "summary": "Two passages, as base64",
        "value": {
            "model": EMBEDDING_MODEL,
            "input": ["A watch shall not last longer than six hours.", "守灯人不得独自当值。"],
            "encoding_format": "base64",
        },
    },
}

router = APIRouter(tags=["Embeddings"])


@router.post(_PATH, summary="Embed texts", response_model=EmbeddingResponse, responses=failures(400, 404, path=_PATH))
async def embeddings(asked: Annotated[EmbeddingRequest, Body(openapi_examples=_EXAMPLES)], service: Serving) -> Response:
    """Vectors of length one in OpenAI's form; `usage` counts with the embedder's own tokenizer.

    Of each input the model reads 512 tokens, its own marks included; what stands beyond has no part in the vector.
    """
    embedder = service.pipeline.embedder
    _known(asked, embedder)
    texts = _texts(asked)
    found = await service.batcher.embed([Wanted(text=text, question=asked.input_type == "query") for text in texts])
    return Response(_written(asked, found), media_type="application/json")


def _known(asked: EmbeddingRequest, embedder: Embedder) -> None:
    """Raise UnknownModel or BadInput for a model or a length of vector that is not to be had."""
    if asked.model not in (EMBEDDING_MODEL, embedder.name):
        raise UnknownModel(f"No model {asked.model!r} embeds here.", hint=f"Use {EMBEDDING_MODEL!r}; GET /v1/models lists all.")
    if asked.dimensions not in (None, embedder.dimensions):
        raise BadInput(
            f"{asked.dimensions} dimensions cannot be had: vectors of this model have {embedder.dimensions}.",
            hint="Leave `dimensions` out.",
        )


def _texts(asked: EmbeddingRequest) -> list[str]:
    """The texts to embed; raises BadInput."""
    given = [asked.input] if isinstance(asked.input, str) else asked.input
    texts = [one for one in given if isinstance(one, str)]
    if len(texts) < len(given):
        raise BadInput(
            "Token ids cannot be embedded: they are another model's.",
            hint="Send text; LangChain: OpenAIEmbeddings(check_embedding_ctx_length=False).",
        )
    if not texts or len(texts) > INPUTS:
        raise BadInput(f"`input` has {len(texts):,} texts; from 1 to {INPUTS:,} can be taken.", hint="Send them in parts.")
    for place, text in enumerate(texts):
        if not text.strip() or len(text) > INPUT_LONGEST:
            fault = f"{len(text):,} characters; at most {INPUT_LONGEST:,} can be taken" if text.strip() else "no text in it"
            raise BadInput(f"`input[{place}]` has {fault}.", hint="Leave out what is empty; cut what is long.")
    if (together := sum(map(len, texts))) > TOGETHER:
        raise BadInput(
            f"`input` has {together:,} characters; at most {TOGETHER:,} can be taken in one request.", hint="Send it in parts."
        )
    return texts


def _written(asked: EmbeddingRequest, found: list[Embedded]) -> bytes:
    tokens = sum(one.tokens for one in found)
    data = [
        {
            "object": "embedding",
            "index": place,
            "embedding": base64.b64encode(one.vector.tobytes()).decode() if asked.encoding_format == "base64" else one.vector,
        }
        for place, one in enumerate(found)
    ]
    written = {
        "object": "list",
        "data": data,
        "model": asked.model,
        "usage": {"prompt_tokens": tokens, "total_tokens": tokens},
    }
    return orjson.dumps(written, option=orjson.OPT_SERIALIZE_NUMPY)
