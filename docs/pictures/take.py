"""Takes the pictures of the chat page, all of the sample instrument: `.venv/bin/python -m docs.pictures.take`.

Starts the page on a data folder of its own and drives Debian's chromium. Refuses to show anything but the sample.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).resolve().parent
ROOT = PICTURES.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
BOX = "[data-testid=stChatInputTextArea]:not([disabled])"
ANSWER = "[data-testid=stChatMessage]"
_SETTLED = 1_500
"""Milliseconds after which nothing on the page moves any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is asked in front of the camera, and which chip is clicked on afterwards; neither, and it is the first page."""

    name: str
    question: str = ""
    chip: str = ""
    chinese: bool = False
    dark: bool = False
    phone: bool = False


SERIES = (
    Picture(name="first"),
    Picture(name="chat", question="What does rule 5 of the Skerry Rules say?"),
    Picture(name="provision", question="What does rule 4 of the Skerry Rules say?", chip="Skerry Rules, rule 4 (a)"),
    Picture(name="refusal", question="What does rule 99 of the Skerry Rules say?"),
    Picture(name="dark", question="What does rule 5 of the Skerry Rules say?", dark=True),
    Picture(name="phone-zh", question="礁石规则第5条说了什么？", chinese=True, phone=True),
    Picture(name="phone-provision", question="Skerry Rules, rule 4", chip="Skerry Rules, rule 4 (a)", dark=True, phone=True),
)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the chat page over the sample instrument, its data in `folder`."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PINPOINT_")}
    environment |= {"PINPOINT_DATA": str(folder / "data"), "PINPOINT_SCOPE": "sample", "PINPOINT_OFFLINE": "1"}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address=127.0.0.1", f"--server.port={port}"]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as server,  # noqa: S603 - our own page
    ):
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - http on a loopback address
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    message = f"{address} does not answer"
    raise TimeoutError(message)


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Take one picture and write it beside this file."""
    context = browser.new_context(
        locale="zh-CN" if picture.chinese else "en-GB",
        color_scheme="dark" if picture.dark else "light",
        viewport={"width": 390, "height": 844} if picture.phone else {"width": 1280, "height": 800},
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(BOX, timeout=90_000)
    _act(page, picture)
    page.mouse.move(2, 2)
    page.wait_for_timeout(_SETTLED)
    page.screenshot(path=PICTURES / f"{picture.name}.png")
    context.close()


def _act(page: Page, picture: Picture) -> None:
    if picture.question:
        page.fill(BOX, picture.question)
        page.keyboard.press("Enter")
        page.locator(ANSWER).nth(1).wait_for()
    if picture.chip:
        page.get_by_role("button", name=picture.chip).locator("visible=true").first.click()
        page.get_by_role("dialog").wait_for()


def main() -> None:
    """Take the whole series."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for picture in SERIES:
            take(browser, address, picture)
        browser.close()


if __name__ == "__main__":
    main()
