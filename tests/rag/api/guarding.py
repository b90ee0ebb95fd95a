"""What tests of the guard share: apps to stand behind it, and a maker of clients before it."""

import asyncio
from collections.abc import Callable

from fastapi.testclient import TestClient
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from rag.api.envelope import guarded
from rag.api.guard import Rules
from rag.api.keys import KeyRing

Made = Callable[..., TestClient]
FAR = "192.0.2.1"
"""An address that others can reach."""


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that says how long the body was."""
    length, more = 0, True
    while more:
        message = await receive()
        length += len(message.get("body", b""))
        more = message.get("more_body", False)
    await PlainTextResponse(str(length))(scope, receive, send)


async def slow(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that takes its time."""
    await asyncio.sleep(0.3)
    await PlainTextResponse("late")(scope, receive, send)


async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """An app that fails in a way nobody foresaw."""
    message = "Who may visit prisoner 12?"
    raise LookupError(message)


def maker(keys: KeyRing) -> Made:
    """Makes a client of a guarded app."""

    def make(app: ASGIApp = echo, address: str = "127.0.0.1", named: str = "http://127.0.0.1", **rules: object) -> TestClient:
        around = guarded(app, Rules(**{"rate": 0, **rules}), keys)  # type: ignore[arg-type]  # fields by name
        return TestClient(around, base_url=named, client=(address, 50_000), follow_redirects=False)

    return make
