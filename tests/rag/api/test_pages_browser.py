"""A provision's page in a real browser: on a screen, on a phone, on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from docs.pictures.pages import PRINTED
from docs.pictures.serving import ARGUMENTS, CHROMIUM
from tests.rag.api.conftest import Live

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium fonts-noto-cjk (make test does it)"),
]
ITEM = "/p/sample-rules/4(b)"
_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium without a screen."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, live: Live) -> Iterator[Page]:
    """A page that may ask nobody but the service for anything, and has nothing to complain of."""
    context = browser.new_context(base_url=live.address)
    opened = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text) if "(Not Found)" not in message.text else None)
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith((live.address, "data:"))] == []
    assert said == []


def _tops(page: Page) -> list[float]:
    boxes = [column.bounding_box() for column in page.locator(".column").all()]
    return [box["y"] for box in boxes if box]


@pytest.mark.parametrize("path", [ITEM, "/p/sample-rules/5", "/p/sample-rules/99"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_cut_off(page: Page, path: str, width: int) -> None:
    """At the width of a small phone as of a screen, nothing has to be scrolled sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert not page.evaluate(_WIDER)


def test_languages_side_by_side_or_below(page: Page) -> None:
    """On a screen and on paper the languages stand side by side, on a phone one below the other."""
    page.goto(ITEM)
    beside = []
    for width, medium in ((1280, "screen"), (PRINTED, "print"), (390, "screen")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media="print" if medium == "print" else "screen")
        tops = _tops(page)
        assert len(tops) == 2
        beside.append(tops[0] == tops[1])
    assert beside == [True, True, False]


def test_paper_has_what_a_reader_needs(page: Page) -> None:
    """Printed, the page keeps words, digest, mark of the item, and how to cite it, and leaves out what is to be clicked."""
    page.goto(ITEM)
    page.emulate_media(media="print")
    assert page.locator("h1").inner_text() == "Skerry Rules, rule 4 (b)"
    for shown in (".column >> nth=0", "section.digest", ".asked >> nth=0", "footer >> text=LK/RES/4/12"):
        assert page.locator(shown).first.is_visible(), shown
    for hidden in (".neighbours", ".top", ".data"):
        assert not page.locator(hidden).is_visible(), hidden
    assert page.locator(".asked").first.evaluate("node => getComputedStyle(node).borderInlineStartStyle") == "solid"
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_keys_are_enough(page: Page) -> None:
    """The first press of Tab offers to skip to the provision; the next leads to the other language, which Enter opens."""
    page.goto(ITEM)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**?lang=zh")
    assert page.locator("html").get_attribute("lang") == "zh"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_stand_out(page: Page, scheme: str) -> None:
    """Every text of the page has a contrast of 4.5 to 1 with what is behind it, by day and by night."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(ITEM)
    assert page.evaluate(_CONTRASTS) == []
    page.locator(".path").evaluate("node => { node.style.color = '#777' }")
    assert page.evaluate(_CONTRASTS) == [page.locator(".path").inner_text()[:40]]  # it would have been seen


_CONTRASTS = """() => {
  const read = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = node => {
    for (let at = node; at; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const weak = [];
  for (const node of document.querySelectorAll("body *")) {
    if (![...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim())) continue;
    const [a, b] = [light(read(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) weak.push(node.textContent.trim().slice(0, 40));
  }
  return weak;
}"""
