"""docs/widget.md says what the widget does: its pages are opened and asked, its tables held to the code."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from rag.api.widget import widget_script
from tests.rag.api.test_docs import run
from tests.rag.widget.conftest import Stage, Visit
from tests.rag.widget.test_script import FOLDER
from tests.rag.widget.test_widget_browser import FOG, ask
from tests.rag.widget.test_widget_browser import pytestmark as needs

DOCS = (Path(__file__).resolve().parents[3] / "docs" / "widget.md").read_text(encoding="utf-8")
PAGES = re.findall(r"```html\n(.*?)```", DOCS, re.DOTALL)
ADDRESS = "https://pinpoint.example"

pytestmark = needs


def opened_as_told(visit: Visit, stage: Stage, html: str) -> Page:
    """A page of the docs on the allowed site, over the service; its own copy of the script stands in it."""
    own = re.sub(r'<script src="widget.js"([^>]*)defer></script>', r"<script\1>{}</script>", html)
    whole = own.replace("{}", widget_script()) if own != html else html
    stage.allowed.html = f"<!doctype html>{whole.replace(ADDRESS, stage.service)}"
    return visit(stage.allowed.origin).page


@pytest.mark.parametrize("html", PAGES, ids=[f"page {number}" for number in range(1, len(PAGES) + 1)])
def test_page(visit: Visit, stage: Stage, html: str) -> None:
    """Each page of the docs holds one box, and it answers."""
    page = opened_as_told(visit, stage, html)
    assert page.locator("pinpoint-ask").count() == 1
    assert ask(page, FOG).locator("li.claim").count() == 3


def test_pages_do_what_is_said_of_them(visit: Visit, stage: Stage) -> None:
    """Language, theme, heading, colours and the event are as the docs say."""
    assert len(PAGES) == 6
    page = opened_as_told(visit, stage, PAGES[1])
    assert page.locator(".box").get_attribute("lang") == "fr"
    page = opened_as_told(visit, stage, PAGES[2])
    assert page.get_by_role("heading", level=2).inner_text() == "Ask the lighthouse rules"
    page = opened_as_told(visit, stage, PAGES[3])
    assert page.locator("button.main").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(122, 31, 92)"
    page = opened_as_told(visit, stage, PAGES[5])
    page.locator("li.claim").wait_for()
    page.wait_for_function("document.title === 'answered'")


def test_tables() -> None:
    """Every attribute and every custom property that there is stands on the page, and no other."""
    code = (FOLDER / "element.js").read_text(encoding="utf-8")
    (observed,) = re.findall(r"observedAttributes = \[(.*?)\]", code)
    assert set(re.findall(r"^\| `(\w+)` \|", DOCS, re.MULTILINE)) == set(re.findall(r'"(\w+)"', observed))
    style = (FOLDER / "widget.css").read_text(encoding="utf-8")
    assert set(re.findall(r"`(--pinpoint-[a-z-]+)`", DOCS)) == set(re.findall(r"var\((--pinpoint-[a-z-]+)", style))


def test_script_is_copied(stage: Stage, tmp_path: Path) -> None:
    """The command that copies the script gets it whole."""
    (command,) = re.findall(r"```sh\n(curl .*?)```", DOCS, re.DOTALL)
    done = run("sh", f"cd {tmp_path}; {command.replace(ADDRESS, stage.service)}", stage.service)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "widget.js").read_text(encoding="utf-8") == widget_script()
