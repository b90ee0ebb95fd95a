"""Pages of provisions and of stored answers: what they show, and that nothing in them can act."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.errors import StoreError, UnknownProvision
from corpus.library import Library
from corpus.types import FootnoteMark, Kind, Language, Provision, TextStatus
from rag.api.app import create_app, protected
from rag.api.folio import folio
from rag.api.shelf import Shelf
from rag.pipeline import Pipeline
from tests.rag.api.serving import near, settings_in


def _text(page: str) -> str:
    """The words of a page, without marks."""
    return re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))


def test_provision_in_all_its_languages(client: TestClient) -> None:
    """A page has the words of every language that is held, side by side, the digest, and what is around it."""
    page = client.get("/p/sample-rules/4")
    assert page.status_code == 200
    assert re.findall(r'class="column" lang="(\w+)" dir="ltr"', page.text) == ["en", "zh"]
    text = _text(page.text)
    for words in (
        "On a blind night the keeper on watch shall:",
        "盲夜当班的看守人应：",
        "must sound the horn once every 2 minutes.",
        "LK/RES/4/12",
        "2019-05-14",
        "rules, not binding",
        "Skerry Rules, rule 3",
        "Skerry Rules, rule 5 (1)",
    ):
        assert words in text
    assert 'href="/v1/provisions/sample-rules/4"' in page.text


def test_item_is_marked(client: TestClient) -> None:
    """Opened for an item, the page shows the whole paragraph and marks that item in each language."""
    page = client.get("/p/sample-rules/4(b)").text
    marked = re.findall(r'<p class="row depth-1 asked">(.*?)</p>', page)
    assert [_text(words).strip() for words in marked] == [
        "(b) Write in the log the hour at which the fog came and the hour at which it went;",
        "(b) 在日志里写明起雾和散雾的钟点；",
    ]


def test_rule_means_all_its_paragraphs(client: TestClient) -> None:
    """A rule's number shows each of its paragraphs, with the neighbours of the whole."""
    page = client.get("/p/sample-rules/5").text
    assert page.count("<article>") == 3
    assert 'rel="prev" href="/p/sample-rules/4"' in page
    assert 'rel="next" href="/p/sample-rules/6"' in page


def test_cross_references_go_both_ways(skerry: Pipeline, library: Library) -> None:
    """Where one provision's digest refers to another, each page has a link to the other."""
    digests = library.digests["sample-rules"]
    citing = {**digests, "4": digests["4"].model_copy(update={"cites": ("sample-rules 12", "sample-rules 15")})}
    referring = replace(library, digests={"sample-rules": citing})
    app = create_app(Pipeline(replace(skerry.index, library=referring), skerry.embedder), settings_in(Path("nowhere")))
    client = near(protected(app))
    text = client.get("/p/sample-rules/4").text
    assert "Refers to" in text
    for place in ("12(1)", "12(2)", "15"):
        assert f'href="/p/sample-rules/{place}"' in text
        other = client.get(f"/p/sample-rules/{place}").text
        assert "Referred to by" in other
        assert 'href="/p/sample-rules/4"' in other


def test_page_speaks_chinese(client: TestClient) -> None:
    """Browser or address decide on the page's own language; the address has the last word."""
    for page in (
        client.get("/p/sample-rules/4", headers={"accept-language": "zh-CN,zh;q=0.9"}),
        client.get("/p/sample-rules/4?lang=zh", headers={"accept-language": "en"}),
    ):
        assert '<html lang="zh">' in page.text
        assert re.findall(r'class="column" lang="(\w+)"', page.text) == ["zh", "en"]
        assert "《礁石规则》第4条" in page.text
    assert '<html lang="en">' in client.get("/p/sample-rules/4?lang=en", headers={"accept-language": "zh"}).text


@pytest.mark.parametrize("language", list(Language))
def test_digest_in_the_readers_language(client: TestClient, library: Library, language: Language) -> None:
    """What a provision says stands in the reader's language and direction, whatever the page itself speaks."""
    page = client.get("/p/sample-rules/4", headers={"accept-language": f"{language};q=0.9"}).text
    told = re.findall(r'<ul lang="(\w+)" dir="(\w+)">\s*<li class="lettered"><span class="item">(.+?)</span> (.+?) <span', page)
    first = library.digests["sample-rules"]["4"].statements[0]
    item = "(أ)" if language is Language.AR else "(a)"
    direction = "rtl" if language is Language.AR else "ltr"
    assert told == [(language, direction, item, html.escape(first.said(language), quote=False))]


