"""The sample instrument's facts, a document host on the loopback address, and a desk that fetches from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.acquire.addresses import FetchSettings
from corpus.facts import SAMPLES, FactsFile, read_facts
from tests.corpus.acquire.desk import Desk
from tests.corpus.acquire.host import Host, running


@pytest.fixture(scope="session")
def skerry() -> FactsFile:
    """The sample instrument, LK/RES/4/12, without addresses of its own."""
    return read_facts(SAMPLES / "sample-rules.toml").model_copy(update={"urls": {}})


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A document host that says what the test tells it to."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running() as listening:
        yield listening


@pytest.fixture
def desk(host: Host, skerry: FactsFile, tmp_path: Path) -> Desk:
    """A desk with two addresses, two attempts at each, and pauses that take no time."""
    pauses: list[float] = []
    settings = FetchSettings(
        folder=tmp_path / "downloads",
        addresses=(f"{host.origin}/first/{{language}}/{{symbol}}", f"{host.origin}/second/{{language}}/{{symbol}}"),
        origins=(host.origin,),
        attempts=2,
        read_seconds=5,
        sleep=pauses.append,
        jitter=lambda: 1.0,
    )
    return Desk(host=host, facts=skerry, settings=settings, pauses=pauses)
