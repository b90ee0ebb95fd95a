"""Texts of concurrent requests in, their vectors out: what waits while one batch is embedded makes up the next.

Nobody waits for a batch to fill: an idle embedder starts at once. Requests take turns text by text, so that a long list
does not hold up a short one; a text wanted by several is embedded once, and the last ones wanted are remembered by
their hash. Refuses more than can be embedded soon.
"""

import asyncio
import hashlib
import heapq
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.errors import Overloaded
from rag.api.metrics import Metrics
from rag.ports import Embedder

_BATCH = 16
"""Texts a batch: a request that arrives now waits for these at most before its own turn."""
_ABREAST = 2
"""Batches at a time: while one is handed out and its callers ask again, the other is embedded."""
_THREADS = 2
_REMEMBERED = 4_096
"""Vectors that are remembered: 7 MB."""
WAITING = 800_000
"""Characters that may wait, about a minute's work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A text to embed, as a question or as a passage."""

    text: str
    question: bool

    @property
    def key(self) -> bytes:
        """What a text is remembered by; the text itself is not kept."""
        kind = b"q" if self.question else b"p"
        return hashlib.blake2b(self.text.encode(errors="replace"), digest_size=16, key=kind).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """A text's vector, shape (dimensions,), and how many tokens the model read for it."""

    vector: NDArray[np.float32]
    tokens: int


@dataclass(frozen=True, slots=True, order=True)
class _Turn:
    """A text's place in the queue: its place in its own request, counted from the turn that was on when that came."""

    turn: int
    serial: int
    key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    wanted: Wanted
    future: "asyncio.Future[Embedded]"


class Batcher:
    """One for all requests of an app; all its state is touched on the event loop only."""

    def __init__(self, embedder: Callable[[], Embedder], metrics: Metrics) -> None:
        self._embedder = embedder
        self._metrics = metrics
        self._turns: list[_Turn] = []
        self._waiting: dict[bytes, _Waiting] = {}
        self._remembered: OrderedDict[bytes, Embedded] = OrderedDict()
        self._characters = self._turn = self._serial = 0
        self._work: set[asyncio.Task[None] | None] = set()
        self._pool = ThreadPoolExecutor(_ABREAST + _THREADS, thread_name_prefix="embedding")

    async def embed(self, wanted: Sequence[Wanted]) -> list[Embedded]:
        """What was wanted, embedded, in order; raises Overloaded, and what the embedder raises."""
        keys = [one.key for one in wanted]
        held = {key: self._remembered[key] for key in keys if key in self._remembered}
        self._queue({key: one for key, one in zip(keys, wanted, strict=True) if key not in held and key not in self._waiting})
        for key in held:
            self._remembered.move_to_end(key)
        awaited = {key: self._waiting[key].future for key in keys if key not in held}
        await asyncio.gather(*(asyncio.shield(future) for future in awaited.values()))
        return [held[key] if key in held else awaited[key].result() for key in keys]

    def close(self) -> None:
        """End the threads; what waits is given up."""
        for work in filter(None, self._work):
            work.cancel()
        self._pool.shutdown(cancel_futures=True)

    def _queue(self, fresh: dict[bytes, Wanted]) -> None:
        more = sum(len(one.text) for one in fresh.values())
        if self._characters and self._characters + more > WAITING:
            raise Overloaded(
                f"{self._characters:,} characters wait to be embedded already; {more:,} more are too many.",
                hint="Try again when Retry-After says, or send fewer inputs at a time.",
                retry_after=5,
            )
        loop = asyncio.get_running_loop()
        for place, (key, one) in enumerate(fresh.items()):
            self._serial += 1
            heapq.heappush(self._turns, _Turn(self._turn + place, self._serial, key))
            self._waiting[key] = _Waiting(wanted=one, future=loop.create_future())
        self._characters += more
        if self._turns and len(self._work) < _ABREAST:
            self._work.add(loop.create_task(self._batches()))

    async def _batches(self) -> None:
        """Batch after batch until nothing waits."""
        loop = asyncio.get_running_loop()
        while self._turns:
            turns = [heapq.heappop(self._turns) for _ in range(min(_BATCH, len(self._turns)))]
            self._turn = max(self._turn, turns[-1].turn)
            batch = [self._waiting[turn.key] for turn in turns]
            self._metrics.batches.observe(len(batch))
            work = loop.run_in_executor(self._pool, self._embed, [one.wanted for one in batch])
            [found] = await asyncio.gather(work, return_exceptions=True)
            for place, (turn, one) in enumerate(zip(turns, batch, strict=True)):
                del self._waiting[turn.key]
                self._characters -= len(one.wanted.text)
                if isinstance(found, BaseException):
                    one.future.set_exception(found)
                else:
                    self._remember(turn.key, found[place])
                    one.future.set_result(found[place])
        self._work.discard(asyncio.current_task())

    def _remember(self, key: bytes, embedded: Embedded) -> None:
        self._remembered[key] = embedded
        if len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)

    def _embed(self, wanted: Sequence[Wanted]) -> list[Embedded]:
        """Passages go as one call, which spreads them over threads; questions are spread here."""
        embedder = self._embedder()
        passages = [one.text for one in wanted if not one.question]
        rows = iter(embedder.embed_passages(passages)) if passages else iter(())
        questions = self._pool.map(embedder.embed_question, [one.text for one in wanted if one.question])
        return [
            Embedded(
                vector=np.array(next(questions) if one.question else next(rows), "<f4"),
                tokens=embedder.count_tokens(one.text),
            )
            for one in wanted
        ]
