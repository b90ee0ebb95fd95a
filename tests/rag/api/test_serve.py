"""`python -m rag serve` as people start it: ready when the index is, both faces in one process, a stop that waits."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import orjson
import pytest
from starlette.responses import PlainTextResponse

from corpus.errors import BadInput
from rag.api import serve as serving
from rag.api.app import create_app, protected
from rag.api.keys import KeyRing
from rag.pipeline import Pipeline
from rag.present.opening import Opening
from rag.types import SearchResult
from tests.lending import Lend
from tests.rag.api.conftest import Live
from tests.rag.api.serving import listening, near, settings_in

ROOT = Path(__file__).resolve().parents[3]
QUESTION = {"question": "What does rule 5 of the Skerry Rules say?"}


@contextmanager
def started(folder: Path, *words: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """The command over the sample instruments in a data folder of its own, by its address."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    environment = {**os.environ, "PINPOINT_DATA": str(folder), "PINPOINT_OFFLINE": "1", "PINPOINT_RATE": "0"}
    environment.pop("PINPOINT_TEXTS", None)
    command = [sys.executable, "-m", "rag", "serve", "--scope", "sample", "--port", str(port), *words]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE) as running:
        try:
            yield f"http://127.0.0.1:{port}", running
        finally:
            running.kill()


def status(address: str) -> int:
    """What a GET gives, or 0 while nobody listens."""
    try:
        return httpx.get(address, timeout=10).status_code
    except httpx.TransportError:
        return 0


def until(address: str, wanted: int, seconds: float = 200) -> list[int]:
    """Ask until it is `wanted`; gives all that it was on the way."""
    seen: list[int] = []
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and (not seen or seen[-1] != wanted):
        seen.append(status(address))
        time.sleep(0.1)
    return seen


@pytest.mark.slow
def test_ready_when_the_index_is(tmp_path: Path) -> None:
    """It lives at once, is ready only once the index is built, answers, and ends cleanly when told to."""
    with started(tmp_path) as (address, running):
        assert until(f"{address}/healthz", 200)[-1] == 200
        seen = until(f"{address}/readyz", 200)
        assert set(seen) == {200, 503}
        answer = httpx.post(f"{address}/v1/answers", json=QUESTION, timeout=30).json()
        assert answer["status"] == "answered"
        assert status(f"{address}/") == 404
        running.send_signal(signal.SIGTERM)
        _, said = running.communicate(timeout=30)
    assert b"Application shutdown complete" in said
    assert QUESTION["question"].encode() not in said


@pytest.mark.slow
def test_both_faces_in_one_process(tmp_path: Path, lend: Lend) -> None:
    """With --ui the chat page stands at /, and the API keeps all its addresses, slips in them included."""
    with started(lend(tmp_path), "--ui") as (address, running):
        assert until(f"{address}/readyz", 200)[-1] == 200
        page = httpx.get(f"{address}/")
        assert page.headers["content-type"].startswith("text/html")
        assert status(f"{address}/_stcore/health") == 200
        assert status(f"{address}/v1/instruments") == 200
        assert httpx.get(f"{address}/v1/nothing").json()["error"]["type"] == "not_found"
        assert status(f"{address}/v1/answers") == 405
        running.send_signal(signal.SIGTERM)
        running.communicate(timeout=30)


def test_strangers_need_a_key_first(tmp_path: Path) -> None:
    """It does not begin to listen beyond this machine while nobody has a key, and says what to type."""
    with pytest.raises(BadInput, match="python -m rag key create"):
        serving.serve(replace(settings_in(tmp_path), host="0.0.0.0"))  # noqa: S104 - that is what is refused
    ring = KeyRing(settings_in(tmp_path).keys)
    ring.revoke(ring.create("clinic")[0].id)
    with pytest.raises(BadInput, match="python -m rag key create"):
        serving.serve(replace(settings_in(tmp_path), host="::"))


