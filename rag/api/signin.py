"""Where a browser gives its key, when the chat page is used from another machine: a page, and a cookie in return.

The cookie holds a random word that means something to this process alone, for half a day at most. Refuses to put the
key itself into a cookie, and to send anybody on to another site.
"""

import hashlib
import secrets
import time
from collections import OrderedDict
from urllib.parse import parse_qs

from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from rag.api.keys import KeyRing
from rag.api.paper import Tongue, printed, tongue_of

SIGN_IN = "/sign-in"
_COOKIE = "pinpoint"
_SECONDS = 12 * 60 * 60
_MOST = 10_000


class SignIn:
    """The page at `/sign-in`, and who has been let in by it; an ASGI app."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys
        self._known: OrderedDict[str, tuple[str, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Show the page, or take the key that was typed there."""
        request = Request(scope, receive)
        response = await self._respond(request)
        await response(scope, receive, send)

    def holder(self, scope: Scope) -> str | None:
        """The id of the key by which a browser came in, while that key is in use."""
        word = HTTPConnection(scope).cookies.get(_COOKIE, "")
        key, until = self._known.get(_hash(word), ("", 0.0))
        return key if key and time.monotonic() < until and self._keys.in_use(key) else None

    async def _respond(self, request: Request) -> Response:
        tongue = tongue_of(request)
        if request.method == "GET":
            return _page(tongue, request.query_params.get("to", "/"))
        if request.method != "POST":
            return Response(status_code=405, headers={"allow": "GET, POST"})
        form = parse_qs((await request.body()).decode("utf-8", "replace"))
        to = form.get("to", ["/"])[0]
        held = self._keys.holder(form.get("key", [""])[0].strip())
        if held is None:
            return _page(tongue, to, wrong=True)
        response = RedirectResponse(_own(to), status_code=303)
        response.set_cookie(
            _COOKIE,
            self._let_in(held.id),
            max_age=_SECONDS,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return response

    def _let_in(self, key: str) -> str:
        word = secrets.token_urlsafe(32)
        self._known[_hash(word)] = (key, time.monotonic() + _SECONDS)
        if len(self._known) > _MOST:
            self._known.popitem(last=False)
        return word


def _page(tongue: Tongue, to: str, *, wrong: bool = False) -> Response:
    return printed("sign-in.html", tongue, status=401 if wrong else 200, to=_own(to), wrong=wrong)


def _own(to: str) -> str:
    """A path of this site; the first page for anything that a browser might take for another site."""
    plain = to.startswith("/") and not to.startswith("//") and "\\" not in to and to.isprintable()
    return to if plain else "/"


def _hash(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()
