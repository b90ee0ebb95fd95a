"""A question as it came in, one that can be worked with out.

Takes away what has no meaning (invisible marks, doubled spaces), refuses what cannot be a question. Never changes a
word.
"""

import unicodedata

from corpus.errors import BadInput

LONGEST = 4_000
"""Characters that a question may have."""
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


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
    return clean


def is_unsafe(question: str) -> bool:
    """Whether a question holds control characters or marks that turn the direction of writing."""
    return any(
        unicodedata.category(character) == "Cc" or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        for character in question
    )
