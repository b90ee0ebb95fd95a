"""Who is let in, and what every response carries."""

import pytest
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketDisconnect

from rag.api.keys import KeyRing
from tests.rag.api.guarding import FAR, Made, broken

NEAR_AND_FAR = [
    ("127.0.0.1", "127.0.0.1", "http://127.0.0.1:8501", {}, 200),
    ("127.0.0.1", "::1", "http://localhost:8501", {}, 200),
    ("127.0.0.1", "127.0.0.1", "http://[::1]:8501", {}, 200),
    ("192.0.2.1", "127.0.0.1", "http://127.0.0.1", {}, 401),  # the address is not loopback: keys for all
    ("192.0.2.1", "192.0.2.7", "http://192.0.2.1", {}, 401),
    ("127.0.0.1", "192.0.2.7", "http://127.0.0.1", {}, 401),  # somehow reached from outside
    ("127.0.0.1", "127.0.0.1", "http://evil.example", {}, 401),  # a stranger's name that points here
    ("127.0.0.1", "127.0.0.1", "http://127.0.0.1.evil.example", {}, 401),
    ("127.0.0.1", "127.0.0.1", "http://127.0.0.1", {"x-forwarded-for": "192.0.2.7"}, 401),  # through a proxy
    ("127.0.0.1", "127.0.0.1", "http://127.0.0.1", {"host": "["}, 401),
    ("127.0.0.1", "127.0.0.1", "http://127.0.0.1", {"host": ""}, 401),
]


@pytest.mark.parametrize(("host", "address", "named", "headers", "status"), NEAR_AND_FAR)
def test_who_needs_a_key(made: Made, host: str, address: str, named: str, headers: dict[str, str], status: int) -> None:
    """Without a key only this machine itself is served, and only under its own names."""
    response = made(host=host, address=address, named=named).get("/v1/models", headers=headers)
    assert response.status_code == status
    if status == 401:
        assert response.headers["www-authenticate"] == "Bearer"
        assert "python -m rag key create" in response.json()["error"]["hint"]


def test_keys_let_in(made: Made, keys: KeyRing) -> None:
    """A key in use lets in; a wrong one, an empty one and a revoked one do not."""
    key, text = keys.create("law clinic")
    client = made(host=FAR, address="192.0.2.7")
    other = text[:-1] + ("A" if text[-1] != "A" else "B")

    def status(sent: str) -> int:
        return client.get("/v1/models", headers={"authorization": sent}).status_code

    assert status(f"Bearer {text}") == 200
    assert status(f"bearer {text}") == 200
    assert [status(sent) for sent in (f"Bearer {other}", "Bearer ", text, f"Basic {text}", "Bearer pp_~")] == [401] * 5
    keys.revoke(key.id)
    assert status(f"Bearer {text}") == 401


def test_wrong_key_does_not_matter_on_this_machine(made: Made) -> None:
    """OpenAI's clients always send some key; where none is needed it is not read."""
    assert made().get("/v1/models", headers={"authorization": "Bearer nothing"}).status_code == 200


def test_health_needs_no_key(made: Made) -> None:
    """Whoever watches the server may ask whether it is well, and nothing else."""
    client = made(host=FAR, address="192.0.2.7")
    assert [client.get(path).status_code for path in ("/healthz", "/readyz", "/metrics", "/openapi.json", "/")] == [
        200,
        200,
        401,
        401,
        401,
    ]


