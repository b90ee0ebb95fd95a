"""Follow-ups that count on from a provision, to the one that they mean: the next rule, the one before, "and 44?", "第2款呢".

Refuses to count beyond the instrument's last.
"""

import re

from corpus.library import Library
from corpus.types import Language, Locator, Reference, Unit
from rag.dialogue.forms import NEXT, NUMBERED

_STEPS = {"paragraph": 1, "para": 1, "款": 1, "item": 2, "point": 2, "项": 2}
"""How far below a rule the units stand that may be counted; a rule, an article, 条 and 段 stand at the top."""


def counted_on(
    library: Library, question: str, last: Reference, language: Language, *, numbers: bool = True
) -> Reference | None:
    """The provision that a question counts on to from the one last cited; whole rules where rules are counted.

    A bare number counts only where `numbers` were spoken of: "and 16?" may be an age.

    >>> from rag.wiring import open_library  # doctest: +SKIP
    >>> counted_on(open_library("core"), "And the next rule?", Reference.parse("mandela 58(2)"), Language.EN)  # doctest: +SKIP
    Reference(instrument='mandela', locator='59')
    """
    if last.instrument not in library.instruments:
        return None
    forward = NEXT[language].match(question) if language in NEXT else None
    if forward:
        groups = forward.groupdict()
        back = bool(groups.get("back") or groups.get("before"))
        depth = _STEPS.get((groups.get("unit") or "").lower(), 0)
        return _beside(library, last, _depth(library, last, depth), -1 if back else 1, whole=depth == 0)
    numbered = NUMBERED[language].match(question) if language in NUMBERED else None
    spoken = numbered and (numbers or numbered.groupdict().get("unit"))
    return _numbered(library, numbered, last) if numbered and spoken else None


def _depth(library: Library, last: Reference, wanted: int) -> int:
    """The depth at which is counted: never below the provision itself, nor paragraphs where these are the unit of the text."""
    steps = len(Locator.parse(last.locator).steps)
    flat = library.instruments[last.instrument].unit is Unit.PARAGRAPH
    return 0 if flat and wanted == 1 else min(wanted, steps)


def _beside(library: Library, last: Reference, depth: int, step: int, *, whole: bool) -> Reference | None:
    """The provision so many steps on, among those of its kind cut to a depth, each once; `whole` rules are no `8.2`.

    Paragraphs and items are counted within their rule.
    """
    here = Locator.parse(last.locator)
    kind = [one for one in map(Locator.parse, library.instruments[last.instrument].expected) if one.prefix == here.prefix]
    within = [
        one for one in kind if depth == 0 or (one.number, one.steps[: depth - 1]) == (here.number, here.steps[: depth - 1])
    ]
    alike = tuple(dict.fromkeys(_to(one, depth, whole=whole) for one in within))
    place = alike.index(_to(here, depth, whole=whole)) + step
    return Reference(instrument=last.instrument, locator=alike[place]) if 0 <= place < len(alike) else None


def _to(written: Locator, depth: int, *, whole: bool) -> str:
    number = written.number.partition(".")[0] if whole else written.number
    return str(Locator(prefix=written.prefix, number=number, steps=written.steps[:depth]))


def _numbered(library: Library, match: re.Match[str], last: Reference) -> Reference | None:
    """The number itself in the instrument last cited; a paragraph or 款 of a rule first among those of that rule."""
    number, unit = match["number"], (match.groupdict().get("unit") or "").lower().rstrip(".")
    under = f"{Locator.parse(last.locator).root}({number})"
    tried = (under, number) if _STEPS.get(unit) else (number,)
    instrument = library.instruments[last.instrument]
    return next((Reference(instrument=last.instrument, locator=one) for one in tried if instrument.has(one)), None)
