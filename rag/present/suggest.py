"""Questions to put to people: only such as these texts have just answered.

Refuses to offer what it has not tried. Words come from the digests' asks or from the page's own catalogue.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from corpus.types import Citation, Language, Reference
from rag.pipeline import Pipeline
from rag.types import Status

_EACH, _TRIES = 2, 8
"""Asks of one provision that are tried before the next provision's turn, and asks tried in all: each costs an answer."""


def suggestions(
    pipeline: Pipeline, citations: Sequence[Citation], language: Language, most: int = 3, asked: Collection[str] = ()
) -> tuple[str, ...]:
    """At most `most` questions in `language`, one a provision, each answered from the provision that it belongs to.

    Leaves out what was `asked` already.
    """
    found: dict[Reference, str] = {}
    for paragraph, ask in islice(_asks(pipeline, citations, language), _TRIES):
        new = len(found) < most and paragraph not in found and ask not in {*found.values(), *asked}
        if new and _leads_to(pipeline, ask, paragraph):
            found[paragraph] = ask
    return tuple(found.values())


def answerable(pipeline: Pipeline, questions: Sequence[tuple[str, str]], most: int) -> tuple[tuple[str, str], ...]:
    """The first `most` of (who asks, question) that these texts answer."""
    found: list[tuple[str, str]] = []
    for who, question in questions:
        if len(found) < most and pipeline.plain.ask(question).status is Status.ANSWERED:
            found.append((who, question))
    return tuple(found)


def _asks(pipeline: Pipeline, citations: Sequence[Citation], language: Language) -> Iterator[tuple[Reference, str]]:
    """What the digests of these provisions say that people ask, whole questions first."""
    library = pipeline.index.library
    held = [citation.reference for citation in citations if library.has(citation.reference)]
    for paragraph in dict.fromkeys(map(library.paragraph, held)):
        digest = library.digest(paragraph)
        asks = digest.asks.get(language, ()) if digest else ()
        whole = sorted(asks, key=lambda ask: not ask.rstrip().endswith(("?", "？", "吗", "؟")))
        yield from ((paragraph, ask) for ask in whole[:_EACH])


def _leads_to(pipeline: Pipeline, ask: str, paragraph: Reference) -> bool:
    library = pipeline.index.library
    cited = [library.paragraph(c.reference) for claim in pipeline.plain.ask(ask).claims for c in claim.citations]
    return paragraph in cited
