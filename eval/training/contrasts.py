"""Questions that lie close together, beside the provision that they are about: an answer, a silence, a misbelief of each.

Reads the dev split of the contrast sets and no other question of the evaluation; one group in eight is kept apart, on which the
reader is shown. So that it does not forget what it was fitted on before, asks and lines go with them.
"""

from collections.abc import Iterator, Sequence
from random import Random

from corpus.boundaries import Edge
from corpus.library import Library
from corpus.types import Language
from eval.provisions import digested
from eval.questions import load
from eval.rows import CONTRASTS, FURTHER, GROUP
from eval.training.pair import CONTRADICTED, ENTAILED, NEUTRAL, Pair
from eval.training.questions import as_found, blank, found_for, question_pair
from eval.types import Expected, Item, Split, Turn
from rag.index import Index
from rag.ports import Embedder
from rag.retrieve import Found

_EIGHTH, _KEPT = 8, 3
_NEAR = 4
"""Provisions of which one that is not needed stands beside a question that is answered."""
_ASKS = {Language.EN: 2, Language.ZH: 2, Language.FR: 1, Language.AR: 1}
_LINES, _REMEMBERED = 1_600, 2_400


def contrasts() -> tuple[Item, ...]:
    """The items of the dev split of all contrast sets, group by group."""
    return tuple(item for name in CONTRASTS for item in load(name, FURTHER) if item.split is Split.DEV)


def contrast_pairs(index: Index, embedder: Embedder, items: Sequence[Item], chance: Random, *, held: bool) -> Iterator[Pair]:
    """Pairs of the groups of `items` that are kept apart, or of all others."""
    for place, item in enumerate(items):
        if (place // GROUP % _EIGHTH == _KEPT) is held:
            turn = item.turns[0]
            for text in turn.question.values():
                yield from _beside(index.library, found_for(index, embedder, text), turn, text, chance)


def remembered(library: Library, chance: Random) -> tuple[Pair, ...]:
    """Asks and lines of the edge beside their own provision."""
    pairs = []
    for reference in digested(library):
        digest = library.digest(reference)
        for language, most in _ASKS.items():
            asks = digest.asks.get(language, ()) if digest else ()
            pairs += [
                question_pair(library, blank(reference), text, ENTAILED, "ask")
                for text in chance.sample(asks, min(most, len(asks)))
            ]
    near = [(one, one.reference) for one in library.boundaries if one.reference is not None]
    for boundary, stands_near in chance.sample(near, min(_LINES, len(near))):
        asks = boundary.asks.get(chance.choice((Language.EN, Language.ZH)), ())
        if asks:
            label = CONTRADICTED if boundary.edge is Edge.MISBELIEF else NEUTRAL
            place = blank(library.paragraph(stands_near))
            pairs.append(question_pair(library, place, chance.choice(asks), label, boundary.edge.value))
    return tuple(chance.sample(pairs, min(_REMEMBERED, len(pairs))))


def _beside(library: Library, found: tuple[Found, ...], turn: Turn, text: str, chance: Random) -> Iterator[Pair]:
    gold = [*dict.fromkeys(library.paragraph(one.reference) for one in turn.gold)]
    needed = [*dict.fromkeys(library.paragraph(one.reference) for one in turn.gold if one.must)]
    if turn.expected is Expected.REFUSE:
        nearest = [*dict.fromkeys((found[0].paragraph, *gold[:1]))]
        for reference in nearest:
            yield question_pair(library, as_found(found, reference), text, NEUTRAL, Edge.SILENCE.value)
        return
    label, kind = (ENTAILED, "ask") if turn.expected is Expected.ANSWER else (CONTRADICTED, Edge.MISBELIEF.value)
    for reference in needed:
        yield question_pair(library, as_found(found, reference), text, label, kind)
    others = [one for one in found[:_NEAR] if one.paragraph not in gold]
    if turn.expected is Expected.ANSWER and others:
        yield question_pair(library, chance.choice(others), text, NEUTRAL, "stray ask")
