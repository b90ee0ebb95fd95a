"""Tokens as OpenAI's clients count them: what a chat took in and gave out, and where a given budget ends.

No model here reads these tokens: the embedder has a tokenizer of its own.
"""

from collections.abc import Iterable, Sequence

from rag.tokens import count

_PER_MESSAGE = 3
_REPLY = 3
"""What OpenAI counts for the frame of each message, and for the beginning of the reply."""


def count_prompt(messages: Iterable[tuple[str, str]]) -> int:
    """Tokens of messages, each a role and its text."""
    return _REPLY + sum(_PER_MESSAGE + count(role) + count(text) for role, text in messages)


def within(texts: Sequence[str], most: int | None) -> int:
    """How many of the texts, from the first on, fit into `most` tokens."""
    left, fitting = most, 0
    for text in texts:
        if left is not None:
            left -= count(text)
            if left < 0:
                break
        fitting += 1
    return fitting
