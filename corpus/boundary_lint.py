"""Boundaries in, what is wrong with them out: `corpus.lint` for silences, misbeliefs and general questions.

A question of the index decides by itself where it stands word for word, so that one which stands on both sides of the edge
would decide by chance. Refuses to judge whether the texts are silent: that takes a reader.
"""

from collections import defaultdict
from collections.abc import Iterator

from corpus.boundaries import Boundary
from corpus.finding import Finding
from corpus.language import in_script, surely
from corpus.library import Library
from corpus.types import Language


def boundary_faults(library: Library) -> Iterator[Finding]:
    """Everything that is wrong with the boundaries of a library."""
    answered = _answered(library)
    for row in library.asked:
        if not library.instrument(row.instrument).has(row.locator):
            yield Finding(reference=row.reference, what=f"{row.id} is answered by it, and it does not exist")
    for boundary in library.boundaries:
        for what in (*_place(library, boundary), *_words(boundary)):
            yield Finding(reference=boundary.reference, what=what)
        for ask in _asks(boundary):
            if _letters(ask) in answered:
                what = f"the {boundary.edge} {ask!r} is an ask of {answered[_letters(ask)]} too"
                yield Finding(reference=boundary.reference, what=what)
    yield from _twice(library)


def _place(library: Library, boundary: Boundary) -> Iterator[str]:
    if boundary.reference is None:
        return
    instrument = library.instruments.get(boundary.reference.instrument)
    if instrument is None:
        yield f"{boundary.reference.instrument!r} is no instrument with digests"
    elif not instrument.has(boundary.reference.locator):
        yield f"a {boundary.edge} stands near it, and it does not exist"


def _words(boundary: Boundary) -> Iterator[str]:
    """That there are questions, and that each is in its language where this is sure."""
    if not boundary.asks:
        yield f"a {boundary.edge} has no ask"
    for language, asks in boundary.asks.items():
        if not asks:
            yield f"a {boundary.edge} has no ask in {language}"
        for ask in asks:
            if not _letters(ask):
                yield f"a {boundary.edge} has an empty ask in {language}"
            elif not _is_in(ask, language):
                yield f"the {boundary.edge} {ask!r} is not in {language}"


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
    asked = {_letters(text): str(row.reference) for row in library.asked for text in row.question.values()}
    scenarios = {_letters(text): f"scenario {one.id}" for one in library.scenarios for text in one.question.values()}
    return asked | scenarios | asks


def _twice(library: Library) -> Iterator[Finding]:
    """Questions that stand twice, on one side of the edge or on both."""
    stands: dict[str, list[tuple[Boundary, str]]] = defaultdict(list)
    for boundary in library.boundaries:
        for ask in _asks(boundary):
            stands[_letters(ask)].append((boundary, ask))
    for (first, _), *others in stands.values():
        for other, ask in others:
            where = f"{first.edge} of {first.reference or 'general'}"
            yield Finding(reference=other.reference, what=f"the {other.edge} {ask!r} is a {where} too")


def _asks(boundary: Boundary) -> Iterator[str]:
    yield from (ask for asks in boundary.asks.values() for ask in asks if _letters(ask))


def _letters(ask: str) -> str:
    """Letters and digits only, as the decision compares questions."""
    return "".join(character for character in ask.casefold() if character.isalnum())
