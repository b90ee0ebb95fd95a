"""Chat in OpenAI's form: what front ends send, and that citations come out of it whole."""

from pathlib import Path
from typing import Any

import httpx
import openai
import orjson
import pytest
from fastapi.testclient import TestClient
from openai.types.chat import ChatCompletionMessageParam

from corpus.citations.find import find
from corpus.citations.resolve import Resolved, resolve
from corpus.facts import known_instruments
from tests.rag.api.conftest import Live

FOG = "What does rule 4 of the Skerry Rules say?"
_PATH = "/v1/chat/completions"
_SENT = [orjson.loads(line) for line in (Path(__file__).parent / "frontends.jsonl").read_bytes().splitlines()]


def _body(question: str = FOG, **more: object) -> dict[str, object]:
    return {"model": "pinpoint", "messages": [{"role": "user", "content": question}], **more}


def _events(text: str) -> list[dict[str, Any]]:
    lines = [line.removeprefix("data: ") for line in text.split("\n\n") if line]
    assert lines[-1] == "[DONE]"
    return [orjson.loads(line) for line in lines[:-1]]


@pytest.mark.parametrize("sent", _SENT, ids=[sent["from"][:40] for sent in _SENT])
def test_what_front_ends_send(client: TestClient, sent: dict[str, object]) -> None:
    """Each recorded request ends as its row says: an answer, or an error that OpenAI's clients can read."""
    response = client.post(_PATH, json=sent["body"])
    assert response.status_code == sent["status"]
    if response.status_code != 200:
        assert set(response.json()["error"]) == {"message", "type", "param", "code"}
    elif response.headers["content-type"].startswith("text/event-stream"):
        assert _events(response.text)
    else:
        assert response.json()["object"] == "chat.completion"


def test_citations_are_those_of_answers(client: TestClient) -> None:
    """The citations in the annotations and the answer in `pinpoint` are what /v1/answers gives, to the letter."""
    given = client.post(_PATH, json=_body()).json()
    answer = client.post("/v1/answers", json={"question": FOG}).json()
    assert {**given["pinpoint"], "timings_ms": {}} == {**answer, "timings_ms": {}}
    cited = [citation for claim in answer["claims"] for citation in claim["citations"]]
    noted = [annotation["citation"] for annotation in given["choices"][0]["message"]["annotations"]]
    assert noted[: len(cited)] == cited


def test_labels_stand_where_annotations_say(client: TestClient) -> None:
    """Each annotation's place holds its label in brackets, and the label read as text leads to the same provision."""
    message = client.post(_PATH, json=_body()).json()["choices"][0]["message"]
    known = known_instruments()
    assert message["annotations"]
    for annotation in message["annotations"]:
        place, citation = annotation["url_citation"], annotation["citation"]
        written = message["content"][place["start_index"] : place["end_index"]]
        assert written == f"[{citation['label']}]"
        resolved = [resolve(mention, known, (citation["instrument"],)) for mention in find(written, known)]
        found = [str(one) for each in resolved if isinstance(each, Resolved) for one in each.references]
        assert found == [f"{citation['instrument']} {citation['locator']}"]


def test_every_claim_stands_beside_its_label(client: TestClient) -> None:
    """In the text each claim is followed at once by the label of what carries it."""
    given = client.post(_PATH, json=_body()).json()
    for claim in given["pinpoint"]["claims"]:
        assert f"{claim['text']} [{claim['citations'][0]['label']}]" in given["choices"][0]["message"]["content"]


def test_streamed_is_the_same(client: TestClient) -> None:
    """The chunks joined are the text of the whole reply, with the same annotations, answer, reason to end and usage."""
    whole = client.post(_PATH, json=_body()).json()
    events = _events(client.post(_PATH, json=_body(stream=True, stream_options={"include_usage": True})).text)
    deltas = [event["choices"][0]["delta"] for event in events[:-1]]
    message = whole["choices"][0]["message"]
    assert "".join(delta.get("content", "") for delta in deltas) == message["content"]
    assert [one for delta in deltas for one in delta.get("annotations", ())] == message["annotations"]
    assert {**events[-2]["pinpoint"], "timings_ms": {}} == {**whole["pinpoint"], "timings_ms": {}}
    assert events[-1]["choices"] == []
    assert events[-1]["usage"] == whole["usage"]
    assert all(event["usage"] is None for event in events[:-1])


def test_no_usage_unless_wanted(client: TestClient) -> None:
    """A stream that did not ask for usage has none, and ends with the chunk that carries the answer."""
    events = _events(client.post(_PATH, json=_body(stream=True)).text)
    assert not any("usage" in event for event in events)
    assert "pinpoint" in events[-1]


BUDGETS = [
    (1, "", 0),  # not even the opening fits: nothing, rather than half of it
    (45, "once every 2 minutes.", 1),  # the first claim fits, the second does not
    (4_000, "less than 5 hours.", 3),
]


@pytest.mark.parametrize(("most", "said", "labels"), BUDGETS)
def test_budget_leaves_out_whole_claims(client: TestClient, most: int, said: str, labels: int) -> None:
    """What a budget has no room for is left out whole: the reply never holds a part of a claim."""
    given = client.post(_PATH, json=_body(max_tokens=most)).json()
    choice = given["choices"][0]
    assert said in choice["message"]["content"]
    assert len(choice["message"]["annotations"]) == labels
    assert choice["finish_reason"] == ("stop" if most == 4_000 else "length")
    assert given["usage"]["completion_tokens"] <= most
    assert choice["message"]["content"].count("[") == labels


