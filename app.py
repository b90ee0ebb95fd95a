"""The chat page: a question in, an answer with citations out, each opening the provision that it cites.

Shows what the pipeline gives and decides nothing. Text from outside is escaped before it is shown; no HTML is made. All
state changes in callbacks, before anything is drawn, so that what was clicked is still there when its click arrives.
"""

from pathlib import Path

import streamlit as st

from chat.answers import turns_out
from chat.citing import opened
from chat.panel import provision_out
from chat.speech import INTERFACES, reader, say, settle, tongue
from chat.turns import ask, forget, turns
from corpus.errors import PinpointError, StoreBusy
from corpus.facts import SAMPLES, all_facts
from corpus.library import Library
from corpus.settings import Settings
from corpus.types import Language
from rag.pipeline import Pipeline
from rag.present.markdown import escaped
from rag.present.opening import Opening, Step
from rag.present.suggest import answerable
from rag.present.words import EXAMPLES, LANGUAGES, SAMPLE_EXAMPLES, Examples

# Streamlit prints strings that stand alone in its script: here a constant is told of in a comment.
_PATIENCE = 0.5  # seconds that a page waits for the texts before it says that they are being opened
_EXAMPLES = 6
_PASTED = 100_000  # characters that the input box takes, so that a text pasted whole is answered with help, not ignored
_ICON, _LOGO = (Path(__file__).parent / "chat" / name for name in ("icon.svg", "logo.svg"))


def page(opening: Opening) -> None:
    """The whole page."""
    st.set_page_config(page_title="Pinpoint", page_icon=str(_ICON), layout="centered")
    st.logo(str(_LOGO), size="large", icon_image=str(_ICON))
    settle()
    pipeline = opening.pipeline(_PATIENCE)
    question = st.chat_input(say("ask"), max_chars=_PASTED, disabled=pipeline is None)
    if question and pipeline is not None:
        ask(pipeline, question)
    side(pipeline)
    if not turns() or pipeline is None:
        st.title(say("title"), anchor=False)
        st.caption(say("subtitle"))
    if pipeline is None:
        waiting(opening)
        return
    banner(pipeline.index.library)
    turns_out(pipeline)
    if not turns():
        start(pipeline)
    if opened() is not None:
        provision_out(pipeline)


@st.cache_resource(show_spinner=False)
def of_this_process() -> Opening:
    """The pipeline opened in the background, once for all sessions."""

    def way(step: Step) -> Pipeline:
        from rag.wiring import open_pipeline  # noqa: PLC0415 - models and stores load behind the page's first paint

        settings = Settings.from_environment()
        return open_pipeline(settings.scope, settings, step)

    return Opening(way)


@st.fragment(run_every=1.0)
def waiting(opening: Opening) -> None:
    """How far the opening is or what hinders it; looks again each second and draws the page anew once it is done."""
    failure = opening.failure()
    if opening.pipeline() is not None:
        st.rerun()
    elif isinstance(failure, StoreBusy):
        opening.again()
        st.info(say("busy"), icon=":material/hourglass_top:")
    elif failure is not None:
        told = escaped(str(failure)) if isinstance(failure, PinpointError) else say("unforeseen")
        st.info(f"{say('not_open')} {told}", icon=":material/info:")
        st.button(say("again"), key="again", on_click=opening.again)
    else:
        counted = say("indexing", done=f"{opening.done:,}", total=f"{opening.total:,}")
        st.progress(min(opening.done / opening.total, 1.0) if opening.total else 0.0, text=say("opening"))
        st.caption(counted if opening.total else say("opening_hint"))


def side(pipeline: Pipeline | None) -> None:
    """The sidebar: language, purpose, privacy, what is held."""
    with st.sidebar:
        st.segmented_control(say("interface"), INTERFACES, key="interface", required=True)
        st.button(say("clear"), key="anew", icon=":material/restart_alt:", help=say("clear_hint"), on_click=forget)
        st.markdown(f"**{say('about')}**")
        st.caption(say("purpose"))
        st.caption(say("private"))
        if pipeline is not None:
            held(pipeline.index.library)


def held(library: Library) -> None:
    """Which instruments are held, and whether with official words or as a digest."""
    lines = []
    for instrument in library.instruments.values():
        texts = ", ".join(LANGUAGES[language][tongue()] for language in library.texts.get(instrument.id, {}))
        official = f":green-badge[{say('official_in')} · {texts}]" if texts else ""
        digest = f":orange-badge[{say('digest_in')}]" if instrument.id in library.digests else ""
        name = instrument.names.get(reader()) or instrument.names[Language.EN]
        lines.append(f"- {escaped(name)} :gray[:small[{escaped(instrument.symbol)}]]  \n  {official} {digest}")
    st.markdown(f"**{say('held')}**\n\n" + "\n".join(lines))


def of_samples(library: Library) -> bool:
    """Whether nothing but sample instruments is held."""
    return all(name in all_facts(SAMPLES) for name in library.instruments)


def banner(library: Library) -> None:
    """What to know before trusting an answer: samples only, which is said once, or no official words, which always is."""
    if not library.texts:
        st.info(say("no_official"), icon=":material/info:")
    elif of_samples(library) and not turns():
        st.info(say("sample"), icon=":material/science:")


@st.cache_data(show_spinner=False)
def examples(_pipeline: Pipeline, version: str, column: int) -> Examples:  # noqa: ARG001 - `version` is the cache's key
    """Who asks, and what: only questions that these texts answer."""
    known = SAMPLE_EXAMPLES if of_samples(_pipeline.index.library) else EXAMPLES
    return answerable(_pipeline, known[column], _EXAMPLES)


def start(pipeline: Pipeline) -> None:
    """Questions to begin with."""
    st.caption(say("examples"))
    columns = st.columns(2)
    for number, (who, question) in enumerate(examples(pipeline, pipeline.index.version, tongue())):
        shown = f"**{who}**  \n{escaped(question)}"
        columns[number % 2].button(shown, key=f"example-{number}", on_click=ask, args=(pipeline, question), width="stretch")


if __name__ == "__main__":
    page(of_this_process())
