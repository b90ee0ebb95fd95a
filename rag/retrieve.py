"""A question in, the provisions nearest to it out: dense and lexical search fused by score.

Works on paragraphs: an item that matches better than its paragraph is pinned, and no paragraph stands twice. Refuses
to decide whether what it found is enough; that is `rag.suffice`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.types import Language, Reference
from rag.expand import expansion
from rag.index import Index
from rag.lexical import best_rows, question_terms
from rag.ports import Embedder, Hit
from rag.types import Field, Wording

_NEAR = 300
"""Wordings that dense search looks at: some forty a paragraph, so at least a dozen paragraphs."""
_BACKGROUND = 100
_FALL = 0.002
"""Cosine by which each further answer of a scenario stands behind the one before it."""
_LEXICAL_ROWS = 100
_DENSE_SHARE = 0.5
_NEXT_BEST = 0.2
"""Weight of a paragraph's second and third wording beside its best: agreement of several is worth something."""
_UNSEEN = 0.03
"""Cosine below the best at which a wording is put that dense search did not see."""
_Dense = dict[Reference, list[tuple[Wording, float]]]
EXPANSION = 0.15
"""Weight of the term bank's words beside the question's own."""
FIELD_WEIGHTS = {Field.TEXT: 1.0, Field.STATEMENT: 1.0, Field.ASK: 1.0, Field.SCENARIO: 0.5}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """What was found, best first; `background` is the mean cosine of the wordings that came last, for comparison."""

    found: tuple[Found, ...]
    background: float


def retrieve(index: Index, embedder: Embedder, question: str, language: Language, count: int) -> Retrieved:
    """The `count` best provisions, one a paragraph, best first, ties in citation order."""
    hits = index.vectors.nearest(embedder.embed_question(question), _NEAR)
    dense = _dense(index, hits)
    lexical = _lexical(index, question, language)
    fused = _fuse({reference: _closeness(near) for reference, near in dense.items()}, lexical)
    ranked = sorted(fused, key=lambda reference: (-fused[reference], index.library.order.get(reference, 0)))
    last = [hit.cosine for hit in hits[-_BACKGROUND:]]
    return Retrieved(
        found=tuple(_found(fused, dense, lexical, paragraph) for paragraph in ranked[:count]),
        background=round(sum(last) / max(len(last), 1), 6),
    )


def _dense(index: Index, hits: Sequence[Hit]) -> _Dense:
    """Near wordings with their cosines by paragraph, best paragraph and best wording first."""
    near: _Dense = {}
    for hit in hits:
        wording = index.wordings[hit.row]
        for place, reference in enumerate((wording.reference, *wording.also)):
            paragraph = index.library.paragraph(reference)
            cosine = round(hit.cosine - place * _FALL, 6)
            near.setdefault(paragraph, []).append((wording, cosine))
    return _best_first(near)


def _best_first(near: _Dense) -> _Dense:
    """Paragraphs by their best wording; the order of hits is no longer theirs once scenarios lead to several."""
    for wordings in near.values():
        wordings.sort(key=lambda pair: -pair[1])
    return dict(sorted(near.items(), key=lambda pair: -pair[1][0][1]))


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


def _fuse(dense: Mapping[Reference, float], lexical: Mapping[Reference, float]) -> dict[Reference, float]:
    """Both scores brought to 0..1 over what was found and added; weights chosen on the dev split of our questions.

    Beat reciprocal rank fusion there: it keeps how far the best stands ahead (docs/decisions/0004).
    """
    fused: dict[Reference, float] = {}
    low, high = min(dense.values(), default=0.0), max(dense.values(), default=1.0)
    for reference, score in dense.items():
        fused[reference] = _DENSE_SHARE * (score - low) / ((high - low) or 1.0)
    top = max(lexical.values(), default=1.0)
    for reference, score in lexical.items():
        fused[reference] = fused.get(reference, 0.0) + (1.0 - _DENSE_SHARE) * score / top
    return fused


def _closeness(near: Sequence[tuple[Wording, float]]) -> float:
    """Weighted mean of a paragraph's three best cosines."""
    best = near[0][1]
    others = [cosine for _, cosine in near[1:3]]
    others += [best - _UNSEEN] * (2 - len(others))
    return (best + _NEXT_BEST * sum(others)) / (1.0 + 2 * _NEXT_BEST)


def _found(
    fused: Mapping[Reference, float],
    dense: _Dense,
    lexical: Mapping[Reference, float],
    paragraph: Reference,
) -> Found:
    near = tuple(dense.get(paragraph, ()))
    return Found(
        reference=_pinned(near[0][0], paragraph) if near else paragraph,
        paragraph=paragraph,
        score=round(fused.get(paragraph, 0.0), 6),
        cosine=near[0][1] if near else 0.0,
        bm25=round(lexical.get(paragraph, 0.0), 4),
        near=near,
    )


def _pinned(wording: Wording, paragraph: Reference) -> Reference:
    """The item that the best wording leads to, or the paragraph where it leads there, or to others as well."""
    return paragraph if wording.field is Field.SCENARIO else wording.reference
