"""`/healthz`, `/readyz`, `/metrics`: whether the process lives, whether it can answer, what it has done.

Refuses to tell of any question.
"""

from typing import Literal

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel
from starlette.responses import Response

from rag.api.failures import failures
from rag.api.service import Serving

router = APIRouter(tags=["Health"])


class Alive(BaseModel):
    """The process lives."""

    status: Literal["alive"] = "alive"


class Ready(BaseModel):
    """Questions can be answered, from this version of the corpus."""

    status: Literal["ready"] = "ready"
    corpus_version: str
    embedder: str
    instruments: list[str]


@router.get("/healthz", summary="Whether the process lives", responses=failures())
async def healthz() -> Alive:
    """Says so, whether or not the index is open."""
    return Alive()


@router.get("/readyz", summary="Whether questions can be answered", responses=failures())
async def readyz(service: Serving) -> Ready:
    """503 until the index is open, with how far that is."""
    pipeline = service.pipeline
    return Ready(
        corpus_version=pipeline.index.version,
        embedder=pipeline.embedder.name,
        instruments=list(pipeline.index.library.instruments),
    )


@router.get(
    "/metrics",
    summary="Counters for Prometheus",
    response_class=Response,
    responses={**failures(), 200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def metrics(service: Serving) -> Response:
    """Requests by route, answers by how they ended, batches, memory."""
    return Response(service.metrics.text(), media_type=CONTENT_TYPE_LATEST)
