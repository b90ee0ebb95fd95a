"""Asking in a real browser: answers, refusals, corrections, suggestions, and text from outside."""

import pytest

from docs.pictures.serving import ANSWER
from tests.browser.conftest import Visit
from tests.browser.reading import FOG, ask, button

pytestmark = pytest.mark.slow


def test_direct_sentence_comes_first(visit: Visit) -> None:
    """An answer begins with its first claim; its chip, verb, force, status and verdict stand below the official words."""
    answer = ask(visit().page, "Skerry Rules, rule 5 (1)")
    answer.get_by_text("checked").first.wait_for()
    shown = answer.inner_text()
    parts = (
        "A watch must not go on for more than 6 hours.",
        "“A watch shall not last longer than six hours.”",
        "Skerry Rules, rule 5 (1)",
        "must not",
        "rules, not binding",
        "official text",
        "checked",
    )
    places = [shown.index(part, shown.index(parts[2]) if at > 2 else 0) for at, part in enumerate(parts)]
    assert places == sorted(places)
    assert "What the texts say" not in shown


def test_example_is_answered(visit: Visit) -> None:
    """An example is answered by a click and then leaves the page."""
    page = visit().page
    button(page, "Inspector").click()
    page.locator(ANSWER).nth(1).get_by_text("Skerry Rules, rule 16 (1)").first.wait_for()
    page.get_by_role("button", name="Inspector").wait_for(state="detached")


def test_suggested_question_is_answered(visit: Visit) -> None:
    """A suggested question is answered by a click, and the suggestions go on to the newest answer."""
    page = visit().page
    ask(page, FOG)
    suggested = page.locator(".st-key-onward button").locator("visible=true").first
    question = suggested.inner_text()
    suggested.click()
    page.locator(ANSWER).nth(3).get_by_text("checked").first.wait_for()
    assert question in page.locator(ANSWER).nth(2).inner_text()


def test_refusal_names_what_is_nearest(visit: Visit) -> None:
    """A refusal says why and names the nearest provisions, and no error is shown."""
    page = visit().page
    refusal = ask(page, "What does rule 99 of the Skerry Rules say?")
    refusal.get_by_text("There is no such provision").wait_for()
    assert page.locator("[data-testid=stAlertContentError]").count() == 0
    button(refusal, "Skerry Rules, rule 16 (1)").wait_for()


def test_false_premise_is_put_right(visit: Visit) -> None:
    """What a question wrongly takes for granted is put right as help, with the provision that says so."""
    page = visit().page
    answer = ask(page, "Since a watch may last 12 hours, when does the next begin?")
    answer.locator("[data-testid=stAlertContentInfo]").wait_for()
    button(answer, "Skerry Rules, rule 5 (1)").wait_for()
    assert page.locator("[data-testid=stAlertContentError]").count() == 0


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


def test_long_question_is_help(visit: Visit) -> None:
    """A text pasted whole is answered with its length and the limit, and the next question is answered."""
    page = visit().page
    ask(page, "lamp " * 2_000).get_by_text("10,000 characters long; at most 4,000").wait_for()
    ask(page, FOG).get_by_text("must sound the horn").wait_for()
