"""The provision panel: a citation opened in full, official words and digest side by side.

Marks only what `rag.present.sheet` found at its offsets; shows no words that are not held intact.
"""

import streamlit as st

from chat.citing import chip, opened, quoted, show, standing, verb
from chat.speech import reader, say, tongue
from corpus.types import Citation, Language
from rag.pipeline import Pipeline
from rag.present.markdown import escaped, marked
from rag.present.sheet import Sheet, sheet
from rag.present.words import LANGUAGES

_WIDTH = 760


def provision_out(pipeline: Pipeline) -> None:
    """What is open, in a drawer that stays until it is closed."""
    citation = opened()
    if citation is None:
        return

    def body() -> None:
        if opened() is citation:
            _body(pipeline, citation)
        else:
            st.rerun()

    st.dialog(escaped(citation.label), width=_WIDTH, position="right", on_dismiss=_close)(body)()


def _close() -> None:
    show(None)


def _body(pipeline: Pipeline, citation: Citation) -> None:
    library = pipeline.index.library
    words_in = st.session_state.get("words_in") or citation.language
    shown = sheet(library, citation.reference, words_in, reader(), quoted())
    if shown.heading_path:
        st.caption(escaped(" › ".join(shown.heading_path)))
    with st.container(horizontal=True, gap="small"):
        verb(shown.citation.modality)
        standing(shown.citation)
    words, *beside = st.columns(2, gap="large") if shown.statements else (st.container(),)
    with words:
        words_out(shown)
    for column in beside:
        with column:
            digest_out(shown)
    ways_out(shown)


def _named(language: Language) -> str:
    return LANGUAGES[language][tongue()]


def words_out(shown: Sheet) -> None:
    """The official words, items under their chapeau."""
    st.markdown(f"**{say('words')}**")
    if len(shown.languages) > 1:
        st.segmented_control(
            say("words_in"), shown.languages, key="words_in", format_func=_named, label_visibility="collapsed", required=True
        )
    if not shown.parts:
        st.info(say("nothing_held"), icon=":material/info:")
    for part in shown.parts:
        lead = f"{escaped(part.item)} " if part.item else ""
        st.markdown(lead + (marked(part.text, part.spans) if part.text else f"*{say('damaged_part')}*"))


def digest_out(shown: Sheet) -> None:
    """The digest's statements in the reader's language."""
    st.markdown(f"**{say('digest')}**", help=say("digest_hint"))
    lines = [f"{one.item or ''} {one.zh if tongue() else one.en}".strip() for one in shown.statements]
    st.markdown("\n".join(f"- {escaped(line)}" for line in lines))


def ways_out(shown: Sheet) -> None:
    """Where to go from a provision: its neighbours, what it refers to, the official document."""
    for title in ("cites", "cited_by", "see_also"):
        further: tuple[Citation, ...] = getattr(shown, title)
        if further:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.caption(say(title), width="content")
                for number, citation in enumerate(further):
                    chip(citation, f"sheet-{title}-{number}")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for side, icon in (("before", ":material/arrow_back:"), ("after", ":material/arrow_forward:")):
            neighbour: Citation | None = getattr(shown, side)
            if neighbour is not None:
                st.button(
                    escaped(neighbour.label), key=f"sheet-{side}", help=say(side), icon=icon, on_click=show, args=(neighbour,)
                )
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.link_button(say("official_link"), shown.citation.url, icon=":material/open_in_new:", type="primary")
        st.caption(say("cite_as"), width="content")
        st.code(f"{shown.citation.label} ({shown.citation.symbol})", language=None, wrap_lines=True)
