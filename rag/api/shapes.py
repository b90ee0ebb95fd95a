"""Foreign JSON as it enters the API, and the few responses that are no values of ours already.

Requests refuse fields that they do not know, so that a slip is told of, not passed over; OpenAI's forms pass over what
they do not know, since their clients send much that means nothing here. Answers, passages, claims, verdicts and
citations have no shape here: their dataclasses are the contract.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StringConstraints
from pydantic_core import PydanticCustomError

from corpus.types import Citation
from rag.accept import LONGEST
from rag.text_checks import Unresolved
from rag.types import Verdict

TEXT_LONGEST = 200_000
"""Characters of a text whose references are to be found."""
CLAIM_LONGEST = 4_000
INPUT_LONGEST = 32_000
"""Characters of one input to embed; the model reads far fewer."""
INPUTS = 2_048
"""Inputs of one request to embed, as OpenAI has it."""
HISTORY = 50
"""Earlier questions of a dialogue that are taken."""

EVENT_STREAM: Mapping[str, object] = {
    "text/event-stream": {
        "schema": {
            "type": "object",
            "required": ["data"],
            "properties": {"event": {"type": "string"}, "data": {"type": "string", "contentMediaType": "application/json"}},
        }
    }
}
"""OpenAPI's description of server-sent events: each has JSON for its data."""
UNBUFFERED: Mapping[str, str] = {"x-accel-buffering": "no"}
"""Headers of a stream, for proxies between us and the reader: nothing is to be kept back."""


def _number(given: object) -> object:
    if isinstance(given, bool | str):
        kind, message = "whole_number", "Input should be a whole number, without quotation marks"
        raise PydanticCustomError(kind, message)
    return given


NUMBER = BeforeValidator(_number)
"""Of a whole number as JSON has it: 5 and 5.0, neither "5" nor true. Stands behind its bounds, which OpenAPI tells only so."""
_Question = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]
_Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class StrictRequest(BaseModel):
    """A request of our own form."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OpenAIShape(BaseModel):
    """What OpenAI's clients send."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class SearchRequest(StrictRequest):
    """What to search for."""

    query: _Question = Field(description="Words, a question or a citation, in any official language of the UN.")
    top: Annotated[int, Field(ge=1, le=50), NUMBER] = Field(default=10, description="How many passages.")


class QuestionRequest(StrictRequest):
    """A question, alone or in a dialogue."""

    question: _Question = Field(description="A question in any official language of the UN.")
    history: tuple[_Question, ...] = Field(
        default=(), max_length=HISTORY, description="The earlier questions of the dialogue, oldest first."
    )


class AnswerRequest(QuestionRequest):
    """What to answer."""

    stream: StrictBool = Field(default=False, description="Send server-sent events: passages, claim (each), answer, done.")


class CheckRequest(StrictRequest):
    """A claim and what it cites, by instrument id or by symbol."""

    claim: Annotated[str, StringConstraints(min_length=1, max_length=CLAIM_LONGEST)]
    instrument: _Name | None = Field(default=None, description="An id of GET /v1/instruments.")
    symbol: _Name | None = Field(default=None, description="A UN symbol, instead of `instrument`.")
    locator: _Name = Field(description="Such as 45(1), 43(1)(b), 8.2(b) or pp12.")


class CheckResponse(BaseModel):
    """The verdict on a claim."""

    verdict: Verdict


class CiteRequest(StrictRequest):
    """A text with references in it."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=TEXT_LONGEST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationInText(Citation):  # a citation's own fields with two more: the design's JSON has them flat
    """A citation with the place in the text that it was read from, in code points, end exclusive."""

    text_start: int
    text_end: int


class CiteResponse(BaseModel):
    """All references of a text, in its order."""

    citations: list[CitationInText]
    unresolved: list[Unresolved]


class EmbeddingRequest(OpenAIShape):
    """OpenAI's form; lists of token ids are refused by the route, with a reason."""

    model: _Name
    input: str | list[str] | list[int] | list[list[int]]
    encoding_format: Literal["float", "base64"] = "float"
    dimensions: Annotated[int, Field(ge=1), NUMBER] | None = None
    user: str | None = Field(default=None, max_length=500)
    input_type: Literal["query", "passage"] = Field(
        default="passage", description="`query` for what is searched with, `passage` for what is to be found."
    )


class EmbeddingObject(BaseModel):
    """One vector: a list of numbers, or base64 of little-endian 32-bit floats."""

    object: Literal["embedding"] = "embedding"
    index: int
    embedding: list[float] | str


class EmbeddingUsage(BaseModel):
    """Tokens that the embedder read, its own marks and prefix included."""

    prompt_tokens: int
    total_tokens: int


class EmbeddingResponse(BaseModel):
    """OpenAI's form."""

    object: Literal["list"] = "list"
    data: list[EmbeddingObject]
    model: str
    usage: EmbeddingUsage


class ProblemDetail(BaseModel):
    """What failed, with which value, and what to try next."""

    type: str
    message: str
    hint: str


class Problem(BaseModel):
    """An error."""

    error: ProblemDetail


class OpenAIProblemDetail(BaseModel):
    """What failed, as OpenAI's clients read it."""

    message: str
    type: str
    param: str | None
    code: str | None


class OpenAIProblem(BaseModel):
    """An error in OpenAI's form."""

    error: OpenAIProblemDetail
