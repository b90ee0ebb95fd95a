"""The program over the sample instrument, served for whoever looks at it with a browser: pictures and tests.

Everything is in a data folder of its own; no variable of the caller's reaches it.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

PICTURES = Path(__file__).resolve().parent
ROOT = PICTURES.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
BOX = "[data-testid=stChatInputTextArea]:not([disabled])"
ANSWER = "[data-testid=stChatMessage]"


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def served(folder: Path, port: int = 0, scope: str = "sample", *, ui: bool = True) -> Iterator[str]:
    """The address of the program over the sample or another scope, its data in `folder`; ends the server afterwards.

    Without `ui` the API alone is served.
    """
    port = port or free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PINPOINT_")}
    environment |= {"PINPOINT_DATA": str(folder / "data"), "PINPOINT_OFFLINE": "1", "PINPOINT_RATE": "0"}
    command = [sys.executable, "-m", "rag", "serve", *(["--ui"] if ui else []), "--scope", scope, "--port", str(port)]
    with (
        (folder / "log").open("ab") as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as server,  # noqa: S603 - our own page
    ):
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def ready(address: str) -> str:
    """The same address, once its index is open; the first time the embedder is converted and everything embedded."""
    _wait_for(f"{address}/readyz")
    return address


def _wait_for(address: str) -> None:
    for _ in range(1_200):
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - http on a loopback address
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    message = f"{address} does not answer"
    raise TimeoutError(message)
