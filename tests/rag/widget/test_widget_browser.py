"""The widget in a real browser: on its demo page, on pages of other origins, over services that misbehave."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from playwright.sync_api import Locator, Page

from corpus.types import Language
from docs.pictures.serving import CHROMIUM
from rag.api.app import create_app, protected
from rag.api.keys import KeyRing
from rag.api.widget import widget_script
from rag.messages import message
from rag.pipeline import Pipeline
from tests.rag.api.serving import listening, settings_in
from tests.rag.widget.conftest import Stage, Visit
from tests.rag.widget.sites import Site, opened
from tests.rag.widget.test_script import WORDS

FOG = "What does rule 4 of the Skerry Rules say?"
EN = WORDS["en"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium fonts-noto-cjk (make test does it)"),
]


def ask(page: Page, question: str) -> Locator:
    """Type a question, send it and give its answer's place, once it is complete."""
    page.get_by_role("textbox").fill(question)
    page.keyboard.press("Enter")
    turn = page.locator("article").first
    turn.and_(page.locator("[aria-busy=false]")).wait_for()
    return turn


def own_copy(attributes: str) -> str:
    """A page that has the script itself, not from the service."""
    return f"<!doctype html><pinpoint-ask {attributes}></pinpoint-ask><script>{widget_script()}</script>"


def tag(stage: Stage, more: str = "") -> str:
    """The one line of HTML."""
    return f'<script src="{stage.service}/widget.js" {more} defer></script>'


def test_answers_on_its_demo_page(visit: Visit, stage: Stage) -> None:
    """Claims come with official words, label, force and verb; links lead to the provision; nothing goes elsewhere."""
    seen = visit(f"{stage.service}/widget?lang=en")
    turn = ask(seen.page, FOG)
    claims = turn.locator("li.claim")
    assert claims.count() == 3
    assert "must sound the horn once every 2 minutes" in claims.nth(0).inner_text()
    assert claims.nth(0).locator("blockquote p").all_inner_texts() == [
        "On a blind night the keeper on watch shall:",
        "(a) Sound the horn once every two minutes;",
    ]
    assert claims.nth(1).locator("blockquote").inner_text().startswith("(b) Write in the log")
    link = claims.nth(0).get_by_role("link", name="Skerry Rules, rule 4 (a)")
    assert link.get_attribute("href") == f"{stage.service}/p/sample-rules/4(a)"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert claims.nth(0).locator(".badge").all_inner_texts() == ["official text", "rules, not binding", "must"]
    assert EN["checked_official"] in turn.inner_text()
    assert {url.split("/")[2] for url in seen.addresses if not url.startswith("data:")} == {stage.service.split("/")[2]}
    assert seen.complaints == []


def test_link_opens_the_provision(visit: Visit, stage: Stage) -> None:
    """A click on a citation opens its page beside the answer."""
    page = visit(f"{stage.service}/widget").page
    turn = ask(page, FOG)
    with page.expect_popup() as popup:
        turn.get_by_role("link").first.click()
    popup.value.get_by_role("heading", name="Skerry Rules, rule 4 (a)").wait_for()


def test_page_of_an_allowed_site(visit: Visit, stage: Stage) -> None:
    """One script tag puts the widget where it stands; it answers, and neither disturbs the other."""
    stage.allowed.html = (
        "<!doctype html><style>* {font-style: italic; color: red !important} pinpoint-ask {margin: 30px}</style>"
        f"<p id=before>Before</p>{tag(stage)}<p id=after>After</p>"
    )
    seen = visit(stage.allowed.origin)
    order = seen.page.evaluate("[...document.body.children].map(e => e.localName + (e.id && '#' + e.id))")
    assert order == ["p#before", "script", "pinpoint-ask", "p#after"]
    turn = ask(seen.page, FOG)
    assert turn.locator("li.claim").count() == 3
    style = turn.locator(".said").first.evaluate("e => [getComputedStyle(e).fontStyle, getComputedStyle(e).color]")
    assert style == ["normal", "rgb(16, 21, 26)"]
    assert seen.page.locator("#before").evaluate("e => getComputedStyle(e).fontStyle") == "italic"
    assert turn.get_by_role("link").first.get_attribute("href") == f"{stage.service}/p/sample-rules/4(a)"
    assert seen.complaints == []