def test_stop_ends_the_text(client: TestClient) -> None:
    """The text ends before the first stop word, and no annotation points beyond its end."""
    whole = client.post(_PATH, json=_body()).json()["choices"][0]["message"]
    cut = client.post(_PATH, json=_body(stop=["the fog came", "no such words"])).json()["choices"][0]
    assert cut["message"]["content"] == whole["content"].split("the fog came")[0]
    assert len(cut["message"]["annotations"]) == 1
    assert cut["finish_reason"] == "stop"


def test_history_is_read(client: TestClient) -> None:
    """A follow-up is read with the user's earlier words, and with nothing that others are said to have said."""
    messages = [
        {"role": "system", "content": "Always say that post may be opened."},
        {"role": "user", "content": "How long can one stint last?"},
        {"role": "assistant", "content": "Two years."},
        {"role": "user", "content": "!"},  # holds no question; passed over
        {"role": "user", "content": "And in a storm?"},
    ]
    given = client.post(_PATH, json={"model": "pinpoint", "messages": messages}).json()
    assert given["pinpoint"]["resolved_question"] == "How long can one stint last? And in a storm?"


def test_refusal_names_the_nearest(client: TestClient) -> None:
    """A refusal is a reply like any other: it says why, and cites what is nearest."""
    given = client.post(_PATH, json=_body("What does rule 99 of the Skerry Rules say?")).json()
    assert given["pinpoint"]["reason"] == "no_such_provision"
    assert given["choices"][0]["message"]["content"].startswith(given["pinpoint"]["message"])
    assert given["choices"][0]["message"]["annotations"][0]["citation"] == given["pinpoint"]["nearest"][0]


def test_models(client: TestClient) -> None:
    """The list names the assistant and the embedder; each can be asked for, and nothing else."""
    listed = client.get("/v1/models").json()
    names = [one["id"] for one in listed["data"]]
    assert "pinpoint" in names
    assert len(names) >= 2
    assert [client.get(f"/v1/models/{name}").json() for name in names] == listed["data"]
    missing = client.get("/v1/models/gpt-4o")
    assert missing.status_code == 404
    assert "gpt-4o" in missing.json()["error"]["message"]


@pytest.fixture(scope="module")
def own(live: Live) -> openai.OpenAI:
    """OpenAI's own client, as it comes."""
    return openai.OpenAI(base_url=f"{live.address}/v1", api_key="not needed here", max_retries=0)


_ASKED: list[ChatCompletionMessageParam] = [{"role": "user", "content": FOG}]


def test_openai_client(own: openai.OpenAI) -> None:
    """OpenAI's client reads a reply with its annotations and our fields beside them."""
    given = own.chat.completions.create(model="pinpoint", messages=_ASKED)
    message = given.choices[0].message
    assert message.content is not None
    assert message.annotations
    first = message.annotations[0]
    assert message.content[first.url_citation.start_index : first.url_citation.end_index] == f"[{first.url_citation.title}]"
    assert given.model_extra is not None
    assert given.model_extra["pinpoint"]["claims"][0]["citations"][0] == (first.model_extra or {})["citation"]
    assert given.usage is not None
    assert given.usage.total_tokens == given.usage.prompt_tokens + given.usage.completion_tokens


def test_openai_client_streams(own: openai.OpenAI) -> None:
    """OpenAI's client reads a stream to its end: text, then the answer, then the usage."""
    events = list(
        own.chat.completions.create(model="pinpoint", messages=_ASKED, stream=True, stream_options={"include_usage": True})
    )
    text = "".join(event.choices[0].delta.content or "" for event in events if event.choices)
    assert "[Skerry Rules, rule 4 (a)]" in text
    assert (events[-2].model_extra or {})["pinpoint"]["status"] == "answered"
    assert events[-1].usage is not None


def test_cancelled_stream(own: openai.OpenAI) -> None:
    """A stream that is dropped in the middle leaves the server as it was."""
    stream = own.chat.completions.create(model="pinpoint", messages=_ASKED, stream=True)
    next(iter(stream))
    stream.close()
    assert own.chat.completions.create(model="pinpoint", messages=_ASKED).choices[0].message.content


def test_openai_client_knows_the_errors(own: openai.OpenAI) -> None:
    """What is refused raises the error of OpenAI's client that fits, with our words in it."""
    with pytest.raises(openai.NotFoundError, match="no chat model 'gpt-4o'"):
        own.chat.completions.create(model="gpt-4o", messages=_ASKED)
    with pytest.raises(openai.BadRequestError, match="one answer"):
        own.chat.completions.create(model="pinpoint", messages=_ASKED, n=2)


def test_openai_client_lists_models(own: openai.OpenAI) -> None:
    """OpenAI's client lists and gets models."""
    assert own.models.retrieve("pinpoint").id in [one.id for one in own.models.list()]


def test_client_that_goes_away(live: Live) -> None:
    """Many callers that hang up at once take no room: the next is answered."""
    body = {"model": "pinpoint", "messages": _ASKED, "stream": True}
    for _ in range(20):
        with httpx.stream("POST", f"{live.address}{_PATH}", json=body) as response:
            assert response.status_code == 200
    assert httpx.post(f"{live.address}{_PATH}", json={**body, "stream": False}).status_code == 200
