"""Takes the pictures of a provision's page, all of the sample instrument: `.venv/bin/python -m docs.pictures.pages`.

Starts the API on a data folder of its own and drives Debian's chromium. Refuses to show anything but the sample.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from docs.pictures.serving import ARGUMENTS, CHROMIUM, PICTURES, ready, served

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
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), ui=False) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for shot in SERIES:
            take(browser, ready(address), shot, PICTURES)
        browser.close()


if __name__ == "__main__":
    main()
