"""Pages and services of other origins for the widget's tests, each on a port of loopback of its own."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import orjson


@dataclass(slots=True, kw_only=True)
class Site:
    """What a site gives: one page to whoever reads, one reply in pieces to whoever asks."""

    html: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pieces: Sequence[bytes] = ()
    pause: float = 0.0
    asked: list[dict[str, object]] = field(default_factory=list)
    origin: str = ""


class Handler(BaseHTTPRequestHandler):
    """Serves a site."""

    def __init__(self, *rest: object, site: Site) -> None:
        self._site = site
        super().__init__(*rest)  # type: ignore[arg-type]  # what http.server hands over

    def do_GET(self) -> None:
        """The page."""
        self._reply(200, {"Content-Type": "text/html; charset=utf-8"}, [self._site.html.encode()])

    def do_OPTIONS(self) -> None:
        """Every page may ask."""
        self._reply(204, {"Access-Control-Allow-Headers": "content-type, authorization"}, [])

    def do_POST(self) -> None:
        """The reply."""
        self._site.asked.append(orjson.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        headers = {"Content-Type": "text/event-stream", "Access-Control-Expose-Headers": "retry-after", **self._site.headers}
        self._reply(self._site.status, headers, self._site.pieces)

    def _reply(self, status: int, headers: dict[str, str], pieces: Sequence[bytes]) -> None:
        self.send_response(status)
        for name, value in {"Access-Control-Allow-Origin": "*", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(self._site.pause)
        except OSError:
            return  # whoever asked has left

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def opened(site: Site) -> Iterator[Site]:
    """A site that is served, its origin filled in."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site=site)) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        site.origin = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield site
        finally:
            server.shutdown()
            thread.join(5)
