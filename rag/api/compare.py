"""`POST /v1/compare` and what goes with it: topics by instruments, checklists for visits, trees and cross-references.

The values of `rag.compare` and `rag.browse` as they stand. Refuses a comparison of both a topic and words.
"""

from typing import Annotated

from fastapi import APIRouter, Body, Path, Query
from pydantic import Field, StringConstraints
from starlette.responses import Response

from corpus.errors import BadInput
from corpus.places import find_place
from corpus.types import Language, Locator, Reference
from rag.accept import LONGEST
from rag.api.failures import failures
from rag.api.logs import log_asked
from rag.api.service import Serving
from rag.api.shapes import StrictRequest
from rag.api.writing import json_response
from rag.browse.graph import NEAR, Graph, around, of_instrument, of_instruments
from rag.browse.references import cross_references
from rag.browse.tree import Tree, tree
from rag.compare.checklist import Checklist, checklist
from rag.compare.compare import compare_topic, compare_words
from rag.compare.matrix import Matrix, matrix
from rag.compare.types import Comparison
from rag.pipeline import Pipeline

_Reader = Annotated[Language, Query(description="The language of names, labels and reasons.")]
_Name = Annotated[str, StringConstraints(max_length=200)]
_COMPARED = {
    "topic": {"summary": "A topic", "value": {"topic": "order-security", "language": "zh"}},
    "words": {"summary": "Words", "value": {"words": "oil stock"}},
}


class CompareRequest(StrictRequest):
    """What to compare: a topic of GET /v1/topics, or words."""

    topic: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = None
    words: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)] | None = None
    language: Language | None = Field(default=None, description="The reader's; else that of the words, or English.")


router = APIRouter(tags=["Compare"])


@router.post("/v1/compare", summary="Compare instruments", response_model=Comparison, responses=failures(400))
async def compare(asked: Annotated[CompareRequest, Body(openapi_examples=_COMPARED)], service: Serving) -> Response:
    """The statements of every instrument on a topic or on words, the more specific and the more protective marked."""
    if asked.words:
        log_asked("compare", asked.words)
    return json_response(await service.run(lambda pipeline: _compared(pipeline, asked)))


@router.get("/v1/matrix", summary="Topics by instruments", response_model=Matrix, responses=failures())
async def topics_by_instruments(service: Serving, language: _Reader = Language.EN) -> Response:
    """How many provisions and statements each instrument has on each topic."""
    return json_response(await service.run(lambda p: matrix(p.index.library, language, p.index.version)))


@router.get("/v1/checklists/{place}", summary="A checklist", response_model=Checklist, responses=failures(400))
async def checklist_of(
    place: Annotated[str, Path(max_length=200, description="A kind of place that is visited.", examples=["prison"])],
    service: Serving,
    language: _Reader = Language.EN,
    topics: Annotated[list[_Name] | None, Query(max_length=100, description="Some of the place's topics, or all.")] = None,
) -> Response:
    """What a monitor checks at a place, each line with the paragraphs that say it."""
    found = find_place(place)
    return json_response(
        await service.run(lambda p: checklist(p.index.library, found, language, p.index.version, topics or ()))
    )


@router.get("/v1/trees/{instrument}", summary="An instrument as a tree", response_model=Tree, responses=failures(404))
async def tree_of(
    instrument: Annotated[str, Path(max_length=200, description="An id of GET /v1/instruments.", examples=["sample-rules"])],
    service: Serving,
    language: _Reader = Language.EN,
) -> Response:
    """Headings with the provisions under them, in printed order."""
    return json_response(await service.run(lambda p: tree(p.index.library, instrument, language)))


@router.get("/v1/graph", summary="Cross-references", response_model=Graph, responses=failures(400, 404))
async def graph(
    service: Serving,
    instrument: Annotated[_Name, Query(description="The instrument to open, or none for all as wholes.")] = "",
    locator: Annotated[str, Query(max_length=50, description="The provision of it to stand in the middle.")] = "",
    steps: Annotated[int, Query(ge=1, le=NEAR, description="How far from that provision.")] = 1,
    language: _Reader = Language.EN,
) -> Response:
    """Instruments and provisions as nodes, the references between them as edges."""
    if locator and not instrument:
        raise BadInput(f"The locator {locator!r} comes without its instrument.", hint="Add instrument=mandela.")
    return json_response(await service.run(lambda p: _graph(p, instrument, locator, steps, language)))


def _compared(pipeline: Pipeline, asked: CompareRequest) -> Comparison:
    if (asked.topic is None) == (asked.words is None):
        raise BadInput("A comparison is of a topic or of words, one of the two.", hint='Send {"topic": "searches"}.')
    if asked.words is not None:
        return compare_words(pipeline, asked.words, asked.language)
    index = pipeline.index
    return compare_topic(index.library, asked.topic or "", asked.language or Language.EN, index.version)


def _graph(pipeline: Pipeline, instrument: str, locator: str, steps: int, language: Language) -> Graph:
    library = pipeline.index.library
    references = cross_references(library)
    if not instrument:
        return of_instruments(library, references, language)
    if not locator:
        return of_instrument(library, references, instrument, language)
    middle = Reference(instrument=instrument, locator=str(Locator.parse(locator)))
    return around(library, references, middle, language, steps)
