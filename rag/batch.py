"""Batches: one JSON object a line in, one a line out, in order.

Foreign JSON enters here and is checked by pydantic. A bad line gives an error object and the rest goes on.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import PinpointError


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)
    id: str | int


class AskLine(_Line):
    """A question, with the earlier questions of its dialogue."""

    question: str
    history: tuple[str, ...] = Field(default=(), strict=False)


class SearchLine(_Line):
    """A query."""

    query: str


class CheckLine(_Line):
    """A claim and what it cites, by instrument id or by symbol."""

    claim: str
    instrument: str | None = None
    symbol: str | None = None
    locator: str


class CiteLine(_Line):
    """A text whose citations are to be found."""

    text: str


L = TypeVar("L", bound=_Line)


def run_batch(lines: Iterable[bytes], shape: type[L], answer: Callable[[L], object]) -> Iterator[tuple[bytes, bool]]:
    """For each line its JSON answer, and whether the line was good; blank lines are passed over."""
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            yield _one(raw, number, shape, answer)


def _one(raw: bytes, number: int, shape: type[L], answer: Callable[[L], object]) -> tuple[bytes, bool]:
    name = None
    try:
        loaded = orjson.loads(raw)
        name = loaded.get("id") if isinstance(loaded, dict) else None
        line = shape.model_validate(loaded)
        given = orjson.loads(orjson.dumps(answer(line)))
        return orjson.dumps({"id": line.id, **given}), True
    except (orjson.JSONDecodeError, ValidationError, PinpointError) as error:
        return orjson.dumps({"id": name, "line": number, "error": _told(error)}), False


def _told(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
    return str(error)
