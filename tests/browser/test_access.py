"""Without a mouse, with a screen reader, on a phone, in the dark, enlarged: axe-core and the keyboard."""

from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from docs.pictures.serving import BOX
from tests.browser.conftest import Visit
from tests.browser.reading import FOG, FOG_CHIP, ask, button, opened, still, widest

pytestmark = pytest.mark.slow
AXE = Axe()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How somebody looks at the page."""

    locale: str
    scheme: str
    width: int


READERS = [
    Reader(locale="en-GB", scheme="light", width=1280),
    Reader(locale="en-GB", scheme="dark", width=1280),
    Reader(locale="zh-CN", scheme="light", width=390),
    Reader(locale="ar", scheme="dark", width=390),
]


def findings(page: Page) -> list[str]:
    """What axe-core calls serious or worse, each rule with the first place."""
    page.wait_for_timeout(1_000)
    violations = AXE.run(page).response["violations"]
    return [
        f"{found['id']}: {found['nodes'][0]['html'][:200]}"
        for found in violations
        if found["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: f"{reader.locale}-{reader.scheme}-{reader.width}")
def test_nothing_serious_is_found(visit: Visit, reader: Reader) -> None:
    """axe-core finds nothing serious on the first page, an answer, what can be saved, a refusal and the panel."""
    page = visit(locale=reader.locale, scheme=reader.scheme, width=reader.width).page
    page.locator(".st-key-example-3").wait_for()
    assert findings(page) == []
    ask(page, "Skerry Rules, rule 99")
    ask(page, "Skerry Rules, rule 4")
    page.locator(".st-key-turn-1-export button").locator("visible=true").first.click()
    page.get_by_text("CSL-JSON").locator("visible=true").wait_for()
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.locator(".st-key-turn-1-card-0-0 button").locator("visible=true").first.click()
    page.locator(".st-key-flag button").locator("visible=true").first.click()
    page.locator("textarea").locator("visible=true").last.wait_for()
    assert findings(page) == []


def test_keyboard_alone(visit: Visit) -> None:
    """From the input box a question is asked, its chip reached and opened, and closed again with the focus back on it."""
    page = visit().page
    page.focus(BOX)
    page.keyboard.type(FOG)
    page.keyboard.press("Enter")
    page.get_by_text("must sound the horn").first.wait_for()
    _tab_to(page, FOG_CHIP)
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    panel.get_by_role("heading", name=FOG_CHIP).wait_for()
    button(panel, "Skerry Rules, rule 5 (1)").wait_for()
    _tab_to(page, "Skerry Rules, rule 5 (1)")
    assert page.evaluate("!!document.activeElement.closest('[role=dialog]')")
    page.keyboard.press("Escape")
    panel.wait_for(state="detached")
    page.wait_for_function(f"document.activeElement.innerText.includes('{FOG_CHIP}')")


def _tab_to(page: Page, label: str) -> None:
    button(page, label).wait_for()
    still(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("label => document.activeElement.innerText.includes(label)", label) and page.evaluate(
            "document.activeElement.tagName === 'BUTTON'"
        ):
            return
    pytest.fail(f"the Tab key does not lead to {label!r}")


def test_focus_goes_in_reading_order(visit: Visit) -> None:
    """The Tab key goes through an answer as it is read: chips, verdict, saving, what was checked, then the input box."""
    page = visit().page
    answer = ask(page, "Skerry Rules, rule 5 (1)")
    answer.get_by_text("How this was checked").wait_for()
    _tab_to(page, "Skerry Rules, rule 5 (1)")
    seen = []
    for _ in range(8):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.innerText + ' ' + document.activeElement.tagName"))
    names = ("checked", "Save", "How this was checked", "TEXTAREA")
    order = [next(place for place, text in enumerate(seen) if name in text) for name in names]
    assert order == sorted(order)


def test_reason_of_a_verdict_on_focus(visit: Visit) -> None:
    """The reason of a verdict is told when its button has the focus, and in full on Enter."""
    page = visit().page
    answer = ask(page, "Skerry Rules, rule 5 (1)")
    answer.get_by_text("checked").first.wait_for()
    _tab_to(page, "checked")
    page.get_by_role("tooltip").get_by_text("Checked against the official words").first.wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("The official words are held here and quoted letter for letter.").first.wait_for()


def test_answers_are_announced(visit: Visit) -> None:
    """What comes into the conversation is announced by screen readers, and the page says its language."""
    page = visit(locale="fr-FR").page
    ask(page, FOG)
    assert page.locator("[role=log][aria-live=polite] [data-testid=stChatMessage]").count() == 2
    assert page.evaluate("document.documentElement.lang") == "fr"


@pytest.mark.parametrize("width", [390, 640], ids=["phone", "200-percent"])
def test_no_sideways_scrolling(visit: Visit, width: int) -> None:
    """On a phone, and on a laptop at 200 % zoom, neither an answer nor an opened provision is wider than the screen."""
    page = visit(width=width, height=450 if width == 640 else 844).page
    answer = ask(page, FOG)
    button(answer, "Save").wait_for()
    assert widest(page) <= width
    button(answer, FOG_CHIP).click()
    page.get_by_role("dialog").get_by_text("Chinese", exact=True).click()
    page.get_by_role("dialog").get_by_text("盲夜当班的看守人应：").wait_for()
    assert widest(page) <= width


def test_closed_sidebar_is_out_of_the_way_of_the_keyboard(visit: Visit) -> None:
    """On a phone the closed sidebar takes no focus."""
    page = visit(width=390, height=844).page
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('[data-testid=stSidebar]')")


@pytest.mark.parametrize(("scheme", "bright"), [("light", True), ("dark", False)])
def test_browser_chooses_the_theme(visit: Visit, scheme: str, bright: bool) -> None:
    """The page is bright or dark as the browser is."""
    page = visit(scheme=scheme).page
    colour = page.locator(".stApp").evaluate("page => getComputedStyle(page).backgroundColor")
    parts = [int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    assert (sum(parts) > 3 * 128) is bright


def test_flag_fits_a_phone(visit: Visit) -> None:
    """On a phone the form for a flag stands whole on the screen."""
    page = visit(width=390, height=844).page
    panel = opened(page)
    button(panel, "This does not support the claim").click()
    page.get_by_text("Keep this flag").locator("visible=true").wait_for()
    assert widest(page) <= 390
