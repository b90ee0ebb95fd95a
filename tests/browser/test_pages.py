"""The pages beside the conversation in a real browser: each used as a drafter, a trainer and an operator use it."""

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Download, FloatRect, Page

from corpus.types import Language
from rag.catalogue import said
from tests.browser.conftest import Visit
from tests.browser.reading import button, still, widest
from tests.browser.test_access import READERS, Reader, findings
from tests.chat.test_evaluation import report

pytestmark = pytest.mark.slow
NAMES = ("browse", "compare", "checklist", "references", "evaluation", "settings")
Saved = Callable[[Page, str], bytes]


def go(page: Page, name: str, language: Language = Language.EN) -> Page:
    """Over the menu to a page; on a phone the menu stands in the sidebar."""
    link = page.get_by_role("link", name=said(f"{name}.menu", language), exact=True)
    if not link.first.is_visible():
        page.locator("[data-testid=stExpandSidebarButton]").click()
    link.first.click()
    page.get_by_role("heading", name=said(f"{name}.title", language)).wait_for()
    if (
        page.locator("[data-testid=stSidebarCollapseButton]").is_visible()
        and page.viewport_size
        and page.viewport_size["width"] < 640
    ):
        page.locator("[data-testid=stSidebarCollapseButton] button").click()
    return page


@pytest.fixture
def reported(data: Path) -> Iterator[Path]:
    """A small report in the data folder of the server."""
    path = data / "data" / "eval" / "runs" / "one" / "report.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(report()))
    yield path
    path.unlink()


def saved(page: Page, label: str) -> bytes:
    """What a button gives to be saved."""
    with page.expect_download() as waiting:
        button(page, label).click()
    download: Download = waiting.value
    return Path(download.path()).read_bytes()


def test_trainer_walks_through_an_instrument(visit: Visit) -> None:
    """A heading opens, words open the provision, its neighbour follows; the number is a page of its own that stays."""
    page = go(visit().page, "browse")
    page.get_by_text("I. Rules for every station").click()
    page.locator("strong", has_text="Watches and rest").wait_for()
    number = page.get_by_role("link", name="rule 5 (1)", exact=True)
    assert number.get_attribute("href") == "/p/sample-rules/5%281%29"
    still(page)
    page.locator('[class*="st-key-browse-leaf-sample-rules-5-1"] button').click()
    panel = page.get_by_role("dialog")
    panel.get_by_text("A watch shall not last longer than six hours.").wait_for()
    assert "at=5" in page.url
    address = number.evaluate("link => link.href")
    page.goto(address)
    page.get_by_text("A watch shall not last longer than six hours.").first.wait_for()


def test_search_takes_a_citation(visit: Visit) -> None:
    """A citation typed leads to its provision at once."""
    page = go(visit().page, "browse")
    page.get_by_label("Find a provision").fill("Skerry Rules, rule 9 (2)")
    page.keyboard.press("Enter")
    page.get_by_text("Found by its citation").wait_for()
    button(page, "Skerry Rules, rule 9 (2)").click()
    page.get_by_role("dialog").get_by_text("No letter shall be opened by anyone").wait_for()


def test_drafter_goes_from_the_matrix_to_a_file(visit: Visit) -> None:
    """A cell opens what its instrument says, and the comparison is saved for Word and as a spreadsheet."""
    page = go(visit().page, "compare")
    grid = page.locator("[data-testid=stDataFrame] canvas").first
    box = grid.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 33 + 250 + 60, box["y"] + 35 + 17)
    page.get_by_role("heading", name="Order and security").wait_for()
    assert "topic=order-security" in page.url
    page.get_by_text("Skerry Rules, rule").first.wait_for()
    with zipfile.ZipFile(BytesIO(saved(page, "Save for Word"))) as file:
        assert "Skerry Rules" in file.read("word/document.xml").decode()
    sheet = openpyxl.load_workbook(BytesIO(saved(page, "Save as a spreadsheet"))).worksheets[0]
    assert "Skerry Rules" in {cell.value for row in sheet.iter_rows() for cell in row}


def test_drafter_compares_words(visit: Visit) -> None:
    """Words are compared, and their citation opens with the drawer's way on."""
    page = go(visit().page, "compare")
    page.get_by_label("Or words").fill("opening letters")
    page.keyboard.press("Enter")
    chip = page.locator('[class*="st-key-compare-sample-rules-0-chip-0"] button').locator("visible=true").first
    chip.click()
    page.get_by_role("dialog").get_by_role("heading").first.wait_for()


def test_monitor_saves_a_checklist(visit: Visit) -> None:
    """A place's lines are saved for Word, and a line's paragraph opens."""
    page = go(visit().page, "checklist")
    page.get_by_label("Place").click()
    page.get_by_role("option", name="Women’s prison").click()
    page.get_by_text("Lines: 12").wait_for()
    with zipfile.ZipFile(BytesIO(saved(page, "Save for Word"))) as file:
        document = file.read("word/document.xml").decode()
    assert "☐" in document
    assert "Skerry Rules, rule" in document


