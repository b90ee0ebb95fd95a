"""The panel's logic without a browser: languages beside each other, the way back, flags."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus.types import Language
from rag.pipeline import Pipeline
from rag.present.words import PAGE
from tests.chat.pages import ask, keys, page_over, shown

FOG = "What does rule 4 of the Skerry Rules say?"


def opened(pipeline: Pipeline) -> AppTest:
    """The page with rule 4 (a) open."""
    page = ask(page_over(pipeline), FOG)
    return page.button(key="turn-0-card-0-0").click().run()


def label(page: AppTest) -> str:
    """What is open."""
    return str(page.header[0].value).replace("\\", "")


def test_languages_beside_each_other(skerry: Pipeline) -> None:
    """Words in two languages are shown together, and stay chosen on the way to the next provision."""
    page = opened(skerry)
    page.button_group(key="words_in").set_value([Language.EN, Language.ZH]).run()
    assert "On a blind night the keeper on watch shall:" in shown(page)
    assert "盲夜当班的看守人应：" in shown(page)
    page.button(key="sheet-after").click().run()
    assert "A watch shall not last longer than six hours." in shown(page)
    assert "一班守夜不得超过6小时。" in shown(page)


def test_no_language_chosen_is_the_first_again(skerry: Pipeline) -> None:
    """Whoever takes the last language away gets the citation's own."""
    page = opened(skerry)
    page.button_group(key="words_in").set_value([]).run()
    assert "On a blind night the keeper on watch shall:" in shown(page)


def test_way_back(skerry: Pipeline) -> None:
    """Two provisions on, two steps lead back to the one that was opened."""
    page = opened(skerry)
    for _ in range(2):
        page.button(key="sheet-after").click().run()
    assert label(page) == "Skerry Rules, rule 5 (2)"
    for _ in range(2):
        page.button(key="sheet-back").click().run()
    assert label(page) == "Skerry Rules, rule 4 (a)"
    assert not keys(page, "sheet-back")


def test_flag_names_the_claim_that_was_chosen(skerry: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second of three claims is flagged: the line holds it and its own citation, and the form is gone."""
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path))
    page = opened(skerry)
    page.radio(key="flag-claim").set_value(1)
    page.text_area(key="flag-note").set_value("No.")
    (send,) = [button for button in page.button if button.label == PAGE["flag_send"][0]]
    send.click().run()
    line = json.loads((tmp_path / "feedback.jsonl").read_text())
    assert (line["claim"], line["locator"], line["note"]) == (
        "On a blind night the keeper on watch must note in the log when the fog came and went.",
        "4(b)",
        "No.",
    )
    assert "Kept in feedback.jsonl" in shown(page)
    assert not page.text_area


def test_flag_that_cannot_be_kept_says_why(skerry: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be written the panel says so and keeps the form."""
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path))
    (tmp_path / "feedback.jsonl").mkdir()
    page = opened(skerry)
    (send,) = [button for button in page.button if button.label == PAGE["flag_send"][0]]
    send.click().run()
    assert "cannot be written" in shown(page)
    assert page.text_area


@pytest.mark.parametrize("language", list(Language))
def test_every_language_of_the_page(skerry: Pipeline, language: Language) -> None:
    """In each official language the first page, an answer and its panel speak it."""
    page = page_over(skerry)
    page.selectbox(key="interface").set_value(language).run()
    column = list(Language).index(language)
    assert PAGE["subtitle"][column] in shown(page)
    ask(page, FOG)
    page.button(key="turn-0-card-0-0").click().run()
    assert f"**{PAGE['words'][column]}**" in shown(page)
