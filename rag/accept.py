"""A question as it came in, one that can be worked with out.

Takes away what has no meaning: invisible marks, doubled spaces, letters of another script that only look like the word's own.
Refuses what cannot be a question. Orders to a program are left to `rag.orders`.
"""

import re
import unicodedata

from corpus.errors import BadInput

LONGEST = 4_000
"""Characters that a question may have."""
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
"""Marks that show nothing; among them those around Arabic that is pasted from elsewhere."""
_OVERRIDING = frozenset("\u202d\u202e")
"""Marks that make letters stand in another order than they are read in."""
_TAGS = range(0xE0000, 0xE0080)
"""Letters that no font shows: text for programs, hidden from people."""
_LOOK_ALIKE = str.maketrans("\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0455\u0458\u04bb\u03bf\u03bd", "aeopcxyisjhov")
_LATIN_WORD = re.compile(r"\w*[A-Za-z]\w*")


def accept(question: str) -> str:
    """The question in NFC with single spaces; raises BadInput where it is empty or too long."""
    visible = "".join(" " if character.isspace() else character for character in question)
    visible = "".join(character for character in visible if character not in _INVISIBLE)
    clean = " ".join(unicodedata.normalize("NFC", visible).split())
    if not any(character.isalnum() for character in clean):
        raise BadInput("The question is empty.", hint='Ask it in quotes: python -m rag ask "Who may visit a prisoner?"')
    if len(clean) > LONGEST:
        raise BadInput(
            f"The question has {len(clean):,} characters; at most {LONGEST:,} can be taken.",
            hint="Ask about one thing at a time.",
        )
    return _LATIN_WORD.sub(_own_script, clean)


def readable(question: str) -> str:
    """An earlier question as it is worked with; empty where nothing can be read in it, which loses nothing now."""
    try:
        return accept(question)
    except BadInput:
        return ""


def is_unsafe(question: str) -> bool:
    """Whether it holds hidden text, marks that turn letters about, or control characters that are no blanks."""
    return any(
        (unicodedata.category(character) == "Cc" and not character.isspace())
        or character in _OVERRIDING
        or ord(character) in _TAGS
        for character in question
    )


def _own_script(word: re.Match[str]) -> str:
    """A word that mixes Latin letters with their look-alikes, in Latin letters alone."""
    return word.group().translate(_LOOK_ALIKE)
