"""Cross-references: instruments and provisions as a graph to zoom and click, and the same in words below it.

The picture is ECharts', whose script comes with its package. Whoever cannot see it, or has no mouse, finds all of it in
the fields and lists.
"""

from collections.abc import Mapping

import streamlit as st

from chat.pages.graphing import options
from chat.pages.places import chips, drawer, heading, told
from chat.speech import called, reader, say
from corpus.errors import BadInput, BadLocator
from corpus.library import Library
from corpus.types import Reference
from rag.browse.finding import How, find_places
from rag.browse.graph import EdgeOf, Graph, NodeKind, around, of_instrument, of_instruments
from rag.browse.references import CrossReferences, Link, Referring, cross_references, referring
from rag.pipeline import Pipeline
from rag.present.markdown import escaped

_PAGE = "references"
_LISTED = 40
"""References between wholes that are listed below the picture at once."""


@st.fragment
def referencing(pipeline: Pipeline) -> None:
    """The whole page."""
    st.set_page_config(layout="wide")
    heading(_PAGE)
    library = pipeline.index.library
    found = gathered(library, pipeline.index.version)
    centre = chosen(pipeline)
    graph = graph_of(library, found, centre)
    told(at=centre)
    where_out(library, graph)
    if graph.edges:
        picture(graph, {name: called(one) for name, one in library.instruments.items()})
    else:
        st.info(say("references.none"), icon=":material/info:")
    if graph.centre and " " in graph.centre:
        referring_out(referring(library, found, Reference.parse(graph.centre), reader()))
    else:
        edges_out(graph)
    drawer(pipeline, _PAGE)


@st.cache_resource(show_spinner=False, max_entries=8)
def gathered(_library: Library, version: str) -> CrossReferences:  # noqa: ARG001 - `version` is a key
    """All references of the texts, gathered once."""
    return cross_references(_library)


def graph_of(library: Library, found: CrossReferences, centre: str) -> Graph:
    """The picture of a provision, of an instrument, or of all instruments."""
    if " " in centre:
        return around(library, found, Reference.parse(centre), reader())
    return of_instrument(library, found, centre, reader()) if centre else of_instruments(library, found, reader())


def chosen(pipeline: Pipeline) -> str:
    """What the picture is of: an instrument's id, a citation as it is printed for programs, or nothing for the whole."""
    library = pipeline.index.library
    if "references-centre" not in st.session_state:
        st.session_state["references-centre"] = _known(library, st.query_params.get("at", ""))
    st.session_state["references-centre"] = _known(library, st.session_state["references-centre"])
    centre: str = st.session_state["references-centre"]
    st.session_state["references-instrument"] = centre.partition(" ")[0]
    left, right = st.columns(2)
    with left:
        st.selectbox(
            say("references.instrument"),
            ("", *library.instruments),
            key="references-instrument",
            format_func=lambda name: called(library.instruments[name]) if name else say("references.all"),
            on_change=lambda: _go(st.session_state["references-instrument"]),
        )
    with right:
        st.text_input(
            say("references.provision"),
            key="references-typed",
            type="search",
            placeholder=say("browse.find_hint"),
            icon=":material/search:",
            on_change=_typed,
            args=(pipeline,),
        )
    if st.session_state.get("references-trouble"):
        st.info(escaped(st.session_state["references-trouble"]), icon=":material/help:")
    return centre


def _known(library: Library, centre: str) -> str:
    """A centre that these texts have; else the whole."""
    try:
        reference = Reference.parse(centre) if " " in centre else None
    except BadLocator:
        return ""
    if reference is None:
        return centre if centre in library.instruments else ""
    return centre if library.instruments.get(reference.instrument) and library.expand(reference) else ""


def _go(centre: str) -> None:
    st.session_state["references-centre"] = centre
    st.session_state["references-typed"] = ""
    st.session_state["references-trouble"] = ""


def _typed(pipeline: Pipeline) -> None:
    """A citation, or words, become the provision in the middle."""
    typed: str = (st.session_state["references-typed"] or "").strip()
    st.session_state["references-trouble"] = ""
    if not typed:
        return
    try:
        found = find_places(pipeline, typed, reader(), 1)
    except BadInput as error:
        st.session_state["references-trouble"] = str(error)
        return
    if found.citations:
        st.session_state["references-centre"] = str(found.citations[0].reference)
    if found.how is How.NEAREST or not found.citations:
        st.session_state["references-trouble"] = say("browse.how_nearest" if found.citations else "browse.nothing")


def where_out(library: Library, graph: Graph) -> None:
    """Where the picture stands, with the way back to what holds it."""
    instrument, _, locator = graph.centre.partition(" ")
    if not instrument:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(say("references.all"), key="references-all", icon=":material/hub:", type="tertiary", on_click=_go, args=("",))
        if locator:
            name = escaped(called(library.instruments[instrument]))
            st.button(
                name, key="references-up", icon=":material/arrow_back:", type="tertiary", on_click=_go, args=(instrument,)
            )


def picture(graph: Graph, instruments: Mapping[str, str]) -> None:
    """The graph, `instruments` being names by id; a click on a node puts it in the middle."""
    from streamlit_echarts import st_echarts  # noqa: PLC0415 - registers itself with a running page only

    key = f"references-graph-{graph.centre}-{graph.language}"
    held = {node.id for node in graph.nodes if node.held}

    def clicked() -> None:
        event = st.session_state[key].get("chart_event")
        if event in held:
            _go(event)

    st.caption(say("references.legend"))
    described = say("references.picture", nodes=len(graph.nodes), edges=len(graph.edges))
    with st.container(border=True, key="references-picture"):
        st_echarts(
            options(graph, instruments, described, say("references.count")),
            events={"click": "params => params.dataType === 'node' ? params.data.id : undefined"},
            height="520px",
            key=key,
            on_change=clicked,
        )


def referring_out(found: Referring) -> None:
    """What refers to a provision and what it refers to, each as chips."""
    st.header(escaped(found.citation.label), anchor=False)
    chips((found.citation,), _PAGE, "references-itself")
    for key in ("cited_by", "pointed_from", "cites", "see_also"):
        citations = getattr(found, key)
        st.markdown(f"**{say(f'references.{key}')}** :gray[({len(citations)})]")
        if citations:
            chips(citations, _PAGE, f"references-{key}")
    if found.beyond:
        st.markdown(f"**{say('references.beyond')}**: {escaped(', '.join(found.beyond))}")


def edges_out(graph: Graph) -> None:
    """The references of a picture in words, those that stand for most first."""
    labels = {node.id: node.label for node in graph.nodes}
    kinds = {node.id: node.kind for node in graph.nodes}
    wholes = [
        edge for edge in graph.edges if not graph.centre or NodeKind.INSTRUMENT in (kinds[edge.source], kinds[edge.target])
    ]
    ranked = sorted(wholes, key=lambda edge: (-edge.count, edge.source, edge.target))
    if ranked:
        with st.expander(say("references.in_words", count=len(ranked)), key="references-words"):
            st.markdown("\n".join(_told(edge, labels) for edge in ranked[:_LISTED]))


def _told(edge: EdgeOf, labels: dict[str, str]) -> str:
    kind = say("references.printed" if edge.link is Link.CITES else "references.pointer")
    return f"- {escaped(labels[edge.source])} → {escaped(labels[edge.target])}: {edge.count} ({kind})"
