"""The page in the official languages, from right to left where that is how one reads."""

import pytest

from corpus.types import Language
from rag.catalogue import said
from tests.browser.conftest import Visit
from tests.browser.reading import FOG, MARKED, ask, button, widest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", list(Language))
def test_page_speaks_the_browser_s_language(visit: Visit, language: Language) -> None:
    """A browser in an official language gets the page in it, in its direction, on a phone too."""
    page = visit(locale=language.value, width=390, height=844).page
    page.get_by_role("heading", name=said("title", language)).wait_for()
    page.locator(".st-key-example-0").wait_for()
    direction = "rtl" if language is Language.AR else "ltr"
    page.wait_for_function("want => document.documentElement.dir === want", arg=direction)
    assert page.evaluate("document.documentElement.lang") == language.value
    assert widest(page) <= 390


def test_arabic_runs_from_right_to_left(visit: Visit) -> None:
    """In Arabic the sidebar stands at the right, and English words in the panel still run from left to right."""
    page = visit(locale="ar").page
    sidebar, main = (page.locator(f"[data-testid={name}]").bounding_box() for name in ("stSidebarContent", "stMain"))
    assert sidebar is not None
    assert main is not None
    assert sidebar["x"] > main["x"]
    button(ask(page, FOG), "(b)").click()
    words = page.get_by_role("dialog").get_by_text("On a blind night the keeper on watch shall:")
    words.wait_for()
    assert words.evaluate("part => getComputedStyle(part).unicodeBidi") == "plaintext"


def test_chinese_reader(visit: Visit) -> None:
    """A Chinese question is answered in Chinese from the Chinese words, and exactly those are marked."""
    page = visit(locale="zh-CN").page
    answer = ask(page, "礁石规则第15条说了什么？")
    answer.get_by_text("每座灯塔每年必须检查2次，其中一次不预先通知。").wait_for()
    button(answer, "《礁石规则》第15条").click()
    provision = page.get_by_role("dialog")
    provision.get_by_text("通俗表述").wait_for()
    assert provision.locator(MARKED).inner_text() == "每座灯塔每年应检查两次，其中一次不预先通知。"


def test_language_is_switched(visit: Visit) -> None:
    """The reader's choice of language changes the page and leaves the answers."""
    page = visit().page
    ask(page, FOG).get_by_text("must sound the horn").wait_for()
    page.locator("[data-testid=stSelectbox]").locator("visible=true").first.click()
    page.get_by_role("option", name="中文").click()
    page.get_by_text(said("held", Language.ZH)).wait_for()
    page.get_by_text("must sound the horn").wait_for()
    page.wait_for_function("document.documentElement.lang === 'zh'")
