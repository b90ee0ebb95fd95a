"""`POST /v1/search` and `POST /v1/answers`: what the pipeline gives, as it stands, whole or as server-sent events.

A stream has the events `passages`, then `claim` for each checked claim, then `answer` whole, then `done`; whoever reads
`answer` alone has what the whole form gives. Refuses to send a claim before it is checked.
"""

from collections.abc import AsyncIterator
from typing import Annotated

import orjson
from fastapi import APIRouter, Body, Request
from starlette.responses import Response, StreamingResponse

from rag.api.failures import failures
from rag.api.logs import asked as log_asked
from rag.api.service import Serving
from rag.api.shapes import EVENT_STREAM, AnswerRequest, SearchRequest
from rag.api.shelf import kept_headers
from rag.types import Answer, SearchResult

_SEARCHES = {
    "words": {"summary": "Words", "value": {"query": "oil stock", "top": 3}},
    "citation": {"summary": "A citation", "value": {"query": "Skerry Rules, rule 5 (1)"}},
}
_QUESTIONS = {
    "question": {"summary": "A question", "value": {"question": "What does rule 5 of the Skerry Rules say?"}},
    "follow-up": {
        "summary": "A follow-up",
        "value": {"question": "And in a storm?", "history": ["How long may a watch last?"]},
    },
    "stream": {
        "summary": "As server-sent events",
        "value": {"question": "Skerry Rules, rule 9 (2)", "stream": True},
    },
}
_NO_BUFFERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
"""For proxies between us and the reader: nothing is to be kept back."""

router = APIRouter(tags=["Answers"])


@router.post("/v1/search", summary="Search", response_model=SearchResult, responses=failures(400))
async def search(asked: Annotated[SearchRequest, Body(openapi_examples=_SEARCHES)], service: Serving) -> Response:
    """The passages nearest to a query, best first."""
    log_asked("search", asked.query)
    found = await service.run(lambda pipeline: pipeline.search(asked.query, asked.top))
    return Response(orjson.dumps(found), media_type="application/json")


@router.post(
    "/v1/answers",
    summary="Answer a question",
    response_model=Answer,
    responses={**failures(400), 200: {"content": EVENT_STREAM, "description": "The answer, whole or as events."}},
)
async def answers(
    asked: Annotated[AnswerRequest, Body(openapi_examples=_QUESTIONS)], service: Serving, request: Request
) -> Response:
    """Checked claims, each with its citations; or a refusal with its reason and what the texts do say.

    With `stream` the same as server-sent events: `passages` ({"passages": […]}), `claim` for each, `answer`, `done`.
    """
    log_asked("answers", asked.question, asked.history)
    answer = await service.ask(request, asked.question, asked.history)
    service.metrics.answered(answer)
    headers = await service.run(lambda _: kept_headers(service.settings, answer))
    if asked.stream:
        return StreamingResponse(events(answer), media_type="text/event-stream", headers={**headers, **_NO_BUFFERS})
    return Response(orjson.dumps(answer), media_type="application/json", headers=headers)


async def events(answer: Answer) -> AsyncIterator[bytes]:
    """An answer as server-sent events."""
    yield _event("passages", {"passages": answer.passages})
    for claim in answer.claims:
        yield _event("claim", claim)
    yield _event("answer", answer)
    yield _event("done", {})


def _event(name: str, data: object) -> bytes:
    return b"event: " + name.encode() + b"\ndata: " + orjson.dumps(data) + b"\n\n"
