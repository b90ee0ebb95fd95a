"""A model's server on the loopback address that replies as a test tells it to, and remembers what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Way = Callable[[BaseHTTPRequestHandler], None]
"""Sends one reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stub:
    """A running server; `ways` are taken one a request, the last one again and again."""

    url: str
    ways: list[Way]
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serving() -> Iterator[Stub]:
    """A server until the test ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    stub = Stub(url=f"http://127.0.0.1:{server.server_address[1]}", ways=[])
    server.stub = stub  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield stub
    server.shutdown()
    thread.join()
    server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        stub: Stub = self.server.stub  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        stub.asked.append(json.loads(body) | {"path": self.path})
        stub.headers.append({name.lower(): value for name, value in self.headers.items()})
        way = stub.ways.pop(0) if len(stub.ways) > 1 else stub.ways[0]
        try:
            way(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the client had enough, as it should

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


def send(handler: BaseHTTPRequestHandler, blocks: Sequence[bytes] | Iterator[bytes], status: int = 200, **headers: str) -> None:
    """A status and a body that ends with the connection."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    for block in blocks:
        handler.wfile.write(block)
        handler.wfile.flush()
    handler.close_connection = True


def chunk(text: str, finish: str | None = None) -> bytes:
    """One event of OpenAI's stream."""
    return b"data: " + json.dumps({"choices": [{"delta": {"content": text}, "finish_reason": finish}]}).encode() + b"\n\n"


def says(text: str, finish: str | None = "stop", pieces: int = 3) -> Way:
    """A stream that says a text in a few pieces and ends."""
    size = max(1, -(-len(text) // pieces))
    events = [chunk(text[start : start + size]) for start in range(0, len(text), size)]
    ending = [chunk("", finish), b"data: [DONE]\n\n"] if finish else []
    return lambda handler: send(handler, [*events, *ending], content_type="text/event-stream")


def proposes(*claims: tuple[int, str, str]) -> Way:
    """A well-behaved reply with claims: passage, quote, text."""
    rows = [{"passage": passage, "quote": quote, "text": text} for passage, quote, text in claims]
    return says(json.dumps({"claims": rows}, ensure_ascii=False))


def fails(status: int, **headers: str) -> Way:
    """An error with its status."""
    return lambda handler: send(handler, [b'{"error": {"message": "not now"}}'], status, **headers)
