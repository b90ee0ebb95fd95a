"""Resources: the instruments in scope, each with its table of contents, and every provision by a template.

    pinpoint://instruments                          all that are in scope
    pinpoint://instruments/{instrument}             one, with a line for each paragraph
    pinpoint://provisions/{instrument}/{locator}    a provision: all language versions, digest, references both ways

Refuses to list provisions one by one: there are hundreds, and the tables of contents name them.
"""

from mcp.server.mcpserver import MCPServer
from mcp_types import Resource

from corpus.types import Language, Locator, Reference
from rag.api import provisions
from rag.api.writing import written
from rag.mcp_server.desk import Desk
from rag.mcp_server.themes import contents_of
from rag.pipeline import Pipeline

_JSON = "application/json"
_ALL = "pinpoint://instruments"


def add_resources(server: MCPServer, desk: Desk) -> None:
    """Give a server the list of instruments and both templates."""

    @server.resource(_ALL, name="instruments", title="Instruments in scope", mime_type=_JSON)
    async def instruments() -> str:
        """What each is, how binding, where it is published, and in which languages its words are held."""
        return await desk.run(lambda p: written(provisions.instruments(p.index.library, p.index.version)).decode())

    @server.resource(f"{_ALL}/{{instrument}}", name="instrument", title="An instrument's contents", mime_type=_JSON)
    async def instrument(instrument: str) -> str:
        """An instrument with a line for each of its paragraphs."""
        return await desk.run(lambda p: written(contents_of(p.index.library, instrument, p.index.version)).decode())

    @server.resource("pinpoint://provisions/{instrument}/{locator}", name="provision", title="A provision", mime_type=_JSON)
    async def provision(instrument: str, locator: str) -> str:
        """All language versions held, the digest, the neighbours, and references both ways."""

        def work(pipeline: Pipeline) -> str:
            reference = Reference(instrument=instrument, locator=str(Locator.parse(locator)))
            index = pipeline.index
            return written(provisions.provision_sheet(index.library, reference, Language.EN, index.version)).decode()

        return await desk.run(work)


async def listed(desk: Desk) -> list[Resource]:
    """A resource for each instrument in scope; raises NotReady."""

    def work(pipeline: Pipeline) -> list[Resource]:
        return [
            Resource(
                uri=f"{_ALL}/{one.id}",
                name=one.id,
                title=one.names[Language.EN],
                description=f"{one.titles[Language.EN]} ({one.symbol})",
                mime_type=_JSON,
            )
            for one in pipeline.index.library.instruments.values()
        ]

    return await desk.run(work)
