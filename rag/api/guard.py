"""What stands before every route, the chat page's too: who asks, how often, how much, and how many at a time.

A key is needed unless the server listens on loopback, the caller is on it and names it so: a page of a stranger that
points its own name at this machine gets nothing. Refuses at once, saying when to come again; never lets a request hang.
"""

import asyncio
import math
import re
from collections.abc import Awaitable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import ForeignOrigin, NotAllowed, Overloaded, ServiceError, TooLarge, TooManyRequests
from corpus.settings import Settings
from rag.api.failures import failure_response
from rag.api.keys import KeyRing
from rag.api.limits import Buckets, caller_of, is_loopback
from rag.api.signin import SIGN_IN, SignIn

_OPEN = frozenset({"/healthz", "/readyz"})
"""Asked by machines that watch machines: without a key, and never turned away."""
_PATIENT = frozenset({*_OPEN, "/metrics"})
_COUNTED = ("/v1/", "/p/", "/a/", SIGN_IN)
"""Paths with work behind them; the chat page loads dozens of small files at once, and those are not counted."""
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers of proxies: whoever asks through one is not on this machine."""
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(?::[0-9]{1,5})?")
_WRONG_KEY = 20.0
"""What a wrong key costs, in requests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How far requests may go: `rate` a minute for each caller, `body` bytes, `inside` at a time, `patience` seconds."""

    host: str = "127.0.0.1"
    origins: tuple[str, ...] = ()
    rate: int = 1200
    body: int = 2 * 1024 * 1024
    inside: int = 128
    patience: float = 60.0

    @classmethod
    def of(cls, settings: Settings) -> "Rules":
        """As the settings have it."""
        return cls(host=settings.host, origins=settings.origins, rate=settings.rate)


class Guard:
    """An ASGI app around another."""

    def __init__(self, app: ASGIApp, rules: Rules, keys: KeyRing) -> None:
        self._app = app
        self._rules = rules
        self._keys = keys
        self._buckets = Buckets(rules.rate)
        self._sign_in = SignIn(keys)
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the module."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        if scope["type"] == "websocket":
            await (self._app(scope, receive, send) if refused is None else send({"type": "websocket.close", "code": 1008}))
        elif refused is not None:
            await _answer(refused, scope, headers)(scope, receive, send)
        elif scope["path"] == SIGN_IN:
            await self._within(self._sign_in, scope, receive, send)
        else:
            await self._within(self._app, scope, receive, send)

    def _refused(self, scope: Scope, headers: Headers) -> ServiceError | None:
        """Why a request is turned away before its body is read, or None."""
        if scope["path"] in _OPEN:
            return None
        if _is_foreign(headers, self._rules.origins):
            return _foreign()
        address = scope["client"][0] if scope.get("client") else ""
        key = self._holder(scope, headers)
        scope.setdefault("state", {})["key"] = key or ""
        barred = key is None and scope["path"] != SIGN_IN and self._needs_key(address, headers)
        sent = "authorization" in headers
        cost = _cost(scope) if not barred else _WRONG_KEY if sent else 1.0
        wait = self._buckets.take(f"key {key}" if key else caller_of(address), cost) if cost else 0.0
        if wait:
            return _too_many(wait)
        return _no_key(sent=sent) if barred else None

    def _needs_key(self, address: str, headers: Headers) -> bool:
        """Whether anything about a request is not of this machine itself."""
        named = _HOST.fullmatch(headers.get("host", ""))
        near = is_loopback(self._rules.host) and is_loopback(address) and not any(name in headers for name in _PASSED_ON)
        return not (near and named is not None and is_loopback(named["name"]))

    def _holder(self, scope: Scope, headers: Headers) -> str | None:
        """The id of the key that a request carries, by header or by a signed-in browser's cookie."""
        way, _, text = headers.get("authorization", "").partition(" ")
        held = self._keys.holder(text.strip()) if way.lower() == "bearer" else None
        return held.id if held else self._sign_in.holder(scope)

    async def _within(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request within the limits of room, size and time."""
        if scope["path"] in _PATIENT:
            await app(scope, receive, send)
            return
        if self._inside >= self._rules.inside:
            await _answer(_busy(), scope)(scope, receive, send)
            return
        self._inside += 1
        try:
            await self._timed(app, scope, receive, send)
        finally:
            self._inside -= 1

    async def _timed(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        refusal: ServiceError | None = None
        try:
            async with asyncio.timeout(self._rules.patience):
                whole = await _whole(scope, receive, self._rules.body)
                if isinstance(whole, TooLarge):
                    refusal = whole
                else:
                    await app(scope, whole, sending)
        except TimeoutError:
            refusal = _late(self._rules.patience)
        if refusal is not None and not begun:
            await _answer(refusal, scope)(scope, receive, send)


def _cost(scope: Scope) -> float:
    """What a request costs its caller: nothing where no work is behind it, much where a key is tried."""
    if scope["path"] == SIGN_IN and scope.get("method") == "POST":
        return _WRONG_KEY
    return 1.0 if scope["path"].startswith(_COUNTED) or scope["type"] == "websocket" else 0.0


async def _whole(scope: Scope, receive: Receive, most: int) -> Receive | TooLarge:
    """A way to receive a body that has come whole, or why it is not taken."""
    if scope["method"] in ("GET", "HEAD", "OPTIONS"):
        return receive
    length = Headers(scope=scope).get("content-length", "")
    if length.isdigit() and int(length) > most:
        return _too_large(most)
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return _once(message, receive)
        body += message.get("body", b"")
        if len(body) > most:
            return _too_large(most)
        if not message.get("more_body", False):
            return _once({"type": "http.request", "body": bytes(body), "more_body": False}, receive)


def _once(first: MutableMapping[str, Any], then: Receive) -> Receive:
    """Give a message that was received already, afterwards what comes."""
    waiting = [first]

    def receiving() -> Awaitable[Message]:
        return _given(waiting.pop()) if waiting else then()

    return receiving


async def _given(message: Message) -> Message:
    return message


def _answer(refusal: ServiceError, scope: Scope, headers: Headers | None = None) -> Response:
    """A refusal as a response; a browser without a key is led to the page where it can give one."""
    wanted = headers.get("accept", "") if headers else ""
    if isinstance(refusal, NotAllowed) and scope["method"] == "GET" and "text/html" in wanted:
        return RedirectResponse(f"{SIGN_IN}?to={quote(scope['path'])}", status_code=303)
    return failure_response(refusal, scope["path"])


def _is_foreign(headers: Headers, allowed: tuple[str, ...]) -> bool:
    """Whether a page of another site sent a request, and that site is not allowed."""
    origin = headers.get("origin")
    if origin is None or origin in allowed or "*" in allowed:
        return False
    return origin.partition("://")[2].lower() != headers.get("host", "").lower()


def _too_many(wait: float) -> TooManyRequests:
    seconds = max(1, math.ceil(wait))
    return TooManyRequests(
        "This key or address has asked too often.",
        hint=f"Ask again in {seconds} s. The operator sets how many a minute may come: PINPOINT_RATE.",
        retry_after=seconds,
    )


def _too_large(most: int) -> TooLarge:
    return TooLarge(f"The request is larger than {most:,} bytes.", hint="Send less at a time.")


def _no_key(*, sent: bool) -> NotAllowed:
    return NotAllowed(
        "The key is not one in use here." if sent else "From another machine a key is needed.",
        hint="Send it as Authorization: Bearer KEY. The operator makes one: python -m rag key create NAME",
    )


def _foreign() -> ForeignOrigin:
    return ForeignOrigin(
        "Pages of other sites may not ask here.",
        hint="The operator allows a site: PINPOINT_ALLOWED_ORIGINS=https://site.example",
    )


def _busy() -> Overloaded:
    return Overloaded("Too many requests are waiting.", hint="Ask again in a second.", retry_after=1)


def _late(patience: float) -> Overloaded:
    return Overloaded(f"Nothing was ready after {patience:.0f} seconds.", hint="Ask again in a while.", retry_after=5)
