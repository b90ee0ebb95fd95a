"""The checklist for a visit: a place, topics, and what to check there, each line with the paragraphs that say it.

Shows what `rag.compare.checklist` put together; the Word file holds the same lines.
"""

from collections.abc import Sequence

import streamlit as st

from chat.pages.places import capital, chips, drawer, heading, remembered, told
from chat.speech import reader, say, tongue
from corpus.library import Library
from corpus.places import places
from corpus.types import Language
from corpus.vocabulary import vocabulary
from rag.compare.checklist import Check, Checklist, Section, checklist
from rag.export.compared import items_of
from rag.export.forms import MEDIA_TYPES, Form
from rag.export.tables import checklist_docx
from rag.pipeline import Pipeline
from rag.present.markdown import escaped
from rag.present.words import MODALITY

_PAGE = "checklist"
_MANY = 60
"""Lines from which the page says that nobody checks so much on one visit."""


@st.fragment
def visiting(pipeline: Pipeline) -> None:
    """The whole page."""
    heading(_PAGE)
    place, topics = chosen()
    found = listed(pipeline.index.library, pipeline.index.version, reader(), place, topics)
    told(place=place, topics=",".join(topics))
    if not found.checks:
        st.info(say("checklist.none"), icon=":material/info:")
        return
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        st.markdown(f"**{say('checklist.lines', count=found.checks)}**", width="content")
        _save(found, place)
    st.caption(escaped(found.how))
    if not topics and found.checks > _MANY:
        st.info(say("checklist.many"), icon=":material/lightbulb:")
    for section in found.sections:
        section_out(section, expanded=len(found.sections) == 1 or bool(topics))
    drawer(pipeline, _PAGE)


@st.cache_resource(show_spinner=False, max_entries=64)
def listed(_library: Library, version: str, language: Language, place: str, topics: tuple[str, ...]) -> Checklist:
    """A checklist, kept for whoever asks for the same: a line that is opened does not make it anew."""
    return checklist(_library, places()[place], language, version, topics)


def chosen() -> tuple[str, tuple[str, ...]]:
    """The place and the topics that are wanted, which the address may name."""
    known = places()
    remembered("checklist-place", "place", known)
    language = reader()
    st.selectbox(
        say("checklist.place"),
        tuple(known),
        key="checklist-place",
        persist_state="session",
        format_func=lambda one: capital(known[one].names[language]),
    )
    place: str = st.session_state["checklist-place"]
    key = f"checklist-topics-{place}"
    if key not in st.session_state:
        given = st.query_params.get("topics", "").split(",") if st.query_params.get("place") == place else []
        st.session_state[key] = [one for one in given if one in known[place].topics]
    st.multiselect(
        say("checklist.topics"),
        known[place].topics,
        key=key,
        persist_state="session",
        format_func=lambda one: capital(vocabulary().topics[one][language]),
        placeholder=say("checklist.all_topics"),
    )
    topics: list[str] = st.session_state[key]
    return place, tuple(topics)


def section_out(section: Section, *, expanded: bool) -> None:
    """A topic's lines, drawn once they are opened."""
    title = f"{escaped(capital(section.topic.name))} :gray[({len(section.checks)})]"
    key = f"checklist-{section.topic.id}-{expanded}"
    with st.expander(title, expanded=expanded, key=key, on_change="rerun") as opening:
        if opening.open:
            checks_out(section.checks)


def checks_out(checks: Sequence[Check]) -> None:
    """Lines with the force of their verb, for whom they are, and the paragraphs behind them."""
    for check in checks:
        persons = "".join(f" :violet-badge[{escaped(one.name)}]" for one in check.persons)
        with st.container(gap="xsmall", key=f"check-{check.number}"):
            verb = MODALITY[check.modality][tongue()]
            st.markdown(f"**{check.number}** {escaped(check.statement)} :blue-badge[{escaped(verb)}]{persons}")
            chips(check.citations, _PAGE, f"check-{check.number}-chip")


def _save(found: Checklist, place: str) -> None:
    def made() -> bytes:
        return checklist_docx(items_of(found))

    name = f"pinpoint-checklist-{place}.docx"
    st.download_button(
        say("checklist.word"),
        made,
        file_name=name,
        mime=MEDIA_TYPES[Form.WORD],
        icon=":material/download:",
        key="checklist-word",
        on_click="ignore",
    )
