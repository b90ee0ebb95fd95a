"""Words that others wrote, cut short: a report shows at most ten of them in a row, and can be published.

Refuses to guess: a sentence that is not known to be ours is cut.
"""

import re
from collections.abc import Collection, Iterator

from eval.types import Said

WORDS, HAN = 10, 28
"""Most words, or Chinese characters, of an official text in a row."""
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
_IS_HAN = re.compile(r"[\u3400-\u9fff]")


def first_words(text: str) -> str:
    """The beginning of a text, ten words or 28 Chinese characters of it.

    >>> first_words("one two three four five six seven eight nine ten eleven")
    'one two three four five six seven eight nine ten …'
    """
    tokens = list(_TOKEN.finditer(text))
    limit = _limit([token[0] for token in tokens])
    return text if len(tokens) <= limit else f"{text[: tokens[limit - 1].end()]} …"


def shown(said: Said, ours: Collection[str]) -> str:
    """A claim's text, whole where it is a sentence of ours and not one of the official text."""
    if said.text in ours:
        return said.text
    if said.aligned is None or shares_run(said.text, said.aligned):
        return first_words(said.text)
    return said.text


def shares_run(text: str, official: str) -> bool:
    """Whether more words stand in a row in both than a report may show."""
    return not set(_runs(text)).isdisjoint(_runs(official))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    length = _limit(tokens) + 1
    return (tuple(tokens[start : start + length]) for start in range(len(tokens) - length + 1))


def _limit(tokens: list[str]) -> int:
    han = sum(bool(_IS_HAN.fullmatch(token)) for token in tokens)
    return HAN if 2 * han > len(tokens) else WORDS