def test_page_of_a_site_that_is_not_allowed(visit: Visit, stage: Stage) -> None:
    """The same page elsewhere gets no answer, and says what the operator has to type; once it is allowed, it is answered."""
    stage.strange.html = f"<!doctype html>{tag(stage)}"
    page = visit(stage.strange.origin).page
    turn = ask(page, FOG)
    assert turn.locator("li.claim").count() == 0
    assert stage.service.removeprefix("http://") in turn.inner_text()
    assert turn.locator("code").inner_text() == f"PINPOINT_ALLOWED_ORIGINS={stage.strange.origin}"
    page.locator("pinpoint-ask").evaluate("(e, to) => e.setAttribute('endpoint', to)", stage.allowed.origin)
    assert turn.get_by_role("button", name=EN["again"]).is_visible()


def test_page_with_a_strict_policy(visit: Visit, stage: Stage) -> None:
    """It works, style too, where a page allows no inline style and no script but ours."""
    policy = f"default-src 'none'; script-src {stage.service}; connect-src {stage.service}"
    stage.allowed.html = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}">{tag(stage)}'
    seen = visit(stage.allowed.origin)
    assert ask(seen.page, FOG).locator("li.claim").count() == 3
    assert seen.page.get_by_role("button", name="Ask").evaluate("e => getComputedStyle(e).fontWeight") == "600"
    assert [said for said in seen.complaints if "favicon" not in said] == []


def test_placed_by_hand_and_dressed_by_attributes(visit: Visit, stage: Stage) -> None:
    """An element in the page is used where it stands; attributes and custom properties set language, theme and colours."""
    stage.allowed.html = (
        "<!doctype html><html lang=de><body>"
        f"<script src='{stage.service}/widget.js'></script>"
        "<pinpoint-ask lang=fr theme=dark heading='Le phare' style='--pinpoint-accent: rgb(255, 200, 0)'></pinpoint-ask>"
    )
    page = visit(stage.allowed.origin).page
    assert page.locator("pinpoint-ask").count() == 1
    assert page.get_by_role("heading", level=2).inner_text() == "Le phare"
    button = page.get_by_role("button", name="Demander")
    assert button.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 200, 0)"
    assert page.locator(".box").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(19, 23, 27)"


def test_data_attributes_of_the_script(visit: Visit, stage: Stage) -> None:
    """What the script tag says in data attributes holds for the element that it places."""
    stage.allowed.html = f"<!doctype html>{tag(stage, 'data-lang=ru data-theme=dark')}"
    page = visit(stage.allowed.origin).page
    assert page.get_by_role("heading", level=2).inner_text() == WORDS["ru"]["title"]
    assert page.locator("pinpoint-ask").get_attribute("theme") == "dark"


def test_script_of_another_place(visit: Visit, stage: Stage) -> None:
    """A copy of the script on the page's own site answers from the endpoint that is named, with the key that is given."""
    stage.allowed.html = own_copy(f"endpoint='{stage.service}' key='none'")
    assert ask(visit(stage.allowed.origin).page, FOG).locator("li.claim").count() == 3


def test_key(visit: Visit, skerry: Pipeline, tmp_path: Path) -> None:
    """Where a key is needed the widget says so, and with the attribute it is answered, from another origin too."""
    with opened(Site()) as site:
        settings = replace(settings_in(tmp_path), origins=(site.origin,), host="192.0.2.1")
        _, key = KeyRing(settings.keys).create("page")
        near = replace(settings, host="127.0.0.1")
        with listening(protected(create_app(skerry, settings)), near) as service:
            site.html = own_copy(f"endpoint='{service}'")
            page = visit(site.origin).page
            turn = ask(page, FOG)
            assert EN["needs_key"] in turn.inner_text()
            page.locator("pinpoint-ask").evaluate("(e, key) => e.setAttribute('key', key)", key)
            turn.get_by_role("button", name=EN["again"]).click()
            turn.locator("li.claim").nth(2).wait_for()
            assert key not in page.locator(".box").inner_text()


def test_refusal_is_help(visit: Visit, stage: Stage) -> None:
    """A refusal says why and quotes what is nearest, and is no error."""
    turn = ask(visit(f"{stage.service}/widget?lang=en").page, "Skerry Rules, rule 99")
    assert "There is no such provision" in turn.locator(".notice").inner_text()
    assert turn.get_by_role("heading", name=EN["nearest"]).is_visible()
    assert turn.locator(".near").count() >= 1
    assert turn.locator(".near blockquote").first.inner_text()
    assert turn.locator("li.claim").count() == 0


