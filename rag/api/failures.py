"""Errors in, JSON out: one shape for ours, OpenAI's shape where OpenAI's clients ask.

    {"error": {"type", "message", "hint"}}              everywhere
    {"error": {"message", "type", "param", "code"}}     /v1/embeddings, /v1/chat/completions

Refuses to tell what was not foreseen: that goes to the log, and the caller learns only that it happened.
"""

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from corpus import errors
from corpus.errors import PinpointError, ServiceError, UsageError
from rag.api.shapes import OpenAIProblem, Problem

OPENAI_PATHS = frozenset(("/v1/embeddings", "/v1/chat/completions"))
"""Routes that OpenAI's clients call; `rag.api.models` lists what there is and cannot fail in a way of its own."""
STATUS: Mapping[type[PinpointError], int] = {
    errors.UnknownInstrument: 404,
    errors.UnknownProvision: 404,
    errors.UnknownModel: 404,
    errors.NotAllowed: 401,
    errors.ForeignOrigin: 403,
    errors.TooLarge: 413,
    errors.TooManyRequests: 429,
    errors.NotReady: 503,
    errors.Overloaded: 503,
    UsageError: 400,
    PinpointError: 500,
}
"""The nearest class of an error's line of descent decides."""
_OPENAI_TYPES = {401: "authentication_error", 429: "rate_limit_error", 500: "server_error", 503: "server_error"}
_UNFORESEEN = ("unforeseen", "Something went wrong that nobody foresaw; it has been logged.", "Try again.")
_RETRY_AFTER = 2
"""Seconds after which to ask again where nobody knows better."""


def failure_response(error: PinpointError, path: str) -> Response:
    """The response that tells of an error, in the shape that callers of `path` expect."""
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    headers = {}
    if isinstance(error, ServiceError) and (status in (429, 503) or error.retry_after):
        headers["Retry-After"] = str(error.retry_after or _RETRY_AFTER)
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return _response(path, status, _name(type(error).__name__), error.message, error.hint, headers=headers)


def problem(error: Exception) -> dict[str, dict[str, str]]:
    """An error as an object, where a status was sent already; of one that was not foreseen only that it happened."""
    if isinstance(error, PinpointError):
        return _problem(_name(type(error).__name__), error.message, error.hint)
    return _problem(*_UNFORESEEN)


def failures(*statuses: int, path: str = "") -> dict[int | str, dict[str, object]]:
    """For OpenAPI: the error responses of a route, those that any route may give among them."""
    model = OpenAIProblem if path in OPENAI_PATHS else Problem
    every = (401, 403, 413, 422, 429, 500, 503) if statuses else (401, 403, 429, 500, 503)
    return {one: {"model": model, "description": HTTPStatus(one).phrase} for one in sorted({*every, *statuses})}


def handle_failures(app: FastAPI) -> None:
    """Make an app tell of every error in these shapes."""
    app.add_exception_handler(PinpointError, _foreseen)
    app.add_exception_handler(RequestValidationError, _misshapen)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _unforeseen)


def _foreseen(request: Request, error: Exception) -> Response:
    assert isinstance(error, PinpointError)  # noqa: S101 - starlette hands over what was registered
    return failure_response(error, request.url.path)


def _misshapen(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - starlette hands over what was registered
    path = request.url.path
    told = "; ".join(f"{_place(one['loc'])}: {one['msg']}" for one in error.errors()[:5])
    place = _place(error.errors()[0]["loc"])
    status = 400 if path in OPENAI_PATHS else 422
    hint = f"GET /openapi.json tells what {path} takes."
    if request.method == "POST" and "json" not in request.headers.get("content-type", ""):
        hint = "Send JSON, with the header Content-Type: application/json."
    return _response(path, status, "bad_request", f"{told}.", hint, param=place)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - starlette hands over what was registered
    path, status = request.url.path, error.status_code
    hint = "GET /openapi.json lists the routes." if status in (404, 405) else ""
    message = f"{request.method} {path}: {error.detail}."
    return _response(path, status, _name(HTTPStatus(status).name), message, hint, headers=error.headers)


def _unforeseen(request: Request, _: Exception) -> Response:
    """Starlette raises the error again once this is sent, so that the server logs it."""
    return _response(request.url.path, 500, *_UNFORESEEN)


def _response(
    path: str,
    status: int,
    kind: str,
    message: str,
    hint: str,
    *,
    param: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    if path in OPENAI_PATHS:
        told = f"{message} {hint}".strip()
        name = _OPENAI_TYPES.get(status, "invalid_request_error")
        body = orjson.dumps({"error": {"message": told, "type": name, "param": param, "code": kind}})
    else:
        body = orjson.dumps(_problem(kind, message, hint))
    return Response(body, status, headers, "application/json")


def _problem(kind: str, message: str, hint: str) -> dict[str, dict[str, str]]:
    return {"error": {"type": kind, "message": message, "hint": hint}}


def _place(location: Sequence[int | str]) -> str:
    return ".".join(str(part) for part in location if part != "body") or "body"


def _name(words: str) -> str:
    """The name of an error as JSON has it.

    >>> _name("UnknownProvision"), _name("NOT_FOUND")
    ('unknown_provision', 'not_found')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", words).lower()
