"""`python -m rag serve`: the API under uvicorn, with the chat page in the same process where that is wanted.

The index opens in the background while the first questions are told to wait. Refuses to listen beyond this machine while
there is no key, and to begin opening anything where it cannot listen.
"""

import socket
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import uvicorn
from fastapi import FastAPI
from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Scope

from corpus.errors import BadInput
from corpus.settings import ROOT, Settings
from rag.api import logs
from rag.api.app import create_app, protected
from rag.api.keys import KeyRing
from rag.api.limits import is_loopback
from rag.api.service import Service
from rag.pipeline import Pipeline
from rag.present.opening import Opening, Step, share
from rag.progress import say
from rag.wiring import open_pipeline

_GRACE = 15
"""Seconds that requests under way have to finish when the server is told to stop."""
_FIRST = "Who may visit a prisoner?"
"""Asked before the index counts as ready: what is read at the first question is then not read at somebody's expense."""
_OWN = ("/v1/", "/p/", "/a/")
_BACKLOG = 256
"""Connections that may wait to be taken up."""


class _Rest(Mount):
    """Whatever is not the API's by its first step is the chat page's, so that a slip in an address of the API is told of."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """See starlette."""
        return (Match.NONE, {}) if scope["path"].startswith(_OWN) else super().matches(scope)


def serve(settings: Settings, *, ui: bool = False) -> None:
    """Serve until told to stop; raises BadInput as `listening`."""

    def way(step: Step) -> Pipeline:
        pipeline = open_pipeline(settings.scope, settings, step)
        pipeline.plain.ask(_FIRST)
        return pipeline

    with listening(settings) as opened:
        what = "The chat page, and the API beside it," if ui else "The API"
        say(f"{what} on {address_of(settings, opened)} (Ctrl-C ends it).")
        app = app_of(Opening(way), settings, ui=ui)
        logs.configure(questions=settings.log_questions)
        service: Service = app.state.service
        Server(configured(protected(app), settings), service.give_up).run(sockets=[opened])


class Server(uvicorn.Server):
    """Uvicorn, which gives up what would hold up a stop before it waits for what is under way."""

    def __init__(self, config: uvicorn.Config, give_up: Callable[[], object]) -> None:
        super().__init__(config)
        self._give_up = give_up

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """See uvicorn."""
        self._give_up()
        await super().shutdown(sockets)


def listening(settings: Settings) -> socket.socket:
    """A socket that listens where the settings say.

    Raises BadInput where strangers could reach it and nobody has a key, and where it cannot listen.
    """
    if not is_loopback(settings.host) and not any(key.revoked is None for key in KeyRing(settings.keys).all()):
        raise BadInput(
            f"{settings.host} can be reached from other machines, and there is no key yet.",
            hint="Make one: python -m rag key create NAME, or listen on 127.0.0.1.",
        )
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise BadInput(
            f"{_named(settings.host)}:{settings.port} cannot be listened on: {error.strerror}.",
            hint=f"Name another port: PINPOINT_PORT={settings.port + 1} or --port {settings.port + 1}.",
        ) from error


def address_of(settings: Settings, opened: socket.socket) -> str:
    """The address of a socket that listens, for people."""
    return f"http://{_named(settings.host)}:{opened.getsockname()[1]}"


def _named(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host


def app_of(opening: Opening, settings: Settings, *, ui: bool) -> FastAPI:
    """The app over what is opening, the chat page in it where that is wanted; nobody is kept out yet, as `create_app` says."""
    if not ui:
        return create_app(opening, settings)
    share(opening)
    page, beside = _chat_page()
    app = create_app(opening, settings, beside)
    app.router.routes.append(_Rest("/", page))
    return app


def configured(app: ASGIApp, settings: Settings) -> uvicorn.Config:
    """How uvicorn is to run it: its own log lines through ours, no header that names it, no word of proxies believed."""
    return uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=_BACKLOG,
        timeout_graceful_shutdown=_GRACE,
    )


def _chat_page() -> tuple[ASGIApp, Callable[[FastAPI], AbstractAsyncContextManager[None]]]:
    """Streamlit's app, and what keeps it running."""
    import streamlit  # noqa: PLC0415 - takes a second to load, and only the page needs it

    streamlit.get_option("logger.level")  # it sets up its loggers when its settings are first read
    page = streamlit.App(ROOT / "app.py")
    return page, page.lifespan()
