"""Comparing: topics by instruments with counts, and of one topic, or of words, the provisions side by side.

Shows the marks that `rag.compare` gives, each with its reason; weighs nothing itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from chat.pages.matrix import matrix_out
from chat.pages.places import capital, chips, drawer, heading, remembered, told
from chat.speech import reader, say, tongue
from corpus.errors import BadInput
from corpus.types import Language
from corpus.vocabulary import vocabulary
from rag.compare.compare import compare, compare_topic
from rag.compare.types import Column, Comparison, Entry, MarkKind, Named
from rag.compare.wording import LABEL
from rag.export.compared import table_of
from rag.export.forms import MEDIA_TYPES, SPREADSHEET, Form, in_a_name
from rag.export.tables import Table, comparison_docx, comparison_xlsx
from rag.pipeline import Pipeline
from rag.present.markdown import escaped
from rag.present.words import MODALITY

_PAGE = "compare"
_COLOURS = {MarkKind.MORE_PROTECTIVE: "green", MarkKind.MORE_SPECIFIC: "violet"}


@st.fragment
def comparing(pipeline: Pipeline) -> None:
    """The whole page."""
    st.set_page_config(layout="wide")
    heading(_PAGE)
    topic, words = asked()
    told(topic=topic, words=words)
    if topic or words:
        try:
            with st.spinner(say("searching")):
                found = compared(pipeline, pipeline.index.version, reader(), topic, words)
        except BadInput as error:
            st.info(escaped(str(error)), icon=":material/help:")
        else:
            comparison_out(found)
        with st.expander(say("compare.matrix"), key="compare-matrix-drawer", on_change="rerun") as opening:
            if opening.open:
                matrix_out(pipeline)
    else:
        matrix_out(pipeline)
    drawer(pipeline, _PAGE)


def asked() -> tuple[str, str]:
    """The topic or the words that are to be compared; each takes the other's place."""
    topics, language = vocabulary().topics, reader()
    remembered("compare-topic", "topic", topics)
    remembered("compare-words", "words")
    for key in ("compare-topic", "compare-words"):
        st.session_state.setdefault(key, None)
    left, right = st.columns(2)
    with left:
        st.selectbox(
            say("compare.topic"),
            sorted(topics, key=lambda one: topics[one][language].casefold()),
            key="compare-topic",
            persist_state="session",
            format_func=lambda one: capital(topics[one][language]),
            placeholder=say("compare.topic_hint"),
            index=None,
            on_change=_emptied,
            args=("compare-words",),
        )
    with right:
        st.text_input(
            say("compare.words"),
            key="compare-words",
            persist_state="session",
            type="search",
            placeholder=say("compare.words_hint"),
            icon=":material/search:",
            on_change=_emptied,
            args=("compare-topic",),
        )
    return st.session_state["compare-topic"] or "", (st.session_state["compare-words"] or "").strip()


def _emptied(other: str) -> None:
    st.session_state[other] = None
    st.session_state["compare-shown"] = []


@st.cache_resource(show_spinner=False, max_entries=64)
def compared(_pipeline: Pipeline, version: str, language: Language, topic: str, words: str) -> Comparison:
    """A comparison, kept for whoever asks for the same; raises BadInput."""
    if topic:
        return compare_topic(_pipeline.index.library, topic, language, version)
    return compare(_pipeline, words, language)


def comparison_out(found: Comparison) -> None:
    """Instruments side by side, as many as are wanted, and what says nothing."""
    st.header(escaped(capital(found.title)), anchor=False)
    if found.topics and not (len(found.topics) == 1 and found.topics[0].name == found.title):
        st.caption(say("compare.about", topics=escaped(", ".join(one.name for one in found.topics))))
    shown = narrowed(found)
    if shown.columns:
        _save(shown)
        with st.container(horizontal=True, wrap=False, gap="medium", key="compare-beside"):
            for column in shown.columns:
                column_out(column)
        st.caption(say("compare.no_mark"))
    elif found.columns:
        st.info(say("compare.none_left"), icon=":material/filter_alt:")
    else:
        st.info(say("compare.nothing"), icon=":material/info:")
    _named("silent", found.silent)
    _named("without_digests", found.without_digests)


