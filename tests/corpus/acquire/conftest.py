"""The sample instrument's facts and a document host on the loopback address."""

from collections.abc import Iterator

import pytest

from corpus.facts import SAMPLES, FactsFile, read_facts
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
