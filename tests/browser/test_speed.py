"""How soon something stands on the page, and that nothing which stood there is drawn anew."""

import time

import pytest
from playwright.sync_api import Page

from docs.pictures.serving import ANSWER, BOX
from tests.browser.conftest import Visit
from tests.browser.reading import FOG, FOG_CHIP, ask, button

pytestmark = pytest.mark.slow
_TRIES = 5
_WATCH = """() => {
  const kept = document.querySelectorAll('.stSidebar, [data-testid=stChatMessage], [data-testid=stChatInput]');
  window.gone = 0; window.dimmed = 0;
  new MutationObserver(changes => {
    for (const change of changes) {
      for (const node of change.removedNodes) {
        if ([...kept].some(one => one === node || node.contains?.(one))) window.gone++;
      }
    }
    if ([...kept].some(one => getComputedStyle(one).opacity < 1)) window.dimmed++;
  }).observe(document.body, {childList: true, subtree: true, attributes: true});
}"""


def test_first_paint(visit: Visit) -> None:
    """Of a running server the page says what it is for within two seconds."""
    page = visit().page
    best = min(_seconds_to_paint(page) for _ in range(_TRIES))
    assert best <= 2.0


def _seconds_to_paint(page: Page) -> float:
    start = time.perf_counter()
    page.reload(wait_until="commit")
    page.get_by_role("heading", name="What do the standards say?").wait_for()
    return time.perf_counter() - start


def test_first_claim(visit: Visit) -> None:
    """An answer's first claim stands on the page within half a second, also below other answers."""
    page = visit().page
    ask(page, FOG)
    best = min(_seconds_to_claim(page) for _ in range(_TRIES))
    assert best <= 0.5


def _seconds_to_claim(page: Page) -> float:
    page.wait_for_timeout(2_000)
    page.fill(BOX, "Skerry Rules, rule 5 (1)")
    found = page.get_by_text("A watch must not go on for more than 6 hours.")
    before = found.count()
    start = time.perf_counter()
    page.keyboard.press("Enter")
    found.nth(before).wait_for()
    return time.perf_counter() - start


def test_nothing_flickers(visit: Visit) -> None:
    """A further question, an opened and closed provision: what stood on the page is neither taken away nor dimmed."""
    page = visit().page
    ask(page, "Skerry Rules, rule 15")
    page.locator(".st-key-onward").wait_for()
    page.wait_for_timeout(1_000)
    page.evaluate(_WATCH)
    button(ask(page, FOG), FOG_CHIP).click()
    page.get_by_role("dialog").get_by_role("heading", name=FOG_CHIP).wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    page.wait_for_timeout(1_000)
    assert page.evaluate("[window.gone, window.dimmed]") == [0, 0]
    assert page.locator(ANSWER).count() == 4
