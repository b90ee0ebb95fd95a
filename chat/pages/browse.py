"""Browsing: an instrument's headings with their provisions, and a search that takes a citation or words.

Headings open one at a time, so that a long instrument is on the screen at once. Leads to provisions; says nothing of law.
"""

from collections.abc import Iterator

import streamlit as st

from chat.citing import chip, page_of, permanent
from chat.pages.places import drawer, heading, open_here, open_provision, origin, remembered, told
from chat.speech import called, reader, say, tongue
from corpus.errors import BadInput
from corpus.library import Library
from corpus.types import Reference
from rag.browse.finding import How, find_places
from rag.browse.tree import Branch, Leaf, Tree, about, tree, without_name
from rag.pipeline import Pipeline
from rag.present.markdown import escaped
from rag.present.words import BINDING, LANGUAGES

_PAGE = "browse"


@st.fragment
def browse(pipeline: Pipeline) -> None:
    """The whole page."""
    library = pipeline.index.library
    _arrived(library)
    heading(_PAGE)
    search_out(pipeline)
    names = tuple(library.instruments)
    remembered("browse-instrument", "instrument", names)
    st.selectbox(
        say("browse.instrument"),
        names,
        key="browse-instrument",
        persist_state="session",
        format_func=lambda name: f"{called(library.instruments[name])} · {library.instruments[name].symbol}",
    )
    chosen: str = st.session_state["browse-instrument"]
    shown = tree(library, chosen, reader())
    about_out(shown)
    with st.container(gap="xsmall", key="browse-tree"):
        for place, branch in enumerate(shown.branches):
            branch_out(library, shown, branch, f"browse-{chosen}-{place}")
    now = open_here(_PAGE)
    told(instrument=now.instrument if now else chosen, at=now.locator if now else None)
    drawer(pipeline, _PAGE)


def _arrived(library: Library) -> None:
    """Open what the address says, once: `?instrument=…&at=…`."""
    if "browse-arrived" not in st.session_state:
        st.session_state["browse-arrived"] = True
        reference = Reference(instrument=st.query_params.get("instrument", ""), locator=st.query_params.get("at", ""))
        if reference in library.order:
            open_provision(library, reference, _PAGE)


def search_out(pipeline: Pipeline) -> None:
    """Where to type a citation or words, and what they lead to."""
    remembered("browse-typed", "find")
    st.text_input(
        say("browse.find"), key="browse-typed", type="search", placeholder=say("browse.find_hint"), icon=":material/search:"
    )
    typed: str = (st.session_state["browse-typed"] or "").strip()
    told(find=typed)
    if not typed:
        return
    try:
        found = find_places(pipeline, typed, reader())
    except BadInput as error:
        st.info(escaped(str(error)), icon=":material/help:")
        return
    library = pipeline.index.library
    with st.container(border=True, gap="xsmall", key="browse-found"):
        st.caption(say(f"browse.how_{found.how}") if found.citations else say("browse.nothing"))
        for place, citation in enumerate(found.citations):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                chip(citation, f"browse-found-{place}", origin(_PAGE))
                named = about(library, library.paragraph(citation.reference), reader())
                if named and found.how is not How.CITATION:
                    st.markdown(escaped(named), width="content")
                if len(found.citations) == 1:
                    page_of(citation)


def about_out(shown: Tree) -> None:
    """An instrument's full title, its force, and in which language its headings stand."""
    parts = [escaped(shown.title), BINDING[shown.binding][tongue()], say("browse.provisions", count=shown.provisions)]
    if shown.headings_in is not None and shown.headings_in is not reader():
        parts.append(say("browse.headings_in", spoken=LANGUAGES[shown.headings_in][tongue()]))
    st.caption(" · ".join(parts))
    st.caption(say("browse.permanent" if permanent("/p/") else "browse.open"))


def branch_out(library: Library, shown: Tree, branch: Branch, key: str) -> None:
    """A heading that opens to its provisions; what stands under no heading stands open, unless it is long."""
    name = branch.heading or say("browse.no_heading")
    with st.expander(f"{escaped(name)} :gray[({branch.provisions})]", key=key, on_change="rerun") as opening:
        if opening.open:
            for further, leaves in _within(branch, ()):
                if further:
                    st.markdown(f"**{escaped(' › '.join(further))}**")
                with st.container(gap=None):
                    for leaf in leaves:
                        leaf_out(library, shown, leaf)


def _within(branch: Branch, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[Leaf, ...]]]:
    """The provisions under a heading, by the headings between."""
    if branch.leaves:
        yield path, branch.leaves
    for further in branch.branches:
        yield from _within(further, (*path, further.heading) if further.heading else path)


def leaf_out(library: Library, shown: Tree, leaf: Leaf) -> None:
    """A provision: its number leads to its permanent page, what it is about opens it here."""
    link = permanent(leaf.link)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", wrap=False):
        number = escaped(without_name(leaf.label, shown.name))
        st.markdown(f"[{number}]({link})" if link else f":gray[{number}]", width=130)
        st.button(
            escaped(leaf.about or leaf.label),
            key=f"browse-leaf-{leaf.reference}",
            type="tertiary",
            on_click=open_provision,
            args=(library, leaf.reference, _PAGE),
            wrap=True,
        )
