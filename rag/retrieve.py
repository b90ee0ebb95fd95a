"""A question in, the provisions nearest to it out: dense and lexical search fused by rank.

Works on paragraphs: an item that matches better than its paragraph is pinned, and no paragraph stands twice. Refuses
to decide whether what it found is enough; that is `rag.suffice`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.types import Language, Reference
from rag.expand import expansion
from rag.index import Index
from rag.lexical import best_rows, question_terms
from rag.ports import Embedder
from rag.types import Field, Wording

_NEAR = 300
"""Wordings that dense search looks at: some forty a paragraph, so at least a dozen paragraphs."""
_LEXICAL_ROWS = 100
_RRF = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""
_Dense = dict[Reference, list[tuple[Wording, float]]]
EXPANSION = 0.3
"""Weight of the term bank's words beside the question's own."""
FIELD_WEIGHTS = {Field.TEXT: 1.0, Field.STATEMENT: 1.0, Field.ASK: 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A provision found for a question, with why.

    `reference` is the item where one is pinned, else `paragraph`; `cosine` that of the best wording, 0 where dense
    search did not see it; `bm25` that of the paragraph; `near` its wordings that dense search saw, best first.
    """

    reference: Reference
    paragraph: Reference
    score: float
    cosine: float
    bm25: float
    near: tuple[tuple[Wording, float], ...]


def retrieve(index: Index, embedder: Embedder, question: str, language: Language, count: int) -> tuple[Found, ...]:
    """The `count` best provisions, one a paragraph, best first, ties in citation order."""
    dense = _dense(index, embedder, question)
    lexical = _lexical(index, question, language)
    fused = _fuse((tuple(dense), tuple(lexical)))
    ranked = sorted(fused, key=lambda reference: (-fused[reference], index.library.order.get(reference, 0)))
    return tuple(_found(fused, dense, lexical, paragraph) for paragraph in ranked[:count])


def _dense(index: Index, embedder: Embedder, question: str) -> _Dense:
    """Near wordings with their cosines by paragraph, best paragraph and best wording first."""
    near: _Dense = {}
    for hit in index.vectors.nearest(embedder.embed_question(question), _NEAR):
        wording = index.wordings[hit.row]
        near.setdefault(index.library.paragraph(wording.reference), []).append((wording, round(hit.cosine, 6)))
    return near


def _lexical(index: Index, question: str, language: Language) -> dict[Reference, float]:
    """Best BM25 score a paragraph, best first."""
    references = index.library.references
    scores = index.lexical.scores(question_terms(question, language), FIELD_WEIGHTS, len(references))
    added = expansion(question, language)
    if added:
        scores = scores + EXPANSION * index.lexical.scores(added, FIELD_WEIGHTS, len(references))
    best: dict[Reference, float] = {}
    for row in best_rows(scores, _LEXICAL_ROWS):
        best.setdefault(index.library.paragraph(references[row]), float(scores[row]))
    return best


def _fuse(rankings: tuple[tuple[Reference, ...], ...]) -> dict[Reference, float]:
    fused: dict[Reference, float] = {}
    for ranking in rankings:
        for rank, reference in enumerate(ranking, start=1):
            fused[reference] = fused.get(reference, 0.0) + 1.0 / (_RRF + rank)
    return fused


def _found(
    fused: Mapping[Reference, float],
    dense: _Dense,
    lexical: Mapping[Reference, float],
    paragraph: Reference,
) -> Found:
    near = tuple(dense.get(paragraph, ()))
    return Found(
        reference=near[0][0].reference if near else paragraph,
        paragraph=paragraph,
        score=round(fused.get(paragraph, 0.0), 6),
        cosine=near[0][1] if near else 0.0,
        bm25=round(lexical.get(paragraph, 0.0), 4),
        near=near,
    )
