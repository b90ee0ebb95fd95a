"""Words in, the provisions that a comparison of them is about.

What is found first says which topics the words are about; further provisions are kept where they are on one of these.
An instrument without digests has no topics and few wordings to be found by: its official words are searched for themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.language import detect
from corpus.library import Library
from corpus.types import Language, Reference
from rag.choose import shares
from rag.compare.lines import Line, quoted, stated
from rag.compose import compose
from rag.expand import expansion
from rag.index import Index
from rag.lexical import question_terms
from rag.pipeline import Pipeline
from rag.refer import refer
from rag.retrieve import Found, read_question, retrieve
from rag.types import Field
from rag.words import terms

_DEPTH = 60
"""Provisions that are looked at."""
_ABOUT, _BESIDE = 0.3, 0.45
"""A topic that the words are about carries the first share of the likelihood of what was found, and the second of the votes
of the main topic; votes are likelihoods flattened, so that one provision in front does not settle what all is about."""
_VOTERS, _FLAT = 12, 0.25
_NEAR, _FIRST = 12, 3
"""Ranks down to which a provision is kept on a topic other than the main one, and how many of an instrument always are."""
_LEADING = 0.05
"""Share from which a provision is kept whatever its topics."""
_NEAR_BEST, _NEAR_OWN_BEST = 0.35, 0.6
"""Shares of the best score by words, of all and of its own instrument, from which an undigested provision is kept."""
_BANK = 0.3
"""Weight of the term bank's words beside the question's own."""
_EACH = 8
"""Provisions of one instrument."""
_STATEMENTS = 5
"""Statements of one provision that has not told its topics statement by statement, those nearest to the words."""


def about(pipeline: Pipeline, question: str) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    """The provisions on what the words ask for, best first, and the topics that they are on."""
    language = detect(question)
    library = pipeline.index.library
    named = {library.paragraph(reference) for reference in refer(library, question, language).resolved}
    asked = read_question(pipeline.index, pipeline.embedder, question, language)
    found = retrieve(pipeline.index, asked, _DEPTH).found
    likely = shares(found)
    topics = _topics(library, found, likely)
    kept = _on(library, found, likely, topics)
    first = [one.paragraph for one in found if one.paragraph in named]
    chosen = _few(dict.fromkeys((*first, *kept, *_untold(pipeline.index, question, language))))
    by_paragraph = {one.paragraph: one for one in found}
    return tuple(by_paragraph.get(one, _by_words_alone(one)) for one in chosen), topics


def found_lines(
    library: Library, found: Sequence[Found], topics: Sequence[str], question: str, reader: Language
) -> Iterator[Line]:
    """The statements of what was found that are on its topics, in citation order.

    Official sentences stand in where there is no digest.
    """
    asked = detect(question)
    for one in sorted(found, key=lambda each: library.order[each.paragraph]):
        digest = library.digest(one.paragraph)
        if digest is None:
            yield from _sentences(library, one.reference, question, reader)
            continue
        near = {draft.text for draft in compose(library, replace(one, reference=one.paragraph), question, asked, _STATEMENTS)}
        for statement in digest.statements:
            if set(statement.topics) & set(topics) if statement.topics else statement.said(asked) in near:
                yield stated(library, one.paragraph, digest, statement, reader)


def _sentences(library: Library, reference: Reference, question: str, reader: Language) -> Iterator[Line]:
    """The sentences of an undigested provision that share a word with the question, or its first."""
    lines = tuple(quoted(library, reference, reader))
    wanted = set(terms(question, detect(question)))
    sharing = [line for line in lines if wanted & set(terms(line.text, line.language))]
    yield from (sharing or lines[:1])[:_STATEMENTS]


def _on(library: Library, found: Sequence[Found], likely: Sequence[float], topics: Sequence[str]) -> Iterator[Reference]:
    """Provisions in front, on the main topic, or, near the front and the first of their instrument, on the others."""
    taken: dict[str, int] = defaultdict(int)
    for rank, (one, share) in enumerate(zip(found, likely, strict=True)):
        own = set(_of(library, one.paragraph))
        near = rank < _NEAR or taken[one.paragraph.instrument] < _FIRST
        if own and (share >= _LEADING or own & set(topics if near else topics[:1])):
            taken[one.paragraph.instrument] += 1
            yield one.paragraph


def _topics(library: Library, found: Sequence[Found], likely: Sequence[float]) -> tuple[str, ...]:
    """What the words are about, the main topic first."""
    carried: dict[str, float] = defaultdict(float)
    votes: dict[str, float] = defaultdict(float)
    for rank, (one, share) in enumerate(zip(found, likely, strict=True)):
        for topic in _of(library, one.paragraph):
            carried[topic] += share
            votes[topic] += share**_FLAT if rank < _VOTERS else 0.0
    most = max(votes.values(), default=0.0)
    about = [topic for topic, weight in carried.items() if weight >= _ABOUT and votes[topic] >= _BESIDE * most]
    return tuple(sorted(about, key=lambda topic: -votes[topic]))


def _of(library: Library, paragraph: Reference) -> tuple[str, ...]:
    digest = library.digest(paragraph)
    return digest.topics if digest else ()


def _untold(index: Index, question: str, language: Language) -> Iterator[Reference]:
    """Paragraphs of instruments without digests whose official words have those of the question, or their terms of law."""
    library = index.library
    size = len(library.references)
    scores = index.lexical.scores(question_terms(question, language), {Field.TEXT: 1.0}, size)
    scores = scores + index.lexical.scores(expansion(question, language), {Field.TEXT: _BANK}, size)
    best: dict[str, float] = defaultdict(float)
    for row, one in enumerate(library.references):
        best[one.instrument] = max(best[one.instrument], float(scores[row]))
    most = max((score for name, score in best.items() if name not in library.digests), default=0.0)
    kept = [
        row
        for row, one in enumerate(library.references)
        if one.instrument not in library.digests
        and 0 < scores[row] >= max(_NEAR_OWN_BEST * best[one.instrument], _NEAR_BEST * most)
    ]
    ranked = sorted(kept, key=lambda row: (-scores[row], row))
    yield from dict.fromkeys(library.paragraph(library.references[row]) for row in ranked)


def _by_words_alone(paragraph: Reference) -> Found:
    return Found(reference=paragraph, paragraph=paragraph, score=0.0, near=(), signals=(), rows=())


def _few(found: Iterable[Reference]) -> Iterator[Reference]:
    """The first few of each instrument."""
    taken: dict[str, int] = defaultdict(int)
    for one in found:
        taken[one.instrument] += 1
        if taken[one.instrument] <= _EACH:
            yield one
