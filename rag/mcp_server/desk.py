"""Where tools hand in their work: the pipeline as it opens, and the few threads that work with it.

Lists and handshakes need no pipeline, so a client is connected at once. Refuses to let a call hang: what is not open in
time says how far it is and when to ask again.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import anyio
import anyio.to_thread

from rag.api.opened import not_ready
from rag.pipeline import Pipeline
from rag.present.opening import Opening

_WORKERS = 2
"""Threads that answer; the machine that this is made for has two cores."""
_PATIENCE = 45.0
"""Seconds that a call waits for the index: less than clients wait for a call."""

R = TypeVar("R")


class Desk:
    """One for each server; `opened` is an open pipeline, or a way to begin opening one."""

    def __init__(self, opened: Pipeline | Callable[[], Opening], patience: float = _PATIENCE) -> None:
        self._opened: Pipeline | Opening | None = opened if isinstance(opened, Pipeline) else None
        self._begin = None if isinstance(opened, Pipeline) else opened
        self._patience = patience
        self._limit: anyio.CapacityLimiter | None = None

    def begin(self) -> None:
        """Begin to open, where that has not begun."""
        if self._opened is None and self._begin is not None:
            self._opened = self._begin()

    async def run(self, work: Callable[[Pipeline], R]) -> R:
        """The result of work with the pipeline; raises NotReady, and what the work raises.

        A call that its client takes back is no longer waited for.
        """
        self._limit = self._limit or anyio.CapacityLimiter(_WORKERS)
        return await anyio.to_thread.run_sync(partial(self._work, work), limiter=self._limit, abandon_on_cancel=True)

    def _work(self, work: Callable[[Pipeline], R]) -> R:
        return work(self._pipeline())

    def _pipeline(self) -> Pipeline:
        self.begin()
        opened = self._opened
        if isinstance(opened, Pipeline):
            return opened
        assert opened is not None  # noqa: S101 - `begin` has seen to it
        found = opened.pipeline(self._patience)
        if found is not None:
            return found
        raise not_ready(opened, hint="Call again in a minute.")
