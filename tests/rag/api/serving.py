"""What tests of the API share: settings of a test's own, clients, a server that listens."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi.testclient import TestClient
from starlette.types import ASGIApp

from corpus.settings import Settings
from rag.api.serve import Server, configured

_PATIENCE = 20.0


def settings_in(folder: Path) -> Settings:
    """Settings of a test's own, without a limit on how often it may ask."""
    return Settings(data=folder, texts=None, port=0, offline=True, rate=0)


def near(app: ASGIApp) -> TestClient:
    """A client on this machine."""
    return TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000), raise_server_exceptions=False)


@contextmanager
def listening(app: ASGIApp, settings: Settings, give_up: Callable[[], object] = bool) -> Iterator[str]:
    """An app under uvicorn on a free port of loopback, by its address; `give_up` is called when it is told to stop."""
    server = Server(configured(app, settings), give_up)
    with socket.create_server(("127.0.0.1", 0)) as opened:
        thread = threading.Thread(target=server.run, args=([opened],), daemon=True)
        thread.start()
        deadline = time.monotonic() + _PATIENCE
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{opened.getsockname()[1]}"
        server.should_exit = True
        thread.join(_PATIENCE)
