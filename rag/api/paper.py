"""Pages as HTML: templates filled in, escaped throughout, without a script and with nothing from elsewhere.

Carries its style inside, so that a saved or printed page is whole. Refuses, by a policy that browsers keep, to run or
load anything that might have got into it.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import HTTPConnection
from werkzeug.http import parse_accept_header

from corpus.citations.label import item_marks
from corpus.types import Language
from rag.api.phrases import PHRASES
from rag.citing import address
from rag.present.words import BINDING, LANGUAGES, MODALITY, STATUS

Tongue = Literal[Language.EN, Language.ZH]
"""The languages that the pages themselves speak."""
_TEMPLATES = Path(__file__).parent / "templates"


def reader_of(request: HTTPConnection) -> Language:
    """The language of whoever reads: as the address says, else that of ours which the browser likes best, else English."""
    accepted = parse_accept_header(request.headers.get("accept-language"))
    wanted = [request.query_params.get("lang", ""), *(tag for tag, quality in accepted if quality > 0)]
    spoken = (re.split("[-_]", tag.strip().lower(), maxsplit=1)[0] for tag in wanted)
    return next((Language(one) for one in spoken if one in set(Language)), Language.EN)


def tongue_of(request: HTTPConnection) -> Tongue:
    """What the page itself speaks to whoever reads."""
    return Language.ZH if reader_of(request) is Language.ZH else Language.EN


def printed(
    template: str, tongue: Tongue, *, status: int = 200, headers: Mapping[str, str] | None = None, **values: object
) -> HTMLResponse:
    """A page; `values` are what its template names."""
    column = int(tongue is Language.ZH)

    def say(key: str, **more: str) -> str:
        return PHRASES[key][column].format(**more)

    text = (
        _environment().get_template(template).render(values, say=say, tongue=tongue, column=column, style=Markup(_style()))  # noqa: S704 - our own style sheet
    )
    return HTMLResponse(text, status, {"content-security-policy": _policy(), "vary": "accept-language", **(headers or {})})


def style_source(style: str) -> str:
    """What a content security policy calls a style sheet that a page carries inside."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals |= {"address": address, "item_marks": item_marks}
    made.globals |= {"BINDING": BINDING, "LANGUAGES": LANGUAGES, "MODALITY": MODALITY, "STATUS": STATUS}
    return made


@cache
def _style() -> str:
    return (_TEMPLATES / "page.css").read_text(encoding="utf-8")


@cache
def _policy() -> str:
    return (
        f"default-src 'none'; style-src {style_source(_style())}; img-src data:; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'"
    )
