"""`python -m bench.page`: seconds until the chat page says what it is for, and until an answer's first claim stands on it.

The real program over the sample instrument in headless chromium, best and median of some tries; the bare reload of a page of
the same server stands beside them, since what a browser takes by itself is in all of them.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from docs.pictures.serving import ARGUMENTS, BOX, CHROMIUM, ready, served

_TRIES = 7
_QUESTION, _CLAIM = "Skerry Rules, rule 5 (1)", "A watch must not go on for more than 6 hours."


def main() -> int:
    """Measure and print."""
    if CHROMIUM is None:
        sys.stderr.write("No chromium is found: apt-get install chromium.\n")
        return 3
    with (
        tempfile.TemporaryDirectory(prefix="pinpoint-page-") as folder,
        served(Path(folder)) as at,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_page()
        page.goto(ready(at))
        page.get_by_role("heading", name="What do the standards say?").wait_for()
        _row("reload, answered by the server", lambda: page.reload(wait_until="commit"))
        _row("first paint", lambda: _painted(page))
        _row("first claim", lambda: _claimed(page))
        browser.close()
    return 0


def _painted(page: Page) -> None:
    page.reload(wait_until="commit")
    page.get_by_role("heading", name="What do the standards say?").wait_for()


def _claimed(page: Page) -> None:
    found = page.get_by_text(_CLAIM)
    before = found.count()
    page.fill(BOX, _QUESTION)
    page.keyboard.press("Enter")
    found.nth(before).wait_for()


def _row(name: str, act: Callable[[], object]) -> None:
    seconds = []
    for _ in range(_TRIES):
        start = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - start)
        time.sleep(2)
    sys.stdout.write(f"{name:32} best {min(seconds):.2f} s, median {statistics.median(seconds):.2f} s\n")


if __name__ == "__main__":
    sys.exit(main())
