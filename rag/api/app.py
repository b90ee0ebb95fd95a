"""The app: routers and error handlers put together around one service, and what must stand around them.

Refuses to open anything itself: it is handed an open pipeline, or one that opens in the background.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp

from corpus.settings import Settings
from rag.api import answers, chat, compare, embeddings, export, health, law, models, pages, widget
from rag.api.envelope import guarded
from rag.api.failures import handle_failures
from rag.api.guard import Rules
from rag.api.keys import KeyRing
from rag.api.service import Service
from rag.pipeline import Pipeline
from rag.present.opening import Opening

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]
"""What runs beside the app, from its start to its end."""

_ROUTERS = (
    answers.router,
    export.router,
    embeddings.router,
    chat.router,
    models.router,
    law.router,
    compare.router,
    pages.router,
    widget.router,
    health.router,
)
_ABOUT = """Answers on United Nations justice standards, pinned to the paragraph that says it.

Every citation is the same object wherever it stands. Nothing here is legal advice. Examples use the invented sample
instruments of `--scope sample`.
"""


def create_app(pipeline: Pipeline | Opening, settings: Settings, beside: Lifespan | None = None) -> FastAPI:
    """The routes over a pipeline; while it is still opening, all but health says 503.

    Nobody is kept out yet: to the world, show what `protected` makes of it.
    """
    service = Service(pipeline, settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            stack.callback(service.close)
            if beside is not None:
                await stack.enter_async_context(beside(app))
            yield

    app = FastAPI(
        title="Pinpoint", version="1", description=_ABOUT, lifespan=lifespan, docs_url=None, redoc_url=None
    )  # FastAPI's pages of documentation load scripts from other hosts
    app.state.service = service
    for router in _ROUTERS:
        app.include_router(router)
    if settings.store_answers:
        app.include_router(pages.answers_router)
    handle_failures(app)
    return app


def protected(app: FastAPI) -> ASGIApp:
    """The app as it may be reached: keys, limits, headers, log and counters around it."""
    service: Service = app.state.service
    settings = service.settings
    return guarded(app, Rules.of(settings), KeyRing(settings.keys), service.metrics.request)
