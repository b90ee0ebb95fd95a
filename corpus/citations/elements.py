"""The elements of citations as values: a name, a numbered word of law, a heading without a number; and their text.

Values only; places of elements are indexes of tokens, end exclusive.
"""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.citations.fold import Folded
from corpus.citations.forms import Word
from corpus.citations.lex import Token
from corpus.citations.names import Name
from corpus.citations.places import Run


class Named(NamedTuple):
    """A name of an instrument."""

    start: int
    end: int
    name: Name


class Headed(NamedTuple):
    """A part of an instrument named without a number: preamble, introduction."""

    start: int
    end: int
    word: Word


class Numbered(NamedTuple):
    """A word of law with its numbers: `rules 43 to 45`, `第5段(a)`, `para. 1`.

    `hosted` means nothing without something above it (`item (b)`, `first paragraph`); `weak` means nothing without
    a name or another citation beside it (`45条`, `pp. 5`); `tail` is the word of what was last put under it.
    """

    start: int
    end: int
    word: Word | None
    runs: tuple[Run, ...]
    hosted: bool = False
    weak: bool = False
    tail: Word | None = None


Element = Named | Headed | Numbered


class Scan(NamedTuple):
    """A text with its tokens and elements."""

    original: str
    folded: Folded
    tokens: Sequence[Token]
    elements: Sequence[Element] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the tokens from `start` to `end` (exclusive) stand in the original."""
        return self.folded.span(self.tokens[start].start, self.tokens[end - 1].end)

    def written(self, start: int, end: int) -> str:
        """The original words of a stretch of tokens."""
        first, last = self.span(start, end)
        return self.original[first:last]