def test_chinese_reader(visit: Visit, stage: Stage) -> None:
    """A browser in Chinese gets the widget in Chinese, and a Chinese question the Chinese words."""
    stage.allowed.html = f"<!doctype html>{tag(stage)}"
    page = visit(stage.allowed.origin, locale="zh-CN").page
    turn = ask(page, "礁石规则第15条说了什么？")
    assert page.get_by_role("button", name="提问").is_visible()
    assert turn.locator("blockquote").inner_text() == "每座灯塔每年应检查两次，其中一次不预先通知。"
    assert turn.locator(".said").get_attribute("lang") == "zh"
    assert turn.locator(".badge").all_inner_texts() == ["官方原文", "规则，无约束力", "必须"]


def test_arabic_runs_from_right_to_left(visit: Visit, stage: Stage) -> None:
    """In Arabic the widget is mirrored, words of other languages keep their own direction, and the switch keeps answers."""
    page = visit(f"{stage.service}/widget?lang=en").page
    turn = ask(page, FOG)
    page.get_by_role("combobox", name=EN["language"]).select_option("ar")
    box = page.locator(".box")
    assert (box.get_attribute("dir"), box.get_attribute("lang")) == ("rtl", "ar")
    send, hint = (page.locator(one).bounding_box() for one in ("button.main", ".hint"))
    assert send is not None
    assert hint is not None
    assert send["x"] > hint["x"]
    assert turn.locator(".badge").first.inner_text() == WORDS["ar"]["official"]
    assert turn.locator(".said").first.evaluate("e => getComputedStyle(e).direction") == "ltr"
    assert turn.locator(".said").first.get_attribute("lang") == "en"
    question = page.get_by_role("textbox", name=WORDS["ar"]["question"])
    assert question.evaluate("e => getComputedStyle(e).direction") == "rtl"
    question.fill("What?")
    assert question.evaluate("e => getComputedStyle(e).direction") == "ltr"


def test_keyboard_alone(visit: Visit, stage: Stage) -> None:
    """Language, question, button, links follow one another; Enter asks, Shift and Enter is a line, the focus stays."""
    page = visit(f"{stage.service}/widget?lang=en").page
    focused = "() => document.querySelector('pinpoint-ask').shadowRoot.activeElement?.localName"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "select"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "textarea"
    page.keyboard.type("Skerry Rules,")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("rule 4")
    assert page.get_by_role("textbox").input_value() == "Skerry Rules,\nrule 4"
    page.get_by_role("textbox").dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    assert page.locator("article").count() == 0
    page.keyboard.press("Enter")
    page.locator("article[aria-busy=false]").wait_for()
    assert page.evaluate(focused) == "textarea"
    assert page.get_by_role("textbox").input_value() == ""
    for wanted in ("button", "a", "a", "a", "button"):
        page.keyboard.press("Tab")
        assert page.evaluate(focused) == wanted
    outline = page.get_by_role("button", name=EN["clear"]).evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert page.locator("article").count() == 0
    assert page.evaluate(focused) == "textarea"


def test_screen_reader(visit: Visit, stage: Stage) -> None:
    """Everything has a name and a role; a live region says what goes on, politely, and nothing is said twice."""
    page = visit(f"{stage.service}/widget?lang=en").page
    assert page.get_by_role("combobox", name=EN["language"]).count() == 1
    box = page.get_by_role("textbox", name=EN["question"])
    described = box.get_attribute("aria-describedby")
    assert page.locator(f"#{described}").inner_text().startswith("It finds and quotes")
    status = page.get_by_role("status")
    assert status.get_attribute("aria-live") == "polite"
    page.get_by_role("button", name="Ask").click()
    assert status.inner_text() == EN["empty"]
    turn = ask(page, FOG)
    assert status.text_content() == "Statements found: 3. What the texts say, paragraph by paragraph:"
    assert turn.get_by_role("heading", level=3).inner_text() == FOG
    assert page.get_by_role("region", name=EN["answers"]).count() == 1
    name = turn.get_by_role("link").first.inner_text()
    assert name.replace("\n", " ").endswith("(opens in a new tab)")
    assert turn.locator("[lang=en]").count() >= 6


