"""Sentences of a provision with their offsets, in the six languages.

Cuts, never rewrites: every sentence is `text[start:end]` of the text that it was cut from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(r"[.!?؟…]+[\"”’»)\]]*(?=\s+[\"“‘«(\[]*[^\W\d_a-zа-яё]|\s+\d|\s*$)|[。！？；]+[”’》」)）]*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:art|arts|para|paras|no|nos|núm|sect|chap|vol|cf|e\.g|i\.e|etc|res|al|St|párr|пп?|ст|гл|разд|см)|\b[A-Z])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `start` and `end` are code points of the text, end exclusive."""

    text: str
    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences; a semicolon ends one in Chinese only.

    >>> [s.text for s in sentences("Lamps must burn. See rule No. 4 for oil.")]
    ['Lamps must burn.', 'See rule No. 4 for oil.']
    """
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[Sentence]:
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _ABBREVIATION.search(text, start, match.start() + 1):
            continue
        yield from _trim(text, start, match.end())
        start = match.end()
    yield from _trim(text, start, len(text))


def _trim(text: str, start: int, end: int) -> Iterator[Sentence]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + piece.index(stripped)
        yield Sentence(text=stripped, start=first, end=first + len(stripped))
