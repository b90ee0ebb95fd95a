"""What a reader does with the pages in a browser: ask, find a chip, open what it cites."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from docs.pictures.serving import ANSWER, BOX

FOG = "What does rule 4 of the Skerry Rules say?"
FOG_CHIP = "Skerry Rules, rule 4 (a)"
MARKED = ".stMarkdownColoredBackground"


@dataclass(frozen=True, slots=True)
class Seen:
    """A page with all that it asked of anybody and complained of."""

    page: Page
    addresses: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def ask(page: Page, question: str) -> Locator:
    """Type a question, send it and give the answer's place on the page."""
    before = page.locator(ANSWER).count()
    page.fill(BOX, question)
    page.keyboard.press("Enter")
    answer = page.locator(ANSWER).nth(before + 1)
    answer.wait_for()
    return answer


def still(page: Page) -> None:
    """Wait until nothing on the page is being drawn: what is clicked on meanwhile may be redrawn under the pointer."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def button(place: Locator | Page, label: str) -> Locator:
    """The button that shows this label; Streamlit keeps a hidden double of some to measure them."""
    still(place if isinstance(place, Page) else place.page)
    return place.get_by_role("button", name=label).locator("visible=true").first


def opened(page: Page, question: str = FOG, label: str = FOG_CHIP) -> Locator:
    """The panel of a provision, opened from the chip of an answer and drawn to its end."""
    button(ask(page, question), label).click()
    panel = page.get_by_role("dialog")
    panel.get_by_role("heading", name=label).wait_for()
    still(page)
    return panel


def widest(page: Page) -> int:
    """Pixels that the page and an opened panel need from side to side."""
    width: int = page.evaluate(
        "Math.max(...[...document.querySelectorAll('[role=dialog], .stMain, body')].map(part => part.scrollWidth))"
    )
    return width
