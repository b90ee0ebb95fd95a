"""`POST /v1/export`: a question's answer as a file for Word, Markdown or a reference manager.

Asks the pipeline as `/v1/answers` does; where a language model drafts, what is exported is drafted anew.
"""

from typing import Annotated

from fastapi import APIRouter, Body, Request
from pydantic import Field
from starlette.responses import Response

from corpus.types import Language
from rag.api.failures import failures
from rag.api.logs import log_asked
from rag.api.service import Serving
from rag.api.shapes import NUMBER, QuestionRequest
from rag.export.files import exported
from rag.export.forms import MEDIA_TYPES, Form, Style

_MOST_CLAIMS = 100
_EXAMPLES = {
    "word": {
        "summary": "A Word file with footnotes after OSCOLA",
        "value": {"question": "What does rule 4 of the Skerry Rules say?", "form": "docx", "style": "oscola"},
    },
    "some": {
        "summary": "The first claim alone, as Markdown",
        "value": {"question": "What does rule 4 of the Skerry Rules say?", "form": "md", "claims": [0]},
    },
}
_FILE = {"schema": {"type": "string", "format": "binary"}}
_JSON = {"schema": {"type": ["object", "array"]}}
_KINDS = {kind.partition(";")[0]: _JSON if "json" in kind else _FILE for kind in MEDIA_TYPES.values()}

router = APIRouter(tags=["Answers"])


class ExportRequest(QuestionRequest):
    """What to answer, and as which file."""

    form: Form = Field(default=Form.WORD, description="The kind of file.")
    style: Style = Field(default=Style.UN, description="How references are written.")
    language: Language | None = Field(default=None, description="Of the words around the answer; by default the answer's own.")
    claims: tuple[Annotated[int, Field(ge=0), NUMBER], ...] | None = Field(
        default=None, min_length=1, max_length=_MOST_CLAIMS, description="Claims to take alone, counted from 0; by default all."
    )


@router.post(
    "/v1/export",
    summary="Answer a question as a file",
    response_class=Response,
    responses={
        **failures(400),
        200: {"description": "The file.", "content": _KINDS},
    },
)
async def export(
    asked: Annotated[ExportRequest, Body(openapi_examples=_EXAMPLES)], service: Serving, request: Request
) -> Response:
    """The answer, or some of its claims, to be saved: its name stands in the header `Content-Disposition`."""
    log_asked("export", asked.question, asked.history)
    answer = await service.ask(request, asked.question, asked.history)
    service.metrics.answered(answer)
    file = await service.run(
        lambda pipeline: exported(
            pipeline.index.library, answer, asked.form, style=asked.style, language=asked.language, claims=asked.claims
        )
    )
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.data, media_type=file.media_type, headers=headers)
