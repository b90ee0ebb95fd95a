"""The provision panel in a real browser: exact marks, ways on and back, languages side by side, the flag, the citation."""

import json
from pathlib import Path

import pytest

from tests.browser.conftest import Visit
from tests.browser.reading import FOG, FOG_CHIP, MARKED, ask, button, opened, still

pytestmark = pytest.mark.slow


def test_exactly_the_quoted_words_are_marked(visit: Visit) -> None:
    """The panel marks the quoted words and nothing else, under the heading path, with the official document's address."""
    panel = opened(visit().page)
    panel.get_by_text("On a blind night the keeper on watch shall:").wait_for()
    panel.locator(MARKED).first.wait_for()
    assert panel.locator(MARKED).all_inner_texts()[0] == "Sound the horn once every two minutes;"
    assert "On a blind night" not in "".join(panel.locator(MARKED).all_inner_texts())
    assert "I. Rules for every station › Lamps and signals" in panel.inner_text()
    link = panel.get_by_role("link", name="Official document")
    assert link.get_attribute("href") == "https://example.org/en/LK/RES/4/12"


def test_on_and_back_and_closed(visit: Visit) -> None:
    """From a provision the next is a click away and so is the way back; closed, it stays closed after another question."""
    page = visit().page
    panel = opened(page)
    button(panel, "Skerry Rules, rule 5 (1)").click()
    panel.get_by_text("A watch shall not last longer than six hours.").wait_for()
    still(page)
    assert panel.locator(MARKED).count() == 0
    button(panel, "Back to Skerry Rules, rule 4 (a)").click()
    panel.locator(MARKED).first.wait_for()
    page.keyboard.press("Escape")
    panel.wait_for(state="detached")
    ask(page, "Skerry Rules, rule 15").get_by_text("twice a year").first.wait_for()
    assert page.get_by_role("dialog").count() == 0


def test_languages_side_by_side(visit: Visit) -> None:
    """Two languages stand beside each other and the digest beside them; only the quoted ones are marked."""
    panel = opened(visit().page)
    panel.get_by_text("Chinese", exact=True).click()
    chinese = panel.get_by_text("盲夜当班的看守人应：")
    chinese.wait_for()
    still(panel.page)
    english = panel.get_by_text("On a blind night the keeper on watch shall:")
    digest = panel.get_by_text("must sound the horn once every 2 minutes")
    boxes = [place.bounding_box() for place in (english, chinese, digest)]
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(set(lefts))
    assert len(lefts) == 3
    assert "每两分钟" not in "".join(panel.locator(MARKED).all_inner_texts())


def test_flag_is_kept_only_when_sent(visit: Visit, data: Path) -> None:
    """Nothing is stored until a reader flags a claim; then one line holds what the page said that it would."""
    kept = data / "data" / "feedback.jsonl"
    before = kept.read_text().splitlines() if kept.exists() else []
    page = visit().page
    panel = opened(page)
    button(panel, "This does not support the claim").click()
    page.get_by_text("Only with this is anything stored").wait_for()
    assert (kept.read_text().splitlines() if kept.exists() else []) == before
    page.get_by_label("What is wrong with it?").fill("It says two minutes.")
    button(page, "Keep this flag").click()
    panel.get_by_text("Kept in feedback.jsonl").wait_for()
    line = json.loads(kept.read_text().splitlines()[-1])
    assert line.pop("at")
    assert line == {
        "question": FOG,
        "language": "en",
        "claim": "On a blind night the keeper on watch must sound the horn once every 2 minutes.",
        "instrument": "sample-rules",
        "locator": "4(a)",
        "note": "It says two minutes.",
    }


def test_citation_is_copied_with_a_click(visit: Visit) -> None:
    """The citation goes to the clipboard as it stands, in the style that the reader chose."""
    page = visit().page
    panel = opened(page)
    panel.get_by_text("OSCOLA", exact=True).click()
    panel.get_by_text("r 4(a)").wait_for()
    shown = panel.locator("code").inner_text()
    copying = panel.get_by_role("button", name="Copy to clipboard")
    assert copying.locator("xpath=ancestor::div[2]").evaluate("part => getComputedStyle(part).opacity") == "1"
    copying.click()
    assert page.evaluate("navigator.clipboard.readText()") == shown


def test_nearest_provision_opens_from_a_refusal(visit: Visit) -> None:
    """What a refusal names is opened like any citation; there is no claim in it to be flagged."""
    panel = opened(visit().page, "What does rule 99 of the Skerry Rules say?", "Skerry Rules, rule 16 (1)")
    panel.get_by_text("To enter every room").wait_for()
    assert panel.get_by_role("button", name="This does not support the claim").count() == 0
    assert FOG_CHIP not in panel.inner_text()
