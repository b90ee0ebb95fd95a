"""An answer, or some of its claims, as a file: its bytes, its name and its media type.

Puts the forms together. The same answer gives the same bytes, the time that it took apart, which is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import orjson

from corpus.errors import BadInput
from corpus.library import Library
from corpus.types import Language
from rag.export.forms import MEDIA_TYPES, Form, Style, in_a_name
from rag.export.managers import bibtex, csl_json, ris
from rag.export.markdown import markdown
from rag.export.paper import all_citations, paper
from rag.export.works import works
from rag.types import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file to be saved."""

    data: bytes
    name: str
    media_type: str


def exported(
    library: Library,
    answer: Answer,
    form: Form,
    *,
    style: Style = Style.UN,
    language: Language | None = None,
    claims: Sequence[int] | None = None,
) -> Exported:
    """An answer as a file for a reader of `language`, by default the answer's own.

    `claims` are places in the answer's claims, from 0, to be taken alone; raises BadInput for one that is not there.
    """
    chosen = answer if claims is None else selection(answer, claims)
    data = _data(library, replace(chosen, timings_ms={}), form, style, language or answer.language)
    return Exported(data=data, name=file_name(answer, form), media_type=MEDIA_TYPES[form])


def selection(answer: Answer, claims: Sequence[int]) -> Answer:
    """The answer with these of its claims alone, in the answer's order, each once; raises BadInput."""
    strange = [place for place in claims if not 0 <= place < len(answer.claims)]
    if strange or not claims:
        told = f"The answer has no claim {strange[0]}." if strange else "No claim was chosen."
        last = len(answer.claims) - 1
        hint = f"Choose from 0 to {last}." if answer.claims else "It has no claims: export it whole."
        raise BadInput(told, hint=hint)
    return replace(answer, claims=tuple(answer.claims[place] for place in sorted(set(claims))), see_also=())


def _data(library: Library, answer: Answer, form: Form, style: Style, language: Language) -> bytes:
    match form:
        case Form.WORD:
            from rag.export.word import word  # noqa: PLC0415 - the library of Word files loads when the first is made

            return word(paper(library, answer, style, language))
        case Form.MARKDOWN:
            return markdown(paper(library, answer, style, language))
        case Form.JSON:
            return orjson.dumps(answer, option=orjson.OPT_INDENT_2)
    cited = works(library, all_citations(answer), language)
    return {Form.BIBTEX: bibtex, Form.RIS: ris, Form.CSL: csl_json}[form](cited)


def file_name(answer: Answer, form: Form) -> str:
    """A file's name from the provision that an answer's claims cite first: letters, digits and hyphens only."""
    first = next((str(citation) for claim in answer.claims for citation in claim.citations), "answer")
    return f"pinpoint-{in_a_name(first)}.{form}"
