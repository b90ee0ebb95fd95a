"""Where a language model drafts: nobody who has left is drafted for, and what needs no model does not wait for one."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import httpx
import pytest

from corpus.library import Library
from corpus.types import Language
from rag.api.app import create_app, protected
from rag.drafting.drafted import Drafted
from rag.pipeline import Pipeline
from rag.ports import TokenEmbedder
from rag.retrieve import Found
from tests.rag.api.serving import listening, near, settings_in

FOG = {"question": "What does rule 4 of the Skerry Rules say?"}
CHAT = {"model": "pinpoint", "messages": [{"role": "user", "content": FOG["question"]}]}


class Patient:
    """A drafter that drafts until nobody wants it any more, or it is told to go on without a draft."""

    name = "patient"
    tokens: TokenEmbedder | None = None

    def __init__(self, stopped: Callable[[], bool] = bool, all_: "list[str] | None" = None) -> None:
        self.stopped = stopped
        self.seen = [] if all_ is None else all_
        self.go = threading.Event()

    def draft(self, library: Library, question: str, ranked: Sequence[Found], language: Language) -> Drafted:  # noqa: ARG002
        """See `Drafter`."""
        self.seen.append("begun")
        while not self.stopped() and not self.go.wait(0.02):
            pass
        self.seen.append("stopped" if self.stopped() else "done")
        return Drafted(drafts=(), dropped=(), fault="stopped")

    def until(self, stopped: Callable[[], bool]) -> "Patient":
        """See `Drafter`."""
        made = Patient(stopped, self.seen)
        made.go = self.go
        return made

    def close(self) -> None:
        """See `Drafter`."""
        self.go.set()


@pytest.fixture
def drafter() -> Patient:
    """One for each test."""
    return Patient()


@pytest.fixture
def address(skerry: Pipeline, drafter: Patient, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose answers are drafted by it."""
    settings = settings_in(tmp_path_factory.mktemp("drafting"))
    app = create_app(Pipeline(skerry.index, skerry.embedder, drafter), settings)
    with listening(protected(app), settings) as at:
        yield at


def _until(seen: list[str], wanted: list[str]) -> None:
    deadline = time.monotonic() + 10
    while seen != wanted and time.monotonic() < deadline:
        time.sleep(0.02)
    assert seen == wanted


@pytest.mark.parametrize(("path", "body"), [("/v1/answers", FOG), ("/v1/chat/completions", CHAT)])
@pytest.mark.parametrize("stream", [False, True])
def test_who_leaves_is_not_drafted_for(
    address: str, drafter: Patient, path: str, body: dict[str, object], *, stream: bool
) -> None:
    """Where the caller hangs up, whole or streamed, by chat or not, drafting is given up."""
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{address}{path}", json={**body, "stream": stream}, timeout=httpx.Timeout(10, read=1.0))
    _until(drafter.seen, ["begun", "stopped"])


def test_passages_come_before_the_draft(address: str, drafter: Patient) -> None:
    """A stream has its passages while the model still drafts, and claims only once they are checked."""
    with httpx.stream("POST", f"{address}/v1/answers", json={**FOG, "stream": True}, timeout=20) as response:
        lines = response.iter_lines()
        assert next(lines) == "event: passages"
        assert "sample-rules" in next(lines)
        assert "done" not in drafter.seen
        drafter.go.set()
        rest = [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]
    assert rest == ["claim", "claim", "claim", "answer", "done"]


def test_a_failure_in_a_stream_is_told(skerry: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where an answer fails after its passages are out, an event says so; the words of the failure are not in it."""

    class Failing(Patient):
        def until(self, stopped: Callable[[], bool]) -> Patient:  # noqa: ARG002
            return self

        def draft(self, library: Library, question: str, ranked: Sequence[Found], language: Language) -> Drafted:  # noqa: ARG002
            raise LookupError(question)

    app = create_app(Pipeline(skerry.index, skerry.embedder, Failing()), settings_in(tmp_path_factory.mktemp("failing")))
    text = near(protected(app)).post("/v1/answers", json={**FOG, "stream": True}).text
    assert [line for line in text.splitlines() if line.startswith("event")] == ["event: passages", "event: error"]
    assert FOG["question"] not in text.partition("event: error")[2]


def test_searches_do_not_wait_for_drafts(address: str, drafter: Patient) -> None:
    """While several answers are being drafted, searches, checks and pages are answered; then the answers come."""

    async def all_at_once() -> tuple[list[int], list[httpx.Response]]:
        async with httpx.AsyncClient(base_url=address, timeout=20) as client:
            answers = [asyncio.create_task(client.post("/v1/answers", json=FOG)) for _ in range(4)]
            while drafter.seen.count("begun") < 4:
                await asyncio.sleep(0.02)
            quick = [
                await client.post("/v1/search", json={"query": "oil"}, timeout=5),
                await client.post("/v1/cite", json={"text": "Skerry Rules, rule 4"}, timeout=5),
                await client.get("/p/sample-rules/4", timeout=5),
            ]
            drafter.go.set()
            return [one.status_code for one in quick], await asyncio.gather(*answers)

    quick, answers = asyncio.run(all_at_once())
    assert quick == [200, 200, 200]
    for one in answers:
        assert one.json()["engine"]["llm"] == "patient"
        assert one.json()["claims"]


def test_a_stop_gives_drafts_up(skerry: Pipeline, drafter: Patient, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A server that is told to stop does not wait for the model: who waits gets the answer without a draft."""
    settings = settings_in(tmp_path_factory.mktemp("stopping"))
    app = create_app(Pipeline(skerry.index, skerry.embedder, drafter), settings)
    given: list[httpx.Response] = []
    with listening(protected(app), settings, app.state.service.give_up) as address:
        asking = threading.Thread(target=lambda: given.append(httpx.post(f"{address}/v1/answers", json=FOG, timeout=30)))
        asking.start()
        _until(drafter.seen, ["begun"])
        leaving = time.monotonic()
    asking.join(20)
    assert time.monotonic() - leaving < 10
    assert given[0].json()["status"] == "answered"
