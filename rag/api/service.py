"""What the routes share: the pipeline as it opens, settings, the threads that do the work, and what is counted.

A route never works on the event loop: it hands its work to `Service.run`. Refuses to work before the index is open.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Annotated, TypeVar

from fastapi import Depends, Request

from corpus.settings import Settings
from rag.api.batching import Batcher
from rag.api.metrics import Metrics
from rag.api.opened import not_ready
from rag.api.shelf import kept_headers
from rag.pipeline import Pipeline
from rag.present.opening import Opening
from rag.types import Answer, Passage

CHAT_MODEL = "pinpoint"
"""What OpenAI's clients call the assistant."""
EMBEDDING_MODEL = "pinpoint-embeddings"
"""What OpenAI's clients may call the embedder, beside its own name."""
WORKERS = 2
"""Threads that answer; the machine that this is made for has two cores."""
_DRAFTING = 8
"""Threads that answer where a language model drafts: they wait for it most of the time, and searches do not for them."""
_LOOK = 0.25
"""Seconds after which it is looked again whether somebody still waits for an answer."""

R = TypeVar("R")
Found = Callable[[tuple[Passage, ...]], None]
"""Takes the passages of an answer that is on its way."""


class Service:
    """One per process; routes get it by `Serving`."""

    def __init__(self, pipeline: Pipeline | Opening, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self._opened = pipeline
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="answering")
        self._drafting = ThreadPoolExecutor(_DRAFTING, thread_name_prefix="drafting")
        self.batcher = Batcher(lambda: self.pipeline.embedder, self.metrics)

    @property
    def pipeline(self) -> Pipeline:
        """The open pipeline; raises NotReady before it is open, and what hindered it where it could not be opened."""
        if (opened := self._open()) is not None:
            return opened
        assert isinstance(self._opened, Opening)  # noqa: S101 - a pipeline is open from the beginning
        raise not_ready(self._opened, hint="Ask GET /readyz, then again.")

    async def run(self, work: Callable[[Pipeline], R]) -> R:
        """The result of work with the pipeline, done on one of few threads; raises NotReady, and what the work raises."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work, self.pipeline)

    async def ask(self, request: Request, question: str, history: Sequence[str], found: Found | None = None) -> Answer:
        """The answer to a question; where a model drafts it, drafting ends as soon as nobody waits for it any more.

        `found` is told the passages before anything is drafted, on a thread of the service's.
        """
        pipeline = self.pipeline
        if pipeline.drafter is None:
            return await self.run(lambda opened: opened.ask(question, history, found))
        gone = Event()
        watching = asyncio.create_task(_watch(request, gone))
        try:
            wanted = pipeline.until(gone.is_set)
            return await asyncio.get_running_loop().run_in_executor(self._drafting, wanted.ask, question, history, found)
        finally:
            gone.set()
            watching.cancel()

    async def ended(self, answer: Answer) -> dict[str, str]:
        """Count an answer, and keep it where that is switched on; gives the header that says where."""
        self.metrics.answered(answer)
        return await self.run(lambda _: kept_headers(self.settings, answer))

    def give_up(self) -> None:
        """Draft nothing more: who waits for a draft gets the answer without one."""
        opened = self._open()
        if opened is not None and opened.drafter is not None:
            opened.drafter.close()

    def close(self) -> None:
        """End the threads; work that has begun is finished."""
        self.give_up()
        self.batcher.close()
        for pool in (self._pool, self._drafting):
            pool.shutdown(cancel_futures=True)

    def _open(self) -> Pipeline | None:
        return self._opened if isinstance(self._opened, Pipeline) else self._opened.pipeline()


async def _watch(request: Request, gone: Event) -> None:
    while not await request.is_disconnected():
        await asyncio.sleep(_LOOK)
    gone.set()


async def service_of(request: Request) -> Service:
    """The service of the app that a request came to; a coroutine, since FastAPI hands plain functions to a thread."""
    found: Service = request.app.state.service
    return found


Serving = Annotated[Service, Depends(service_of)]
"""A route's parameter: the service."""
