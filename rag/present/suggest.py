"""Questions to put to people: only such as these texts have just answered.

Refuses to offer what it has not tried. Words come from the digests' asks or from the page's own catalogue.
"""

from collections.abc import Sequence

from corpus.types import Citation, Language
from rag.pipeline import Pipeline
from rag.types import Status

_TRIES = 3
"""Asks of one provision that are tried before the next provision's turn."""


def suggestions(pipeline: Pipeline, citations: Sequence[Citation], language: Language, most: int = 3) -> tuple[str, ...]:
    """At most `most` questions in `language`, one a provision, each answered from the provision that it belongs to."""
    found: list[str] = []
    for citation in citations:
        digest = pipeline.index.library.digest(citation.reference)
        asks = digest.asks.get(language, ()) if digest else ()
        tried = sorted(asks, key=lambda ask: not ask.rstrip().endswith(("?", "？", "吗", "؟")))[:_TRIES]
        good = next((ask for ask in tried if ask not in found and _leads_to(pipeline, ask, citation)), None)
        if good is not None and len(found) < most:
            found.append(good)
    return tuple(found)


def answerable(pipeline: Pipeline, questions: Sequence[tuple[str, str]], most: int) -> tuple[tuple[str, str], ...]:
    """The first `most` of (who asks, question) that these texts answer."""
    found: list[tuple[str, str]] = []
    for who, question in questions:
        if len(found) < most and pipeline.ask(question).status is Status.ANSWERED:
            found.append((who, question))
    return tuple(found)


def _leads_to(pipeline: Pipeline, ask: str, citation: Citation) -> bool:
    library = pipeline.index.library
    wanted = library.paragraph(citation.reference)
    cited = [library.paragraph(c.reference) for claim in pipeline.ask(ask).claims for c in claim.citations]
    return wanted in cited
