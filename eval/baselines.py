"""Systems that the assistant is held against: from one that is told the gold to one that draws lots.

Each answers by copying the digest's statements, or the official words, of the provisions that it chose, with the checker's
verdict beside each and nothing dropped: a baseline shows what its choice alone is worth. Refuses to hide a weak claim.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.language import detect
from corpus.types import Reference
from eval.asking import Asked
from eval.types import Expected, Outcome, Said
from rag.compose import compose
from rag.lexical import best_rows, question_terms
from rag.pipeline import Pipeline
from rag.retrieve import Found
from rag.types import Field, Reason, Status
from rag.verify.check import check

RANKED = 10
_NEAR = 300
_CLAIMS = 3
_CLAIMS_TOLD = 8


def oracle(pipeline: Pipeline, asked: Asked) -> Outcome:
    """Is told the gold: cites all that is needed, refuses and corrects where that is right. The ceiling of every measure."""
    turn = asked.now
    needed = _held(pipeline, (need.reference for need in turn.gold if need.must))
    others = _held(pipeline, (need.reference for need in turn.gold if not need.must))
    ranking = tuple(dict.fromkeys((*needed, *others)))[:RANKED]
    if turn.expected is Expected.REFUSE:
        reason = turn.reason or Reason.NOT_IN_TEXTS.value
        return replace(refused(asked, reason), ranking=ranking, nearest=ranking[:3])
    corrected = needed if turn.expected is Expected.CORRECT else ()
    told = tuple(nugget.text.get(asked.language) or next(iter(nugget.text.values())) for nugget in turn.nuggets)
    return replace(
        refused(asked, ""),
        status=Status.ANSWERED.value,
        reason=turn.reason if corrected else None,
        claims=copied(pipeline, needed, asked, _CLAIMS_TOLD),
        corrections=(told or ("corrected",)) if corrected else (),
        corrected=corrected,
        ranking=ranking,
    )


def draw_lots(pipeline: Pipeline, asked: Asked) -> Outcome:
    """Answers from provisions drawn by a hash of the question's key: chance, the same in every run."""
    library = pipeline.index.library
    paragraphs = [one for one in library.references if library.paragraph(one) == one]

    def lot(reference: Reference) -> str:
        return hashlib.sha256(f"{asked.key}|{reference}".encode()).hexdigest()

    return copy_best(pipeline, asked, sorted(paragraphs, key=lot)[:RANKED])


def copy_top(pipeline: Pipeline, asked: Asked) -> Outcome:
    """Answers everything from the one provision that the assistant's own search ranks first."""
    found = pipeline.search(asked.question, RANKED)
    return copy_best(pipeline, asked, [passage.citation.reference for passage in found.passages])


def refuse_all(pipeline: Pipeline, asked: Asked) -> Outcome:  # noqa: ARG001 - a system's signature; it looks at nothing
    """Refuses everything: right only where refusing is right."""
    return refused(asked, Reason.NOT_IN_TEXTS.value)


def dense_only(pipeline: Pipeline, asked: Asked) -> Outcome:
    """Answers from the provision whose best wording is nearest by cosine."""
    index = pipeline.index
    best: dict[Reference, float] = {}
    (reading,) = pipeline.embedder.read([asked.question])
    for hit in index.vectors.nearest(reading.vector, _NEAR):
        wording = index.wordings[hit.row]
        for reference in (wording.reference, *wording.also):
            best.setdefault(index.library.paragraph(reference), hit.cosine)
    return copy_best(pipeline, asked, _ranked(pipeline, best))


def bm25_only(pipeline: Pipeline, asked: Asked) -> Outcome:
    """Answers from the provision with the best BM25 score, without the term bank."""
    index = pipeline.index
    words = question_terms(asked.question, detect(asked.question))
    scores = index.lexical.scores(words, dict.fromkeys(Field, 1.0), len(index.library.references))
    best: dict[Reference, float] = {}
    for row in best_rows(scores, _NEAR):
        best.setdefault(index.library.paragraph(index.library.references[row]), float(scores[row]))
    return copy_best(pipeline, asked, _ranked(pipeline, best))


def copy_best(pipeline: Pipeline, asked: Asked, ranking: Sequence[Reference]) -> Outcome:
    """An answer copied from the first of a ranking; nothing found is the only refusal."""
    top = [pipeline.index.library.paragraph(one) for one in ranking[:1]]
    claims = copied(pipeline, top, asked, _CLAIMS)
    blank = replace(refused(asked, Reason.NOT_IN_TEXTS.value), ranking=tuple(ranking))
    return replace(blank, status=Status.ANSWERED.value, reason=None, claims=claims) if claims else blank


def copied(pipeline: Pipeline, references: Iterable[Reference], asked: Asked, most: int) -> tuple[Said, ...]:
    """What the provisions say, at most `most` claims from each, with the checker's verdicts."""
    library, language = pipeline.index.library, detect(asked.question)
    said = []
    for reference in references:
        paragraph = library.paragraph(reference)
        found = Found(reference=reference, paragraph=paragraph, score=1.0, near=(), rows=(), signals=())
        for draft in compose(library, found, asked.question, language, most):
            verdict = check(library, draft.text, (draft.reference,), detect(draft.text))
            said.append(
                Said(
                    text=draft.text,
                    citations=(draft.reference,),
                    verdict=verdict.status.value,
                    reason=verdict.reason,
                    aligned=verdict.aligned,
                )
            )
    return tuple(said)


def refused(asked: Asked, reason: str) -> Outcome:
    """A refusal that shows nothing; `eval.run` times it."""
    return Outcome(
        item=asked.item.id,
        turn=asked.turn,
        language=asked.language,
        question=asked.question,
        status=Status.REFUSED.value,
        reason=reason,
        message="",
        claims=(),
        dropped=(),
        corrections=(),
        corrected=(),
        ranking=(),
        nearest=(),
        timings_ms={},
    )


def _held(pipeline: Pipeline, references: Iterable[Reference]) -> tuple[Reference, ...]:
    """References of the gold that are in scope, a numbered rule as all its paragraphs."""
    library = pipeline.index.library
    inside = [one for one in references if one.instrument in library.instruments]
    return tuple(dict.fromkeys(held for one in inside for held in library.expand(one)))


def _ranked(pipeline: Pipeline, scores: Mapping[Reference, float]) -> list[Reference]:
    order = pipeline.index.library.order
    return sorted(scores, key=lambda one: (-scores[one], order[one]))[:RANKED]
