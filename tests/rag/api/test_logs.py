"""The log: one line of JSON a request, and no word of what was asked unless the operator wants it."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
import structlog
from fastapi.testclient import TestClient

from rag.api import logs
from rag.api.app import create_app, protected
from rag.pipeline import Pipeline
from rag.present.opening import Opening, Step
from tests.rag.api.serving import near, settings_in

QUESTION = "May a keeper open letters from cousin Matilda?"


@pytest.fixture
def own_logging() -> Iterator[None]:
    """Logging as it was, afterwards."""
    root, server = logging.getLogger(), logging.getLogger("uvicorn.error")
    handlers, level = root.handlers[:], root.level
    kept = server.handlers[:], server.propagate, server.disabled
    server.disabled = False
    yield
    root.handlers[:], root.level = handlers, level
    server.handlers[:], server.propagate, server.disabled = kept
    structlog.reset_defaults()
    logs.configure_questions(written=False)


def _lines(text: str) -> list[dict[str, object]]:
    return [orjson.loads(line) for line in text.splitlines()]


@pytest.mark.usefixtures("own_logging")
def test_no_question_in_the_log(client: TestClient, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever way a question comes, it is not in the log; the line has id, route, status and time."""
    logs.configure()
    client.post("/v1/answers", json={"question": QUESTION})
    client.post("/v1/chat/completions", json={"model": "pinpoint", "messages": [{"role": "user", "content": QUESTION}]})
    client.post("/v1/answers", json={"question": QUESTION, "nonsense": QUESTION})
    client.get(f"/nowhere/{QUESTION}?q={QUESTION}")
    given = client.get("/p/sample-rules/4", headers={"x-request-id": "mine"})
    text = capfd.readouterr().err
    assert "Matilda" not in text
    lines = _lines(text)
    assert [line["status"] for line in lines] == [200, 200, 422, 404, 200]
    assert {key: lines[-1][key] for key in ("event", "level", "method", "route", "request")} == {
        "event": "request",
        "level": "info",
        "method": "GET",
        "route": "/p/{instrument}/{locator}",
        "request": given.headers["x-request-id"],
    }


@pytest.mark.usefixtures("own_logging")
def test_what_machines_ask_all_day_is_not_logged(
    client: TestClient, skerry: Pipeline, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Questions after its health leave no line while all is well; a service that is not ready says so in the log."""
    logs.configure()
    assert [client.get(path).status_code for path in ("/healthz", "/readyz")] == [200, 200]
    assert capfd.readouterr().err == ""
    go = threading.Event()

    def way(_: Step) -> Pipeline:
        go.wait(10)
        return skerry

    opening = Opening(way)
    assert near(protected(create_app(opening, settings_in(tmp_path)))).get("/readyz").status_code == 503
    go.set()
    assert [line["route"] for line in _lines(capfd.readouterr().err)] == ["/readyz"]


@pytest.mark.usefixtures("own_logging")
def test_questions_where_they_are_wanted(client: TestClient, capfd: pytest.CaptureFixture[str]) -> None:
    """Where the operator has switched it on, the question is written, under the request's id."""
    logs.configure(questions=True)
    given = client.post("/v1/answers", json={"question": QUESTION})
    asked = [line for line in _lines(capfd.readouterr().err) if line["event"] == "asked"]
    assert [(line["question"], line["request"]) for line in asked] == [(QUESTION, given.headers["x-request-id"])]


@pytest.mark.parametrize("written", [False, True])
@pytest.mark.usefixtures("own_logging")
def test_failure_without_its_words(capfd: pytest.CaptureFixture[str], *, written: bool) -> None:
    """A failure is logged by its kind and its way, its message only where questions may be written too.

    That the page's server has given uvicorn's loggers a handler of their own makes no difference.
    """
    server = logging.getLogger("uvicorn.error")
    server.addHandler(logging.StreamHandler())
    server.propagate = False
    logs.configure(questions=written)
    try:
        dict[str, str]()[QUESTION]
    except KeyError:
        logs.log.exception("failed")
        server.exception("Exception in ASGI application")
    text = capfd.readouterr().err
    assert ("Matilda" in text) is written
    assert [line["failure"] for line in _lines(text)] == ["KeyError"] * 2
    assert "test_logs.py" in text
