"""Nothing that stands on the page is drawn anew when more is asked; how soon it stands there, `bench.page` measures."""

import pytest

from docs.pictures.serving import ANSWER
from tests.browser.conftest import Visit
from tests.browser.reading import FOG, FOG_CHIP, ask, button

pytestmark = pytest.mark.slow
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
