"""Questions beside provisions: asks beside their own and beside those that retrieval confuses with it, silences, misbeliefs.

Each question is put to an index that has never seen it, so that what stands beside its provision is what would stand there
if a user asked. Reads no question of the evaluation sets.
"""

from collections.abc import Iterator, Sequence
from random import Random

from corpus.boundaries import Edge
from corpus.language import detect
from corpus.library import Library
from corpus.types import Language, Reference
from eval.corpus_examples import without
from eval.provisions import digested, related
from eval.training.heldout import held_out
from eval.training.pair import CONTRADICTED, ENTAILED, NEUTRAL, Pair
from rag.decide.relevance import premise
from rag.index import Index
from rag.ports import Embedder
from rag.retrieve import Found, read_question, retrieve

_ASKS = {Language.EN: 3, Language.ZH: 3, Language.FR: 1, Language.ES: 1, Language.RU: 1, Language.AR: 1}
"""Asks of a provision in each language."""
_EDGES = (Language.EN, Language.ZH)
_DEPTH = 10
_BESIDE = 2
"""Provisions that are found for an ask and are not its own, drawn from the first of `_DEPTH`."""


def question_pairs(index: Index, embedder: Embedder, chance: Random, *, held: bool) -> Iterator[Pair]:
    """Pairs near the rules that are held out, or near all others."""
    yield from _asks(index, embedder, chance, held=held)
    yield from _edges(index, embedder, chance, held=held)
    if not held:
        yield from _scenarios(index, embedder)


def _scenarios(index: Index, embedder: Embedder) -> Iterator[Pair]:
    """Broad questions beside each of their answers."""
    library = index.library
    for scenario in library.scenarios:
        held = [own for own in scenario.references if own.instrument in library.instruments]
        named = {library.paragraph(one) for own in held for one in library.expand(own)}
        for language in _EDGES:
            text = scenario.question.get(language)
            for one in found_for(index, embedder, text) if text else ():
                if one.paragraph in named and library.digest(one.paragraph):
                    yield question_pair(library, one, text or "", ENTAILED, "scenario")


def _asks(index: Index, embedder: Embedder, chance: Random, *, held: bool) -> Iterator[Pair]:
    library = index.library
    chosen: list[tuple[Reference, str]] = []
    for reference in [one for one in digested(library) if held_out(one) is held]:
        digest = library.digest(reference)
        for language, most in _ASKS.items():
            asks = digest.asks.get(language, ()) if digest else ()
            chosen += [(reference, text) for text in chance.sample(asks, min(most, len(asks)))]
    less = without(index, frozenset(text for _, text in chosen))
    for reference, text in chosen:
        found = found_for(less, embedder, text)
        own = as_found(found, reference)
        yield question_pair(library, own, text, ENTAILED, "ask")
        others = [one for one in found if one.paragraph not in {reference, *related(library, reference)}]
        for other in chance.sample(others, min(_BESIDE, len(others))):
            yield question_pair(library, other, text, NEUTRAL, "stray ask")


def _edges(index: Index, embedder: Embedder, chance: Random, *, held: bool) -> Iterator[Pair]:
    library = index.library
    for boundary in library.boundaries:
        near = library.paragraph(boundary.reference) if boundary.reference else None
        if held if near is None else held_out(near) is not held:
            continue
        misbelief = boundary.edge is Edge.MISBELIEF
        for language in _EDGES if near is not None else _ASKS:
            for text in chance.sample(boundary.asks.get(language, ()), min(1, len(boundary.asks.get(language, ())))):
                found = found_for(index, embedder, text)
                if near is not None:
                    own = as_found(found, near)
                    yield question_pair(library, own, text, CONTRADICTED if misbelief else NEUTRAL, boundary.edge.value)
                others = [one for one in found[: _DEPTH // 2] if one.paragraph != near]
                for other in chance.sample(others, min(1, len(others))):
                    yield question_pair(library, other, text, NEUTRAL, f"stray {boundary.edge.value}")


def found_for(index: Index, embedder: Embedder, text: str) -> tuple[Found, ...]:
    """The first provisions found for a question, best first."""
    return retrieve(index, read_question(index, embedder, text, detect(text)), _DEPTH).found


def as_found(found: Sequence[Found], reference: Reference) -> Found:
    """A provision as it was found, or `blank`."""
    return next((one for one in found if one.paragraph == reference), None) or blank(reference)


def blank(reference: Reference) -> Found:
    """A provision as if it had been found, with none of its wordings near."""
    return Found(reference=reference, paragraph=reference, score=0.0, near=(), rows=(), signals=())


def question_pair(library: Library, found: Found, text: str, label: int, kind: str) -> Pair:
    """A question beside a provision, as the reader will see them."""
    told = premise(library, found, detect(text))
    return Pair(premise=told, hypothesis=text, question=True, label=label, kind=kind, reference=found.paragraph)
