"""The turns of a session: each question with what came of it, kept until the reader starts anew.

Lives in the browser session's memory and nowhere else. Refuses to lose a question for being one that cannot be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from chat.speech import say
from corpus.errors import BadInput, PinpointError
from rag.accept import LONGEST
from rag.pipeline import Pipeline
from rag.present.suggest import suggestions
from rag.types import Answer, Reason

_SHOWN = 500
"""Characters of a question that could not be read which are kept to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question, and its answer with further questions, or why it could not be read."""

    question: str
    answer: Answer | None = None
    trouble: str = ""
    further: tuple[str, ...] = ()


def turns() -> list[Turn]:
    """The turns of this session, oldest first."""
    kept: list[Turn] = st.session_state.setdefault("turns", [])
    return kept


def forget() -> None:
    """Start anew."""
    turns().clear()


def ask(pipeline: Pipeline, question: str) -> None:
    """Put a question, read together with those before it, and keep what comes of it."""
    turns().append(_turn(pipeline, question, [turn.question for turn in turns() if turn.answer is not None]))


def _turn(pipeline: Pipeline, question: str, earlier: Sequence[str]) -> Turn:
    try:
        answer = pipeline.ask(question, earlier)
    except BadInput:
        return Turn(question=_printable(question), trouble=_trouble(question))
    except PinpointError as error:
        return Turn(question=question, trouble=str(error))
    if answer.reason is Reason.UNSAFE_INPUT:
        return Turn(question=_printable(question), trouble=answer.message)
    further = suggestions(pipeline, answer.nearest or answer.see_also, answer.language)
    return Turn(question=question, answer=answer, further=further)


def _trouble(question: str) -> str:
    if len(question) > LONGEST:
        return say("too_long", length=f"{len(question):,}", most=f"{LONGEST:,}")
    return say("not_taken" if any(map(str.isalnum, question)) else "no_words")


def _printable(question: str) -> str:
    kept = "".join(letter if letter.isprintable() else "�" for letter in question[:_SHOWN])
    return f"{kept} …" if len(question) > _SHOWN else kept
