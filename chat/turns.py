"""The turns of a session: each question with what came of it, kept until the reader starts anew.

Lives in the browser session's memory and nowhere else. A question is asked in the background, so that a page drawn anew
in mid-answer finds the same answer again. Refuses to lose a question for being one that cannot be read.
"""

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from chat.speech import say
from corpus.errors import BadInput, PinpointError
from corpus.types import Language
from rag.accept import LONGEST
from rag.pipeline import Pipeline
from rag.present.suggest import suggestions
from rag.types import Answer, Reason

P = ParamSpec("P")
T = TypeVar("T")
_SHOWN = 500
"""Characters of a question that could not be read which are kept to be shown."""
_AT_ONCE = 4
"""Questions of all sessions together that are answered at the same time; further ones wait."""
_pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="asking")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question as it was put, and its answer on the way."""

    question: str
    future: Future[Answer]

    @property
    def shown(self) -> str:
        """The question as it is shown: whole where it was read, else its beginning with every sign made visible."""
        if not self.under_way and self.answer is None:
            return _printable(self.question)
        return self.question

    @property
    def under_way(self) -> bool:
        """Whether it is still being answered."""
        return not self.future.done()

    @property
    def answer(self) -> Answer | None:
        """The answer, waited for; None where the question could not be read or answering failed."""
        if self.future.exception() is not None or self.future.result().reason is Reason.UNSAFE_INPUT:
            return None
        return self.future.result()

    @property
    def trouble(self) -> str:
        """Why there is no answer, as help."""
        failure = self.future.exception()
        if failure is None:
            return self.future.result().message
        if isinstance(failure, BadInput):
            return _unread(self.question)
        return str(failure) if isinstance(failure, PinpointError) else say("unforeseen")


def turns() -> list[Turn]:
    """The turns of this session, oldest first."""
    kept: list[Turn] = st.session_state.setdefault("turns", [])
    return kept


def forget() -> None:
    """Start anew."""
    turns().clear()
    further_kept().clear()
    st.session_state.opened = None


def ask(pipeline: Pipeline, question: str) -> None:
    """Put a question, read together with those before it; the answer is on its way when this returns."""
    earlier = [turn.question for turn in turns() if not turn.under_way and turn.answer is not None]
    future = _pool.submit(pipeline.ask, question, earlier)
    future.add_done_callback(_tell)
    turns().append(Turn(question=question, future=future))


def settled(future: Future[Any], patience: float) -> bool:
    """Whether something is done, after waiting `patience` seconds at most."""
    wait_for((future,), timeout=patience)
    return future.done()


def further_kept() -> dict[int, Future[tuple[str, ...]]]:
    """Further questions of the turns for which they are looked for."""
    kept: dict[int, Future[tuple[str, ...]]] = st.session_state.setdefault("further", {})
    return kept


def further(pipeline: Pipeline, number: int) -> Future[tuple[str, ...]]:
    """Questions that a turn leads to and these texts answer, on their way; looked for once."""
    if number not in further_kept():
        answer = turns()[number].answer
        cited = {citation.reference for claim in answer.claims for citation in claim.citations} if answer else set()
        passages = answer.passages if answer else ()
        found_near = (passage.citation for passage in passages if passage.citation.reference not in cited)
        near = [*answer.nearest, *answer.see_also, *found_near] if answer else []
        asked = {turn.question for turn in turns()}
        language = answer.language if answer else Language.EN
        future = _pool.submit(suggestions, pipeline, near, language, 3, asked)
        future.add_done_callback(_tell)
        further_kept()[number] = future
    return further_kept()[number]


def attempted(call: Callable[P, tuple[T, ...]], *args: P.args, **kwargs: P.kwargs) -> tuple[T, ...]:
    """What a call gives that an answer can do without: nothing where it fails, which is logged."""
    future = _pool.submit(call, *args, **kwargs)
    future.add_done_callback(_tell)
    return () if future.exception() else future.result()


def _unread(question: str) -> str:
    if len(question) > LONGEST:
        return say("too_long", length=f"{len(question):,}", most=f"{LONGEST:,}")
    return say("not_taken" if any(map(str.isalnum, question)) else "no_words")


def _tell(future: Future[Any]) -> None:
    """Log where something failed that nobody foresaw; what its message says may be a reader's words and is left out."""
    failure = future.exception()
    if failure is not None and not isinstance(failure, PinpointError):
        place = "".join(traceback.format_tb(failure.__traceback__))
        logging.getLogger(__name__).error("A question could not be answered: %s at\n%s", type(failure).__name__, place)


def _printable(question: str) -> str:
    kept = "".join(letter if letter.isprintable() else "�" for letter in question[:_SHOWN])
    return f"{kept} …" if len(question) > _SHOWN else kept
