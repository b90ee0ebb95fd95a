"""A model's reply in, proposed claims out: the shape that is asked for, and the strict reading of what came.

Refuses to mend: a reply that is not JSON, or not of this shape, is no draft. Believes nothing of what a claim says.
"""

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import DraftingFailed
from rag.drafting.faults import Fault

_TEXT, _QUOTE, _CLAIMS = 600, 1_000, 12
MOST = 3
"""Claims that a model is asked for at most."""

SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {
        "claims": {
            "type": "array",
            "maxItems": MOST,
            "items": {
                "type": "object",
                "properties": {
                    "passage": {"type": "integer"},
                    "quote": {"type": "string"},
                    "text": {"type": "string"},
                },
                "required": ["passage", "quote", "text"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["claims"],
    "additionalProperties": False,
}
"""Handed to the model's server. Written out, since servers that enforce a schema take a part of the language only."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Proposed(_Strict):
    """A claim as a model proposes it: one passage by its number, words copied from it, and a sentence."""

    passage: int
    quote: str = Field(max_length=_QUOTE)
    text: str = Field(min_length=1, max_length=_TEXT)


class _Reply(_Strict):
    claims: tuple[Proposed, ...] = Field(max_length=_CLAIMS, strict=False)


def read_reply(text: str) -> tuple[Proposed, ...]:
    """The claims that a reply proposes; raises DraftingFailed where it is empty, not JSON or of another shape.

    >>> read_reply('{"claims": [{"passage": 1, "quote": "lamp oil", "text": "Lamp oil is free."}]}')[0].passage
    1
    """
    if not text.strip():
        raise DraftingFailed("The model's reply is empty.", fault=Fault.EMPTY)
    try:
        return _Reply.model_validate_json(text).claims
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        if first["type"] == "json_invalid":
            raise DraftingFailed("The model's reply is not JSON.", fault=Fault.NOT_JSON) from None
        where = ".".join(map(str, first["loc"]))
        raise DraftingFailed(
            f"The model's reply has another shape: {where}: {first['msg']}.", fault=Fault.WRONG_SCHEMA
        ) from None
