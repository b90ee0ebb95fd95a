"""The chat page: a question in, an answer with citations out, each opening the provision that it cites.

Shows what the pipeline gives and decides nothing. Text from outside is escaped before it is shown.
"""

import streamlit as st

from corpus.errors import BadInput, PinpointError
from corpus.types import Citation, TextStatus
from rag.pipeline import Pipeline
from rag.present.markdown import escaped, marked
from rag.present.words import BINDING, EXAMPLES, MODALITY, PAGE, STATUS
from rag.types import Answer, Status


def say(key: str) -> str:
    """A word of the page in its language."""
    return PAGE[key][tongue()]


def tongue() -> int:
    """0 for English, 1 for Chinese: the column of every catalogue."""
    return 1 if st.session_state.get("interface") == "中文" else 0


@st.cache_resource(show_spinner=False)
def pipeline() -> Pipeline:
    """The pipeline, opened once for all sessions."""
    from rag.wiring import open_pipeline  # noqa: PLC0415 - models and stores load once, behind the page's first paint

    return open_pipeline("core")


@st.dialog("§", width="large")
def provision(citation: Citation) -> None:
    """The provision that a citation names, in full, with the quoted words marked."""
    library = pipeline().index.library
    held = library.provision(citation.reference, citation.language)
    st.subheader(escaped(citation.label), anchor=False)
    st.caption(escaped(" › ".join(held.heading_path if held else (citation.heading,))))
    st.markdown(
        f":gray-badge[{escaped(BINDING[citation.binding][tongue()])}] "
        f":blue-badge[{escaped(MODALITY[citation.modality][tongue()])}] "
        f":{'green' if citation.text_status is TextStatus.OFFICIAL else 'orange'}-badge"
        f"[{escaped(STATUS[citation.text_status][tongue()])}]"
    )
    if held is None or held.status is not TextStatus.OFFICIAL:
        st.info(say("no_words"))
    else:
        paragraph = library.paragraph(citation.reference)
        for reference in (paragraph, *library.items(paragraph)):
            words = library.provision(reference, citation.language)
            if words is not None:
                quoted = reference == citation.reference
                lead = "" if reference == paragraph else f"{escaped(reference.locator.removeprefix(paragraph.locator))} "
                st.markdown(lead + marked(words.text, citation.start if quoted else None, citation.end if quoted else None))
    statements = library.statements(library.paragraph(citation.reference))
    if statements:
        with st.expander(say("digest"), expanded=held is None):
            for statement in statements:
                lead = f"{statement.item} " if statement.item else ""
                st.markdown(f"- {escaped(lead + (statement.zh if tongue() else statement.en))}")
    st.caption(f"{say('symbol')}: {escaped(citation.symbol)}")
    st.link_button(say("official_link"), citation.url, icon=":material/open_in_new:")


def chip(citation: Citation, key: str) -> None:
    """A citation to click on."""
    verb = MODALITY[citation.modality][tongue()]
    status = "" if citation.text_status is TextStatus.OFFICIAL else f" · {STATUS[citation.text_status][tongue()]}"
    hint = f"{say('open')}: {BINDING[citation.binding][tongue()]} · {verb}{status}"
    if st.button(escaped(f"{citation.label} · {verb}"), key=key, help=hint, icon=":material/format_quote:"):
        provision(citation)


def answer_out(answer: Answer, key: str) -> None:
    """An answer's claims with their chips, or a refusal with what is nearest."""
    st.markdown(escaped(answer.message))
    for number, claim in enumerate(answer.claims):
        with st.container(border=True):
            st.markdown(f"**{escaped(claim.text)}**")
            for place, citation in enumerate(claim.citations):
                if citation.quote and citation.quote != claim.text:
                    st.markdown(f"> {escaped(citation.quote)}")
                chip(citation, f"{key}-claim-{number}-{place}")
    for title, citations in (("nearest", answer.nearest), ("see_also", answer.see_also)):
        if citations:
            st.caption(say(title))
            for number, citation in enumerate(citations):
                chip(citation, f"{key}-{title}-{number}")
    if answer.status is Status.ANSWERED:
        st.caption(f"{say('version')} {answer.corpus_version} · {answer.timings_ms.get('total', 0):.0f} ms")


def asked(question: str) -> None:
    """Put a question and keep its answer in this session's history."""
    try:
        st.session_state.history.append((question, pipeline().ask(question)))
    except BadInput as error:
        st.session_state.history.append((question, error.message))


def side() -> None:
    """The sidebar: language, purpose, privacy."""
    with st.sidebar:
        st.radio(say("interface"), ("English", "中文"), key="interface", horizontal=True)
        st.caption(say("purpose"))
        st.caption(say("private"))
        if st.button(say("clear"), icon=":material/restart_alt:"):
            st.session_state.history = []
            st.rerun()


def page() -> None:
    """The whole page."""
    st.set_page_config(page_title="Pinpoint", page_icon=":material/gavel:", layout="centered")
    st.session_state.setdefault("history", [])
    st.session_state.setdefault("interface", "中文" if str(st.context.locale or "").startswith("zh") else "English")
    side()
    st.title(say("title"), anchor=False)
    st.caption(say("subtitle"))
    try:
        with st.spinner(say("loading")):
            pipeline()
    except PinpointError as error:
        st.error(escaped(str(error)))
        st.stop()
    if not st.session_state.history:
        st.caption(say("examples"))
        for number, example in enumerate(EXAMPLES[tongue()]):
            if st.button(example, key=f"example-{number}"):
                asked(example)
                st.rerun()
    question = st.chat_input(say("ask"), max_chars=4_000)
    if question:
        with st.spinner(say("searching")):
            asked(question)
    for number, (words, answer) in enumerate(st.session_state.history):
        with st.chat_message("user"):
            st.markdown(escaped(words))
        with st.chat_message("assistant", avatar=":material/gavel:"):
            if isinstance(answer, Answer):
                answer_out(answer, f"answer-{number}")
            else:
                st.warning(escaped(answer))


page()
