"""What every response is put into: a request id, headers that keep browsers careful, one line in the log.

Stands outside everything else, so that a refusal is dressed and counted like an answer. Refuses to pass on a request id
that is not plain letters.
"""

import re
import time
import uuid
from collections.abc import Callable
from http import HTTPStatus

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import PinpointError
from rag.api.failures import failure_response
from rag.api.guard import Guard, Rules
from rag.api.keys import KeyRing
from rag.api.logs import log

Watch = Callable[[str, str, int, float], None]
"""Takes method, route, status and seconds of a finished request."""
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "content-security-policy": "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
}
_UNMATCHED = "none"
_QUIET = frozenset({"", "/_stcore/health", "/_stcore/host-config", "/healthz", "/readyz"})
"""Routes that are not logged while all is well: the chat page's own files, dozens a visit, and what machines ask all day."""


def guarded(app: ASGIApp, rules: Rules, keys: KeyRing, watch: Watch | None = None) -> ASGIApp:
    """An app with all that has to stand around it before anybody may reach it."""
    inner: ASGIApp = Guard(app, rules, keys)
    if rules.origins:
        inner = CORSMiddleware(
            inner,
            allow_origins=rules.origins,
            allow_methods=["GET", "POST"],
            allow_headers=["authorization", "content-type", "x-request-id"],
            expose_headers=["x-request-id", "retry-after", "link"],
        )
    return Envelope(inner, watch)


class Envelope:
    """The outermost ASGI app."""

    def __init__(self, app: ASGIApp, watch: Watch | None) -> None:
        self._app = app
        self._watch = watch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the module."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 0
        given = Headers(scope=scope).get("x-request-id", "")
        number = given if _ID.fullmatch(given) else uuid.uuid4().hex

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _dress(MutableHeaders(scope=message), number, scope["path"])
            await send(message)

        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=number)
        try:
            await self._app(scope, receive, sending)
        except Exception:  # noqa: BLE001 - nothing that was not foreseen may end the server or leave a caller without a word
            log.error("failed", exc_info=True)
            if not status:
                await failure_response(_failed(number), scope["path"])(scope, receive, sending)
        finally:
            self._tell(scope, status, time.perf_counter() - begun)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        """One line of the log, with the route's pattern in place of the address: that may hold anything. All are counted."""
        route = str(getattr(scope.get("route"), "path", _UNMATCHED))
        address = scope["client"][0] if scope.get("client") else ""
        key = scope.get("state", {}).get("key", "")
        if status >= HTTPStatus.BAD_REQUEST or route not in _QUIET:
            ms = round(seconds * 1000, 1)
            log.info("request", method=scope["method"], route=route, status=status, ms=ms, key=key, address=address)
        if self._watch is not None:
            self._watch(scope["method"], route, status, seconds)


def _dress(headers: MutableHeaders, number: str, path: str) -> None:
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    if path.startswith("/v1/"):
        headers.setdefault("cache-control", "no-store")
    headers["x-request-id"] = number


def _failed(number: str) -> PinpointError:
    return PinpointError("Something failed that was not foreseen.", hint=f"The server's log tells of it under {number}.")
