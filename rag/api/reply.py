"""A reply in OpenAI's form, whole or in chunks: the answer's text, its citations as annotations, the answer itself.

Cuts where the caller says that the text ends; a claim that a budget has no room for is left out, never shortened.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import orjson

from corpus.library import Library
from rag.api.budget import within
from rag.present.prose import Piece, PlacedLabel, pieces
from rag.tokens import count
from rag.types import Answer

_OBJECT = "chat.completion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is said of an answer; `id` and `created` are the reply's own, `finish` is `stop` or `length`."""

    id: str
    created: int
    model: str
    answer: Answer
    said: tuple[Piece, ...]
    finish: str
    prompt_tokens: int

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(piece.text for piece in self.said)


def said(library: Library, answer: Answer, stops: Sequence[str], budget: int | None) -> tuple[tuple[Piece, ...], str]:
    """The pieces of an answer up to the first stop and within the budget, and why they end there."""
    ended = _stopped(pieces(library, answer), stops)
    fitting = within([piece.text for piece in ended], budget)
    return ended[:fitting], "stop" if fitting == len(ended) else "length"


def completion(reply: Reply) -> bytes:
    """The reply as one object."""
    message = {
        "role": "assistant",
        "content": reply.text,
        "refusal": None,
        "annotations": [_annotation(label) for piece in reply.said for label in piece.labels],
    }
    choice = {"index": 0, "message": message, "finish_reason": reply.finish, "logprobs": None}
    return orjson.dumps({**_head(reply, _OBJECT), "choices": [choice], "usage": _usage(reply), "pinpoint": reply.answer})


def chunks(reply: Reply, *, usage: bool) -> Iterator[bytes]:
    """The reply as server-sent events; the last one with a choice carries the answer, a last one of all the usage."""
    open_ = {"usage": None} if usage else {}
    yield _event(reply, {"choices": [_delta({"role": "assistant", "content": ""})], **open_})
    for piece in reply.said:
        delta: dict[str, object] = {"content": piece.text}
        if piece.labels:
            delta["annotations"] = [_annotation(label) for label in piece.labels]
        yield _event(reply, {"choices": [_delta(delta)], **open_})
    yield _event(reply, {"choices": [_delta({}, reply.finish)], "pinpoint": reply.answer, **open_})
    if usage:
        yield _event(reply, {"choices": [], "usage": _usage(reply)})
    yield b"data: [DONE]\n\n"


def _stopped(whole: Sequence[Piece], stops: Sequence[str]) -> tuple[Piece, ...]:
    text = "".join(piece.text for piece in whole)
    end = min((text.index(stop) for stop in stops if stop in text), default=len(text))
    kept: list[Piece] = []
    begin = 0
    for piece in whole:
        part = piece.text[: max(end - begin, 0)]
        if part:
            kept.append(replace(piece, text=part, labels=tuple(label for label in piece.labels if label.end <= end)))
        begin += len(piece.text)
    return tuple(kept)


def _head(reply: Reply, kind: str) -> dict[str, object]:
    return {
        "id": reply.id,
        "object": kind,
        "created": reply.created,
        "model": reply.model,
        "system_fingerprint": reply.answer.corpus_version,
    }


def _event(reply: Reply, more: dict[str, object]) -> bytes:
    return b"data: " + orjson.dumps({**_head(reply, f"{_OBJECT}.chunk"), **more}) + b"\n\n"


def _delta(delta: dict[str, object], finish: str | None = None) -> dict[str, object]:
    return {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}


def _annotation(label: PlacedLabel) -> dict[str, object]:
    place = {
        "start_index": label.start,
        "end_index": label.end,
        "title": label.citation.label,
        "url": label.citation.url,
    }
    return {"type": "url_citation", "url_citation": place, "citation": label.citation}


def _usage(reply: Reply) -> dict[str, int]:
    given = sum(count(piece.text) for piece in reply.said)
    return {
        "prompt_tokens": reply.prompt_tokens,
        "completion_tokens": given,
        "total_tokens": reply.prompt_tokens + given,
    }
