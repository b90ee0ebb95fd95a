"""`POST /v1/search` and `POST /v1/answers`: what the pipeline gives, as it stands, whole or as server-sent events.

A stream has the events `passages` as soon as they are found, then `claim` for each claim once it is checked, then `answer`
whole, then `done`; whoever reads `answer` alone has what the whole form gives. A stream that fails ends with `error`, which
is what any route says of it. Refuses to send a claim before it is checked.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Body, Request
from starlette.responses import Response, StreamingResponse

from rag.api.failures import failures, problem
from rag.api.logs import log, log_asked
from rag.api.service import Service, Serving
from rag.api.shapes import EVENT_STREAM, UNBUFFERED, AnswerRequest, SearchRequest
from rag.api.writing import json_response, written
from rag.types import Answer, Passage, SearchResult

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

router = APIRouter(tags=["Answers"])


@router.post("/v1/search", summary="Search", response_model=SearchResult, responses=failures(400))
async def search(asked: Annotated[SearchRequest, Body(openapi_examples=_SEARCHES)], service: Serving) -> Response:
    """The passages nearest to a query, best first."""
    log_asked("search", asked.query)
    found = await service.run(lambda pipeline: pipeline.search(asked.query, asked.top))
    return json_response(found)


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
    if asked.stream:
        return StreamingResponse(await _begun(asked, service, request), media_type="text/event-stream", headers=UNBUFFERED)
    answer = await service.ask(request, asked.question, asked.history)
    return json_response(answer, await service.ended(answer))


async def _begun(asked: AnswerRequest, service: Service, request: Request) -> AsyncIterator[bytes]:
    """The events of an answer whose passages are found; raises what asking raises before."""
    loop = asyncio.get_running_loop()
    passages: asyncio.Future[tuple[Passage, ...]] = loop.create_future()

    def found(given: tuple[Passage, ...]) -> None:
        loop.call_soon_threadsafe(passages.set_result, given)

    answering = asyncio.create_task(service.ask(request, asked.question, asked.history, found))
    try:
        await asyncio.wait((passages, answering), return_when=asyncio.FIRST_COMPLETED)
        first = passages.result() if passages.done() else (await answering).passages
    except BaseException:
        answering.cancel()
        raise
    return _events(service, first, answering)


async def _events(service: Service, first: tuple[Passage, ...], answering: "asyncio.Task[Answer]") -> AsyncIterator[bytes]:
    """An answer as server-sent events; where it fails after its passages are out, an event says so in place of the rest."""
    try:
        yield _event("passages", {"passages": first})
        answer = await answering
        headers = await service.ended(answer)
        for claim in answer.claims:
            yield _event("claim", claim)
        yield _event("answer", answer)
        yield _event("done", headers)
    except Exception as error:  # noqa: BLE001 - a status has been sent: only an event can still tell of it
        log.error("failed", exc_info=True)
        yield _event("error", problem(error))
    finally:
        answering.cancel()


def _event(name: str, data: object) -> bytes:
    return b"event: " + name.encode() + b"\ndata: " + written(data) + b"\n\n"
