"""Whether hosts can be reached, answered in time whatever they do."""

import socket
import threading
import time
from pathlib import Path

import pytest

from corpus.acquire.addresses import FetchSettings
from corpus.acquire.probe import Reachability, probe
from tests.corpus.acquire.host import Host, Reply

CANNOT = "The document hosts of the United Nations cannot be reached: "


def asking(*addresses: str, seconds: float = 5.0, offline: bool = False) -> FetchSettings:
    """Settings that address these hosts."""
    return FetchSettings(folder=Path("downloads"), addresses=addresses, probe_seconds=seconds, offline=offline)


@pytest.fixture
def deaf() -> str:
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.parametrize("status", [200, 404, 503])
def test_any_answer_is_one(host: Host, status: int) -> None:
    """A host that answers is there, whatever it says, and is asked for nothing but its front page's headers."""
    host.says("/", Reply(status=status))
    name = host.origin.removeprefix("http://")
    assert probe(asking(f"{host.origin}/{{language}}/{{symbol}}")) == Reachability(reachable=True, why=f"{name} answered.")
    assert [(asked.method, asked.path) for asked in host.asked] == [("HEAD", "/")]


def test_one_of_several_answers(host: Host, deaf: str) -> None:
    """One host that answers is enough."""
    assert probe(asking(f"http://{deaf}/", f"{host.origin}/")).reachable


def test_nobody_listens(deaf: str) -> None:
    """A refused connection is said in words, at once."""
    begun = time.monotonic()
    assert probe(asking(f"http://{deaf}/{{symbol}}")) == Reachability(
        reachable=False, why=f"{CANNOT}{deaf}: [Errno 111] Connection refused."
    )
    assert time.monotonic() - begun < 1


def test_silent_host(host: Host) -> None:
    """A host that accepts and says nothing is given up at the limit."""
    host.says("/", Reply(wait=30))
    begun = time.monotonic()
    answer = probe(asking(f"{host.origin}/", seconds=0.3))
    assert not answer.reachable
    assert time.monotonic() - begun < 1


def test_lookup_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resolver that heeds no time limit does not hold the probe up."""
    over = threading.Event()

    def hang(*_arguments: object, **_more: object) -> None:
        over.wait(30)
        raise socket.gaierror(socket.EAI_AGAIN, "Try again")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    begun = time.monotonic()
    answer = probe(asking("https://documents.un.org/x", seconds=0.2))
    over.set()
    assert answer == Reachability(reachable=False, why=f"{CANNOT}no answer within 0.2 seconds.")
    assert time.monotonic() - begun < 1


def test_offline(host: Host) -> None:
    """With PINPOINT_OFFLINE no host is asked."""
    answer = probe(asking(f"{host.origin}/", offline=True))
    assert answer == Reachability(reachable=False, why="PINPOINT_OFFLINE is set: no host was contacted.")
    assert host.asked == []
