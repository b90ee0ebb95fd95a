"""Language models across LlamaIndex's border: three ways of speaking keep the same promises; addresses are checked first."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from llama_index.core.llms import ChatMessage, MessageRole, MockLLM

from corpus.errors import BadInput, DraftingFailed
from corpus.settings import PROVIDERS, LanguageModelSettings
from rag.adapters.llm import LlamaIndexModel, ServedLLM, open_language_model
from rag.adapters.wires import WIRES
from rag.drafting.faults import Fault
from rag.drafting.schema import SCHEMA
from rag.ports import Prompt
from tests.rag.drafting.server import Stub, Way, chunk, says, send, serving

PROMPT = Prompt(system="Draft.", data='{"question": "灯?"}')
REPLY = '{"claims": []}'


def event(**fields: object) -> bytes:
    """A server-sent event of Anthropic's, with its name before it."""
    return f"event: {fields['type']}\n".encode() + b"data: " + json.dumps(fields).encode() + b"\n\n"


def line(**fields: object) -> bytes:
    """A line of Ollama's."""
    return json.dumps(fields).encode() + b"\n"


def sends(*blocks: bytes) -> Way:
    """A reply of these blocks."""
    return lambda handler: send(handler, blocks)


def anthropic(*texts: str, stop: str = "tool_use") -> Way:
    """Anthropic's stream of a tool's input."""
    told = [
        event(type="content_block_delta", index=0, delta={"type": "input_json_delta", "partial_json": one}) for one in texts
    ]
    begun = [event(type="message_start", message={"id": "m"}), event(type="ping")]
    return sends(*begun, *told, event(type="message_delta", delta={"stop_reason": stop}), event(type="message_stop"))


def ollama(*texts: str, stop: str = "stop") -> Way:
    """Ollama's stream."""
    told = [line(message={"role": "assistant", "content": one}, done=False) for one in texts]
    return sends(*told, line(message={"role": "assistant", "content": ""}, done=True, done_reason=stop))


def openai(*texts: str, stop: str = "stop") -> Way:
    """OpenAI's stream, with a comment as some servers send to keep the line open."""
    return sends(b": keep-alive\n\n", *map(chunk, texts), chunk("", stop), b"data: [DONE]\n\n")


Speaks = Callable[..., Way]
SPEAKS: dict[str, Speaks] = {"openai-like": openai, "ollama": ollama, "anthropic": anthropic}
CUTS = {"openai-like": "length", "ollama": "length", "anthropic": "max_tokens"}
ERRORS = {
    "openai-like": b'data: {"error": {"message": "out of memory"}}\n\n',
    "ollama": b'{"error": "out of memory"}\n',
    "anthropic": b'event: error\ndata: {"type": "error", "error": {"type": "overloaded_error"}}\n\n',
}
PATHS = {"openai-like": "/chat/completions", "ollama": "/api/chat", "anthropic": "/v1/messages"}


@pytest.fixture
def stub() -> Iterator[Stub]:
    """A model's server that does as it is told."""
    with serving() as running:
        yield running


def settings(stub: Stub, provider: str) -> LanguageModelSettings:
    """Settings that lead to the stub."""
    return LanguageModelSettings(provider=provider, model="m", url=f"{stub.url}/", key="s3cret", seconds=15, answer_tokens=77)


def test_every_provider_is_tested() -> None:
    """The settings, the ways of speaking and this suite name the same providers."""
    assert set(PROVIDERS) == set(WIRES) == set(SPEAKS)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_reply_comes_through(stub: Stub, provider: str) -> None:
    """The pieces of a reply come out as they were said, in order."""
    stub.ways.append(SPEAKS[provider]('{"cla', 'ims": ', "[]}"))
    model = open_language_model(settings(stub, provider), offline=True)
    assert list(model.stream(PROMPT)) == ['{"cla', 'ims": ', "[]}"]
    assert model.name == f"{provider}:m"


@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_is_sent(stub: Stub, provider: str) -> None:
    """Model, prompt, schema, the reply's budget and the key are sent, streamed and uncompressed, and nothing else of ours."""
    stub.ways.append(SPEAKS[provider](REPLY))
    list(open_language_model(settings(stub, provider), offline=True).stream(PROMPT))
    (asked,), (headers,) = stub.asked, stub.headers
    assert asked["path"] == PATHS[provider]
    assert asked["model"] == "m"
    assert asked["stream"] is True
    assert asked["messages"][-1] == {"role": "user", "content": PROMPT.data}
    assert PROMPT.system in json.dumps(asked)
    assert schema_of(asked) == SCHEMA
    assert 77 in (asked.get("max_tokens"), asked.get("options", {}).get("num_predict"))
    assert "s3cret" in (headers.get("authorization", "")[7:], headers.get("x-api-key"))
    assert headers["accept-encoding"] == "identity"


