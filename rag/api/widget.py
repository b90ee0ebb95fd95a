"""`/widget.js` and `/widget`: the script that puts questions and answers on any page, and a page that shows it.

The script is one file made of a few, without anything from elsewhere; it may be loaded by any site, and answers only where
the operator allows the site. Refuses to put anything into the page that is not escaped.
"""

from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Literal

import orjson
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from corpus.types import Language
from rag.api.paper import reader_of, style_source

_FOLDER = Path(__file__).resolve().parent.parent / "widget"
_PARTS = ("stream.js", "show.js", "element.js")
_SCRIPT_HEADERS = {"cross-origin-resource-policy": "cross-origin", "cache-control": "public, max-age=600"}

router = APIRouter(include_in_schema=False)


@router.get("/widget.js")
async def script() -> Response:
    """The script; a page of any site may load it."""
    return Response(widget_script(), media_type="text/javascript", headers=_SCRIPT_HEADERS)


@router.get("/widget")
async def demo(request: Request, theme: Literal["auto", "light", "dark"] = "auto") -> HTMLResponse:
    """A page with the widget in it, in the language of the address or of the browser."""
    tongue = reader_of(request)
    words = _words()[tongue]
    style = _read("demo.css")
    page = Template(_read("demo.html")).substitute(
        tongue=tongue,
        direction="rtl" if tongue is Language.AR else "ltr",
        theme=theme,
        style=style,
        title=escape(words["demo"]),
        tag=escape(words["demo_tag"]),
        allow=escape(words["demo_allow"]),
        address=escape(str(request.base_url)),
    )
    return HTMLResponse(page, headers={"content-security-policy": _policy(style), "vary": "accept-language"})


@cache
def widget_script() -> str:
    """The whole script: words and style as values, then the parts, in one scope of their own."""
    values = f"const WORDS = {_read('words.json').strip()};\nconst STYLE = {orjson.dumps(_read('widget.css')).decode()};\n"
    return '(() => {\n"use strict";\n' + values + "\n".join(map(_read, _PARTS)) + "})();\n"


@cache
def _words() -> dict[Language, dict[str, str]]:
    return {Language(code): words for code, words in orjson.loads(_read("words.json")).items()}


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str) -> str:
    """Nothing but our own script and style, and answers from here."""
    return (
        f"default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; style-src {style_source(style)}; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )
