"""The chat page in a real browser through the real stack, on the sample instrument: what a reader sees and can click."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from docs.pictures.take import ANSWER, ARGUMENTS, BOX, CHROMIUM, served

FOG = "What does rule 4 of the Skerry Rules say?"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium fonts-noto-cjk (make test does it)"),
]


@dataclass(frozen=True, slots=True)
class Seen:
    """A page with all that it asked of anybody and complained of."""

    page: Page
    addresses: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over the sample instrument in a data folder of its own."""
    with served(tmp_path_factory.mktemp("served")) as at:
        yield at


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium without a screen."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


Visit = Callable[..., Seen]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens the page as a reader of some language, theme and screen; afterwards nothing may have gone out or failed."""
    visits: list[Seen] = []

    def opened(locale: str = "en-GB", scheme: str = "light", width: int = 1280, height: int = 900) -> Seen:
        context = browser.new_context(
            locale=locale,
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": height},
        )
        seen = Seen(context.new_page())
        seen.page.on("request", lambda request: seen.addresses.append(request.url))
        seen.page.on("websocket", lambda opened: seen.addresses.append(opened.url))
        seen.page.on("console", lambda said: seen.complaints.append(said.text) if said.type == "error" else None)
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto(address)
        seen.page.wait_for_selector(BOX, timeout=90_000)
        visits.append(seen)
        return seen

    yield opened
    for seen in visits:
        outside = [
            url for url in seen.addresses if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))
        ]
        seen.page.context.close()
        assert outside == []
        assert seen.complaints == []


def ask(page: Page, question: str) -> Locator:
    """Type a question, send it and give the answer's place on the page."""
    before = page.locator(ANSWER).count()
    page.fill(BOX, question)
    page.keyboard.press("Enter")
    answer = page.locator(ANSWER).nth(before + 1)
    answer.wait_for()
    return answer


def chip(place: Locator | Page, label: str) -> Locator:
    """The button that shows this label."""
    return place.get_by_role("button", name=label).locator("visible=true").first


def test_question_answer_chip_provision(visit: Visit) -> None:
    """A question is answered; a click on its chip opens the provision with exactly the quoted words marked."""
    page = visit().page
    answer = ask(page, FOG)
    answer.get_by_text("must sound the horn once every 2 minutes").wait_for()
    chip(answer, "Skerry Rules, rule 4 (a)").click()
    provision = page.get_by_role("dialog")
    provision.get_by_text("On a blind night the keeper on watch shall:").wait_for()
    marked = provision.locator(".stMarkdownColoredBackground").all_inner_texts()
    assert marked[0] == "Sound the horn once every two minutes;"
    assert "On a blind night" not in "".join(marked)
    assert provision.get_by_role("link", name="Official document").get_attribute("href") == (
        "https://example.org/en/LK/RES/4/12"
    )
    assert "I. Rules for every station › Lamps and signals" in provision.inner_text()


def test_provision_goes_on_and_closes(visit: Visit) -> None:
    """From an opened provision the next is a click away; closed, it stays closed when the page is drawn again."""
    page = visit().page
    chip(ask(page, FOG), "Skerry Rules, rule 4 (a)").click()
    chip(page.get_by_role("dialog"), "Skerry Rules, rule 5 (1)").click()
    page.get_by_role("dialog").get_by_text("A watch shall not last longer than six hours.").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    ask(page, "Skerry Rules, rule 15").get_by_text("twice a year").first.wait_for()
    assert page.get_by_role("dialog").count() == 0


def test_words_in_another_language(visit: Visit) -> None:
    """Where the words are held in two languages the reader changes between them, and the marks go with their own."""
    page = visit().page
    chip(ask(page, FOG), "Skerry Rules, rule 4 (a)").click()
    provision = page.get_by_role("dialog")
    provision.get_by_text("Chinese", exact=True).click()
    provision.get_by_text("盲夜当班的看守人应：").wait_for()
    assert provision.locator(".stMarkdownColoredBackground").count() == 0


