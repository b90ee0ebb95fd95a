"""What the pages beside the conversation share: a heading, citations that open in a drawer, addresses that can be passed on.

A provision that was opened on one page is not drawn on another. Refuses to take a value from an address that is none of
those the page has.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

import streamlit as st

from chat.citing import Origin, chip, opened, show
from chat.panel import provision_out
from chat.speech import reader, say
from corpus.library import Library
from corpus.types import Citation, Reference
from rag.citing import cite
from rag.pipeline import Pipeline
from rag.types import Answer, Engine, Status

PAGES = ("browse", "compare", "checklist", "references", "evaluation", "settings")
"""Names of the pages in the order of the menu: their addresses, and the first part of the keys of their words."""
_STYLE = Path(__file__).parent / "pages.css"


def heading(page: str) -> None:
    """What a page is for."""
    st.html(_STYLE)
    st.title(say(f"{page}.title"), anchor=False)
    st.caption(say(f"{page}.caption"))


def origin(page: str) -> Origin:
    """An opening that no question led to: there is no claim in it to mark or to flag."""
    unasked = Answer(
        question="",
        resolved_question="",
        language=reader(),
        status=Status.REFUSED,
        reason=None,
        message="",
        engine=Engine(embedder="", llm=None),
    )
    return Origin(turn=-1 - PAGES.index(page), answer=unasked)


def chips(citations: Sequence[Citation], page: str, key: str) -> None:
    """Citations beside each other, each opening its provision."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        for number, citation in enumerate(citations):
            chip(citation, f"{key}-{number}", origin(page))


def open_provision(library: Library, reference: Reference, page: str) -> None:
    """Open a provision in the drawer of a page."""
    show(cite(library, reference, reader()), origin(page))


def open_here(page: str) -> Citation | None:
    """What is open on a page."""
    now = opened()
    return now.citation if now is not None and now.origin.turn == origin(page).turn else None


def drawer(pipeline: Pipeline, page: str) -> None:
    """The provision that is open on a page, drawn last."""
    now = opened()
    if now is not None and open_here(page) is not None:
        provision_out(pipeline, now)


def capital(name: str) -> str:
    """A name as it stands at the beginning of a line.

    >>> capital("searches"), capital("搜查")
    ('Searches', '搜查')
    """
    return name[:1].upper() + name[1:]


def remembered(key: str, name: str, allowed: Collection[str] | None = None) -> None:
    """Begin the widget `key` with what the address says under `name`, where that is one of those `allowed`."""
    if key not in st.session_state:
        given = st.query_params.get(name, "")
        if given and (allowed is None or given in allowed):
            st.session_state[key] = given


def told(**values: str | None) -> None:
    """Put into the address what a page shows, so that it can be passed on; what is empty is left out."""
    for name, value in values.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]
