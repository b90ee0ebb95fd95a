"""Whether the service lives, is ready, and counts; and that nothing of a question gets into the counters."""

import threading
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.errors import SnapshotError, StoreBusy
from rag.api.app import create_app, protected
from rag.pipeline import Pipeline
from rag.present.opening import Opening, Step
from rag.types import SearchResult
from tests.rag.api.serving import near, settings_in

UNTOLD = "zeppelinquark"


def test_alive_and_ready(client: TestClient, skerry: Pipeline) -> None:
    """An open service says that it lives and which corpus version it answers from."""
    assert client.get("/healthz").json() == {"status": "alive"}
    assert client.get("/readyz").json()["corpus_version"] == skerry.index.version


ASKED = [
    ("GET", "/readyz", None),
    ("POST", "/v1/answers", {"question": "oil"}),
    ("POST", "/v1/search", {"query": "oil"}),
    ("POST", "/v1/embeddings", {"model": "pinpoint-embeddings", "input": "oil"}),
    ("POST", "/v1/cite", {"text": "oil"}),
    ("GET", "/v1/instruments", None),
]


def test_ready_only_when_the_index_is(skerry: Pipeline, tmp_path: Path) -> None:
    """While the index is being opened the service lives, everything else says 503 and when to come again; then all works."""
    go = threading.Event()

    def way(step: Step) -> Pipeline:
        step(3, 40)
        go.wait(10)
        return skerry

    opening = Opening(way)
    client = near(protected(create_app(opening, settings_in(tmp_path))))
    assert client.get("/healthz").status_code == 200
    for method, path, body in ASKED:
        given = client.request(method, path, json=body)
        assert given.status_code == 503, path
        assert int(given.headers["retry-after"]) > 0
        assert "3 of 40" in given.json()["error"]["message"]
    go.set()
    assert opening.pipeline(10) is skerry
    assert [client.request(method, path, json=body).status_code for method, path, body in ASKED] == [200] * len(ASKED)


def test_a_busy_store_is_tried_again(skerry: Pipeline, tmp_path: Path) -> None:
    """Where another process was building the index, the service opens it later, without being started anew."""
    ways = iter((StoreBusy("Another process builds."), None))

    def way(_: Step) -> Pipeline:
        if (hindrance := next(ways)) is not None:
            raise hindrance
        return skerry

    opening = Opening(way)
    opening.pipeline(10)
    client = near(protected(create_app(opening, settings_in(tmp_path))))
    assert client.get("/readyz").status_code == 503
    opening.pipeline(10)
    assert client.get("/readyz").status_code == 200


def test_failure_to_open_is_told(tmp_path: Path) -> None:
    """Where the index cannot be opened, the service says why and what to type."""

    def way(_: Step) -> Pipeline:
        raise SnapshotError("The snapshot is damaged.", hint="Type: python -m rag index --rebuild")

    opening = Opening(way)
    opening.pipeline(10)
    given = near(protected(create_app(opening, settings_in(tmp_path)))).get("/readyz")
    assert given.status_code == 503
    assert "The snapshot is damaged." in given.json()["error"]["message"]
    assert "--rebuild" in given.json()["error"]["hint"]


def test_unforeseen_failure_to_open_is_told_without_detail(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Where opening failed in a way that nobody foresaw, the caller learns that it failed; the detail is in the log."""

    def way(_: Step) -> Pipeline:
        raise RuntimeError(UNTOLD)

    opening = Opening(way)
    opening.pipeline(10)
    given = near(protected(create_app(opening, settings_in(tmp_path)))).get("/readyz")
    assert given.status_code == 503
    assert UNTOLD not in given.text
    assert "could not be opened" in given.json()["error"]["message"]
    assert UNTOLD in caplog.text


def test_counters_hold_no_text(client: TestClient) -> None:
    """Requests and answers are counted by route, status and reason; of what was asked, and of paths, nothing is kept."""
    client.post("/v1/answers", json={"question": f"Skerry Rules, rule 99, {UNTOLD}"})
    client.get(f"/v1/provisions/sample-rules/{UNTOLD}")
    client.get(f"/{UNTOLD}")
    client.get("/v1/provisions/sample-rules/5(1)")
    text = client.get("/metrics").text
    assert UNTOLD not in text
    assert 'pinpoint_requests_total{method="GET",route="/v1/provisions/{instrument}/{locator}",status="200"}' in text
    assert 'pinpoint_answers_total{language="en",reason="no_such_provision",status="refused"}' in text
    assert "pinpoint_resident_bytes" in text


def test_unforeseen_errors_are_told_without_detail(skerry: Pipeline, tmp_path: Path) -> None:
    """An error that nobody foresaw is a 500 in the one shape, without its message."""

    class Broken(Pipeline):
        def search(self, query: str, top: int = 10) -> SearchResult:
            raise RuntimeError(f"{UNTOLD} {query} {top}")

    app = create_app(Broken(skerry.index, skerry.embedder), settings_in(tmp_path))
    given = near(protected(app)).post("/v1/search", json={"query": "oil"})
    assert given.status_code == 500
    assert given.json()["error"]["type"] == "unforeseen"
    assert UNTOLD not in given.text
