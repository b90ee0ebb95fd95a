"""Boundaries in, what is wrong with them out: `corpus.lint` for silences, misbeliefs, general questions and what people ask.

A question of the index decides by itself where it stands word for word, so that one which stands on both sides of the edge
would decide by chance. Refuses to judge whether the texts are silent: that takes a reader.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from corpus.boundaries import Boundary
from corpus.finding import Finding
from corpus.language import in_script, surely
from corpus.library import Library
from corpus.types import Language, Reference


def boundary_faults(library: Library) -> Iterator[Finding]:
    """Everything that is wrong with the boundaries of a library, and with what people would ask."""
    answered = _answered(library)
    for row in library.answered:
        kind, spoken = f"question {row.id}", {language: (text,) for language, text in row.question.items()}
        places = [what for reference in row.references for what in _place(library, reference, kind)]
        for what in (*places, *_words(spoken, kind)):
            yield Finding(reference=row.reference, what=what)
        for text in row.question.values():
            where = answered.setdefault(_letters(text), kind)
            if where != kind:
                yield Finding(reference=row.reference, what=f"{row.id}: {text!r} is an ask of {where} too")
    for boundary in library.edges:
        for what in (*_place(library, boundary.reference, boundary.edge), *_words(boundary.asks, boundary.edge)):
            yield Finding(reference=boundary.reference, what=what)
        for ask in _asks(boundary):
            if _letters(ask) in answered:
                what = f"the {boundary.edge} {ask!r} is an ask of {answered[_letters(ask)]} too"
                yield Finding(reference=boundary.reference, what=what)
    yield from _twice(library)


def _place(library: Library, reference: Reference | None, kind: str) -> Iterator[str]:
    if reference is None:
        return
    instrument = library.instruments.get(reference.instrument)
    if instrument is None:
        yield f"{reference.instrument!r} is no instrument with digests"
    elif not instrument.has(reference.locator):
        yield f"a {kind} stands near it, and it does not exist"


def _words(spoken: Mapping[Language, Sequence[str]], kind: str) -> Iterator[str]:
    """That there are questions, and that each is in its language where this is sure."""
    if not spoken:
        yield f"a {kind} has no ask"
    for language, asks in spoken.items():
        if not asks:
            yield f"a {kind} has no ask in {language}"
        for ask in asks:
            if not _letters(ask):
                yield f"a {kind} has an empty ask in {language}"
            elif not _is_in(ask, language):
                yield f"the {kind} {ask!r} is not in {language}"


@cache
def _is_in(ask: str, language: Language) -> bool:
    return in_script(ask, language) and surely(ask) in (language, None)


def _answered(library: Library) -> dict[str, str]:
    """The questions that the texts answer, by their letters, with the provision or scenario that they lead to."""
    asks = {
        _letters(ask): f"{name} {digest.locator}"
        for name, digests in library.digests.items()
        for digest in digests.values()
        for of in (digest.asks, *digest.item_asks.values())
        for questions in of.values()
        for ask in questions
    }
    scenarios = {_letters(text): f"scenario {one.id}" for one in library.scenarios for text in one.question.values()}
    return scenarios | asks


def _twice(library: Library) -> Iterator[Finding]:
    """Questions that stand twice, on one side of the edge or on both."""
    stands: dict[str, list[tuple[Boundary, str]]] = defaultdict(list)
    for boundary in library.edges:
        for ask in _asks(boundary):
            stands[_letters(ask)].append((boundary, ask))
    for (first, _), *others in stands.values():
        for other, ask in others:
            where = f"{first.edge} of {first.reference or 'general'}"
            yield Finding(reference=other.reference, what=f"the {other.edge} {ask!r} is a {where} too")


def _asks(boundary: Boundary) -> Iterator[str]:
    yield from (ask for asks in boundary.asks.values() for ask in asks if _letters(ask))


@cache
def _letters(ask: str) -> str:
    """Letters and digits only, as the decision compares questions."""
    return "".join(character for character in ask.casefold() if character.isalnum())
