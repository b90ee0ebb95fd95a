"""The widget's script and its demo page, as far as no browser is needed."""

import base64
import hashlib
import re
from pathlib import Path

import orjson
import pytest
from fastapi.testclient import TestClient

from corpus.types import Binding, Language, Modality, TextStatus
from rag.api.app import create_app, protected
from rag.api.widget import widget_script
from rag.pipeline import Pipeline
from rag.present.words import BINDING, MODALITY
from tests.rag.api.serving import near, settings_in

FOLDER = Path(__file__).resolve().parents[3] / "rag" / "widget"
WORDS = orjson.loads((FOLDER / "words.json").read_bytes())


@pytest.fixture(scope="module")
def client(skerry: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A client of the protected app."""
    return near(protected(create_app(skerry, settings_in(tmp_path_factory.mktemp("widget")))))


def test_six_languages_say_the_same() -> None:
    """Every language has every word, with the same places to fill, and none is left in another language."""
    assert list(WORDS) == [language.value for language in Language]
    for words in WORDS.values():
        assert list(words) == list(WORDS["en"])
        for name, text in words.items():
            assert text.strip()
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", WORDS["en"][name]))
    for name in WORDS["en"]:
        assert len({words[name] for words in WORDS.values()}) >= 5, name


def test_every_force_has_its_word() -> None:
    """Each binding force, verb and status of a citation can be shown, in the chat page's words where it has them."""
    for words in WORDS.values():
        assert {one.value for kind in (Binding, Modality, TextStatus) for one in kind} <= set(words)
    for column, language in enumerate(("en", "zh")):
        for table in (BINDING, MODALITY):
            assert {key.value: pair[column] for key, pair in table.items()}.items() <= WORDS[language].items()


def test_every_word_is_used() -> None:
    """No word is carried along for nothing, and none is missing."""
    code = "".join((FOLDER / name).read_text(encoding="utf-8") for name in ("stream.js", "show.js", "element.js", "demo.html"))
    code += (FOLDER.parent / "api" / "widget.py").read_text(encoding="utf-8")
    enums = {one.value for kind in (Binding, Modality, TextStatus) for one in kind}
    for name in WORDS["en"]:
        assert name in enums or f'"{name}"' in code or name == "name", name
    for name in re.findall(r'(?:say|NoAnswer|#tell)\("(\w+)"', code):
        assert name in WORDS["en"], name


def test_text_never_becomes_markup() -> None:
    """Nothing in the script can turn text into nodes or code, and it asks for nothing but answers."""
    script = widget_script()
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "srcdoc", "DOMParser"):
        assert way not in script
    assert script.count("fetch(") == 1
    assert not re.findall(r"https?://(?!pinpoint\.example)[\w.]+", script)


def test_script_is_served_to_every_site(client: TestClient) -> None:
    """A page of any site may load it: that says nothing yet about who is answered."""
    response = client.get("/widget.js")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/javascript")
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.text == widget_script()
    assert len(response.content) < 60_000


@pytest.mark.parametrize(
    ("asked", "accepted", "tongue"),
    [
        ("ar", "", "ar"),
        ("", "fr-CH, fr;q=0.9", "fr"),
        ("", "de, ru;q=0.5", "ru"),
        ("xx", "", "en"),
        ("", "arn", "en"),
        ('"><b>', "", "en"),
    ],
)
def test_demo_page(client: TestClient, asked: str, accepted: str, tongue: str) -> None:
    """The demo speaks the language asked for, else the browser's, else English, and runs nothing but our own."""
    response = client.get("/widget", params={"lang": asked}, headers={"accept-language": accepted})
    assert response.status_code == 200
    assert f'<html lang="{tongue}" dir="{"rtl" if tongue == "ar" else "ltr"}">' in response.text
    assert WORDS[tongue]["demo_tag"] in response.text
    assert '&lt;script src="http://127.0.0.1/widget.js" defer&gt;' in response.text
    (style,) = re.findall(r"<style>(.*?)</style>", response.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert response.headers["vary"] == "accept-language"
    policy = response.headers["content-security-policy"]
    assert f"style-src 'sha256-{digest}'" in policy
    assert "script-src 'self';" in policy


def test_demo_escapes_its_address(client: TestClient) -> None:
    """An address that holds markup is shown as letters."""
    response = client.get("/widget", headers={"host": "127.0.0.1"}, params={"lang": "en"})
    assert response.text.count("<script") == 1
    assert client.get("/widget", params={"theme": "<b>"}).status_code == 422
