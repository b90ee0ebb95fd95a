"""The law itself and other people's words on it: instruments, provisions, topics, check and cite.

Refuses to check against a printed form: a citation is an instrument and a locator.
"""

from typing import Annotated

from fastapi import APIRouter, Body, Path, Query
from starlette.responses import Response

from corpus.errors import BadInput
from corpus.facts import find_facts
from corpus.types import Language, Locator, Reference
from rag.api import provisions
from rag.api.failures import failures
from rag.api.opened import tokens_of
from rag.api.service import Serving
from rag.api.shapes import CheckRequest, CheckResponse, CiteRequest, CiteResponse
from rag.api.writing import json_response
from rag.pipeline import Pipeline
from rag.present.wire import cited_wire
from rag.text_checks import check_claim, cite_text
from rag.types import Verdict

_CLAIMS = {
    "supported": {
        "summary": "A claim that the provision carries",
        "value": {
            "claim": "A letter must not be opened by anyone other than the person it is addressed to.",
            "instrument": "sample-rules",
            "locator": "9(2)",
        },
    },
    "symbol": {
        "summary": "By UN symbol",
        "value": {"claim": "A watch must not last longer than nine hours.", "symbol": "LK/RES/4/12", "locator": "5(1)"},
    },
}
_TEXTS = {
    "references": {
        "summary": "A text with two references",
        "value": {"text": "See Skerry Rules, rule 10 (1) (b), and rule 99 of the Skerry Rules."},
    }
}
_INSTRUMENT = Path(max_length=200, description="An id of GET /v1/instruments.", examples=["sample-rules"])
_LOCATOR = Path(max_length=50, description="A paragraph, an item, or a rule with all its paragraphs.", examples=["5(1)"])
_READER = Query(description="The language of labels.")

router = APIRouter(tags=["Law"])


@router.post("/v1/check", summary="Check a claim", response_model=CheckResponse, responses=failures(400, 404))
async def check(asked: Annotated[CheckRequest, Body(openapi_examples=_CLAIMS)], service: Serving) -> Response:
    """The verdict on a claim against the provision that it cites, and the words that decided."""
    verdict = await service.run(lambda pipeline: _verdict(pipeline, asked))
    return json_response({"verdict": verdict})


@router.post("/v1/cite", summary="Find references", response_model=CiteResponse, responses=failures(400))
async def cite(asked: Annotated[CiteRequest, Body(openapi_examples=_TEXTS)], service: Serving) -> Response:
    """Every reference in a text, resolved to a citation with its place; or why it could not be."""
    found = await service.run(lambda pipeline: cite_text(pipeline.index.library, asked.text))
    return json_response(cited_wire(found))


@router.get("/v1/instruments", summary="Instruments in scope", response_model=provisions.InstrumentList, responses=failures())
async def instruments(service: Serving) -> Response:
    """What each is, how binding, where it is published, and in which languages its words are held."""
    return json_response(await service.run(lambda p: provisions.instruments(p.index.library, p.index.version)))


@router.get(
    "/v1/provisions/{instrument}/{locator}",
    summary="A provision",
    response_model=provisions.ProvisionSheet,
    responses=failures(400, 404),
)
async def provision(
    instrument: Annotated[str, _INSTRUMENT],
    locator: Annotated[str, _LOCATOR],
    service: Serving,
    language: Annotated[Language, _READER] = Language.EN,
) -> Response:
    """All language versions held, the digest, the neighbours, and references both ways."""
    reference = Reference(instrument=instrument, locator=str(Locator.parse(locator)))
    return json_response(
        await service.run(lambda p: provisions.provision_sheet(p.index.library, reference, language, p.index.version))
    )


@router.get("/v1/topics", summary="Topics", response_model=provisions.TopicList, responses=failures())
async def topics(service: Serving) -> Response:
    """The closed list of themes in six languages, each with the paragraphs on it."""
    return json_response(await service.run(lambda p: provisions.topics(p.index.library, p.index.version)))


def _verdict(pipeline: Pipeline, asked: CheckRequest) -> Verdict:
    name = asked.instrument or asked.symbol
    if not name:
        raise BadInput("The claim comes with neither `instrument` nor `symbol`.", hint='Add "instrument": "mandela".')
    library = pipeline.index.library
    return check_claim(library, asked.claim, find_facts(name).id, asked.locator, embedder=tokens_of(pipeline))