def schema_of(asked: dict[str, Any]) -> object:
    """Where each provider takes the schema."""
    if "tools" in asked:
        assert asked["tool_choice"] == {"type": "tool", "name": asked["tools"][0]["name"]}
        return asked["tools"][0]["input_schema"]
    return asked["format"] if "format" in asked else asked["response_format"]["json_schema"]["schema"]


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_reply_at_its_budget_is_cut_off(stub: Stub, provider: str) -> None:
    """A reply that ends because its budget does is told as such, and so is one that ends without an end."""
    model = open_language_model(settings(stub, provider), offline=True)
    for way in (SPEAKS[provider]('{"claims"', stop=CUTS[provider]), sends()):
        stub.ways[:] = [way]
        with pytest.raises(DraftingFailed) as caught:
            list(model.stream(PROMPT))
        assert caught.value.fault == Fault.CUT_OFF


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("block", [b"", b"<html>busy</html>\n", b"data: {not json}\n\n"], ids=["error", "page", "broken"])
def test_a_server_that_breaks_off(stub: Stub, provider: str, block: bytes) -> None:
    """An error in the middle of a stream and a stream of another form are told as a broken server."""
    stub.ways.append(sends(block or ERRORS[provider]))
    with pytest.raises(DraftingFailed) as caught:
        list(open_language_model(settings(stub, provider), offline=True).stream(PROMPT))
    assert caught.value.fault == Fault.BROKEN


def test_a_compressed_reply_is_refused(stub: Stub) -> None:
    """What nobody asked to be compressed is not unpacked: a few bytes could become many."""
    stub.ways.append(lambda handler: send(handler, [b"\x1f\x8b"], content_encoding="gzip"))
    with pytest.raises(DraftingFailed, match="compressed"):
        list(open_language_model(settings(stub, "ollama"), offline=True).stream(PROMPT))


def test_nobody_listens() -> None:
    """A server that is not there is told with the setting to look at, and may be asked again."""
    with serving() as gone:
        left = settings(gone, "ollama")
    with pytest.raises(DraftingFailed, match="PINPOINT_LLM_URL") as caught:
        list(open_language_model(left, offline=True).stream(PROMPT))
    assert (caught.value.fault, caught.value.again) == (Fault.UNREACHABLE, True)


def test_proxies_of_the_environment_are_not_used(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent goes to the address that is set and nowhere else, whatever the environment says."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9")
    stub.ways.append(says(REPLY))
    assert "".join(open_language_model(settings(stub, "openai-like"), offline=True).stream(PROMPT)) == REPLY


ADDRESSES = [  # address, key, offline, what the message must say
    ("", "", False, "PINPOINT_LLM_URL"),
    ("ftp://127.0.0.1", "", False, "no plain address"),
    ("127.0.0.1:8080", "", False, "no plain address"),
    ("http://me:secret@127.0.0.1", "", False, "no plain address"),
    ("http://127.0.0.1/v1?key=1", "", False, "no plain address"),
    ("https://models.example/v1", "", True, "PINPOINT_OFFLINE=1"),
    ("http://models.example/v1", "s3cret", False, "unencrypted"),
]


@pytest.mark.parametrize(("url", "key", "offline", "said"), ADDRESSES)
def test_an_address_that_may_not_be_spoken_to(url: str, key: str, offline: bool, said: str) -> None:
    """No address, one with more in it than an address, another machine when offline, and a key in the clear are refused."""
    wanted = LanguageModelSettings(provider="openai-like", model="m", url=url, key=key)
    with pytest.raises(BadInput, match=said) as caught:
        open_language_model(wanted, offline=offline)
    assert caught.value.hint


def test_homes() -> None:
    """Ollama is looked for on this machine, Anthropic at its own address, which offline refuses."""
    named = LanguageModelSettings(provider="ollama", model="m")
    assert open_language_model(named, offline=True).name == "ollama:m"
    with pytest.raises(BadInput, match="leads to api"):
        open_language_model(replace(named, provider="anthropic"), offline=True)


def test_the_key_is_never_shown(stub: Stub) -> None:
    """Neither settings nor model print the key, nor does LlamaIndex when it reports a call."""
    given = settings(stub, "openai-like")
    served = ServedLLM.of(given, offline=True)
    assert "s3cret" not in f"{given!r} {served!r} {served.to_json()} {served.to_payload()} {served._server!r}"


def test_llama_index_can_use_it(stub: Stub) -> None:
    """It is an `LLM` like any other: chat, completion, streams and their asynchronous forms all give the reply."""
    stub.ways.append(says(REPLY))
    served = ServedLLM.of(settings(stub, "openai-like"), offline=True)
    message = ChatMessage(role=MessageRole.USER, content="灯")
    assert served.chat([message]).message.content == REPLY
    assert served.complete("灯").text == REPLY
    assert [*served.stream_complete("灯")][-1].text == REPLY
    assert asyncio.run(served.achat([message])).message.content == REPLY
    assert served.metadata.is_chat_model
    assert served.metadata.num_output == 77


def test_any_llm_of_llama_index_can_draft() -> None:
    """A model of LlamaIndex's that is not ours is asked through the same port, and its failures are ours."""
    assert "Draft." in "".join(LlamaIndexModel(MockLLM(), "mock").stream(PROMPT))
    with pytest.raises(DraftingFailed, match="mock failed") as caught:
        list(LlamaIndexModel(_Angry(), "mock").stream(PROMPT))
    assert caught.value.fault == Fault.BROKEN


class _Angry(MockLLM):  # type: ignore[misc]  # the framework is untyped for mypy, see pyproject
    """Fails in its own way."""

    def stream_chat(self, *_: object, **__: object) -> Iterator[object]:
        raise RuntimeError