@pytest.mark.parametrize(
    ("address", "browser", "language"),
    [
        ("", "de,fr;q=0.9", "fr"),
        ("", "arn-CL,est", "en"),
        ("", "pt-BR, es-419;q=0.8, en;q=0.5", "es"),
        ("", "fr;q=0, en;q=0.4, ru;q=0.7", "ru"),
        ("", "fr-CA, en;q=0.8", "fr"),
        ("?lang=xx", "ru", "ru"),
    ],
)
def test_first_language_of_ours_counts(client: TestClient, address: str, browser: str, language: str) -> None:
    """Languages that the texts do not have are passed over, whole: no other one that begins alike is taken for ours."""
    page = client.get(f"/p/sample-rules/4{address}", headers={"accept-language": browser})
    assert f'<h1 lang="{language}"' in page.text
    assert page.headers["vary"] == "accept-language"


MISSING = [
    ("/p/sample-rules/99", 404, "It runs from"),
    ("/p/nowhere/9", 404, "In scope:"),
    ("/p/sample-rules/rule%209", 400, "is not a locator"),
    ("/p/sample-rules/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404, "not_found"),  # a slash: no route of this kind
    ("/p/%3Cscript%3E/9", 404, "&lt;script&gt;"),
    ("/a/" + "0" * 32, 404, "No answer is kept"),
    ("/a/..%2F..%2Fkeys", 404, "not_found"),
    ("/a/%3Cb%3E", 404, "&lt;b&gt;"),
]


@pytest.mark.parametrize(("path", "status", "said"), MISSING)
def test_nothing_there(storing: TestClient, path: str, status: int, said: str) -> None:
    """Where nothing is, a page says so and how to go on; markup in an address stays letters."""
    page = storing.get(path)
    assert page.status_code == status
    assert said in page.text
    assert "<script" not in page.text or page.headers["content-type"] == "application/json"


def test_nothing_can_act(client: TestClient) -> None:
    """A page has no script, loads nothing from anywhere, and forbids the browser both."""
    page = client.get("/p/sample-rules/4")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert re.findall(r"<(?:script|img|iframe|object|embed)|\bsrc=|\bon\w+=|@import|url\(", page.text) == []
    assert re.findall(r'<link rel="(?!icon|canonical|alternate)', page.text) == []


def test_without_official_words(skerry: Pipeline, library: Library) -> None:
    """Where no official words are held the page has no column, the digest, and the status of a digest."""
    without = replace(library, texts={})
    shown = folio(without, "sample-rules", "4", Language.EN)
    assert [leaf.columns for leaf in shown.leaves] == [()]
    assert shown.status is TextStatus.DIGEST
    assert shown.leaves[0].statements
    settings = settings_in(Path("nowhere"))
    page = near(protected(create_app(Pipeline(replace(skerry.index, library=without), skerry.embedder), settings)))
    text = _text(page.get("/p/sample-rules/4").text)
    assert "not held here" in text
    assert "must sound the horn" in text
    assert "Sound the horn once" not in text


def _with(library: Library, language: Language, *changed: Provision) -> Library:
    held = {**library.texts["sample-rules"][language], **{one.locator: one for one in changed}}
    return replace(library, texts={**library.texts, "sample-rules": {**library.texts["sample-rules"], language: held}})


def test_damaged_words_are_not_shown(library: Library) -> None:
    """A damaged item shows no words in its own column, and no other language's stand in for them."""
    whole = library.texts["sample-rules"][Language.ZH]["4(a)"]
    damaged = replace(whole, status=TextStatus.DAMAGED, damage="cut")
    columns = folio(_with(library, Language.ZH, damaged), "sample-rules", "4", Language.EN).leaves[0].columns
    assert [(column.language, column.status) for column in columns] == [
        (Language.EN, TextStatus.OFFICIAL),
        (Language.ZH, TextStatus.DAMAGED),
    ]
    assert columns[1].rows[1].runs == ()
    assert columns[1].rows[2].runs != ()


def test_footnotes_stand_where_they_were(library: Library) -> None:
    """A footnote's mark stands at its place in the words, and its text below the column."""
    held = library.texts["sample-rules"][Language.EN]["6"]
    note = replace(held, locator="fn7", kind=Kind.FOOTNOTE, text="See the Bell Rules.", marks=())
    marked = replace(held, marks=(FootnoteMark(footnote="fn7", offset=10),))
    column = folio(_with(library, Language.EN, marked, note), "sample-rules", "6", Language.EN).leaves[0].columns[0]
    assert [(run.text, run.mark) for run in column.rows[0].runs] == [(held.text[:10], "7"), (held.text[10:], "")]
    assert column.notes == (("7", "See the Bell Rules."),)


@pytest.fixture
def storing(skerry: Pipeline, tmp_path: Path) -> TestClient:
    """A client where the operator has switched storing on."""
    return near(protected(create_app(skerry, replace(settings_in(tmp_path), store_answers=True))))


def _kept(client: TestClient, question: str) -> str:
    link = client.post("/v1/answers", json={"question": question}).headers["link"]
    match = re.fullmatch(r'<(/a/[0-9a-f]{32})>; rel="bookmark"', link)
    assert match
    return match[1]


def test_answer_is_kept(storing: TestClient, skerry: Pipeline, tmp_path: Path) -> None:
    """A stored answer's page has question, claims, official words and corpus version; asked again it is the same page."""
    path = _kept(storing, "What does rule 4 of the Skerry Rules say?")
    assert _kept(storing, "What does rule 4 of the Skerry Rules say?") == path
    assert len(list((tmp_path / "answers").iterdir())) == 1
    page = storing.get(path).text
    text = _text(page)
    for words in (
        "What does rule 4 of the Skerry Rules say?",
        "must sound the horn",
        "“Sound the horn once every two minutes;”",
    ):
        assert words in text
    assert skerry.index.version in text
    assert "have changed since" not in text
    assert 'href="/p/sample-rules/4(a)"' in page


def test_chat_is_kept_under_the_same_name(storing: TestClient) -> None:
    """The same question asked by chat has the same address."""
    question = "What does rule 4 of the Skerry Rules say?"
    body = {"model": "pinpoint", "messages": [{"role": "user", "content": question}]}
    assert _kept(storing, question) in storing.post("/v1/chat/completions", json=body).headers["link"]


def test_texts_that_have_changed_are_told_of(storing: TestClient, skerry: Pipeline, tmp_path: Path) -> None:
    """An answer from an older corpus version says so beside its own words."""
    older = replace(skerry.ask("Skerry Rules, rule 15"), corpus_version="0123456789abcdef")
    name = Shelf(tmp_path / "answers").keep(older)
    text = _text(storing.get(f"/a/{name}").text)
    assert "corpus version 0123456789abcdef" in text
    assert f"have changed since (now {skerry.index.version})" in text


def test_question_on_a_page_is_letters(storing: TestClient) -> None:
    """Markup in a stored question is shown, never obeyed."""
    page = storing.get(_kept(storing, "<img src=x onerror=alert(1)> Skerry Rules, rule 15?")).text
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<img" not in page


def test_nothing_is_kept_by_default(client: TestClient, api: object) -> None:
    """Unless the operator switches it on, an answer is not stored and has no address."""
    response = client.post("/v1/answers", json={"question": "Skerry Rules, rule 15"})
    assert "link" not in response.headers
    assert client.get("/a/" + "0" * 32).headers["content-type"] == "application/json"  # there is no such route
    assert not api.state.service.settings.answers.exists()  # type: ignore[attr-defined]  # FastAPI's own bag


def test_damaged_answer_is_not_shown(skerry: Pipeline, tmp_path: Path) -> None:
    """An answer whose file no longer has its hash is refused."""
    shelf = Shelf(tmp_path)
    name = shelf.keep(skerry.ask("Skerry Rules, rule 15"))
    assert name is not None
    assert shelf.answer(name).claims
    path = tmp_path / f"{name}.json"
    path.write_bytes(path.read_bytes().replace(b"twice a year", b"once a year."))
    with pytest.raises(StoreError, match="damaged"):
        shelf.answer(name)
    with pytest.raises(UnknownProvision, match="No answer"):
        shelf.answer("../keys")