def test_example_is_answered(visit: Visit) -> None:
    """An example is answered by a click and then leaves the page."""
    page = visit().page
    page.get_by_role("button", name="Inspector").click()
    page.locator(ANSWER).nth(1).get_by_text("Skerry Rules, rule 16 (1)").first.wait_for()
    page.get_by_role("button", name="Inspector").wait_for(state="detached")


def test_refusal_names_what_is_nearest(visit: Visit) -> None:
    """A refusal says why and names the nearest provisions, and no error is shown."""
    page = visit().page
    refusal = ask(page, "What does rule 99 of the Skerry Rules say?")
    refusal.get_by_text("There is no such provision").wait_for()
    assert page.locator("[data-testid=stAlertContentError]").count() == 0
    chip(refusal, "Skerry Rules, rule 16 (1)").wait_for()


def test_chinese_reader(visit: Visit) -> None:
    """A browser in Chinese gets the page in Chinese; a Chinese question is answered in Chinese from the Chinese words."""
    page = visit(locale="zh-CN").page
    page.get_by_text("联合国司法标准有何要求").wait_for()
    answer = ask(page, "礁石规则第15条说了什么？")
    answer.get_by_text("每座灯塔每年必须检查2次，其中一次不预先通知。").wait_for()
    chip(answer, "《礁石规则》第15条").click()
    provision = page.get_by_role("dialog")
    provision.get_by_text("通俗表述").wait_for()
    assert provision.locator(".stMarkdownColoredBackground").inner_text() == "每座灯塔每年应检查两次，其中一次不预先通知。"


def test_language_is_switched(visit: Visit) -> None:
    """The reader's choice of language changes the page and leaves the answers."""
    page = visit().page
    ask(page, FOG).get_by_text("must sound the horn").wait_for()
    page.get_by_text("中文", exact=True).first.click()
    page.get_by_text("此处存有的文书").wait_for()
    page.get_by_text("must sound the horn").wait_for()


@pytest.mark.parametrize(("scheme", "bright"), [("light", True), ("dark", False)])
def test_browser_chooses_the_theme(visit: Visit, scheme: str, bright: bool) -> None:
    """The page is bright or dark as the browser is."""
    page = visit(scheme=scheme).page
    colour = page.locator(".stApp").evaluate("page => getComputedStyle(page).backgroundColor")
    parts = [int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    assert (sum(parts) > 3 * 128) is bright


def test_phone_needs_no_sideways_scrolling(visit: Visit) -> None:
    """On a phone neither an answer nor an opened provision is wider than the screen."""
    page = visit(width=390, height=844).page
    answer = ask(page, FOG)
    chip(answer, "Skerry Rules, rule 4 (a)").click()
    page.get_by_role("dialog").get_by_text("On a blind night the keeper on watch shall:").wait_for()
    widest = page.evaluate("Math.max(...[...document.querySelectorAll('[role=dialog], .stMain')].map(e => e.scrollWidth))")
    assert widest <= 390


HOSTILE = (
    "rule 99 <b id=evil>x</b> [l](http://evil.example) http://evil.example $x^2$ :smile: :material/bug: :red[r] :streamlit: `c`"
)


def test_text_from_outside_is_letters(visit: Visit) -> None:
    """A question full of markup is shown letter for letter, alone and joined to a follow-up."""
    page = visit().page
    ask(page, HOSTILE)
    ask(page, "And what about it?").get_by_text("Read together").wait_for()
    shown = page.locator(ANSWER)
    assert HOSTILE in shown.nth(0).inner_text()
    assert f"{HOSTILE} And what about it?" in shown.nth(3).inner_text().replace("\u2060", "")
    assert shown.locator("#evil, a[href*=evil], .katex, code, .stMarkdownColoredText:text-is('r')").count() == 0
    assert shown.locator("[data-testid=stChatMessageContent] img").count() == 0
