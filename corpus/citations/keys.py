"""What names and the words of a text are compared by: stems of words, values of numbers, small words left out.

Refuses to distinguish spellings; which name a key belongs to is the lexicon's business.
"""

from collections.abc import Iterator

from corpus.citations.fold import fold
from corpus.citations.forms import SKIPPED, SPELLINGS
from corpus.citations.lex import Token, stem, tokens, variants
from corpus.citations.numerals import chinese_value


def text_keys(token: Token) -> tuple[str, ...]:
    """The branches that a token of a text may follow: itself, or the place of any number."""
    if token.sort == "word":
        forms = variants(token.text)
        return forms + tuple(SPELLINGS[form] for form in forms if form in SPELLINGS)
    if token.sort == "number":
        return (str(int(token.text)), "<number>") if len(token.text) <= 4 else ()
    if token.sort == "pair":
        return "/".join(str(int(part)) for part in token.text.split("/")), "<pair>"
    if token.sort == "numeral" and (value := chinese_value(token.text)):
        return str(value), "<number>"
    return (token.text,)


def pattern_keys(pattern: str) -> tuple[str, ...]:
    """The branches that a name stands under: folded, stemmed, small words and signs left out.

    >>> pattern_keys("the Convention on the Rights of the Child")
    ('convention', 'right', 'child')
    """
    return tuple(_pattern_key(token) for token in _merged(tokens(fold(pattern).text)) if token.text not in SKIPPED)


def _merged(found: list[Token]) -> Iterator[Token]:
    """`<`, `number`, `>` back into the one token that stands for any number."""
    skip = 0
    for place, token in enumerate(found):
        if skip:
            skip -= 1
        elif token.text == "<" and place + 2 < len(found):
            skip = 2
            yield token._replace(sort="wild", text=f"<{found[place + 1].text}>")
        else:
            yield token


def _pattern_key(token: Token) -> str:
    if token.sort == "wild":
        return token.text
    if token.sort == "word":
        bare = token.text[2:] if token.text.startswith("ال") and len(token.text) > 4 else token.text
        return stem(bare)
    return text_keys(token)[0] if text_keys(token) else token.text
