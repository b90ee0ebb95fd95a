"""Text from outside as Markdown that shows it letter for letter, with quotes marked at their exact offsets.

Every sign that Markdown, LaTeX or a directive could be read from is escaped; no HTML is made. Addresses, emoji names and
arrows are recognised by the page after escapes are gone, so an invisible word joiner is put inside them.
"""

import re
from collections.abc import Callable, Iterable

_JOINER = "\u2060"
_SIGNS = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
_RECOGNISED = re.compile(
    r"(?<=http)(?=s?:)|(?<=www)(?=\.)|(?<=@)(?=[\w-])|(?<=:)(?=[\w/+-]+:)|(?<=[-<>~])(?=[-=>])", re.IGNORECASE
)
_INDENT = re.compile(r"^(?= *\t| {4})[ \t]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_HARD_BREAK = "  \n"


def escaped(text: str) -> str:
    r"""The text as Markdown that prints exactly it, line for line.

    >>> print(escaped("[a](b) $x$"))
    \[a\]\(b\) \$x\$
    """
    return _by_line(text, _letters)


def marked(text: str, spans: Iterable[tuple[int, int]], colour: str = "yellow") -> str:
    """The text with `text[start:end]` of each span marked; spans count code points, end exclusive, and may overlap.

    >>> marked("Keep the lamp lit", [(9, 13)])
    'Keep the :yellow-background[lamp] lit'
    """
    pieces, position = [], 0
    for start, end in _merged(spans):
        pieces.append(escaped(text[position:start]))
        pieces.append(_by_line(text[start:end], lambda line: f":{colour}-background[{_letters(line)}]" if line else ""))
        position = end
    return "".join((*pieces, escaped(text[position:])))


def _letters(line: str) -> str:
    unindented = _INDENT.sub(lambda match: "\u00a0" * len(match[0]), line)
    return _SIGNS.sub(r"\\\1", _RECOGNISED.sub(_JOINER, unindented))


def _by_line(text: str, each: Callable[[str], str]) -> str:
    """Lines put through `each` and kept apart: a blank one parts paragraphs, any other end is a hard break."""
    return _HARD_BREAK.join(each(line) for line in _LINE_END.split(text))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
