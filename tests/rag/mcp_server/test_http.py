"""Streamable HTTP: the official client through the guard, and who is kept out."""

import asyncio
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import httpx2
import orjson
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from typer.testing import CliRunner

from corpus.errors import BadInput
from corpus.settings import Settings
from rag.api.keys import KeyRing
from rag.cli import app as command
from rag.mcp_server.desk import Desk
from rag.mcp_server.serve import PATH, http_app, serve_http
from rag.mcp_server.server import create_server
from rag.pipeline import Pipeline
from tests.rag.api.serving import listening, settings_in
from tests.rag.mcp_server.asking import said, with_client

LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
HEADERS = {"accept": "application/json, text/event-stream", "mcp-protocol-version": "2025-06-18"}


@pytest.fixture(scope="module")
def address(skerry: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server on a free port of loopback."""
    settings = settings_in(tmp_path_factory.mktemp("mcp"))
    with listening(http_app(create_server(Desk(skerry)), settings), settings) as at:
        yield at + PATH


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_official_client(address: str, skerry: Pipeline, mode: str) -> None:
    """The client lists, calls, reads and is refused, as on standard input and output."""

    async def asking(client: Client) -> tuple[int, str, str, int]:
        tools = await client.list_tools()
        good = await client.call_tool("search", {"query": "oil", "top": 1})
        bad = await client.call_tool("fetch", {"id": "nothing"})
        resources = await client.list_resources()
        return len(tools.tools), said(good), said(bad), len(resources.resources)

    tools, good, bad, resources = with_client(Client(address, mode=mode), asking)
    assert tools == 6
    assert orjson.loads(good)["results"][0]["id"] == str(skerry.search("oil", 1).passages[0].citation)
    assert bad.startswith("'nothing' is not a citation.")
    assert resources == 1 + len(skerry.index.library.instruments)


STRANGERS = [
    ({"host": "evil.example"}, 401, "key"),  # a stranger's name that points at this machine
    ({"origin": "https://evil.example"}, 403, "PINPOINT_ALLOWED_ORIGINS"),
    ({"x-forwarded-for": "192.0.2.7"}, 401, "key"),
]


@pytest.mark.parametrize(("headers", "status", "words"), STRANGERS)
def test_strangers_are_kept_out(address: str, headers: dict[str, str], status: int, words: str) -> None:
    """Whoever is not of this machine needs a key, and pages of other sites need leave: the API's own rule."""
    assert httpx.post(address, json=LIST, headers=HEADERS).status_code == 200
    refused = httpx.post(address, json=LIST, headers={**HEADERS, **headers})
    assert refused.status_code == status
    assert words in refused.json()["error"]["hint"]


def test_a_key_lets_in(skerry: Pipeline, tmp_path: Path) -> None:
    """Beyond this machine the official client comes in with a key, and not without."""
    settings = replace(settings_in(tmp_path), host="192.0.2.1")
    _, text = KeyRing(settings.keys).create("clinic")
    near = replace(settings, host="127.0.0.1")

    async def tools(at: str) -> int:
        async with (
            httpx2.AsyncClient(headers={"Authorization": f"Bearer {text}"}) as keyed,
            Client(streamable_http_client(at + PATH, http_client=keyed)) as client,
        ):
            return len((await client.list_tools()).tools)

    with listening(http_app(create_server(Desk(skerry)), settings), near) as at:
        assert httpx.post(at + PATH, json=LIST, headers=HEADERS).status_code == 401
        assert asyncio.run(tools(at)) == 6


def test_asking_too_often(skerry: Pipeline, tmp_path: Path) -> None:
    """Calls are counted like the API's."""
    settings = replace(settings_in(tmp_path), rate=30)
    with listening(http_app(create_server(Desk(skerry)), settings), settings) as at:
        statuses = [httpx.post(at + PATH, json=LIST, headers=HEADERS).status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]


def test_no_listening_without_a_key(tmp_path: Path) -> None:
    """It does not begin to listen beyond this machine while nobody has a key, and says what to type."""
    with pytest.raises(BadInput, match="python -m rag key create"):
        serve_http(replace(settings_in(tmp_path), host="0.0.0.0"))  # noqa: S104 - that is what is refused


def test_a_taken_port_is_told_of(tmp_path: Path) -> None:
    """Where another program has the port, the error names it and the next to try."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadInput, match=f"127.0.0.1:{port} cannot be listened on.*--port {port + 1}"):
            serve_http(replace(settings_in(tmp_path), port=port))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, Settings]]:
    """What the command would serve."""
    seen: list[tuple[str, Settings]] = []
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path))
    monkeypatch.setattr("rag.mcp_server.serve.serve_http", lambda settings: seen.append(("http", settings)))
    monkeypatch.setattr("rag.mcp_server.serve.serve_stdio", lambda settings: seen.append(("stdio", settings)))
    return seen


def test_command(heard: list[tuple[str, Settings]], monkeypatch: pytest.MonkeyPatch) -> None:
    """The port is the one next to the page's, unless it is named; host and port are of HTTP alone."""
    monkeypatch.setenv("PINPOINT_PORT", "9000")
    runner = CliRunner()
    assert runner.invoke(command, ["mcp", "--scope", "sample"]).exit_code == 0
    assert runner.invoke(command, ["mcp", "--http"]).exit_code == 0
    assert runner.invoke(command, ["mcp", "--http", "--port", "7", "--host", "::1"]).exit_code == 0
    assert [(kind, one.host, one.port) for kind, one in heard[1:]] == [("http", "127.0.0.1", 9001), ("http", "::1", 7)]
    assert (heard[0][0], heard[0][1].scope) == ("stdio", "sample")
    refused = runner.invoke(command, ["mcp", "--port", "7"])
    assert refused.exit_code == 2
    assert "Add --http" in refused.stderr
