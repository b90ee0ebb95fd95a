"""`POST /v1/chat/completions`: a dialogue of OpenAI's clients in, a checked answer out, as text with its citations.

The last message of the user is the question; what a system or an assistant is said to have said is never read as one,
nor as an instruction. Refuses what it cannot keep to, such as JSON or several choices, in place of passing it over.
"""

import time
import uuid
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Body, Request
from starlette.responses import Response, StreamingResponse

from corpus.errors import BadInput, UnknownModel
from corpus.library import Library
from rag.accept import accept
from rag.api.budget import count_prompt
from rag.api.chat_shapes import ChatCompletion, ChatMessage, ChatRequest
from rag.api.failures import failures
from rag.api.logs import log_asked
from rag.api.reply import Reply, chunks, completion, said
from rag.api.service import CHAT_MODEL, Serving
from rag.api.shapes import EVENT_STREAM, HISTORY, UNBUFFERED
from rag.types import Answer

_PATH = "/v1/chat/completions"
_EXAMPLES = {
    "question": {
        "summary": "A question",
        "value": {"model": CHAT_MODEL, "messages": [{"role": "user", "content": "Skerry Rules, rule 5"}]},
    },
    "dialogue": {
        "summary": "A follow-up, streamed with usage",
        "value": {
            "model": CHAT_MODEL,
            "stream": True,
            "stream_options": {"include_usage": True},
            "messages": [
                {"role": "system", "content": "You are a helpful assistant."},
                {"role": "user", "content": "How long can one stint last?"},
                {"role": "assistant", "content": "…"},
                {"role": "user", "content": "And in a storm?"},
            ],
        },
    },
}
_OK = {
    "model": ChatCompletion,
    "description": "The reply; with `stream: true` as server-sent events.",
    "content": EVENT_STREAM,
}

router = APIRouter(tags=["OpenAI"])


@router.post(_PATH, summary="Chat", responses={200: _OK, **failures(400, 404, path=_PATH)}, response_class=Response)
async def chat(sent: Annotated[ChatRequest, Body(openapi_examples=_EXAMPLES)], serving: Serving, request: Request) -> Response:
    """Answer the last message of a dialogue, in OpenAI's form.

    Citations stand in the text as labels in square brackets, in `annotations` with their places and with the objects
    that /v1/answers gives, and in `pinpoint`, which is the whole answer; streamed, `pinpoint` is in the last chunk that
    has a choice.
    """
    question, history = _question(sent)
    log_asked("chat", question, history)
    answer = await serving.ask(request, question, history)
    reply = await serving.run(lambda pipeline: _reply(pipeline.index.library, sent, answer))
    headers = await serving.ended(answer)
    if sent.stream:
        usage = bool(sent.stream_options and sent.stream_options.include_usage)
        return StreamingResponse(_events(reply, usage=usage), media_type="text/event-stream", headers={**headers, **UNBUFFERED})
    return Response(completion(reply), media_type="application/json", headers=headers)


async def _events(reply: Reply, *, usage: bool) -> AsyncIterator[bytes]:
    for event in chunks(reply, usage=usage):
        yield event


def _reply(library: Library, sent: ChatRequest, answer: Answer) -> Reply:
    parts, finish = said(library, answer, sent.stops, sent.budget)
    return Reply(
        id=f"chatcmpl-{uuid.uuid4().hex}",
        created=int(time.time()),
        model=sent.model,
        answer=answer,
        said=parts,
        finish=finish,
        prompt_tokens=count_prompt((message.role, message.words) for message in sent.messages),
    )


def _question(request: ChatRequest) -> tuple[str, list[str]]:
    """The question and the readable ones before it; raises BadInput and UnknownModel."""
    if request.model != CHAT_MODEL:
        raise UnknownModel(f"There is no chat model {request.model!r} here.", hint=f"Take {CHAT_MODEL!r}; see GET /v1/models.")
    if request.n not in (None, 1):
        raise BadInput(f"n is {request.n}; the same question has one answer.", hint="Leave n out.")
    if request.response_format is not None and request.response_format.type != "text":
        raise BadInput("Chat gives text only.", hint="For the answer as JSON: POST /v1/answers, or the field `pinpoint` here.")
    spoken = [message for message in request.messages if message.role == "user"]
    if not spoken or not _words(spoken[-1]).strip():
        raise BadInput("No message of the user holds a question.", hint='Add {"role": "user", "content": "…"} at the end.')
    earlier = [message.words for message in spoken[:-1] if _readable(message.words)]
    return _words(spoken[-1]), earlier[-HISTORY:]


def _words(message: ChatMessage) -> str:
    if isinstance(message.content, list):
        other = sorted({part.type for part in message.content if part.type != "text"})
        if other:
            raise BadInput(f"Only text can be read, not {', '.join(other)[:100]}.", hint="Leave pictures, sound and files out.")
    return message.words


def _readable(words: str) -> bool:
    """Whether an earlier message can count as a question; programs put much else there."""
    try:
        accept(words)
    except BadInput:
        return False
    return True
