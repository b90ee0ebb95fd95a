"""The provision panel: a citation opened in full, official words in one language or several, the digest beside them.

Marks only what `rag.present.sheet` found at its offsets; shows no words that are not held intact.
"""

from collections.abc import Sequence

import streamlit as st

from chat.citing import Opened, back, close, go, in_language, opened, page_of, pointer, standing, verb
from chat.exporting import citation_out
from chat.flagging import flag_out
from chat.speech import reader, say
from corpus.citations.label import item_marks
from corpus.types import Citation, Language
from rag.pipeline import Pipeline
from rag.present.markdown import escaped, marked
from rag.present.sheet import Sheet, sheet

_WIDTH = 860
_BESIDE = 3
"""Columns at most that stand side by side."""


def provision_out(pipeline: Pipeline, place: Opened) -> None:
    """What is open, in a drawer that stays until it is closed and goes on from provision to provision."""

    def body() -> None:
        _body(pipeline, opened() or place)

    st.dialog(say("provision"), width=_WIDTH, position="right", on_dismiss=close)(body)()


def _body(pipeline: Pipeline, place: Opened) -> None:
    library, origin = pipeline.index.whole.library, place.origin
    reference = place.citation.reference
    shown = sheet(library, reference, place.citation.language, reader(), origin.marking)
    if place.trail:
        label = say("back", label=escaped(place.trail[-1].label))
        st.button(label, key="sheet-back", icon=":material/undo:", type="tertiary", on_click=back)
    st.header(escaped(shown.citation.label), anchor=False)
    if shown.heading_path:
        st.caption(escaped(" › ".join(shown.heading_path)))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        verb(shown.citation.modality)
        standing(shown.citation)
        st.link_button(say("official_link"), shown.citation.url, icon=":material/open_in_new:", type="tertiary")
        page_of(shown.citation)
    chosen = languages_out(shown)
    texts_out([sheet(library, reference, words, reader(), origin.marking) for words in chosen] or [shown])
    ways_out(shown)
    citation_out(library, shown.citation)
    flag_out(place, shown.citation)


def languages_out(shown: Sheet) -> tuple[Language, ...]:
    """In which languages the words are shown, side by side where several are chosen; none where there is no choice."""
    if len(shown.languages) < 2:
        return ()
    wanted = st.session_state.get("words_in", ())
    st.session_state.words_in = [words for words in wanted if words in shown.languages] or [shown.citation.language]
    st.pills(say("words_in"), shown.languages, key="words_in", format_func=in_language, selection_mode="multi")
    return tuple(words for words in shown.languages if words in st.session_state.words_in)


def texts_out(sheets: Sequence[Sheet]) -> None:
    """The words in each language chosen and, last, the digest."""
    drawn = [(words_out, one) for one in sheets]
    if sheets[0].statements:
        drawn.append((digest_out, sheets[0]))
    for first in range(0, len(drawn), _BESIDE):
        row = drawn[first : first + _BESIDE]
        for column, (draw, one) in zip(st.columns(len(row), gap="medium"), row, strict=True):
            with column:
                draw(one)


def words_out(shown: Sheet) -> None:
    """The official words, items under their chapeau."""
    language = f" · {in_language(shown.citation.language)}" if shown.parts else ""
    st.markdown(f"**{say('words')}**{language}")
    if not shown.parts:
        st.info(say("nothing_held"), icon=":material/info:")
    for part in shown.parts:
        lead = f"{escaped(part.item)} " if part.item else ""
        st.markdown(lead + (marked(part.text, part.spans) if part.text else f"*{say('damaged_part')}*"))


def digest_out(shown: Sheet) -> None:
    """The digest's statements in the reader's language."""
    st.markdown(f"**{say('digest')}** · {say('not_official')}", help=say("digest_hint"))
    lines = [f"{''.join(item_marks(one.item or '', reader()))} {one.said(reader())}".strip() for one in shown.statements]
    st.markdown("\n".join(f"- {escaped(line)}" for line in lines))


def ways_out(shown: Sheet) -> None:
    """Where to go from a provision: what it refers to, what refers to it, its neighbours."""
    for title in ("cites", "cited_by", "see_also"):
        further: tuple[Citation, ...] = getattr(shown, title)
        if further:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.caption(say(title), width="content")
                for number, citation in enumerate(further):
                    pointer(citation, f"sheet-{title}-{number}")
    with st.container(horizontal=True, horizontal_alignment="distribute", gap="small"):
        for side, icon in (("before", ":material/chevron_left:"), ("after", ":material/chevron_right:")):
            neighbour: Citation | None = getattr(shown, side)
            if neighbour is not None:
                st.button(
                    escaped(neighbour.label),
                    key=f"sheet-{side}",
                    help=say(side),
                    icon=icon,
                    icon_position="left" if side == "before" else "right",
                    on_click=go,
                    args=(neighbour,),
                    wrap=True,
                )