def test_picture_of_references_is_clicked(visit: Visit) -> None:
    """The picture is drawn and named for a screen reader; a click on the node in its middle goes on, as a citation does."""
    page = go(visit().page, "references")
    page.get_by_label("Or a provision").fill("Skerry Rules, rule 5 (1)")
    page.keyboard.press("Enter")
    page.get_by_text("Pointed to from, by us").wait_for()
    picture = page.locator(".echarts-container").first
    picture.locator("canvas").first.wait_for()
    assert "2 nodes" in (page.locator("[aria-label*='cross-references']").first.get_attribute("aria-label") or "")
    box = picture.bounding_box()
    assert box is not None
    centre_before = page.url
    for x, y in _places(picture.evaluate(_FIND), box):
        page.mouse.click(x, y)
        page.wait_for_timeout(1_000)
        if page.url != centre_before:
            break
    assert re.search(r"at=sample-rules\+5%282%29|at=sample-rules\+5\(2\)", page.url)


_FIND = """place => {
  const canvas = place.querySelector('canvas'), ratio = canvas.width / canvas.clientWidth;
  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data, found = [];
  for (let y = 4; y < canvas.height; y += 4) for (let x = 4; x < canvas.width; x += 4) {
    const at = 4 * (y * canvas.width + x);
    const off = Math.abs(data[at] - 47) + Math.abs(data[at + 1] - 120) + Math.abs(data[at + 2] - 183);
    if (off < 30) found.push([x / ratio, y / ratio]);
  }
  return found;
}"""
"""Points of a canvas that have the colour of the first instrument's nodes."""


def _places(points: list[list[float]], box: FloatRect) -> list[tuple[float, float]]:
    """One point for each blot of colour, its middle."""
    blots: list[list[list[float]]] = []
    for point in points:
        near = next((blot for blot in blots if abs(blot[0][0] - point[0]) + abs(blot[0][1] - point[1]) < 60), None)
        if near is None:
            blots.append([point])
        else:
            near.append(point)
    middles = [(sum(x for x, _ in blot) / len(blot), sum(y for _, y in blot) / len(blot)) for blot in blots]
    return [(box["x"] + x, box["y"] + y) for x, y in middles]


def test_operator_reads_the_evaluation(visit: Visit, reported: Path) -> None:
    """Charts are drawn and named, filters narrow the failures, and one opens in full."""
    assert reported.exists()
    page = go(visit().page, "evaluation")
    page.locator(".echarts-container canvas").first.wait_for()
    for view in ("By type", "Type by language", "What is wrong"):
        page.get_by_text(view, exact=True).first.click()
        page.locator(f"[aria-label*='{view}']").first.wait_for()
    page.get_by_text("2 of 2").wait_for()
    page.get_by_label("Words").fill("watch")
    page.keyboard.press("Enter")
    page.get_by_text("1 of 2").wait_for()
    page.get_by_text("How long may a watch last?").click()
    page.get_by_text("number: 6 hours, not 8").wait_for()


def test_settings_change_language_and_tell_what_leaves(visit: Visit) -> None:
    """Nothing leaves by default, and the page says so in the language that was chosen on it."""
    page = go(visit().page, "settings")
    page.get_by_text("Nothing leaves this machine.").wait_for()
    page.locator(".st-key-settings-language [data-testid=stSelectbox]").or_(
        page.locator(".st-key-settings-language")
    ).first.click()
    page.get_by_role("option", name="Français").click()
    page.get_by_text("Rien ne quitte cette machine.").wait_for()
    page.wait_for_function("document.documentElement.lang === 'fr'")


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: f"{reader.locale}-{reader.scheme}-{reader.width}")
def test_nothing_serious_is_found(visit: Visit, reported: Path, reader: Reader) -> None:
    """axe-core finds nothing serious on any page, in any theme, language and width, and none scrolls sideways."""
    assert reported.exists()
    page = visit(locale=reader.locale, scheme=reader.scheme, width=reader.width).page
    language = next((one for one in Language if reader.locale.startswith(one)), Language.EN)
    for name in NAMES:
        go(page, name, language)
        page.wait_for_timeout(1_500)
        assert (name, findings(page)) == (name, [])
        assert widest(page) <= reader.width


def test_side_by_side_and_opened_lines_are_accessible(visit: Visit) -> None:
    """axe-core finds nothing serious on a comparison, an opened heading and an opened checklist."""
    page = go(visit(scheme="dark").page, "browse")
    page.get_by_text("I. Rules for every station").click()
    page.locator("strong", has_text="Watches and rest").wait_for()
    assert findings(page) == []
    go(page, "compare")
    page.get_by_label("Or words").fill("opening letters")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Skerry Rules").wait_for()
    assert findings(page) == []
    go(page, "checklist")
    page.get_by_text("Requests and complaints").first.click()
    page.locator('[class*="st-key-check-"] button').first.wait_for()
    assert findings(page) == []


def test_a_choice_is_there_when_its_reader_comes_back(visit: Visit) -> None:
    """From a comparison to another page and back, the words are still compared."""
    page = go(visit().page, "compare")
    page.get_by_label("Or words").fill("opening letters")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Skerry Rules").wait_for()
    go(go(page, "browse"), "compare")
    page.get_by_role("heading", name="Skerry Rules").wait_for()
    assert page.get_by_label("Or words").input_value() == "opening letters"
