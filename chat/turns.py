"""The turns of a session: each question with what came of it, kept until the reader starts anew.

Lives in the browser session's memory and nowhere else. Refuses to lose a question for being one that cannot be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    """A question, and its answer or why it could not be read; `further` questions once they have been looked for."""

    question: str
    answer: Answer | None = None
    trouble: str = ""
    further: tuple[str, ...] | None = None


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


def further(pipeline: Pipeline, number: int) -> tuple[str, ...]:
    """Questions that a turn leads to; looked for once, and only when the answer itself stands on the page."""
    turn = turns()[number]
    if turn.further is None and turn.answer is not None:
        near = turn.answer.nearest or turn.answer.see_also
        turns()[number] = turn = replace(turn, further=suggestions(pipeline, near, turn.answer.language))
    return turn.further or ()


def _turn(pipeline: Pipeline, question: str, earlier: Sequence[str]) -> Turn:
    try:
        answer = pipeline.ask(question, earlier)
    except BadInput:
        return Turn(question=_printable(question), trouble=_trouble(question))
    except PinpointError as error:
        return Turn(question=question, trouble=str(error))
    if answer.reason is Reason.UNSAFE_INPUT:
        return Turn(question=_printable(question), trouble=answer.message)
    return Turn(question=question, answer=answer)


def _trouble(question: str) -> str:
    if len(question) > LONGEST:
        return say("too_long", length=f"{len(question):,}", most=f"{LONGEST:,}")
    return say("not_taken" if any(map(str.isalnum, question)) else "no_words")


def _printable(question: str) -> str:
    kept = "".join(letter if letter.isprintable() else "�" for letter in question[:_SHOWN])
    return f"{kept} …" if len(question) > _SHOWN else kept
