"""Takes the pictures of the pages beside the conversation: `.venv/bin/python -m docs.pictures.views FOLDER [NAME …]`.

FOLDER/data is served, and filled with our digests where it is empty; a report of `python -m eval` in it is shown. Refuses a
folder that holds official texts: what is shown are digests alone.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from corpus.store import Store
from docs.pictures.serving import ARGUMENTS, CHROMIUM, PICTURES, ready, served

_SETTLED = 2_500
"""Milliseconds after which nothing on the page moves any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What stands before the camera: an address, and what is clicked there, each by the words on it."""

    name: str
    path: str
    clicks: tuple[str, ...] = ()
    language: str = "en-GB"
    dark: bool = False
    phone: bool = False
    down: int = 0


SERIES = (
    View(name="browse", path="/browse?instrument=tokyo", clicks=("Under no heading",)),
    View(name="browse-phone", path="/browse?find=baby+in+prison", phone=True),
    View(name="matrix", path="/compare"),
    View(name="compare", path="/compare?topic=searches"),
    View(name="compare-phone", path="/compare?topic=searches", phone=True, dark=True, down=470),
    View(name="checklist", path="/checklist?place=womens-prison&topics=searches,hygiene"),
    View(name="checklist-phone-zh", path="/checklist?place=prison&topics=searches", language="zh-CN", phone=True),
    View(name="references", path="/references"),
    View(name="references-provision", path="/references?at=mandela+45(1)", dark=True),
    View(name="references-phone", path="/references?at=mandela+45(1)", phone=True),
    View(name="evaluation", path="/evaluation"),
    View(name="evaluation-phone", path="/evaluation", phone=True, down=500),
    View(name="settings", path="/settings"),
    View(name="settings-phone-ar", path="/settings", language="ar", phone=True),
)


def take(browser: Browser, address: str, view: View, folder: Path = PICTURES) -> None:
    """Take one picture and write it to a folder."""
    context = browser.new_context(
        locale=view.language,
        color_scheme="dark" if view.dark else "light",
        viewport={"width": 390, "height": 844} if view.phone else {"width": 1280, "height": 860},
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{address}{view.path}")
    page.get_by_role("heading", level=1).wait_for(timeout=90_000)
    page.wait_for_timeout(_SETTLED)
    _act(page, view)
    page.mouse.move(2, 2)
    page.wait_for_timeout(_SETTLED)
    page.screenshot(path=folder / f"{view.name}.png")
    context.close()


def _act(page: Page, view: View) -> None:
    for words in view.clicks:
        page.get_by_text(words).locator("visible=true").first.click()
        page.wait_for_timeout(_SETTLED)
    if view.down:
        page.mouse.move(190, 400)
        page.mouse.wheel(0, view.down)


def main(folder: Path, names: list[str]) -> int:
    """Take the pictures of these names, or the whole series; 2 where official texts would be shown."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    if (data / "store.sqlite3").exists() and Store(data / "store.sqlite3", readonly=True).texts():
        sys.stderr.write(f"{data} holds official texts, which no picture may show. Name a folder without them.\n")
        return 2
    with served(folder, scope="core") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for view in SERIES:
            if not names or view.name in names:
                take(browser, ready(address), view)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