def test_a_taken_port_is_told_of(tmp_path: Path) -> None:
    """Where another program has the port, nothing is opened, and the error names the port and the next to try."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadInput, match=f"127.0.0.1:{port} cannot be listened on.*--port {port + 1}"):
            serving.serve(replace(settings_in(tmp_path), port=port))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_both_faces_need_a_key_beyond_this_machine(tmp_path: Path, lend: Lend) -> None:
    """Listening for other machines, page, socket, files and API are shut without a key and open with one."""
    _, text = KeyRing(settings_in(tmp_path).keys).create("clinic")
    with started(lend(tmp_path), "--ui", "--host", "0.0.0.0") as (address, _):  # noqa: S104 - behind the key that is tested
        assert until(f"{address}/readyz", 200)[-1] == 200
        html = {"accept": "text/html"}
        paths = (
            "/",
            "/_stcore/health",
            "/_stcore/host-config",
            "/v1/instruments",
            "/p/sample-rules/4",
            "/metrics",
            "/openapi.json",
        )
        assert [httpx.get(f"{address}{path}").status_code for path in paths] == [401] * len(paths)
        led = httpx.get(f"{address}/", headers=html)
        assert (led.status_code, led.headers["location"]) == (303, "/sign-in?to=/")
        socket_ = {
            "connection": "upgrade",
            "upgrade": "websocket",
            "sec-websocket-version": "13",
            "sec-websocket-key": "A" * 22 + "==",
        }
        assert httpx.get(f"{address}/_stcore/stream", headers=socket_).status_code == 403
        with httpx.Client(base_url=address) as browser:
            assert browser.post("/sign-in", data={"key": text, "to": "/"}).status_code == 303
            assert [browser.get(path).status_code for path in paths] == [200] * len(paths)
            assert browser.get("/", headers=html).headers["content-type"].startswith("text/html")
        with httpx.Client(base_url=address, headers={"authorization": f"Bearer {text}"}) as program:
            assert program.post("/v1/answers", json=QUESTION).json()["status"] == "answered"


def test_page_takes_what_is_not_the_apis(skerry: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever no route of the API takes is the page's, but for the API's own first steps; both share one opening."""
    shared: list[Opening] = []
    monkeypatch.setattr(serving, "_chat_page", lambda: (PlainTextResponse("the page"), None))
    monkeypatch.setattr(serving, "share", shared.append)
    opening = Opening(lambda _: skerry)
    opening.pipeline(10)
    client = near(protected(serving.app_of(opening, settings_in(tmp_path), ui=True)))
    assert shared == [opening]
    assert [client.get(path).text for path in ("/", "/anything", "/static/x.js")] == ["the page"] * 3
    assert client.get("/readyz").status_code == 200
    for path in ("/v1/nothing", "/p/nothing", "/a/nothing/at/all"):
        assert client.get(path).status_code == 404
        assert client.get(path).text != "the page"
    assert client.get("/v1/answers").status_code == 405


def test_many_at_once(live: Live, skerry: Pipeline) -> None:
    """Sixty concurrent requests of every kind each get what they get alone."""
    bodies = {
        "/v1/answers": [{"question": f"Skerry Rules, rule {number}"} for number in range(1, 11)],
        "/v1/search": [{"query": query} for query in ("oil", "letters", "watch", "fog", "bells")],
        "/v1/check": [{"claim": "Oil is free.", "instrument": "sample-rules", "locator": "1"}],
        "/v1/cite": [{"text": "Skerry Rules, rule 9 (2)"}],
    }
    asked = [(path, body) for path, given in bodies.items() for body in given] * 4

    async def all_at_once() -> list[object]:
        async with httpx.AsyncClient(base_url=live.address, timeout=60) as client:
            answered = await asyncio.gather(*(client.post(path, json=body) for path, body in asked))
        assert {one.status_code for one in answered} == {200}
        return [timeless(one.json()) for one in answered]

    given = asyncio.run(all_at_once())
    alone = [timeless(httpx.post(f"{live.address}{path}", json=body).json()) for path, body in asked]
    assert given == alone
    assert given[0] == timeless(orjson.loads(orjson.dumps(skerry.ask("Skerry Rules, rule 1"))))


def timeless(value: dict[str, object]) -> dict[str, object]:
    """A response without its timings."""
    return {name: held for name, held in value.items() if name != "timings_ms"}


def test_a_stop_waits_for_what_is_under_way(skerry: Pipeline, tmp_path: Path) -> None:
    """A request that has begun when the server is told to stop gets its answer."""

    class Slow(Pipeline):
        def search(self, query: str, top: int = 10) -> SearchResult:
            time.sleep(0.8)
            return super().search(query, top)

    app = create_app(Slow(skerry.index, skerry.embedder), settings_in(tmp_path))

    async def ask(address: str) -> httpx.Response:
        async with httpx.AsyncClient(timeout=20) as client:
            return await client.post(f"{address}/v1/search", json={"query": "oil"})

    with listening(protected(app), settings_in(tmp_path)) as address:
        loop = asyncio.new_event_loop()
        task = loop.create_task(ask(address))
        loop.run_until_complete(asyncio.sleep(0.3))
        leaving = time.monotonic()
    # the server has been told to stop, and has stopped, before the answer is read here
    assert loop.run_until_complete(task).status_code == 200
    assert time.monotonic() - leaving < 15
    loop.close()
