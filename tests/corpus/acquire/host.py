"""A document host on the loopback address that answers as a test tells it to, and remembers what it was asked."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer: `cut` bytes of the body are sent and then the connection is closed; `drip` seconds before each byte.

    With `resumes`, a Range whose If-Range is the ETag is honoured, and an If-None-Match that is the ETag gets a 304.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str = ""
    cut: int | None = None
    wait: float = 0.0
    drip: float = 0.0
    resumes: bool = True
    declares_length: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]


class Host:
    """What the host says to each path: replies in turn, the last for ever; 404 for paths without any."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self._replies: dict[str, list[Reply]] = {}

    def says(self, path: str, *replies: Reply) -> None:
        """Answer requests for a path so."""
        self._replies[path] = list(replies)

    def reply(self, asked: Asked) -> Reply:
        """The next reply to a path."""
        self.asked.append(asked)
        replies = self._replies.get(asked.path) or [Reply(status=404)]
        return replies.pop(0) if len(replies) > 1 else replies[0]


@contextmanager
def running() -> Iterator[Host]:
    """A host that listens until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = False
    host = _Handler.hosts[server.server_port] = Host(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield host
    finally:
        host.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
        del _Handler.hosts[server.server_port]


class _Handler(BaseHTTPRequestHandler):
    """Sends what the host of its port says."""

    protocol_version = "HTTP/1.1"
    hosts: dict[int, Host] = {}  # noqa: RUF012 - the server makes handlers itself, so that they share by their class

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name of the base class
        """Keep quiet."""

    def _answer(self) -> None:
        host = self.hosts[self.server.server_address[1]]  # type: ignore[index] # an (address, port) pair for TCP
        reply = host.reply(Asked(method=self.command, path=self.path, headers=dict(self.headers)))
        self.close_connection = True
        if host.closing.wait(reply.wait):
            return
        try:
            self._send(reply, host)
        except (BrokenPipeError, ConnectionResetError):
            return

    def _send(self, reply: Reply, host: Host) -> None:
        """Headers, then as much of the body as the reply says."""
        body, status, more = reply.body, reply.status, dict(reply.headers)
        start = self._start(reply)
        if reply.etag:
            more["ETag"] = reply.etag
            if reply.resumes and self.headers.get("If-None-Match") == reply.etag:
                body, status = b"", 304
        if start:
            more["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            body, status = body[start:], 206
        self.send_response(status)
        if reply.declares_length and status != 304:
            more["Content-Length"] = str(len(body))
        for name, value in (more | {"Connection": "close"}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self._send_body(body[: reply.cut], reply.drip, host)

    def _send_body(self, body: bytes, drip: float, host: Host) -> None:
        if not drip:
            self.wfile.write(body)
            return
        for byte in body:
            if host.closing.wait(drip):
                return
            self.wfile.write(bytes([byte]))

    def _start(self, reply: Reply) -> int:
        """Where the rest begins that is asked for, or 0."""
        asked = self.headers.get("Range", "")
        if not (reply.resumes and reply.status == 200 and self.headers.get("If-Range") == reply.etag):
            return 0
        return int(asked.removeprefix("bytes=").removesuffix("-") or 0)
