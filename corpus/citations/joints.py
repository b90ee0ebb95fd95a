"""What stands between two elements: nothing, `of`, a comma, `and`, `to`, brackets; or words that part them.

Refuses to look further than a few tokens, so that the work between elements is bounded.
"""

from collections.abc import Sequence
from enum import Flag, auto

from corpus.citations.forms import ABBREVIATIONS, AND, COMMA, FILLER, IN_DATES, INSIDE, OF, RANGE
from corpus.citations.lex import Token, variants

_LONGEST = 9


class Joint(Flag):
    """Signs and words between two elements; NONE where they touch or only filler parts them."""

    NONE = 0
    OF = auto()
    INSIDE = auto()
    COMMA = auto()
    AND = auto()
    RANGE = auto()
    OPEN = auto()
    CLOSE = auto()
    BREAK = auto()


_WORDS = (
    (AND, Joint.AND),
    (COMMA, Joint.COMMA),
    (RANGE, Joint.RANGE),
    (OF, Joint.OF),
    (INSIDE, Joint.INSIDE),
    (frozenset("(["), Joint.OPEN),
    (frozenset(")]"), Joint.CLOSE),
)
_KNOWN = AND | COMMA | RANGE | OF | FILLER | INSIDE


def joint(tokens: Sequence[Token], start: int, end: int) -> Joint:
    """The joint that the tokens from `start` to `end` (exclusive) make.

    >>> from corpus.citations.lex import tokens
    >>> joint(tokens("43 , of 9"), 1, 3)
    <Joint.OF|COMMA: 5>
    """
    if end - start > _LONGEST:
        return Joint.BREAK
    made = Joint.NONE
    for place in range(start, end):
        made |= _one(tokens, place)
        if Joint.BREAK in made:
            return Joint.BREAK
    return made


def _one(tokens: Sequence[Token], place: int) -> Joint:
    token = tokens[place]
    if token.text == ".":
        return Joint.BREAK if _ends_sentence(tokens, place) else Joint.NONE
    if token.text in _KNOWN:
        made = Joint.NONE
        for words, sign in _WORDS:
            if token.text in words:
                made |= sign
        return made
    return Joint.NONE if _is_passed_over(tokens, place) else Joint.BREAK


def _is_passed_over(tokens: Sequence[Token], place: int) -> bool:
    """A date, a year, an inflected filler word."""
    token = tokens[place]
    if token.sort == "number":
        around = {neighbour.text for neighbour in tokens[max(0, place - 2) : place + 3]}
        dated = len(token.text) < 3 and not around.isdisjoint(IN_DATES)
        return dated or (len(token.text) == 4 and token.text[:2] in ("19", "20"))
    return token.text in IN_DATES or (token.sort == "word" and not _KNOWN.isdisjoint(variants(token.text)[1:]))


def _ends_sentence(tokens: Sequence[Token], place: int) -> bool:
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    before = tokens[place - 1].text if place else ""
    return not (after and after.glued) and before not in ABBREVIATIONS and not (len(before) == 1 and before.isalpha())
