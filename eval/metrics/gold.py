"""What counts for what: the gold of a turn, opened for the metrics that compare citations and rankings with it.

Conventions only: refuses to know any instrument's structure, which `paragraph`, `exists` and `expand` tell it.
"""

from collections.abc import Callable
from dataclasses import replace

from corpus.types import Locator, Reference
from eval.types import Item, Need, Turn

Paragraph = Callable[[Reference], Reference]
"""The paragraph that an item belongs to; a paragraph itself."""

Exists = Callable[[Reference], bool]
"""Whether the corpus has a provision."""

Expand = Callable[[Reference], tuple[Reference, ...]]
"""What a locator as written means: itself, or all paragraphs of a rule."""


def expanded(turn: Turn, expand: Expand) -> Turn:
    """The turn with each gold that names a rule (`45`) replaced by all its paragraphs, also as what is stood for."""
    opened = [
        Need(reference=reference, must=need.must, alternative_of=stood_for)
        for need in turn.gold
        for reference in expand(need.reference)
        for stood_for in (expand(need.alternative_of) if need.alternative_of else (None,))
    ]
    return replace(turn, gold=tuple(opened))


def needed(turn: Turn) -> tuple[Reference, ...]:
    """The provisions that an answer must rest on, each once, in order."""
    return tuple(dict.fromkeys(need.reference for need in turn.gold if need.must and need.alternative_of is None))


def needs(turn: Turn) -> tuple[frozenset[Reference], ...]:
    """For each needed provision, what meets the need: itself and its alternatives."""
    return tuple(
        frozenset({reference, *(need.reference for need in turn.gold if need.alternative_of == reference)})
        for reference in needed(turn)
    )


def paragraph_needs(turn: Turn, paragraph: Paragraph) -> tuple[frozenset[Reference], ...]:
    """The needs at the level of paragraphs, those with the fewest ways to be met first.

    Items of one paragraph are one need, which an alternative meets only where it stands for each of them. A need that
    another one implies is left out: where `44` is needed anyway, so is one that `44` can stand for.
    """
    by_paragraph: dict[Reference, frozenset[Reference]] = {}
    for reference, need in zip(needed(turn), needs(turn), strict=True):
        options, place = frozenset(map(paragraph, need)), paragraph(reference)
        by_paragraph[place] = by_paragraph.get(place, options) & options
    distinct = dict.fromkeys(by_paragraph.values())
    return tuple(sorted((need for need in distinct if not any(other < need for other in distinct)), key=len))


def accepted(turn: Turn) -> frozenset[Reference]:
    """Every provision that is right to cite: needed, allowed or an alternative."""
    return frozenset(need.reference for need in turn.gold)


def counts_for(one: Reference, other: Reference, paragraph: Paragraph) -> bool:
    """Whether two references are equal, or one is an item within the other, both in the same paragraph.

    A sibling item does not count, nor does a whole rule for one of its paragraphs.
    """
    if one == other:
        return True
    if one.instrument != other.instrument or paragraph(one) != paragraph(other):
        return False
    return one.locator.startswith(f"{other.locator}(") or other.locator.startswith(f"{one.locator}(")


def cluster(item: Item, turn: Turn) -> str:
    """What an outcome shares with others: the rule of its first needed provision (`tokyo 8` for 8.2), else its item.

    Outcomes of one rule, in any language, stand or fall together; the bootstrap draws them together.
    """
    first = next(iter(needed(turn)), None)
    if first is None:
        return item.id
    root = str(Locator.parse(first.locator).root)
    return f"{first.instrument} {root.partition('.')[0]}"