def narrowed(found: Comparison) -> Comparison:
    """The comparison with the instruments that are wanted, and the marked statements alone where that is wanted."""
    names = {column.instrument: column.name for column in found.columns}
    if len(names) < 2:
        return found
    wanted = [name for name in st.session_state.get("compare-shown", ()) if name in names]
    st.session_state["compare-shown"] = wanted
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.pills(
            say("compare.instruments"),
            tuple(names),
            key="compare-shown",
            selection_mode="multi",
            wrap=True,
            format_func=lambda name: escaped(names[name]),
        )
        marked = sum(bool(entry.marks) for column in found.columns for entry in column.entries)
        only = st.toggle(say("compare.marked", count=marked), key="compare-marked", disabled=not marked) and bool(marked)
    columns = tuple(
        replace(column, entries=tuple(entry for entry in column.entries if entry.marks or not only))
        for column in found.columns
        if column.instrument in (st.session_state["compare-shown"] or names)
    )
    return replace(found, columns=tuple(column for column in columns if column.entries))


def column_out(column: Column) -> None:
    """An instrument: its name and force, and its statements in printed order."""
    with st.container(width=380, gap="small", key=f"compare-column-{column.instrument}"):
        st.subheader(escaped(column.name), anchor=False)
        st.caption(escaped(column.force))
        st.caption(say("compare.counted", provisions=column.provisions, statements=len(column.entries)))
        for place, entry in enumerate(column.entries):
            entry_out(entry, f"compare-{column.instrument}-{place}")


def entry_out(entry: Entry, key: str) -> None:
    """A statement with its verb, whom it speaks to and for whom it is, its marks with their reasons, and its paragraph."""
    with st.container(border=True, gap="xsmall", key=key):
        st.markdown(f"{escaped(entry.text)}\n\n{' '.join(_badges(entry))}")
        for mark in entry.marks:
            name = escaped(LABEL[mark.kind.value][reader()])
            st.markdown(f":{_COLOURS[mark.kind]}-badge[:material/flag: {name}] :small[{escaped(mark.reason)}]")
        chips((entry.citation,), _PAGE, f"{key}-chip")


def _badges(entry: Entry) -> list[str]:
    effort = f" ({LABEL['effort'][reader()]})" if entry.effort else ""
    inferred = f" ({LABEL['inferred'][reader()]})" if not entry.addressee_named else ""
    told_to = [f":gray-badge[:material/arrow_forward: {escaped(one.name + inferred)}]" for one in entry.addressees]
    persons = [f":orange-badge[:material/group: {escaped(one.name)}]" for one in entry.persons]
    return [f":blue-badge[{escaped(MODALITY[entry.modality][tongue()] + effort)}]", *told_to, *persons]


def _named(key: str, instruments: Sequence[Named]) -> None:
    if instruments:
        st.caption(f"{LABEL[key][reader()]}: {escaped(', '.join(one.name for one in instruments))}")


def _save(found: Comparison) -> None:
    name = f"pinpoint-{in_a_name(found.asked)[:60] or 'words'}"
    with st.container(horizontal=True, gap="small"):
        for label, ending, media, made in (
            (say("compare.word"), "docx", MEDIA_TYPES[Form.WORD], comparison_docx),
            (say("compare.sheet"), "xlsx", SPREADSHEET, comparison_xlsx),
        ):
            st.download_button(
                label,
                partial(_file, made, found),
                file_name=f"{name}.{ending}",
                mime=media,
                icon=":material/download:",
                key=f"compare-{ending}",
                on_click="ignore",
            )


def _file(made: Callable[[Table], bytes], found: Comparison) -> bytes:
    return made(table_of(found))
