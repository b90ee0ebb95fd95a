"""Text from outside as Markdown that shows it letter for letter, with a quote marked at its exact offsets.

Every sign that Markdown, LaTeX or an emoji name could be read from is escaped; no HTML is made.
"""

import re

_SIGNS = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")


def escaped(text: str) -> str:
    """The text as Markdown that prints exactly it.

    >>> escaped("[a](b) $x$ :oil:")
    '\\\\[a\\\\]\\\\(b\\\\) \\\\$x\\\\$ \\\\:oil\\\\:'
    """
    return _SIGNS.sub(r"\\\1", text)


def marked(text: str, start: int | None, end: int | None, colour: str = "orange") -> str:
    """The text with `text[start:end]` marked; without offsets nothing is marked."""
    if start is None or end is None or start >= end:
        return escaped(text)
    before, quote, after = text[:start], text[start:end], text[end:]
    return f"{escaped(before)}:{colour}-background[{escaped(quote)}]{escaped(after)}"
