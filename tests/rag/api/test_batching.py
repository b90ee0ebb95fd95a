"""Texts of concurrent requests share batches, take turns, and come back to whom they belong."""

import asyncio
import threading
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.errors import ModelError, Overloaded
from rag.api.batching import WAITING, Batcher, Wanted
from rag.api.metrics import Metrics
from rag.embedder.fake import HashEmbedder


class Gated(HashEmbedder):
    """An embedder that waits to be let go and remembers its batches."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.questions: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.broken = False

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder`."""
        self.gate.wait(10)
        self.batches.append(list(texts))
        if self.broken:
            raise ModelError("The model is gone.")
        return super().embed_passages(texts)

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """See `Embedder`."""
        self.questions.append(text)
        return super().embed_question(text)


@pytest.fixture
def embedder() -> Gated:
    """An embedder to watch."""
    return Gated()


@pytest.fixture
def batcher(embedder: Gated) -> Iterator[Batcher]:
    """A batcher over it."""
    made = Batcher(lambda: embedder, Metrics())
    yield made
    made.close()


def passages(*texts: str) -> list[Wanted]:
    """Texts wanted as passages."""
    return [Wanted(text=text, question=False) for text in texts]


def test_vectors_are_the_embedders(batcher: Batcher, embedder: Gated) -> None:
    """Each text gets the vector that the embedder gives it alone, in the order asked for, and its count of tokens."""
    wanted = [*passages("lamp oil", "bell"), Wanted(text="lamp oil", question=True)]
    found = asyncio.run(batcher.embed(wanted))
    for one, given in zip(wanted, found, strict=True):
        alone = embedder.embed_question(one.text) if one.question else embedder.embed_passages([one.text])[0]
        assert np.array_equal(given.vector, alone)
        assert given.tokens == embedder.count_tokens(one.text)
    assert embedder.questions[0] == "lamp oil"


def test_requests_share_batches(batcher: Batcher, embedder: Gated) -> None:
    """What arrives while the embedder is busy makes up the next batch, whoever sent it."""

    async def many() -> None:
        embedder.gate.clear()
        busy = [asyncio.create_task(batcher.embed(passages(name))) for name in ("first", "second")]
        await asyncio.sleep(0.05)
        rest = [asyncio.create_task(batcher.embed(passages(f"text {number}"))) for number in range(10)]
        await asyncio.sleep(0.05)
        embedder.gate.set()
        await asyncio.gather(*busy, *rest)

    asyncio.run(many())
    assert [f"text {number}" for number in range(10)] in embedder.batches
    assert len(embedder.batches) <= 3


def test_same_text_is_embedded_once(batcher: Batcher, embedder: Gated) -> None:
    """A text wanted several times, at once or again later, is embedded once; as a question it is another text."""

    async def twice() -> None:
        await asyncio.gather(batcher.embed(passages("oil", "oil")), batcher.embed(passages("oil")))
        await batcher.embed(passages("oil"))
        await batcher.embed([Wanted(text="oil", question=True)])

    asyncio.run(twice())
    assert embedder.batches == [["oil"]]
    assert embedder.questions == ["oil"]


def test_long_list_does_not_hold_up_a_short_one(batcher: Batcher, embedder: Gated) -> None:
    """A request of one text that comes after one of five hundred is in one of the next batches."""

    async def both() -> None:
        embedder.gate.clear()
        long = asyncio.create_task(batcher.embed(passages(*(f"text {number}" for number in range(500)))))
        await asyncio.sleep(0.05)
        short = asyncio.create_task(batcher.embed(passages("short")))
        await asyncio.sleep(0.05)
        embedder.gate.set()
        await asyncio.gather(long, short)

    asyncio.run(both())
    assert any("short" in batch for batch in embedder.batches[:4])
    assert sum(map(len, embedder.batches)) == 501


def test_short_ones_do_not_starve_a_long_list(batcher: Batcher, embedder: Gated) -> None:
    """However many short requests keep coming, a long one gets on: turns count from when a request came."""

    async def stream() -> int:
        embedder.gate.clear()
        long = asyncio.create_task(batcher.embed(passages(*(f"text {number}" for number in range(100)))))
        await asyncio.sleep(0.05)
        embedder.gate.set()
        for number in range(400):
            await asyncio.gather(*(batcher.embed(passages(f"short {number} {each}")) for each in range(40)))
            if long.done():
                return number
        return 400

    assert asyncio.run(stream()) < 150


def test_too_much_is_refused(batcher: Batcher, embedder: Gated) -> None:
    """Where more waits than can be embedded soon, a further request is told when to come again, and the rest goes on."""

    async def overload() -> int:
        embedder.gate.clear()
        first = asyncio.create_task(batcher.embed(passages("a" * WAITING)))
        await asyncio.sleep(0.05)
        with pytest.raises(Overloaded) as told:
            await batcher.embed(passages("b"))
        embedder.gate.set()
        await first
        assert len(await batcher.embed(passages("b"))) == 1
        return told.value.retry_after

    assert asyncio.run(overload()) > 0


def test_failure_reaches_whom_it_concerns(batcher: Batcher, embedder: Gated) -> None:
    """Where the embedder fails, those who waited for that batch are told, and the next one is tried."""

    async def fail() -> None:
        embedder.broken = True
        with pytest.raises(ModelError):
            await batcher.embed(passages("oil"))
        embedder.broken = False
        await batcher.embed(passages("oil"))

    asyncio.run(fail())
    assert embedder.batches == [["oil"], ["oil"]]


def test_one_who_leaves_takes_nothing_along(batcher: Batcher, embedder: Gated) -> None:
    """A request that is given up does not harm another that waits for the same text."""

    async def leave() -> int:
        embedder.gate.clear()
        leaving = asyncio.create_task(batcher.embed(passages("oil")))
        staying = asyncio.create_task(batcher.embed(passages("oil")))
        await asyncio.sleep(0.05)
        leaving.cancel()
        embedder.gate.set()
        return len(await staying)

    assert asyncio.run(leave()) == 1
