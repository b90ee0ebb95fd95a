"""`/p/{instrument}/{locator}` and `/a/{hash}`: a provision, and an answer that was stored, as pages to read and print.

Addresses that may be cited: they stay. Shows what is there or says that there is nothing, for people; programs are
better served by /v1/provisions.
"""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

from corpus.errors import BadLocator, PinpointError, UsageError
from rag.api.failures import failures
from rag.api.folio import folio
from rag.api.paper import printed, reader_of, tongue_of
from rag.api.service import Serving
from rag.api.shelf import Shelf
from rag.present.cards import Card, Quote, cards
from rag.types import Claim

_PAGE = {"content": {"text/html": {"schema": {"type": "string"}}}}
_RESPONSES: dict[int | str, dict[str, object]] = {
    **failures(),
    200: {"description": "A page.", **_PAGE},
    400: {"description": "The address holds no locator; a page says so.", **_PAGE},
    404: {"description": "There is nothing under this address; a page says so.", **_PAGE},
}

router = APIRouter(tags=["Pages"], default_response_class=HTMLResponse)
answers_router = APIRouter(tags=["Pages"], default_response_class=HTMLResponse)
"""For an app whose operator stores answers; elsewhere the route does not exist."""


@router.get("/p/{instrument}/{locator}", summary="A provision's page", responses=_RESPONSES)
async def provision(
    instrument: Annotated[str, Path(examples=["sample-rules"])],
    locator: Annotated[str, Path(examples=["4(b)"])],
    request: Request,
    serving: Serving,
) -> HTMLResponse:
    """Show a provision: its words in every language that is held, its digest in the reader's, references both ways."""
    reader, tongue = reader_of(request), tongue_of(request)
    try:
        shown = await serving.run(lambda pipeline: folio(pipeline.index.library, instrument, locator, reader))
    except UsageError as error:
        return _nothing(request, error)
    version = serving.pipeline.index.version
    return printed("provision.html", tongue, folio=shown, reader=reader, here=_here(request), version=version)


@answers_router.get("/a/{name}", summary="A stored answer's page", responses=_RESPONSES)
async def answer(name: str, request: Request, serving: Serving) -> HTMLResponse:
    """Show a stored answer, with the corpus version that it was given from."""
    try:
        kept = await serving.run(lambda _: Shelf(serving.settings.answers).answer(name))
    except UsageError as error:
        return _nothing(request, error)
    index = serving.pipeline.index
    shown = cards(index.library, kept.claims) if kept.corpus_version == index.version else tuple(map(_alone, kept.claims))
    return printed("answer.html", tongue_of(request), answer=kept, cards=shown, here=_here(request), version=index.version)


def _alone(claim: Claim) -> Card:
    """A claim with its own quotes: the chapeaux around them are of texts that are no longer held."""
    quotes = tuple(
        Quote(item="", text=citation.quote, language=citation.language)
        for citation in claim.citations
        if citation.quote and citation.quote != claim.text
    )
    return Card(claims=(claim,), citations=claim.citations, quotes=quotes)


def _nothing(request: Request, error: PinpointError) -> HTMLResponse:
    status = 400 if isinstance(error, BadLocator) else 404
    return printed("nothing.html", tongue_of(request), status=status, error=error)


def _here(request: Request) -> str:
    """The address of a page without what only this reader asked for."""
    return str(request.url.replace(query="", fragment=""))
