"""A question in, the provisions nearest to it out: candidates from dense and lexical search, ranked by all signals.

Works on paragraphs: an item that matches better than its paragraph is pinned, and no paragraph stands twice. Refuses
to decide whether what it found is enough; that is `rag.decide`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.boundaries import Edge
from corpus.types import Language, Reference
from rag.index import Index
from rag.naming import naming
from rag.ports import Embedder
from rag.signals import FIRST, LATE, Asked, Floats, Places, background, first_signals, late_signals, lexical_signals
from rag.types import EdgeWording, Field, Wording
from rag.weights import weights

_NEAR = 300
"""Wordings that dense search gives: some sixty a paragraph, so five paragraphs at the very least."""
_LEXICAL = 60
"""Paragraphs that lexical search adds."""
_OF_NAMED = 12
"""Paragraphs of each instrument that the question names."""
_EDGES = 40
"""Questions at the edge of the texts that are looked at closely."""
_CLOSELY = 50
"""Candidates whose tokens are compared with the question's."""
FULL, _BEST = 10, 5
"""Provisions that are handed on with all that is looked up of them, and how many of their wordings, beside statements, are."""
DEPTH = 60
"""Provisions that are ranked for every question."""
NEIGHBOURS = (5, 15, 40)
"""How many nearest questions of the index vote, by what they are (k-nearest-neighbour classification)."""

