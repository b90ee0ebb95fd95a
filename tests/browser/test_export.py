"""What can be saved from an answer: each form arrives as a file with a name of its own and holds what was chosen."""

import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.reading import FOG, ask, button

pytestmark = pytest.mark.slow


def saved(page: Page, form: str) -> Path:
    """The file that a click on a form's button gives."""
    with page.expect_download() as coming:
        page.get_by_role("button", name=form, exact=True).locator("visible=true").click()
    return Path(coming.value.path()).rename(Path(coming.value.path()).with_name(coming.value.suggested_filename))


def test_every_form_is_saved(visit: Visit) -> None:
    """All six forms come as files; each holds the instrument's symbol or number."""
    page = visit().page
    button(ask(page, FOG), "Save").click()
    files = {form: saved(page, form) for form in ("Word", "Markdown", "JSON", "BibTeX", "RIS", "CSL-JSON")}
    assert {path.name.partition(".")[2] for path in files.values()} == {"docx", "md", "json", "bib", "ris", "csl.json"}
    assert "word/footnotes.xml" in zipfile.ZipFile(files["Word"]).namelist()
    assert len(json.loads(files["JSON"].read_text())["claims"]) == 3
    assert "sound the horn" in files["Markdown"].read_text()
    assert files["BibTeX"].read_text().startswith("@")
    assert files["RIS"].read_text().startswith("TY  - ")
    assert json.loads(files["CSL-JSON"].read_text())


def test_selection_is_saved(visit: Visit) -> None:
    """Of three sentences the one that is chosen stands in the file."""
    page = visit().page
    button(ask(page, FOG), "Save").click()
    page.locator(".st-key-turn-0-export-claims input").locator("visible=true").click()
    page.get_by_role("option").filter(has_text="note in the log").click()
    page.keyboard.press("Escape")
    page.wait_for_timeout(2_000)  # the buttons are drawn anew with what was chosen
    claims = json.loads(saved(page, "JSON").read_text())["claims"]
    assert [claim["citations"][0]["locator"] for claim in claims] == ["4(b)"]
