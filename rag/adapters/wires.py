"""Three ways of speaking to a language model's server: what is sent, and how a line of its reply reads.

OpenAI's chat completions, Ollama's chat, Anthropic's messages; each asks for JSON of one schema, streamed. Refuses to
guess: a line that is not of the server's own form ends the reply.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from corpus.errors import DraftingFailed
from rag.drafting.faults import Fault
from rag.drafting.schema import SCHEMA

_NAME = "draft"
Json = Mapping[str, object]
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What any server is asked: `room` tokens for the prompt, `most` for the reply."""

    model: str
    system: str
    data: str
    room: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one line brought: some text, and how the reply ended, where it did (`stop`, or why it was cut off)."""

    text: str = ""
    ended: str = ""


class Wire(Protocol):
    """One way of speaking; `home` is the address where it is spoken unless another is given, or empty."""

    home: str
    path: str

    def headers(self, key: str) -> Mapping[str, str]:
        """How the key is shown."""
        ...

    def body(self, ask: Ask) -> Json:
        """The request."""
        ...

    def read(self, line: str) -> Piece:
        """A line of the reply; raises DraftingFailed for one that is not of this form or tells of an error."""
        ...


class _Delta(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _Chunk(BaseModel):
    choices: tuple[_Choice, ...] = ()
    error: object = None


class OpenAiWire:
    """`POST /v1/chat/completions` with `response_format`, as OpenAI, vLLM, llama.cpp, LM Studio and others take it."""

    home = ""
    path = "/chat/completions"

    def headers(self, key: str) -> Mapping[str, str]:
        """A bearer's token."""
        return {"Authorization": f"Bearer {key}"} if key else {}

    def body(self, ask: Ask) -> Json:
        """Messages, and the schema as a response format."""
        return {
            "model": ask.model,
            "messages": [{"role": "system", "content": ask.system}, {"role": "user", "content": ask.data}],
            "response_format": {"type": "json_schema", "json_schema": {"name": _NAME, "strict": True, "schema": SCHEMA}},
            "max_tokens": ask.most,
            "temperature": 0,
            "stream": True,
        }

    def read(self, line: str) -> Piece:
        """A server-sent event with a chunk."""
        data = _event(line)
        if not data or data == "[DONE]":
            return Piece()
        chunk = _parsed(_Chunk, data)
        if chunk.error is not None:
            raise _told(chunk.error)
        choice = next(iter(chunk.choices), _Choice())
        return Piece(text=choice.delta.content or "", ended=choice.finish_reason or "")


class _Message(BaseModel):
    content: str = ""


class _Turn(BaseModel):
    message: _Message = _Message()
    done: bool = False
    done_reason: str = "stop"
    error: object = None


class OllamaWire:
    """`POST /api/chat` with `format`."""

    home = "http://127.0.0.1:11434"
    path = "/api/chat"

    def headers(self, key: str) -> Mapping[str, str]:
        """A bearer's token, where a proxy before Ollama wants one."""
        return {"Authorization": f"Bearer {key}"} if key else {}

    def body(self, ask: Ask) -> Json:
        """Messages, the schema as a format, and room for both: Ollama's own default cuts prompts silently."""
        return {
            "model": ask.model,
            "messages": [{"role": "system", "content": ask.system}, {"role": "user", "content": ask.data}],
            "format": SCHEMA,
            "options": {"temperature": 0, "seed": 1, "num_predict": ask.most, "num_ctx": 2 * ask.room + ask.most},
            "stream": True,
        }

    def read(self, line: str) -> Piece:
        """A line of JSON."""
        if not line.strip():
            return Piece()
        turn = _parsed(_Turn, line)
        if turn.error is not None:
            raise _told(turn.error)
        return Piece(text=turn.message.content, ended=turn.done_reason if turn.done else "")


class _Part(BaseModel):
    partial_json: str = ""
    stop_reason: str | None = None


class _AnthropicEvent(BaseModel):
    type: str
    delta: _Part = _Part()
    error: object = None


class AnthropicWire:
    """`POST /v1/messages` with one tool that must be used, whose input is the draft."""

    home = "https://api.anthropic.com"
    path = "/v1/messages"

    def headers(self, key: str) -> Mapping[str, str]:
        """The key, and the version of the form."""
        return {"x-api-key": key, "anthropic-version": "2023-06-01"}

    def body(self, ask: Ask) -> Json:
        """Messages, and the schema as the tool's input."""
        return {
            "model": ask.model,
            "system": ask.system,
            "messages": [{"role": "user", "content": ask.data}],
            "tools": [{"name": _NAME, "description": "Hands the drafted claims over.", "input_schema": SCHEMA}],
            "tool_choice": {"type": "tool", "name": _NAME},
            "max_tokens": ask.most,
            "stream": True,
        }

    def read(self, line: str) -> Piece:
        """A server-sent event; the reply ends with the reason why it stopped."""
        data = _event(line)
        if not data:
            return Piece()
        event = _parsed(_AnthropicEvent, data)
        if event.type == "error":
            raise _told(event.error)
        reason = event.delta.stop_reason or ""
        return Piece(text=event.delta.partial_json, ended="stop" if reason == "tool_use" else reason)


WIRES: Mapping[str, Wire] = {"openai-like": OpenAiWire(), "ollama": OllamaWire(), "anthropic": AnthropicWire()}
"""By the name that PINPOINT_LLM takes."""


def _event(line: str) -> str:
    """What a line of server-sent events carries; other fields of an event and its comments carry nothing here."""
    field, _, data = line.partition(":")
    if field not in ("", "data", "event", "id", "retry"):
        raise DraftingFailed(f"The model's server does not stream events: {line[:40]!r}.", fault=Fault.BROKEN)
    return data.strip() if field == "data" else ""


def _parsed(shape: type[M], data: str) -> M:
    try:
        return shape.model_validate_json(data)
    except ValidationError:
        raise DraftingFailed(f"The model's server speaks another form: {data[:40]!r}.", fault=Fault.BROKEN) from None


def _told(error: object) -> DraftingFailed:
    return DraftingFailed(f"The model's server broke off: {str(error)[:200]!r}.", fault=Fault.BROKEN, again=True)