_CLEAR = 1.0
"""Logits by which the best provision stands before the second where a question's own words say what it is about.

By dev conversations, and by as many questions asked behind one that has nothing to do with them (decision 45).
"""
_SHARPER = 1.15
"""Times the mean of two rankings, whose shares are leveller than those of either; by precision and recall of dev follow-ups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A provision found for a question, with why.

    `reference` is the item where one is pinned, else `paragraph`; `score` the weighed sum of its signals, for comparison
    within one question (`rag.rank_denials` gives another); `rows` its wordings in the index, best first, of the first ten
    provisions all, of any other the best; `near` the first five of these with their cosines, and every statement among the
    others; `signals` its signals in the order of `rag.signals.FIRST` and `LATE`.
    """

    reference: Reference
    paragraph: Reference
    score: float
    near: tuple[tuple[Wording, float], ...]
    rows: tuple[int, ...]
    signals: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearEdge:
    """A question at the edge of the texts that is near to what was asked."""

    edge: EdgeWording
    cosine: float
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """What was found, best first.

    `background` and `late_background` are how near just any wording is, by cosine and by coverage; `edges` the nearest of
    the edges; `votes` what the nearest asks and edges are: of the first of `NEIGHBOURS` the share of silences, then of
    misbeliefs, then the same of the next.
    """

    found: tuple[Found, ...]
    background: float
    late_background: float
    edges: tuple[NearEdge, ...]
    votes: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A question as it was read, and what was found for it; `alone` is the same of a follow-up without those before it."""

    asked: Asked
    retrieved: Retrieved
    alone: "Searched | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """All that was looked at for one question, before it is weighed.

    `places` are the candidates' places among the index's paragraphs, those looked at closely first; `first` and `late`
    their signals, `late` of the first rows alone; `cosines` those of every wording and, behind them, every edge.
    """

    places: Places
    first: Floats
    late: Floats
    background: float
    late_background: float
    cosines: NDArray[np.float32]
    edge_coverage: NDArray[np.float32]


def retrieve(index: Index, asked: Asked, count: int, *, hidden: Sequence[int] = ()) -> Retrieved:
    """The `count` best provisions, one a paragraph, best first, ties in citation order; `hidden` edges are not seen."""
    looked = look(index, asked, hidden)
    closely = len(looked.late)
    late = np.hstack([looked.first[:closely], looked.late]) @ weights("second", (*FIRST, *LATE))
    rest = looked.first[closely:] @ weights("first", FIRST)
    scores = np.concatenate([late, rest - rest.max(initial=0.0) + late.min(initial=0.0) - 1.0])
    order = np.lexsort((looked.places, -np.round(scores, 9)))[:count]
    return Retrieved(
        found=tuple(
            _found(index, looked, int(position), float(scores[position]), full=rank < FULL)
            for rank, position in enumerate(order)
        ),
        background=looked.background,
        late_background=looked.late_background,
        edges=_near_edges(index, looked),
        votes=tuple(_votes(index, looked)),
    )


def blend(joined: Retrieved, alone: Retrieved) -> Retrieved:
    """What was found for a follow-up joined to the questions before it, and for itself alone, as one: the mean of both scores.

    The questions before it say what it is about, itself what of it is asked now. Where they differ their mean is level, which
    `_SHARPER` makes up for.
    """
    scores = [{one.paragraph: one.score for one in part.found} for part in (joined, alone)]
    least = [min(found.values(), default=0.0) for found in scores]
    pairs = tuple(zip(scores, least, strict=True))
    every = {one.paragraph: one for one in (*alone.found, *joined.found)}
    found = [
        replace(one, score=round(_SHARPER / 2 * sum(held.get(one.paragraph, low) for held, low in pairs), 6))
        for one in every.values()
    ]
    ranked = sorted(found, key=lambda one: -one.score)
    return replace(joined, found=tuple(ranked[: len(joined.found)]))


def search(
    index: Index,
    embedder: Embedder,
    question: str,
    resolved: str,
    language: Language,
    count: int,
    *,
    doubtful: bool = False,
) -> Searched:
    """What was found for the resolved question; a follow-up is looked for by itself as well.

    One of which it is `doubtful` that it follows stands alone where its own words find one provision before all others.
    """
    latest = read_question(index, embedder, question, language)
    alone = Searched(asked=latest, retrieved=retrieve(index, latest, count))
    if resolved == question or (doubtful and _lead(alone.retrieved.found) > _CLEAR):
        return alone
    asked = read_question(index, embedder, resolved, language)
    retrieved = retrieve(index, asked, count)
    return Searched(asked=asked, retrieved=blend(retrieved, alone.retrieved), alone=alone)


def _lead(found: Sequence[Found]) -> float:
    """How far the best stands before the second, in logits; nothing where there are not two."""
    return found[0].score - found[1].score if len(found) > 1 else 0.0


def read_question(index: Index, embedder: Embedder, question: str, language: Language) -> Asked:
    """A question with its reading and the instruments that it names."""
    named = naming(question, language)
    (reading,) = embedder.read([named.subject])
    return Asked(
        text=question,
        language=language,
        reading=reading,
        embedder=embedder.name,
        tokens=index.readings.centred(reading.tokens),
        subject=named.subject,
        instruments=named.instruments,
    )


def look(index: Index, asked: Asked, hidden: Sequence[int] = ()) -> Looked:
    """Candidates with their signals, those that the first signals put in front looked at closely.

    `hidden` are rows of edges that are passed over, so that the decision can be fitted on edges that it has not seen.
    """
    first_edge = len(index.wordings)
    cosines = index.readings.cosines(asked.reading.vector)
    cosines[first_edge + np.array(hidden, np.int64)] = np.nan
    coverage = np.full(len(index.edges), np.nan, np.float32)
    nearest = _largest(np.nan_to_num(cosines[first_edge:], nan=-1.0), min(_EDGES, len(index.edges) - len(set(hidden))))
    coverage[nearest] = index.readings.coverage(asked.tokens, first_edge + nearest)
    lexical = lexical_signals(index, asked)
    named = _of_named(index, asked, cosines)
    dense = _largest(cosines[:first_edge], _NEAR)
    level = background(cosines[:first_edge])
    places = _candidates(index, dense, lexical, np.concatenate([index.edge_places[nearest], named]))
    first = first_signals(index, asked, places, level, cosines, lexical)
    order = np.lexsort((places, -np.round(first @ weights("first", FIRST), 9)))
    places, first = places[order], first[order]
    late, late_level = late_signals(index, asked, places[:_CLOSELY], cosines, coverage)
    return Looked(
        places=places,
        first=first,
        late=late,
        background=level,
        late_background=late_level,
        cosines=cosines,
        edge_coverage=coverage,
    )


def _of_named(index: Index, asked: Asked, cosines: NDArray[np.float32]) -> Places:
    """The nearest paragraphs of each instrument that the question names."""
    found = []
    for name in sorted(asked.instruments & frozenset(index.library.instruments)):
        leads = np.flatnonzero(index.instrument_of_lead == name)
        order = leads[np.argsort(-cosines[index.leads.row[leads]], kind="stable")]
        found.append(np.array([*dict.fromkeys(index.leads.paragraph[order].tolist())][:_OF_NAMED], np.int64))
    return np.concatenate([np.zeros(0, np.int64), *found])


def _candidates(index: Index, nearest: Places, lexical: Floats, others: Places) -> Places:
    """Paragraphs that the nearest wordings, lexical search or anything else lead to, in citation order."""
    near = np.zeros(len(index.wordings), np.bool_)
    near[nearest] = True
    dense = index.leads.paragraph[near[index.leads.row]]
    total = lexical[:, -1]
    best = np.argsort(-total, kind="stable")[:_LEXICAL]
    return np.unique(np.concatenate([dense, best[total[best] > 0], others[others >= 0]]))


def _found(index: Index, looked: Looked, position: int, score: float, *, full: bool) -> Found:
    place = int(looked.places[position])
    paragraph, rows = index.paragraphs[place], index.rows_of(place)
    cosines = looked.cosines[rows]
    order = np.argsort(-cosines, kind="stable") if full or not len(rows) else np.array([cosines.argmax()])
    kept = order
    if len(order) > _BEST:
        told = np.flatnonzero(index.statements_at(place)[order[_BEST:]]) + _BEST
        kept = order[[*range(_BEST), *told.tolist()]]
    pairs = zip(rows[kept].tolist(), cosines[kept].tolist(), strict=True)
    near = tuple((index.wordings[row], round(cosine, 6)) for row, cosine in pairs)
    late = looked.late[position].tolist() if position < len(looked.late) else []
    return Found(
        reference=_pinned(index, near[0][0], paragraph) if near else paragraph,
        paragraph=paragraph,
        score=round(score, 6),
        near=near,
        rows=tuple(rows[order].tolist()),
        signals=(*looked.first[position].tolist(), *late),
    )


def _near_edges(index: Index, looked: Looked) -> tuple[NearEdge, ...]:
    """The edges looked at closely, best covered first."""
    cosines = looked.cosines[len(index.wordings) :]
    kept = np.flatnonzero(~np.isnan(looked.edge_coverage))
    order = kept[np.lexsort((kept, -looked.edge_coverage[kept]))]
    return tuple(
        NearEdge(edge=index.edges[row], cosine=float(cosines[row]), coverage=float(looked.edge_coverage[row]))
        for row in order.tolist()
    )


def _votes(index: Index, looked: Looked) -> Iterator[float]:
    """See `Retrieved`; edges that are hidden have no vote."""
    cosines = np.nan_to_num(looked.cosines[index.question_rows], nan=-1.0)
    nearest = index.question_edges[_largest(cosines, NEIGHBOURS[-1])]
    for count in NEIGHBOURS:
        voting = nearest[:count]
        misbeliefs = int((voting == Edge.MISBELIEF.value).sum())
        yield (int((voting != "").sum()) - misbeliefs) / max(len(voting), 1)
        yield misbeliefs / max(len(voting), 1)


def _largest(values: NDArray[np.float32], count: int) -> Places:
    """Places of the `count` largest values, the largest first, of equal ones the first; without sorting the others."""
    if count >= len(values):
        return np.argsort(-values, kind="stable")
    least = np.partition(values, len(values) - count)[len(values) - count] if count else np.inf
    places = np.flatnonzero(values >= least)
    return places[np.argsort(-values[places], kind="stable")][:count]


def _pinned(index: Index, wording: Wording, paragraph: Reference) -> Reference:
    """What the best wording leads to within a paragraph: an item of it, or the paragraph, as a scenario always does."""
    if wording.field is Field.SCENARIO:
        return paragraph
    return next(one for one in (wording.reference, *wording.also) if index.library.paragraph(one) == paragraph)
