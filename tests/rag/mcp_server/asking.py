"""What tests of the MCP server share: the official client, opened, asked and closed in one call."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import orjson
import pytest
from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult, TextContent, TextResourceContents

from rag.mcp_server.desk import Desk
from rag.mcp_server.server import create_server
from rag.pipeline import Pipeline

R = TypeVar("R")
Asking = Callable[[Client], Awaitable[R]]


def asked(pipeline: Pipeline, asking: Asking[R], mode: str = "legacy") -> R:
    """What the official client gets from a server in this process; `legacy` shakes hands as most clients do."""
    return with_client(Client(create_server(Desk(pipeline)), mode=mode), asking)


def with_client(client: Client, asking: Asking[R]) -> R:
    """Open a client, ask, close it."""

    async def go() -> R:
        async with client:
            return await asking(client)

    return asyncio.run(go())


def called(pipeline: Pipeline, tool: str, arguments: dict[str, Any], mode: str = "legacy") -> CallToolResult:
    """The result of one call."""
    return asked(pipeline, lambda client: client.call_tool(tool, arguments), mode)


def said(result: CallToolResult) -> str:
    """The text of a result."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def given(pipeline: Pipeline, tool: str, **arguments: object) -> Any:  # noqa: ANN401 - foreign JSON, as a client has it
    """The JSON that a tool gives; it stands twice, and both are the same."""
    result = called(pipeline, tool, arguments)
    assert not result.is_error, said(result)
    assert result.structured_content == orjson.loads(said(result))
    return result.structured_content


def read(pipeline: Pipeline, uri: str) -> Any:  # noqa: ANN401 - foreign JSON, as a client has it
    """The JSON of a resource."""
    (content,) = asked(pipeline, lambda client: client.read_resource(uri)).contents
    assert isinstance(content, TextResourceContents)
    assert content.mime_type == "application/json"
    return orjson.loads(content.text)


def refused(pipeline: Pipeline, asking: Asking[object]) -> MCPError:
    """The protocol error that asking ends with."""

    async def failing(client: Client) -> MCPError:
        with pytest.raises(MCPError) as error:
            await asking(client)
        return error.value

    return asked(pipeline, failing)
