"""Calls while the texts are being opened, and when they cannot be."""

import threading

from mcp import Client

from corpus.errors import StoreBusy
from rag.mcp_server.desk import Desk
from rag.mcp_server.server import create_server
from rag.pipeline import Pipeline
from rag.present.opening import Opening, Step
from tests.rag.mcp_server.asking import said, with_client


def test_connected_before_the_index_is_open(skerry: Pipeline) -> None:
    """A client is connected and told the tools at once; a call says how far the opening is, and later is answered."""
    gate = threading.Event()

    def way(step: Step) -> Pipeline:
        step(3, 1_234)
        gate.wait(20)
        return skerry

    async def asking(client: Client) -> tuple[int, str, int, bool]:
        tools = len((await client.list_tools()).tools)
        waiting = said(await client.call_tool("search", {"query": "oil"}))
        static = len((await client.list_resources()).resources)
        gate.set()
        return tools, waiting, static, (await client.call_tool("search", {"query": "oil"})).is_error or False

    tools, waiting, static, failed = with_client(Client(create_server(Desk(lambda: Opening(way), patience=0.3))), asking)
    assert tools == 6
    assert waiting == "The index is being opened: 3 of 1,234 wordings are ready. Call again in a minute."
    assert static == 1
    assert failed is False


def test_a_busy_store_is_tried_again(skerry: Pipeline) -> None:
    """While another process builds, a call says so; the next one tries anew."""
    tries: list[int] = []

    def way(_: Step) -> Pipeline:
        tries.append(1)
        if len(tries) == 1:
            raise StoreBusy("Another process builds.", hint="Wait for it.")
        return skerry

    async def asking(client: Client) -> list[str]:
        return [said(await client.call_tool("search", {"query": "oil", "top": 1})) for _ in range(2)]

    first, second = with_client(Client(create_server(Desk(lambda: Opening(way)))), asking)
    assert first == "The texts could not be opened: Another process builds. Wait for it."
    assert second.startswith('{"results":')


def test_a_failure_that_nobody_foresaw() -> None:
    """Its words stay in the log."""

    def way(_: Step) -> Pipeline:
        message = "secret"
        raise LookupError(message)

    async def asking(client: Client) -> str:
        return said(await client.call_tool("search", {"query": "oil"}))

    told = with_client(Client(create_server(Desk(lambda: Opening(way)))), asking)
    assert told == "The texts could not be opened: the server's log tells why. Start the server anew."
