"""The server: tools, resources and prompts put together over a desk, and what a failed call is told.

Every failure that was foreseen says what to type; one that was not says only that it happened, and where it is logged.
Refuses arguments that it does not know, so that a slip is told of, not passed over.
"""

import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

import orjson
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError
from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS, CallToolResult, GetPromptResult, InputRequiredResult, Resource
from pydantic import AnyUrl, ValidationError

from corpus.errors import NotReady, PinpointError, UsageError
from rag.mcp_server.desk import Desk
from rag.mcp_server.prompts import add_prompts
from rag.mcp_server.resources import add_resources, listed
from rag.mcp_server.tools import EXAMPLES, add_tools

_ABOUT = """United Nations justice standards (the Nelson Mandela, Bangkok and Tokyo Rules, general comment No. 24, resolution \
79/172 and what else is in scope), answered from the paragraph that says it. Use `answer` for a question, `search` and \
`fetch` to read, `lookup_citation` and `check_claim` before you show a citation or a sentence. What these tools do not give \
is not in the texts: say so. Nothing here is legal advice."""
_READ = "Read pinpoint://instruments for the ids, pinpoint://instruments/{instrument} for the locators."
_UNFORESEEN = "Something failed that was not foreseen; the server's log tells of it."


class _Server(MCPServer[None]):
    """The protocol's server, with our words for what went wrong."""

    def __init__(self, desk: Desk) -> None:
        @asynccontextmanager
        async def open_beside(_: MCPServer[None]) -> AsyncIterator[None]:
            desk.begin()
            yield

        super().__init__(
            "pinpoint",
            title="Pinpoint",
            instructions=_ABOUT,
            version="1",
            log_level="WARNING",
            lifespan=open_beside,
        )
        self._desk = desk

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[None, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """See the framework; raises ToolError with what to type."""
        known = {tool.name: tool.input_schema.get("properties", {}) for tool in await self.list_tools()}
        if name not in known:
            raise ToolError(f"There is no tool {name[:100]!r}. The tools are: {', '.join(known)}.")
        strange = [given for given in arguments if given not in known[name]]
        if strange:
            raise ToolError(f"{name} takes no {strange[0][:100]!r}; it takes {', '.join(known[name])}. {_example(name)}")
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            raise _told(error, name) from error.__cause__

    async def list_resources(self) -> list[Resource]:
        """See the framework; each instrument in scope too, once the texts are open."""
        static = await super().list_resources()
        try:
            return [*static, *await listed(self._desk)]
        except NotReady:
            return static

    async def read_resource(
        self, uri: AnyUrl | str, context: Context[None, Any] | None = None
    ) -> Iterable[ReadResourceContents] | InputRequiredResult:
        """See the framework; raises ResourceError with what to type."""
        try:
            return await super().read_resource(uri, context)
        except ResourceNotFoundError as error:
            raise ResourceNotFoundError(f"There is no resource {str(uri)[:200]!r}. {_READ}") from error
        except ResourceError as error:
            cause = _root(error)
            if isinstance(cause, UsageError):
                raise ResourceNotFoundError(f"{cause} {_READ}") from cause
            if isinstance(cause, PinpointError):
                raise ResourceError(str(cause)) from cause
            raise

    async def get_prompt(
        self, name: str, arguments: dict[str, Any] | None = None, context: Context[None, Any] | None = None
    ) -> GetPromptResult | InputRequiredResult:
        """See the framework; raises MCPError with what to type."""
        prompts = {prompt.name: prompt.arguments or [] for prompt in await self.list_prompts()}
        if name not in prompts:
            raise MCPError(code=INVALID_PARAMS, message=f"There is no prompt {name[:100]!r}. There are: {', '.join(prompts)}.")
        takes = f"It takes {', '.join(one.name for one in prompts[name])}."
        missing = [one.name for one in prompts[name] if one.required and one.name not in (arguments or {})]
        if missing:
            raise MCPError(code=INVALID_PARAMS, message=f"{name}: {missing[0]} is missing. {takes}")
        try:
            return await super().get_prompt(name, arguments, context)
        except ValueError as error:
            cause = _root(error)
            told = f"{name}: {_slips(cause)} {takes}" if isinstance(cause, ValidationError) else _UNFORESEEN
            raise MCPError(code=INVALID_PARAMS, message=told) from error


def create_server(desk: Desk) -> MCPServer[None]:
    """A server over a desk, ready to be run on any transport."""
    server = _Server(desk)
    logging.getLogger("mcp").setLevel(logging.WARNING)  # below that it writes what was asked
    add_tools(server, desk)
    add_resources(server, desk)
    add_prompts(server)
    return server


def _told(error: ToolError, name: str) -> ToolError:
    """A failure of a tool in our words."""
    cause = _root(error)
    if isinstance(cause, ValidationError):
        return ToolError(f"{name}: {_slips(cause)} {_example(name)}")
    if isinstance(cause, UsageError):
        hint = "" if "python -m" in cause.hint else cause.hint  # a hint for the command line is none here
        return ToolError(f"{cause.message} {hint}".strip() + f" {_example(name)}")
    if isinstance(cause, PinpointError):
        return ToolError(str(cause))
    logging.getLogger(__name__).error("%s failed", name, exc_info=cause)
    return ToolError(_UNFORESEEN)


def _root(error: BaseException) -> BaseException:
    """What lies at the bottom of an error."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def _slips(error: ValidationError) -> str:
    """What is wrong with arguments, without what was sent.

    >>> from pydantic import TypeAdapter
    >>> try: TypeAdapter(int).validate_python("x")
    ... except ValidationError as error: _slips(error)
    'Input should be a valid integer, unable to parse string as an integer.'
    """
    told = (": ".join(filter(None, (".".join(map(str, one["loc"])), one["msg"]))) for one in error.errors()[:5])
    return "; ".join(told) + "."


def _example(name: str) -> str:
    return f"Call it like this: {name} {orjson.dumps(EXAMPLES[name]).decode()}"
