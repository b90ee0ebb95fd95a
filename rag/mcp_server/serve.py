"""`python -m rag mcp`: the server on standard input and output, or over streamable HTTP behind the API's guard.

On standard output there is nothing but the protocol; progress and log lines go to standard error, without what was asked.
Refuses to listen beyond this machine while there is no key.
"""

from collections.abc import Callable
from dataclasses import replace

from mcp.server.mcpserver import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp

from corpus.settings import Settings
from rag.api import logs
from rag.api.keys import KeyRing
from rag.mcp_server.desk import Desk
from rag.mcp_server.server import create_server
from rag.pipeline import Pipeline
from rag.present.opening import Opening, Step

PATH = "/v1/mcp"
"""Below /v1/, where the guard counts how often somebody asks."""


def serve_stdio(settings: Settings) -> None:
    """Serve one client on standard input and output until it leaves."""
    logs.configure(questions=settings.log_questions)
    create_server(Desk(opening_in(settings))).run("stdio")


def serve_http(settings: Settings) -> None:
    """Serve until told to stop; raises BadInput as the API does where it may not or cannot listen."""
    import uvicorn  # noqa: PLC0415 - only this transport needs a web server

    from rag.api.serve import address_of, configured, listening  # noqa: PLC0415
    from rag.progress import say  # noqa: PLC0415

    with listening(settings) as opened:
        say(f"Pinpoint speaks MCP on {address_of(settings, opened)}{PATH} (Ctrl-C ends it).")
        logs.configure(questions=settings.log_questions)
        server = create_server(Desk(opening_in(settings)))
        uvicorn.Server(configured(http_app(server, settings), settings)).run(sockets=[opened])


def http_app(server: MCPServer[None], settings: Settings) -> ASGIApp:
    """A server as a web app behind keys, limits and headers; no sessions, so that a client may come and go.

    The guard knows this machine's names and the allowed origins; the framework's own list of them stays off.
    """
    from rag.api.envelope import guarded  # noqa: PLC0415
    from rag.api.guard import Rules  # noqa: PLC0415

    app = server.streamable_http_app(
        streamable_http_path=PATH,
        stateless_http=True,
        json_response=True,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    return guarded(app, Rules.of(settings), KeyRing(settings.keys))


def beside(settings: Settings) -> Settings:
    """Settings with the next port: the server runs beside an open page or API, which has its own.

    >>> from pathlib import Path
    >>> beside(Settings(data=Path("data"), texts=None, port=8501, offline=True)).port
    8502
    """
    return replace(settings, port=settings.port + 1)


def opening_in(settings: Settings) -> Callable[[], Opening]:
    """A way to begin opening the pipeline of these settings."""

    def way(step: Step) -> Pipeline:
        from rag.wiring import open_pipeline  # noqa: PLC0415 - models and stores load behind the handshake

        return open_pipeline(settings.scope, settings, step)

    return lambda: Opening(way)
