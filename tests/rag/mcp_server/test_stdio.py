"""`python -m rag mcp` as clients start it: nothing but the protocol on standard output, beside an open API."""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import orjson
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tests.lending import Lend
from tests.rag.api.test_serve import started, until
from tests.rag.mcp_server.asking import said

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs" / "mcp.md"
SHAKE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}
QUESTION = "How long may a watch last?"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory, lend: Lend) -> Iterator[tuple[str, Path]]:
    """An API that is open over the sample instruments, by its address, and its data folder."""
    folder = lend(tmp_path_factory.mktemp("beside"))
    with started(folder) as (address, _):
        assert until(f"{address}/readyz", 200)[-1] == 200
        yield address, folder


def environment(folder: Path) -> dict[str, str]:
    """That of a client's configuration: it sees nothing else."""
    return {"PINPOINT_DATA": str(folder), "PINPOINT_OFFLINE": "1", "PATH": os.environ["PATH"], "PYTHONWARNINGS": "error"}


def server(folder: Path) -> StdioServerParameters:
    """How a client starts it, from a folder that is not the project's."""
    arguments = ["-m", "rag", "mcp", "--scope", "sample"]
    return StdioServerParameters(command=sys.executable, args=arguments, env=environment(folder), cwd=ROOT)


def test_official_client_beside_an_open_api(beside: tuple[str, Path]) -> None:
    """The official client lists, calls and is refused, while the API serves from the same snapshot: the same answers."""
    address, folder = beside

    async def ask() -> tuple[list[str], str, str]:
        async with Client(server(folder), read_timeout_seconds=120) as client:
            tools = [tool.name for tool in (await client.list_tools()).tools]
            answer = await client.call_tool("answer", {"question": QUESTION})
            bad = await client.call_tool("search", {"query": ""})
            assert bad.is_error
            return tools, said(answer), said(bad)

    tools, text, bad = asyncio.run(ask())
    assert {"search", "fetch", "answer"} <= set(tools)
    assert bad.endswith('Call it like this: search {"query":"solitary confinement"}')
    answer = orjson.loads(text)
    other = httpx.post(f"{address}/v1/answers", json={"question": QUESTION}, timeout=30).json()
    assert answer["status"] == "answered"
    assert {**answer, "timings_ms": {}} == {**other, "timings_ms": {}}


def test_nothing_but_the_protocol(beside: tuple[str, Path]) -> None:
    """Every line on standard output is a message; what was asked stands nowhere on standard error; the end is clean."""
    _, folder = beside
    call = {"jsonrpc": "2.0", "id": 2, "method": "tools/call"}
    messages = [
        SHAKE,
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {**call, "params": {"name": "search", "arguments": {"query": QUESTION}}},
        {**call, "id": 3, "params": {"name": "fetch", "arguments": {"id": "the secret of prisoner 12"}}},
    ]
    command = [sys.executable, "-m", "rag", "mcp", "--scope", "sample"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for message in messages:
            running.stdin.write(orjson.dumps(message) + b"\n")
        running.stdin.write(b"this is no message\n")
        running.stdin.flush()
        lines: list[bytes] = []
        while {2, 3} - {orjson.loads(line).get("id") for line in lines}:
            lines.append(running.stdout.readline())
        rest, errors = running.communicate(timeout=60)
    assert all(orjson.loads(line)["jsonrpc"] == "2.0" for line in [*lines, *rest.splitlines()])
    assert running.returncode == 0
    assert b"prisoner 12" not in errors
    assert QUESTION.encode() not in errors


def test_configuration_of_the_docs(beside: tuple[str, Path]) -> None:
    """The configuration that docs/mcp.md gives for clients starts a server that answers."""
    _, folder = beside
    block = re.findall(r'```json\n(\{\n  "mcpServers".*?)```', DOCS.read_text(encoding="utf-8"), re.DOTALL)[0]
    entry = orjson.loads(block)["mcpServers"]["pinpoint"]
    assert entry["command"] == "/path/to/pinpoint/.venv/bin/python"
    assert entry["env"] == {"PYTHONPATH": "/path/to/pinpoint", "PINPOINT_SCOPE": "core"}
    started_by = StdioServerParameters(
        command=sys.executable,
        args=entry["args"],
        env={**environment(folder), "PYTHONPATH": str(ROOT), "PINPOINT_SCOPE": "sample"},
        cwd=folder,
    )

    async def ask() -> str:
        async with Client(started_by, read_timeout_seconds=120) as client:
            return said(await client.call_tool("search", {"query": "oil", "top": 1}))

    assert orjson.loads(asyncio.run(ask()))["results"][0]["id"] == "sample-rules 1"
