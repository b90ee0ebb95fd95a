"""How often, with how much and for how long somebody may ask; and that nothing hangs."""

import asyncio
from collections.abc import Awaitable

import httpx
from starlette.types import ASGIApp

from rag.api.envelope import guarded
from rag.api.guard import Rules
from rag.api.keys import KeyRing
from rag.api.limits import Buckets
from tests.rag.api.guarding import FAR, Made, slow


def test_too_often(made: Made) -> None:
    """Whoever asks too often is told when to come again; the chat page's small files are not counted."""
    client = made(rate=30)
    statuses = [client.get("/v1/models").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    refused = client.get("/v1/models")
    assert int(refused.headers["retry-after"]) >= 1
    assert refused.json()["error"]["type"] == "too_many_requests"
    assert client.get("/static/js/index.js").status_code == 200
    assert client.get("/healthz").status_code == 200


def test_each_key_has_its_own_measure(made: Made, keys: KeyRing) -> None:
    """One key's haste does not slow another from the same address."""
    client = made(rate=10, host=FAR, address="192.0.2.7")
    one, other = (keys.create(name)[1] for name in ("one", "other"))

    def status(text: str) -> int:
        return client.get("/v1/models", headers={"authorization": f"Bearer {text}"}).status_code

    assert [status(one), status(one), status(other)] == [200, 429, 200]


def test_trying_keys_is_slow(made: Made) -> None:
    """A wrong key costs many requests, by header and on the page; the bucket fills again while it is tried."""
    for path, method in (("/v1/models", "GET"), ("/sign-in", "POST")):
        client = made(rate=60, host=FAR, address="192.0.2.7")
        headers = {"authorization": "Bearer pp_wrong"} if method == "GET" else {}
        statuses = [client.request(method, path, headers=headers).status_code for _ in range(6)]
        assert statuses[0] == 401
        assert statuses.count(429) >= 4


def test_bucket_fills_again() -> None:
    """A bucket holds a tenth of a minute's requests and fills evenly."""
    now = 0.0
    buckets = Buckets(60, clock=lambda: now)
    assert [buckets.take("a") for _ in range(7)] == [0.0] * 6 + [1.0]
    now = 2.0
    assert [buckets.take("a") for _ in range(3)] == [0.0, 0.0, 1.0]
    assert buckets.take("b") == 0.0


def test_too_large(made: Made) -> None:
    """A body over the limit is refused, told or untold; one at the limit is passed on whole."""
    client = made(body=1_000)
    assert client.post("/v1/answers", content=b"x" * 1_000).text == "1000"
    for content in (b"x" * 1_001, iter([b"x" * 600] * 2)):
        refused = client.post("/v1/answers", content=content)
        assert refused.status_code == 413
        assert "1,000 bytes" in refused.json()["error"]["message"]


def _at_once(app: ASGIApp, count: int) -> list[httpx.Response]:
    async def ask() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            asked: list[Awaitable[httpx.Response]] = [client.get("/v1/models") for _ in range(count)]
            return list(await asyncio.gather(*asked))

    return asyncio.run(ask())


def test_overload_is_told_at_once(keys: KeyRing) -> None:
    """Of more requests than there is room for the rest is told to come again, and afterwards there is room."""
    app = guarded(slow, Rules(rate=0, inside=3), keys)
    given = _at_once(app, 8)
    assert sorted(response.status_code for response in given) == [200] * 3 + [503] * 5
    assert {response.headers["retry-after"] for response in given if response.status_code == 503} == {"1"}
    assert [response.status_code for response in _at_once(app, 2)] == [200, 200]


def test_nothing_hangs(keys: KeyRing) -> None:
    """What is not ready in time ends with 503, and its room is free again."""
    app = guarded(slow, Rules(rate=0, inside=1, patience=0.05), keys)
    for _ in range(2):
        response = _at_once(app, 1)[0]
        assert response.status_code == 503
        assert "retry-after" in response.headers
