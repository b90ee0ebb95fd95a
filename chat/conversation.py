"""The page to ask on: a question in, an answer with citations out, each opening the provision that it cites.

Only what changes is drawn anew: the conversation after a question, one reply after a click in it. State changes in
callbacks, before anything is drawn, so that what was clicked is still there when its click arrives.
"""

import time
from typing import Literal

import streamlit as st

from chat.answers import question_out, reply_out
from chat.dress import announced, brought_up
from chat.speech import called, say, tongue
from chat.turns import ask, attempted, further, settled, turns
from corpus.facts import SAMPLES, all_facts
from corpus.library import Library
from rag.pipeline import Pipeline
from rag.present.markdown import escaped
from rag.present.suggest import answerable
from rag.present.words import EXAMPLES, SAMPLE_EXAMPLES
from rag.types import Reason

_PASTED = 100_000
"""Characters that the input box takes, so that a text pasted whole is answered with help, not ignored."""
_PROMPT = 0.4
"""Seconds within which an answer comes before all that stands above it is drawn."""
_BREATH = 0.15
"""Seconds for the browser to show the newest answer before those above it are drawn again."""
_GLANCE = 0.05
"""Seconds between two looks whether further questions have been found."""
_PAGE = 5
"""Turns that are drawn at least, with those before them that fill a page; earlier ones are a click away."""


def heading() -> None:
    """What this page is for."""
    st.title(say("title"), anchor=False)
    st.caption(say("subtitle"))


def box(pipeline: Pipeline | None) -> None:
    """Where to type, at the bottom of the page; closed while there is nothing to ask."""

    def take() -> None:
        question = st.session_state.question
        if pipeline is not None and question:
            ask(pipeline, question)

    with st.bottom:
        st.chat_input(say("ask"), key="question", max_chars=_PASTED, disabled=pipeline is None, on_submit=take)


def closed() -> None:
    """The page while the texts are not open."""
    heading()
    box(None)


@st.fragment
def conversation(pipeline: Pipeline) -> None:
    """Everything between the heading and the input box; asks and answers without drawing the rest of the page anew."""
    box(pipeline)
    top, middle, foot = st.empty(), st.container(key="conversation"), st.empty()
    if turns():
        foot.empty()
        top.empty()
        with top.container():
            banner(pipeline)
        with middle:
            turns_out(pipeline)
        with foot.container():
            onward(pipeline, len(turns()) - 1)
    else:
        st.session_state.pop("from_page", None)
        with middle:
            announced()
        with top.container():
            heading()
            banner(pipeline)
        with foot.container():
            start(pipeline)


def turns_out(pipeline: Pipeline) -> None:
    """The questions of this session with what came of each, the newest answer drawn first where it comes at once.

    A new question is scrolled to, once; whoever looks at earlier ones stays there.
    """
    count = len(turns())
    first = max(0, min((count - 1) // _PAGE - 1, st.session_state.get("from_page", count))) * _PAGE
    if first:
        st.button(say("earlier", count=first), key="earlier", on_click=_earlier, args=(first // _PAGE - 1,), type="tertiary")
    places = {number: (st.container(key=f"asked-{number}"), st.container()) for number in range(first, count)}
    for number, (asked, _) in places.items():
        with asked:
            question_out(number)
    newest = turns()[-1]
    if st.session_state.get("brought_up") is not newest:
        brought_up(f"asked-{count - 1}")
        st.session_state.brought_up = newest
    at_once = settled(newest.future, _PROMPT)
    for number in sorted(places, reverse=at_once):
        with places[number][1]:
            reply_out(pipeline, number)
        if at_once and number == count - 1:
            time.sleep(_BREATH)


def _earlier(page: int) -> None:
    st.session_state.from_page = page


def onward(pipeline: Pipeline, number: int) -> None:
    """Questions that the last answer leads to; where it led off the subject, those to begin with."""
    answer = turns()[number].answer
    if answer is not None and answer.reason is Reason.OFF_TOPIC:
        start(pipeline)
        return
    glance, looking = st.empty(), further(pipeline, number)
    while not settled(looking, _GLANCE):
        glance.empty()  # where the reader asks meanwhile, Streamlit ends this run here
    questions = () if looking.exception() else looking.result()
    if questions:
        with st.container(key="onward", gap="xsmall"):
            st.caption(say("try"))
            for place, question in enumerate(questions):
                _to_ask(pipeline, escaped(question), question, f"turn-{number}-try-{place}", "content")


def of_samples(library: Library) -> bool:
    """Whether nothing but sample instruments is held."""
    return all(name in all_facts(SAMPLES) for name in library.instruments)


def banner(pipeline: Pipeline) -> None:
    """What to know before trusting an answer: not all texts searched, no official words; samples only, which is said once."""
    library = pipeline.index.library
    if pipeline.index.wider is not None:
        names = ", ".join(escaped(called(instrument)) for instrument in library.instruments.values())
        st.info(say("narrowed", names=names), icon=":material/filter_alt:")
    if not library.texts:
        st.info(say("no_official"), icon=":material/info:")
    elif of_samples(library) and not turns():
        st.info(say("sample"), icon=":material/science:")


@st.cache_data(show_spinner=False)
def answered(_pipeline: Pipeline, version: str, who: str, question: str) -> bool:  # noqa: ARG001 - `version` is a key
    """Whether these texts answer an example."""
    return bool(attempted(answerable, _pipeline, ((who, question),), 1))


def start(pipeline: Pipeline) -> None:
    """Questions to begin with, by who asks them: only such as these texts answer, each shown once it has been tried."""
    st.caption(say("examples"))
    columns = st.columns(2)
    known = SAMPLE_EXAMPLES if of_samples(pipeline.index.library) else EXAMPLES
    number = 0
    for who, question in known[tongue()]:
        if answered(pipeline, pipeline.index.version, who, question):
            with columns[number % 2]:
                _to_ask(pipeline, f"**{who}**  \n{escaped(question)}", question, f"example-{number}", "stretch")
            number += 1


def _to_ask(pipeline: Pipeline, shown: str, question: str, key: str, width: Literal["content", "stretch"]) -> None:
    st.button(shown, key=key, on_click=ask, args=(pipeline, question), width=width, wrap=True)
