"""Whether a number belongs to a text that is not held here: `rule 5 of the Kenyan Prisons Act`, 《监狱法》第14条.

Refuses to call the plain words foreign: `rule 45 of these Rules`, 《公约》第9条.
"""

from collections.abc import Sequence

from corpus.citations.elements import Numbered, Scan
from corpus.citations.forms import (
    FOREIGN_HEADS_CAPITAL,
    FOREIGN_HEADS_PLAIN,
    GENERIC_QUALIFIERS,
    GENERIC_TITLES,
    HAN_LAWS,
)
from corpus.citations.lex import Token, stem

_LONGEST_NAME = 7
_LONGEST_TITLE = 60
_LINKS = ("of", "under", "in", "from")


def foreign_name(found: Scan, numbered: Numbered) -> str | None:
    """The words that name a text not held here right beside a number, or None."""
    return _named_after(found, numbered.end) or _named_before(found, numbered.start)


def _named_after(found: Scan, at: int) -> str | None:
    """English: `of the … Act`, with a capital in between where the noun alone says nothing."""
    tokens = found.tokens
    if at >= len(tokens) or tokens[at].text not in _LINKS:
        return None
    qualified = False
    for place in range(at + 1, min(at + _LONGEST_NAME, len(tokens))):
        token = tokens[place]
        if token.sort != "word" or len(token.text) > 30:
            return None
        noun = stem(token.text)
        if noun in FOREIGN_HEADS_PLAIN or (noun in FOREIGN_HEADS_CAPITAL and qualified):
            return found.written(at + 1, place + 1)
        capital = found.written(place, place + 1)[0].isupper()
        qualified = qualified or (capital and noun not in GENERIC_QUALIFIERS and noun not in FOREIGN_HEADS_CAPITAL)
    return None


def _named_before(found: Scan, at: int) -> str | None:
    """Chinese: a title in 《》, or a word that ends in 法 and the like, right before the number."""
    tokens = found.tokens
    before = tokens[at - 1] if at else None
    if before is None:
        return None
    if before.text == "》":
        return _title(found, tokens, at - 1)
    if before.sort == "han" and before.text in HAN_LAWS:
        start = at - 1
        while start and tokens[start - 1].sort == "han" and at - start < _LONGEST_NAME:
            start -= 1
        return found.written(start, at)
    return None


def _title(found: Scan, tokens: Sequence[Token], closing: int) -> str | None:
    for start in range(closing - 1, max(-1, closing - _LONGEST_TITLE), -1):
        if tokens[start].text == "《":
            inside = "".join(token.text for token in tokens[start + 1 : closing])
            return None if inside in GENERIC_TITLES else found.written(start, closing + 1)
    return None
