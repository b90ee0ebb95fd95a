"""Search and answers over HTTP are what the pipeline gives, whole and as events."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from fastapi.testclient import TestClient

from rag.api.app import create_app
from rag.pipeline import Pipeline
from tests.rag.api.serving import near, settings_in

QUESTION = "What does rule 5 of the Skerry Rules say?"


def events_of(text: str) -> list[tuple[str, dict[str, Any]]]:
    """Server-sent events as names and data."""
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    return [(event.removeprefix("event: "), orjson.loads(data.removeprefix("data: "))) for event, data in blocks]


def timeless(value: dict[str, Any]) -> dict[str, Any]:
    """An answer without its timings."""
    return {name: held for name, held in value.items() if name != "timings_ms"}


@pytest.mark.parametrize(
    "question", [QUESTION, "Who may marry a lighthouse?", "守灯人可以独自当值吗？", "Skerry Rules, rule 99"]
)
def test_answer_is_the_pipelines(client: TestClient, skerry: Pipeline, question: str) -> None:
    """An answer over HTTP is the pipeline's, to the byte, timings apart."""
    given = client.post("/v1/answers", json={"question": question})
    expected = orjson.loads(orjson.dumps(skerry.ask(question)))
    assert given.status_code == 200
    assert orjson.dumps(timeless(given.json())) == orjson.dumps(timeless(expected))


def test_history_resolves_a_follow_up(client: TestClient) -> None:
    """Earlier questions of the dialogue make a follow-up stand alone."""
    given = client.post("/v1/answers", json={"question": "And in a storm?", "history": [QUESTION]}).json()
    assert given["resolved_question"] == f"{QUESTION} And in a storm?"
    assert given["question"] == "And in a storm?"


def test_stream_tells_the_same(client: TestClient) -> None:
    """A stream has the passages, each claim, the whole answer and an end, and says what the whole form says."""
    whole = client.post("/v1/answers", json={"question": QUESTION}).json()
    given = client.post("/v1/answers", json={"question": QUESTION, "stream": True})
    events = events_of(given.text)
    assert given.headers["content-type"].startswith("text/event-stream")
    assert [name for name, _ in events] == ["passages", *["claim"] * len(whole["claims"]), "answer", "done"]
    assert whole["claims"]
    assert events[0][1] == {"passages": whole["passages"]}
    assert [data for name, data in events if name == "claim"] == whole["claims"]
    assert timeless(events[-2][1]) == timeless(whole)


def test_stream_of_a_refusal_has_no_claims(client: TestClient) -> None:
    """A refusal is streamed too: passages, no claim, the answer with its reason."""
    events = events_of(client.post("/v1/answers", json={"question": "Skerry Rules, rule 99", "stream": True}).text)
    assert [name for name, _ in events] == ["passages", "answer", "done"]
    assert events[1][1]["reason"] == "no_such_provision"


def test_stream_that_fails_says_why(skerry: Pipeline, tmp_path: Path) -> None:
    """What fails after the passages are out is told by a last event, in the form that the whole answer's error has."""
    settings = replace(settings_in(tmp_path), store_answers=True)
    settings.answers.write_text("a file where a folder should be", encoding="utf-8")
    with near(create_app(skerry, settings)) as client:
        whole = client.post("/v1/answers", json={"question": QUESTION})
        events = events_of(client.post("/v1/answers", json={"question": QUESTION, "stream": True}).text)
    assert [name for name, _ in events] == ["passages", "error"]
    assert events[-1][1] == whole.json()
    assert whole.json()["error"]["type"] == "store_unwritable"


def test_stream_that_fails_unforeseen_says_only_that(skerry: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a failure that nobody foresaw the last event tells no word."""

    def broken(*_: object) -> dict[str, str]:
        raise RuntimeError("a prisoner's words")

    monkeypatch.setattr("rag.api.service.kept_headers", broken)
    with near(create_app(skerry, settings_in(tmp_path))) as client:
        text = client.post("/v1/answers", json={"question": QUESTION, "stream": True}).text
    assert events_of(text)[-1][1]["error"]["type"] == "unforeseen"
    assert "prisoner's words" not in text


def test_search_is_the_pipelines(client: TestClient, skerry: Pipeline) -> None:
    """Passages over HTTP are the pipeline's, as many as were asked for."""
    given = client.post("/v1/search", json={"query": "oil stock", "top": 3}).json()
    assert timeless(given) == timeless(orjson.loads(orjson.dumps(skerry.search("oil stock", 3))))
    assert len(given["passages"]) == 3


BAD = [
    # what is sent, status, type, a word of the message
    ("/v1/answers", {"question": ""}, 422, "bad_request", "question"),
    ("/v1/answers", {"question": "?!"}, 400, "bad_input", "empty"),
    ("/v1/answers", {"question": "a" * 4_001}, 422, "bad_request", "4000"),
    ("/v1/answers", {"question": "a", "history": ["b"] * 51}, 422, "bad_request", "history"),
    ("/v1/answers", {"question": "a", "histroy": []}, 422, "bad_request", "histroy"),
    ("/v1/answers", {"question": "\ud800"}, 422, "bad_request", "question"),
    ("/v1/search", {"query": "a", "top": 51}, 422, "bad_request", "top"),
    ("/v1/search", {"query": "a", "top": True}, 422, "bad_request", "top"),
    ("/v1/search", {"query": "a", "top": "3"}, 422, "bad_request", "top"),
    ("/v1/search", {}, 422, "bad_request", "query"),
    ("/v1/search", ["query"], 422, "bad_request", "body"),
    ("/v1/nothing", {}, 404, "not_found", "/v1/nothing"),
]


@pytest.mark.parametrize(("path", "body", "status", "kind", "word"), BAD)
def test_bad_requests_are_told(client: TestClient, path: str, body: object, status: int, kind: str, word: str) -> None:
    """A request that cannot be taken gets the status and the type of the table, and a message that names the fault."""
    given = client.post(path, content=json.dumps(body), headers={"Content-Type": "application/json"})
    error = given.json()["error"]
    assert (given.status_code, error["type"]) == (status, kind)
    assert word in error["message"]
    assert error["hint"]


def test_a_body_that_is_no_json_is_told(client: TestClient) -> None:
    """What is not JSON is refused in the one shape of errors."""
    given = client.post("/v1/answers", content=b"{nothing", headers={"Content-Type": "application/json"})
    assert given.status_code == 422
    assert set(given.json()["error"]) == {"type", "message", "hint"}


def test_a_body_that_is_not_called_json_is_told(client: TestClient) -> None:
    """Whoever forgets the header is told of it."""
    given = client.post("/v1/search", content=b'{"query": "oil"}')
    assert given.status_code == 422
    assert "Content-Type: application/json" in given.json()["error"]["hint"]


def test_method_is_told(client: TestClient) -> None:
    """A route asked by another method says which it takes."""
    given = client.get("/v1/answers")
    assert given.status_code == 405
    assert given.headers["allow"] == "POST"


@pytest.mark.parametrize("stream", [1, 0.0, "yes"])
def test_stream_is_yes_or_no(client: TestClient, stream: object) -> None:
    """What is described as a truth value takes nothing else."""
    assert client.post("/v1/answers", json={"question": QUESTION, "stream": stream}).status_code == 422
