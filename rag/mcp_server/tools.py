"""The tools: search and fetch as chat clients expect them, answer, lookup_citation, check_claim, list_topics.

Each gives the JSON of the command line and of the API, as text and as structure. Refuses to word anything itself: what a
tool says stands in the texts, in a digest or in a check.
"""

from collections.abc import Callable
from typing import Annotated

import orjson
from mcp.server.mcpserver import MCPServer
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field, RootModel

from corpus.facts import find_facts
from corpus.types import Language
from rag.accept import LONGEST
from rag.api.opened import tokens_of
from rag.api.shapes import CLAIM_LONGEST, HISTORY, TEXT_LONGEST, CheckResponse, CiteResponse
from rag.api.writing import written
from rag.mcp_server.desk import Desk
from rag.mcp_server.documents import document, result
from rag.mcp_server.shapes import Document, Results, Topics
from rag.mcp_server.themes import topics_of
from rag.pipeline import Pipeline
from rag.present.wire import cited_wire
from rag.text_checks import check_claim as verdict_on
from rag.text_checks import cite_text
from rag.types import Answer

EXAMPLES = {
    "search": {"query": "solitary confinement"},
    "fetch": {"id": "mandela 45(1)"},
    "answer": {"question": "Who may visit a prisoner?"},
    "lookup_citation": {"text": "See rule 45 of the Nelson Mandela Rules."},
    "check_claim": {"claim": "A prisoner must not be tortured.", "instrument": "mandela", "locator": "1"},
    "list_topics": {"topic": "discipline"},
}
"""What to type: a call of each tool, shown where one could not be taken."""

Query = Annotated[str, Field(min_length=1, max_length=LONGEST, description="Words, a question or a citation.")]
Question = Annotated[str, Field(min_length=1, max_length=LONGEST, description="A question, in the user's own words.")]
Top = Annotated[int, Field(ge=1, le=50, description="How many provisions.")]
Id = Annotated[str, Field(min_length=1, max_length=200, description="An id that search gave, such as 'mandela 45(1)'.")]
History = Annotated[list[Question], Field(max_length=HISTORY, description="Earlier questions of the dialogue, oldest first.")]
Text = Annotated[str, Field(min_length=1, max_length=TEXT_LONGEST, description="A text with references in it.")]
Sentence = Annotated[str, Field(min_length=1, max_length=CLAIM_LONGEST, description="One sentence.")]
Instrument = Annotated[str, Field(min_length=1, max_length=200, description="An instrument's id, or its UN symbol.")]
Place = Annotated[str, Field(min_length=1, max_length=50, description="Such as 45(1), 43(1)(b), 8.2(b) or pp12.")]
Theme = Annotated[str, Field(max_length=200, description="A topic's id, to have its provisions; empty for the list of all.")]
Tongue = Annotated[Language, Field(description="The language of words and labels, where they are held in it.")]

_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def add_tools(server: MCPServer, desk: Desk) -> None:
    """Give a server all tools, over a desk."""
    _add_found(server, desk)
    _add_answered(server, desk)
    _add_checked(server, desk)


def _add_found(server: MCPServer, desk: Desk) -> None:
    @server.tool(title="Search the standards", annotations=_READS)
    async def search(query: Query, top: Top = 10) -> Annotated[CallToolResult, RootModel[Results]]:
        """Find provisions of United Nations justice standards, best first.

        In any official language of the UN, by words or by citation. Read one with `fetch`.
        """

        def work(pipeline: Pipeline) -> Results:
            found = pipeline.search(query, top).passages
            return Results(results=tuple(result(passage.citation) for passage in found))

        return await _reply(desk, work)

    @server.tool(title="Read a provision", annotations=_READS)
    async def fetch(id: Id, language: Tongue = Language.EN) -> Annotated[CallToolResult, RootModel[Document]]:  # noqa: A002 - the contract's name
        """Give a provision in full, by an id that `search` gave.

        `text` is the official text where `metadata.text_status` is `official`; else it is Pinpoint's own digest, which
        must not be quoted as the instrument. Cite the title and link the url.
        """
        return await _reply(desk, lambda p: document(p.index.library, id, language, p.index.version))


def _add_answered(server: MCPServer, desk: Desk) -> None:
    @server.tool(title="Answer with citations", annotations=_READS)
    async def answer(question: Question, history: History | None = None) -> Annotated[CallToolResult, RootModel[Answer]]:
        """Answer a question with claims that were each checked against the paragraph that they cite.

        Or refuse, with a reason, the nearest provisions in `nearest`: then the texts do not answer the question, and
        nothing may be put in their place. Show each claim with its citation's label, and say how binding it is.
        """
        return await _reply(desk, lambda pipeline: pipeline.ask(question, history or ()))

    @server.tool(title="List themes", annotations=_READS)
    async def list_topics(topic: Theme = "", language: Tongue = Language.EN) -> Annotated[CallToolResult, RootModel[Topics]]:
        """List the themes of the standards; with `topic`, the provisions on one of them."""
        return await _reply(desk, lambda p: topics_of(p.index.library, topic, language, p.index.version))


def _add_checked(server: MCPServer, desk: Desk) -> None:
    @server.tool(title="Resolve references", annotations=_READS)
    async def lookup_citation(text: Text) -> Annotated[CallToolResult, CiteResponse]:
        """Find every reference in a text and resolve it to a citation; what cannot be resolved says why.

        Use it on citations before they are shown: an instrument or a number that does not exist is told of.
        """
        return await _reply(desk, lambda p: cited_wire(cite_text(p.index.library, text)))

    @server.tool(title="Check a claim", annotations=_READS)
    async def check_claim(claim: Sentence, instrument: Instrument, locator: Place) -> Annotated[CallToolResult, CheckResponse]:
        """Check one sentence against the provision that it cites: supported, contradicted, not_supported or unchecked.

        Show nobody a sentence that is not `supported`.
        """

        def work(pipeline: Pipeline) -> dict[str, object]:
            name = find_facts(instrument).id
            return {"verdict": verdict_on(pipeline.index.library, claim, name, locator, embedder=tokens_of(pipeline))}

        return await _reply(desk, work)


async def _reply(desk: Desk, work: Callable[[Pipeline], object]) -> CallToolResult:
    """The same JSON twice: as text for every client, as structure for those that read it."""
    text = await desk.run(lambda pipeline: written(work(pipeline)))
    return CallToolResult(content=[TextContent(type="text", text=text.decode())], structured_content=orjson.loads(text))
