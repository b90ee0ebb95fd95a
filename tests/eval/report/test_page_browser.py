"""The HTML report in a real browser: filters work, nothing goes out, nothing overflows."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from docs.pictures.serving import ARGUMENTS, CHROMIUM
from eval.report.content import Extras, report_of
from eval.report.html import report_html
from eval.types import Expected, ItemType
from tests.eval.outcomes import OTHER, answer, item, judged, record, said

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium fonts-noto-cjk (make test does it)"),
]
COUNT = 70


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A report with seventy failures of two types."""
    lists = [item(n, kind=ItemType.LIST) for n in range(1, 11)]
    items = [*lists, *(item(n, Expected.REFUSE, ItemType.UNANSWERABLE) for n in range(11, COUNT + 1))]
    wrong = replace(said(OTHER), aligned="aligned words of rule nine")
    scores = judged(items, [answer(one, wrong) for one in items])
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(report_html(report_of(record(), scores, frozenset(), Extras())), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium without a screen."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page on a phone; afterwards nothing may have been asked for but itself, and nothing complained of."""
    asked: list[str] = []
    said_by_page: list[str] = []
    opened = browser.new_page(viewport={"width": 390, "height": 800})
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said_by_page.append(message.text))
    opened.on("pageerror", lambda error: said_by_page.append(str(error)))
    opened.goto(address)
    opened.wait_for_selector("article")
    yield opened
    opened.close()
    assert (asked, said_by_page) == ([address], [])


def test_filters(page: Page) -> None:
    """By type and by words; all other failures are left out, and the count says so."""
    assert page.locator("#count").inner_text() == "70 of 70 failures, 30 shown"
    page.get_by_role("combobox", name="Type").select_option("list")
    assert page.locator("#count").inner_text() == "10 of 70 failures"
    assert page.locator("article").count() == 10
    page.get_by_role("searchbox", name="Words").fill("h007")
    assert page.locator("article .question").all_inner_texts() == ["Question 7?"]


def test_more(page: Page) -> None:
    """The rest is shown a few dozen at a time."""
    for shown in (60, 70):
        page.get_by_role("button", name="Show more").click()
        assert page.locator("article").count() == shown
    assert page.get_by_role("button", name="Show more").is_hidden()


def test_a_failure_opens(page: Page) -> None:
    """A failure shows cited, needed, and on a click the claim with its verdict, reason and aligned words."""
    first = page.locator("article").first
    first.get_by_text("What was said (1)").click()
    for words in ("sample-rules 9(2)", "sample-rules 5(1)", "supported", "numbers agree", "aligned words of rule nine"):
        assert first.get_by_text(words).first.is_visible()


def test_nothing_overflows(page: Page) -> None:
    """On a phone the page is as wide as the screen."""
    assert page.evaluate("document.documentElement.scrollWidth") == 390
