"""Takes the pictures of the pages, all of the sample instrument: `.venv/bin/python -m docs.pictures.take`.

Starts the program on a data folder of its own and drives Debian's chromium. Refuses to show anything but the sample.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from docs.pictures.serving import ANSWER, ARGUMENTS, BOX, CHROMIUM, PICTURES, ready, served

_SETTLED = 1_500
"""Milliseconds after which nothing on the page moves any more."""
_FOG, _WATCH, _NONE = (f"What does rule {number} of the Skerry Rules say?" for number in (4, 5, 99))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is done in front of the camera: a question, then a click on each button named; neither, and it is the first page."""

    name: str
    question: str = ""
    clicks: tuple[str, ...] = ()
    language: str = "en-GB"
    dark: bool = False
    phone: bool = False


SERIES = (
    Picture(name="first"),
    Picture(name="chat", question=_WATCH),
    Picture(name="provision", question=_FOG, clicks=("Skerry Rules, rule 4 (a)", "Chinese")),
    Picture(name="refusal", question=_NONE),
    Picture(name="correction", question="Since a watch may last 12 hours, when does the next begin?"),
    Picture(name="export", question=_FOG, clicks=("Save",)),
    Picture(name="dark", question=_WATCH, dark=True),
    Picture(name="dark-provision", question=_FOG, clicks=("Skerry Rules, rule 4 (a)",), dark=True),
    Picture(name="arabic", question="ماذا تقول القاعدة 4 من قواعد الشعاب؟", language="ar"),
    Picture(name="phone-first", phone=True),
    Picture(name="phone-zh", question="礁石规则第5条说了什么？", language="zh-CN", phone=True),
    Picture(name="phone-provision", question=_FOG, clicks=("Skerry Rules, rule 4 (a)",), dark=True, phone=True),
)


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Take one picture and write it beside this file."""
    context = browser.new_context(
        locale=picture.language,
        color_scheme="dark" if picture.dark else "light",
        viewport={"width": 390, "height": 844} if picture.phone else {"width": 1280, "height": 880},
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(BOX, timeout=90_000)
    page.locator(".st-key-example-3").wait_for()
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
        page.wait_for_timeout(_SETTLED)
    for name in picture.clicks:
        named = page.get_by_role("button", name=name).or_(page.get_by_role("dialog").get_by_text(name, exact=True))
        named.locator("visible=true").first.click()
        page.wait_for_timeout(_SETTLED)


def main(names: list[str]) -> None:
    """Take the pictures of these names, or the whole series."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for picture in SERIES:
            if not names or picture.name in names:
                take(browser, ready(address), picture)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
