"""Takes the pictures of a provision's page, all of the sample instrument: `.venv/bin/python -m docs.pictures.pages`.

Starts the API on a data folder of its own and drives Debian's chromium. Refuses to show anything but the sample.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import httpx
from playwright.sync_api import Browser, sync_playwright

from docs.pictures.take import ARGUMENTS, CHROMIUM, PICTURES, ROOT

_TRIES = 240
PRINTED = 718
"""The width of an A4 sheet between the margins of the style sheet, in the pixels of a browser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A page as it is shown: where, how wide, on what."""

    name: str
    path: str
    width: int
    medium: Literal["screen", "print"] = "screen"
    locale: str = "en-GB"
    dark: bool = False


SERIES = (
    Shot(name="page", path="/p/sample-rules/4(b)", width=1180),
    Shot(name="page-print", path="/p/sample-rules/4(b)", width=PRINTED, medium="print"),
    Shot(name="page-phone", path="/p/sample-rules/4(b)", width=390),
    Shot(name="page-phone-zh", path="/p/sample-rules/5", width=390, locale="zh-CN", dark=True),
)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the API over the sample instrument, its data in `folder`."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PINPOINT_")}
    environment |= {"PINPOINT_DATA": str(folder), "PINPOINT_OFFLINE": "1"}
    command = [sys.executable, "-m", "rag", "serve", "--scope", "sample", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own
        try:
            _await_ready(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def _await_ready(address: str) -> None:
    for _ in range(_TRIES):
        with suppress(httpx.TransportError):
            if httpx.get(f"{address}/readyz").status_code == httpx.codes.OK:
                return
        time.sleep(0.5)
    message = f"{address} is not ready"
    raise TimeoutError(message)


def take(browser: Browser, address: str, shot: Shot, folder: Path) -> None:
    """Take one picture, as long as the page is."""
    scheme: Literal["dark", "light"] = "dark" if shot.dark else "light"
    context = browser.new_context(locale=shot.locale, color_scheme=scheme, viewport={"width": shot.width, "height": 400})
    page = context.new_page()
    page.emulate_media(media=shot.medium)
    page.goto(f"{address}{shot.path}")
    page.screenshot(path=folder / f"{shot.name}.png", full_page=True)
    context.close()


def main() -> None:
    """Take the whole series."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for shot in SERIES:
            take(browser, address, shot, PICTURES)
        browser.close()


if __name__ == "__main__":
    main()