def test_browser_signs_in(made: Made, keys: KeyRing) -> None:
    """A browser without a key is led to a page, gives it there, comes back to where it was, and is known until revoked."""
    key, text = keys.create("monitor")
    client = made(host=FAR, address="192.0.2.7", named="http://192.0.2.1")
    led = client.get("/p/mandela/45(1)", headers={"accept": "text/html"})
    assert (led.status_code, led.headers["location"]) == (303, "/sign-in?to=/p/mandela/45%281%29")
    page = client.get(led.headers["location"])
    assert 'value="/p/mandela/45(1)"' in page.text
    assert client.post("/sign-in", data={"key": "pp_wrong", "to": "/"}).status_code == 401
    come = client.post("/sign-in", data={"key": f" {text} ", "to": "/p/mandela/45(1)"})
    assert (come.status_code, come.headers["location"]) == (303, "/p/mandela/45(1)")
    cookie = come.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert text.lower() not in cookie
    assert client.get("/v1/models").status_code == 200
    keys.revoke(key.id)
    assert client.get("/v1/models").status_code == 401


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\n//x"])
def test_sign_in_leads_nowhere_else(made: Made, keys: KeyRing, to: str) -> None:
    """Signing in leads to a page of this site, whatever the address asked for."""
    _, text = keys.create("monitor")
    client = made(host=FAR, address="192.0.2.7")
    assert client.post("/sign-in", data={"key": text, "to": to}).headers["location"] == "/"


def test_websocket_needs_a_key_too(made: Made, keys: KeyRing) -> None:
    """The chat page's socket is closed to whoever has no key, and open to whoever has."""
    seen: list[str] = []

    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        seen.append(scope["type"])
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.close", "code": 1000})

    client = made(app, host=FAR, address="192.0.2.7")
    with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect("/_stcore/stream"):
        pass
    assert refused.value.code == 1008
    assert seen == []
    _, text = keys.create("monitor")
    with client.websocket_connect("/_stcore/stream", headers={"authorization": f"Bearer {text}"}):
        assert seen == ["websocket"]


ORIGINS = [
    (None, (), 200),  # no browser
    ("http://127.0.0.1", (), 200),  # our own page
    ("https://site.example", (), 403),
    ("null", (), 403),  # a file on the disk
    ("https://site.example", ("https://site.example",), 200),
    ("http://site.example", ("https://site.example",), 403),
]


@pytest.mark.parametrize(("origin", "allowed", "status"), ORIGINS)
def test_pages_of_other_sites(made: Made, origin: str | None, allowed: tuple[str, ...], status: int) -> None:
    """Pages of other sites may ask only where the operator allows them; only those are told so by CORS."""
    response = made(origins=allowed).post("/v1/search", headers={"origin": origin} if origin else {})
    assert response.status_code == status
    assert response.headers.get("access-control-allow-origin") == (origin if allowed and status == 200 else None)


def test_allowed_site_asks_first(made: Made) -> None:
    """The question that a browser puts before the question needs no key; a strange site gets no leave."""
    client = made(host=FAR, address="192.0.2.7", origins=("https://site.example",))
    wanted = {"access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type"}
    allowed = client.options("/v1/search", headers={"origin": "https://site.example", **wanted})
    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == "https://site.example"
    assert (
        "access-control-allow-origin"
        not in client.options("/v1/search", headers={"origin": "https://evil.example", **wanted}).headers
    )


def test_every_response_is_dressed(made: Made) -> None:
    """Answers and refusals alike carry a request id and headers that keep browsers careful."""
    for response in (made().get("/v1/models"), made(host=FAR).get("/v1/models")):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["x-frame-options"] == "DENY"
        assert response.headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
        assert response.headers["cache-control"] == "no-store"
        assert len(response.headers["x-request-id"]) == 32
    client = made()
    assert client.get("/", headers={"x-request-id": "abc-1"}).headers["x-request-id"] == "abc-1"
    assert client.get("/", headers={"x-request-id": "a b<script>"}).headers["x-request-id"] != "a b<script>"


@pytest.mark.parametrize("path", ["/v1/answers", "/v1/chat/completions"])
def test_the_unforeseen(made: Made, path: str) -> None:
    """What nobody foresaw ends with 500 in the right form and without a word of what went wrong."""
    response = made(broken).post(path)
    assert response.status_code == 500
    assert "prisoner" not in response.text
    assert response.headers["x-request-id"] in response.text
    assert ("hint" in response.json()["error"]) is (path == "/v1/answers")
