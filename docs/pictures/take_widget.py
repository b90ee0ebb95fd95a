"""Takes the pictures of the widget, all of the sample instrument: `.venv/bin/python -m docs.pictures.take_widget`.

Serves the API from a data folder of its own and drives Debian's chromium. Refuses to show anything but the sample.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from docs.pictures.serving import ARGUMENTS, CHROMIUM, PICTURES, ready, served


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is asked in front of the camera, in which language the widget speaks."""

    name: str
    language: str
    question: str
    dark: bool = False
    phone: bool = False


SERIES = (
    Picture(name="widget", language="en", question="What does rule 5 of the Skerry Rules say?"),
    Picture(name="widget-dark-ar", language="ar", question="ماذا تقول القاعدة 9 من قواعد الشعاب؟", dark=True, phone=True),
)


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Take one picture and write it beside this file."""
    context = browser.new_context(
        color_scheme="dark" if picture.dark else "light",
        viewport={"width": 390, "height": 844} if picture.phone else {"width": 820, "height": 800},
    )
    page = context.new_page()
    page.goto(f"{address}/widget?lang={picture.language}")
    page.get_by_role("textbox").fill(picture.question)
    page.keyboard.press("Enter")
    page.locator("article[aria-busy=false]").wait_for()
    page.locator("pinpoint-ask").screenshot(path=PICTURES / f"{picture.name}.png")
    context.close()


def main() -> None:
    """Take the whole series."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), ui=False) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for picture in SERIES:
            take(browser, ready(address), picture)
        browser.close()


if __name__ == "__main__":
    main()
