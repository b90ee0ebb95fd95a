"""OpenAI's chat as JSON: what its clients send, and the form of what they get.

Passes over what it does not know, as OpenAI's clients expect: they send much that means nothing here.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from corpus.types import Citation
from rag.api.shapes import NUMBER, OpenAIShape
from rag.types import Answer

LONGEST = 200_000
"""Characters of one message; a question of its own may have far fewer."""
MESSAGES = 500
_Text = Annotated[str, StringConstraints(max_length=LONGEST)]
_Stop = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class ContentPart(OpenAIShape):
    """A part of a message; only text is read."""

    type: str
    text: _Text | None = None


class ChatMessage(OpenAIShape):
    """One message of the dialogue."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: _Text | list[ContentPart] | None = None

    @property
    def words(self) -> str:
        """The text of the message."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.text)
        return self.content or ""


class StreamOptions(OpenAIShape):
    """How to stream."""

    include_usage: bool | None = None


class ResponseFormat(OpenAIShape):
    """Which form the reply is to have; text is the only one."""

    type: str


class ChatRequest(OpenAIShape):
    """A dialogue to go on with: the last message of the user is the question, those before it are its history."""

    model: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    messages: list[ChatMessage] = Field(min_length=1, max_length=MESSAGES)
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    stop: _Stop | Annotated[list[_Stop], Field(max_length=4)] | None = None
    max_tokens: Annotated[int, NUMBER] | None = Field(
        default=None, description="Whole claims only: what does not fit is left out."
    )
    max_completion_tokens: Annotated[int, NUMBER] | None = None
    n: Annotated[int, NUMBER] | None = None
    response_format: ResponseFormat | None = None

    @property
    def budget(self) -> int | None:
        """Tokens that the reply may have; some programs say 0 or -1 for as many as there are."""
        given = self.max_completion_tokens or self.max_tokens
        return given if given is not None and given > 0 else None

    @property
    def stops(self) -> tuple[str, ...]:
        """Words before which the reply ends."""
        return (self.stop,) if isinstance(self.stop, str) else tuple(self.stop or ())


class UrlCitation(BaseModel):
    """OpenAI's form of a citation: where its label stands in the text, and where it leads."""

    start_index: int
    end_index: int
    title: str
    url: str


class Annotation(BaseModel):
    """A citation in OpenAI's form, with our own beside it: the object that /v1/answers gives."""

    type: Literal["url_citation"]
    url_citation: UrlCitation
    citation: Citation


class ReplyMessage(BaseModel):
    """The reply."""

    role: Literal["assistant"]
    content: str
    refusal: None
    annotations: list[Annotation]


class Choice(BaseModel):
    """The only choice: the same question has the same answer."""

    index: Literal[0]
    message: ReplyMessage
    finish_reason: Literal["stop", "length"]
    logprobs: None


class Usage(BaseModel):
    """Tokens, counted as OpenAI counts them."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class ChatCompletion(BaseModel):
    """A reply; `pinpoint` is the whole answer, as /v1/answers gives it."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    system_fingerprint: str
    choices: list[Choice]
    usage: Usage
    pinpoint: Answer
