"""`GET /v1/models`: the names by which OpenAI's clients may ask for what is here.

Lists the assistant and the embedder; no language model is behind either name unless the answer's `engine` says so.
"""

from typing import Annotated, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel

from corpus.errors import UnknownModel
from rag.api.failures import failures
from rag.api.service import CHAT_MODEL, EMBEDDING_MODEL, Service, Serving

_BEGAN = 1_735_689_600
"""When these names came into use, as OpenAI's form wants it: 2025-01-01, in seconds of Unix."""


class Model(BaseModel):
    """A name that can be asked for."""

    id: str
    object: Literal["model"] = "model"
    created: int = _BEGAN
    owned_by: Literal["pinpoint"] = "pinpoint"


class ModelList(BaseModel):
    """All of them."""

    object: Literal["list"] = "list"
    data: list[Model]


router = APIRouter(tags=["OpenAI"])


@router.get("/v1/models", summary="Models", responses=failures())
async def models(serving: Serving) -> ModelList:
    """List the names that chat and embeddings can be asked for by."""
    return ModelList(data=[Model(id=name) for name in _names(serving)])


@router.get("/v1/models/{name:path}", summary="One model", responses=failures(404))
async def model(name: Annotated[str, Path(examples=[CHAT_MODEL])], serving: Serving) -> Model:
    """Tell of one of them."""
    if name not in _names(serving):
        raise UnknownModel(f"There is no model {name[:100]!r} here.", hint="See GET /v1/models.")
    return Model(id=name)


def _names(serving: Service) -> tuple[str, ...]:
    return tuple(dict.fromkeys((CHAT_MODEL, EMBEDDING_MODEL, serving.pipeline.embedder.name)))