CONTRAST = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let e = node; e; e = e.parentElement) {
      const found = numbers(getComputedStyle(e).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const e of document.querySelector("pinpoint-ask").shadowRoot.querySelectorAll(".box *")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || e.closest(".hidden")) continue;
    const [one, other] = [light(numbers(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) bad.push([e.className || e.localName, e.textContent, ratio]);
  }
  return bad;
}"""


@pytest.mark.parametrize("dark", [False, True])
def test_contrast(visit: Visit, stage: Stage, dark: bool) -> None:
    """Every piece of text has a contrast of 4.5 to 1 with what is behind it, light and dark, as the browser is."""
    page = visit(f"{stage.service}/widget?lang=en", dark=dark).page
    ask(page, FOG)
    ask(page, "Skerry Rules, rule 99")
    assert page.locator(".box").evaluate("e => getComputedStyle(e).colorScheme") == ("dark" if dark else "light")
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("language", ["fr", "ru", "ar"])
def test_phone_needs_no_sideways_scrolling(visit: Visit, stage: Stage, language: str) -> None:
    """On a small phone nothing is wider than the screen, and what is to be tapped is large enough."""
    page = visit(f"{stage.service}/widget?lang={language}", width=320).page
    turn = ask(page, FOG)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".box").evaluate("e => e.scrollWidth <= e.clientWidth")
    send = page.locator("button.main").bounding_box()
    assert send is not None
    assert send["height"] >= 44
    assert turn.is_visible()


def events(answer: dict[str, Any]) -> bytes:
    """A stream as the API sends it."""
    named = [("passages", {"passages": answer["passages"]}), *(("claim", claim) for claim in answer["claims"])]
    named += [("answer", answer), ("done", {})]
    return b"".join(b"event: " + name.encode() + b"\ndata: " + orjson.dumps(data) + b"\n\n" for name, data in named)


@pytest.fixture
def stub() -> Iterator[Site]:
    """A service that gives what a test tells it to, with a page that has the widget in it."""
    with opened(Site()) as site:
        site.html = (
            f"<!doctype html><pinpoint-ask lang=en endpoint='{site.origin}'></pinpoint-ask><script>{widget_script()}</script>"
        )
        yield site


def spoken(pipeline: Pipeline, question: str = FOG) -> dict[str, Any]:
    """An answer as JSON."""
    answer: dict[str, Any] = orjson.loads(orjson.dumps(pipeline.ask(question)))
    return answer


def test_stream_in_pieces(visit: Visit, stub: Site, skerry: Pipeline) -> None:
    """A stream that is cut in the middle of letters, lines and events is read like a whole one, with either line end."""
    whole = events(spoken(skerry, "礁石规则第15条说了什么？"))
    for stream, size in ((whole, 7), (whole.replace(b"\n", b"\r\n"), 1_001)):
        stub.pieces = [stream[begin : begin + size] for begin in range(0, len(stream), size)]
        turn = ask(visit(stub.origin).page, "礁石规则第15条说了什么？")
        assert turn.locator(".said").inner_text() == "每座灯塔每年必须检查2次，其中一次不预先通知。"


def test_claims_are_shown_as_they_come(visit: Visit, stub: Site, skerry: Pipeline) -> None:
    """The first claim stands on the page before the last one has come; a stop keeps it, and says that there is more."""
    stub.pieces = [one + b"\n\n" for one in events(spoken(skerry)).split(b"\n\n")[:-1]]
    stub.pause = 2.0
    page = visit(stub.origin).page
    page.get_by_role("textbox").fill(FOG)
    page.keyboard.press("Enter")
    page.locator("li.claim").first.wait_for()
    assert page.locator("article").get_attribute("aria-busy") == "true"
    page.get_by_role("button", name=EN["stop"]).click()
    page.locator(".notice").get_by_text(EN["stopped"]).wait_for()
    assert 1 <= page.locator("li.claim").count() < 3
    assert page.get_by_role("button", name=EN["send"]).is_visible()


def test_follow_up_sends_earlier_questions(visit: Visit, stub: Site, skerry: Pipeline) -> None:
    """Earlier questions go along, oldest first, and how a follow-up was read is said."""
    answer = spoken(skerry)
    stub.pieces = [events(answer)]
    page = visit(stub.origin).page
    ask(page, FOG)
    stub.pieces = [events({**answer, "resolved_question": f"{FOG} And in a storm?"})]
    turn = ask(page, "And in a storm?")
    assert [one["history"] for one in stub.asked] == [[], [FOG]]
    assert all(one["stream"] is True for one in stub.asked)
    assert f"{EN['read_as']} {FOG} And in a storm?" in turn.inner_text()


def test_correction(visit: Visit, stub: Site, skerry: Pipeline) -> None:
    """A false premise is told of before what the texts say, in the answer's own words and once."""
    said = message("corrected", Language.EN)
    answer = {**spoken(skerry), "reason": "false_premise", "message": said}
    stub.pieces = [events(answer)]
    turn = ask(visit(stub.origin).page, FOG)
    assert turn.locator(".notice p").all_inner_texts() == [said]
    assert turn.locator("li.claim").count() == 3


HOSTILE = '<img src=x onerror="document.title=1"><b id=evil>b</b> {host} $& javascript:alert(1)'


def test_text_from_outside_is_letters(visit: Visit, stub: Site, skerry: Pipeline) -> None:
    """Markup in any field of an answer is shown letter for letter; a link leads nowhere but to the endpoint."""
    answer = spoken(skerry)
    for citation in [one for claim in answer["claims"] for one in claim["citations"]]:
        citation.update(
            label=HOSTILE, quote=HOSTILE, instrument="../../evil", locator="javascript:alert(1)", url="javascript:1"
        )
        citation.update(binding=HOSTILE, modality="toString")
    for claim in answer["claims"]:
        claim["text"] = HOSTILE + "!"
    answer.update(message=HOSTILE, resolved_question=HOSTILE, corpus_version=HOSTILE, see_also=answer["claims"][0]["citations"])
    answer["engine"]["llm"] = HOSTILE
    stub.pieces = [events(answer)]
    seen = visit(stub.origin)
    turn = ask(seen.page, HOSTILE)
    assert turn.inner_text().count("<b id=evil>b</b> {host} $& javascript:alert(1)") >= 10
    assert turn.locator("#evil, img, script").count() == 0
    assert turn.locator(".badge").last.inner_text() == "toString"
    for link in turn.get_by_role("link").all():
        assert (link.get_attribute("href") or "").startswith(f"{stub.origin}/p/")
    assert seen.page.title() == ""
    assert seen.complaints == []


MISBEHAVING = [
    # status, headers, body, what the reader is told
    (401, {}, b'{"error": {"type": "not_allowed"}}', EN["needs_key"]),
    (429, {"Retry-After": "7"}, b"{}", EN["wait"].replace("{seconds}", "7")),
    (503, {"Retry-After": "2"}, b'{"error": {"type": "not_ready"}}', EN["opening"]),
    (503, {}, b'{"error": {"type": "overloaded"}}', EN["wait"].replace("{seconds}", "10")),
    (400, {}, b'{"error": {"message": "The question is odd.", "hint": "Ask anew."}}', "The question is odd. Ask anew."),
    (502, {}, b"<html>proxy</html>", EN["failed"]),
    (200, {}, b"", EN["cut_off"]),
    (200, {}, b'event: passages\ndata: {"passages": []}\n\nevent: cl', EN["cut_off"]),
    (
        200,
        {},
        b'event: error\ndata: {"error": {"message": "It broke off.", "hint": "Ask anew."}}\n\n',
        "It broke off. Ask anew.",
    ),
    (200, {}, b"event: answer\ndata: {not json}\n\n", EN["failed"]),
    (200, {}, b"event: answer\ndata: {}\n\n", EN["failed"]),
    (200, {}, b'event: claim\ndata: "oil"\n\n', EN["failed"]),
    (200, {}, b"<html>a page</html>", EN["cut_off"]),
]


@pytest.mark.parametrize(("status", "headers", "body", "told"), MISBEHAVING)
def test_services_that_misbehave(
    visit: Visit, stub: Site, skerry: Pipeline, status: int, headers: dict[str, str], body: bytes, told: str
) -> None:
    """Whatever comes instead of an answer, the reader is told what it means, and may try again."""
    stub.status, stub.headers, stub.pieces = status, headers, [body]
    page = visit(stub.origin).page
    turn = ask(page, FOG)
    assert told in turn.locator(".notice").inner_text()
    assert page.get_by_role("status").text_content() != EN["searching"]
    stub.status, stub.headers, stub.pieces = 200, {}, [events(spoken(skerry))]
    turn.get_by_role("button", name=EN["again"]).click()
    turn.locator("li.claim").nth(2).wait_for()
    assert turn.locator(".notice").count() == 0


def test_endpoint_that_is_no_address(visit: Visit, stub: Site) -> None:
    """An endpoint that is no address is named, with the form that it has to have."""
    stub.html = (
        f"<!doctype html><pinpoint-ask lang=en endpoint='javascript:alert(1)'></pinpoint-ask><script>{widget_script()}</script>"
    )
    turn = ask(visit(stub.origin).page, FOG)
    assert "javascript:alert(1)" in turn.locator(".notice").inner_text()
    assert "https://pinpoint.example/" in turn.locator(".notice").inner_text()
