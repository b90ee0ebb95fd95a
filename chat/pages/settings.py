"""Settings in plain words: what leaves this machine, the language, the language model, the instruments in scope.

Changes what holds for this reader alone. What holds for everybody who uses this program is set by whoever starts it, and
the page says how.
"""

from urllib.parse import urlsplit

import streamlit as st

from chat.pages.places import heading
from chat.sidebar import held
from chat.speech import INTERFACES, called, own_name, reader, say
from chat.turns import further_kept
from corpus.facts import all_facts
from corpus.settings import LanguageModelSettings, Settings
from rag.api.limits import is_loopback
from rag.pipeline import Pipeline
from rag.present.markdown import escaped

_PAGE = "settings"
_OFF, _SEARCHED = "without_model", "searched"


def as_set(pipeline: Pipeline | None) -> Pipeline | None:
    """The pipeline as this reader wants it: without the language model, or over some instruments alone, as chosen here."""
    if pipeline is None:
        return None
    wanted = pipeline.plain if st.session_state.get(_OFF) else pipeline
    chosen = tuple(name for name in st.session_state.get(_SEARCHED, ()) if name in wanted.index.library.instruments)
    return _narrowed(wanted, wanted.index.version, chosen, wanted.engine.llm) if chosen else wanted


@st.cache_resource(show_spinner=False, max_entries=8)
def _narrowed(_pipeline: Pipeline, version: str, chosen: tuple[str, ...], llm: str | None) -> Pipeline:  # noqa: ARG001 - keys
    """A pipeline over some instruments alone, kept for whoever chooses the same."""
    return _pipeline.within(chosen)


def setting(pipeline: Pipeline) -> None:
    """The whole page."""
    heading(_PAGE)
    settings = Settings.from_environment()
    leaving(pipeline, settings)
    language_out()
    model_out(settings)
    scope_out(pipeline)


def leaving(pipeline: Pipeline, settings: Settings) -> None:
    """What leaves this machine: nothing, or what goes to the language model."""
    llm = settings.llm
    if llm is None or pipeline.engine.llm is None:
        st.success(say("settings.nothing_leaves"), icon=":material/lock:")
    elif _near(llm):
        st.success(say("settings.near", llm=escaped(llm.model)), icon=":material/lock:")
    else:
        st.warning(say("settings.leaves", llm=escaped(llm.model), where=escaped(_where(llm))), icon=":material/upload:")
    st.markdown(say("settings.kept"))


def language_out() -> None:
    """The language of the pages, the same choice as beside every page."""
    st.header(say("settings.language"), anchor=False)
    st.session_state["settings-language"] = reader()

    def take() -> None:
        st.session_state["interface"] = st.session_state["settings-language"]

    st.selectbox(say("interface"), INTERFACES, key="settings-language", format_func=own_name, on_change=take)
    st.caption(say("settings.language_hint"))


def model_out(settings: Settings) -> None:
    """The language model: off unless whoever starts the program turned it on; then each reader may go without."""
    st.header(say("settings.model"), anchor=False)
    llm = settings.llm
    if llm is None:
        st.markdown(say("settings.model_off"))
        st.markdown(say("settings.model_on_how"))
        st.code("PINPOINT_LLM=ollama PINPOINT_LLM_MODEL=llama3.2 make run", language=None, wrap_lines=True)
        return
    st.session_state["settings-model"] = not st.session_state.get(_OFF, False)

    def take() -> None:
        st.session_state[_OFF] = not st.session_state["settings-model"]

    st.toggle(say("settings.model_use", llm=escaped(llm.model)), key="settings-model", on_change=take)
    told = "settings.model_near" if _near(llm) else "settings.model_far"
    st.markdown(say(told, llm=escaped(llm.model), where=escaped(_where(llm))))


def scope_out(pipeline: Pipeline) -> None:
    """Which instruments are searched, of which this reader may choose some; which are known beyond, and how to search them."""
    st.header(say("settings.scope"), anchor=False)
    library = pipeline.index.whole.library
    st.session_state["settings-searched"] = list(pipeline.index.library.instruments)

    def take() -> None:
        st.session_state[_SEARCHED] = tuple(st.session_state["settings-searched"])
        further_kept().clear()

    st.pills(
        say("settings.scope_choose"),
        tuple(library.instruments),
        key="settings-searched",
        format_func=lambda name: called(library.instruments[name]),
        selection_mode="multi",
        on_change=take,
    )
    st.markdown(say("settings.scope_hint"))
    held(pipeline.index.library)
    beyond = [called(facts.instrument()) for facts in all_facts().values() if facts.id not in library.instruments]
    if beyond:
        st.caption(f"{say('settings.beyond')}: {escaped(', '.join(beyond))}")
    st.markdown(say("settings.scope_how"))
    st.code("PINPOINT_SCOPE=all make run\nPINPOINT_SCOPE=mandela,bangkok make run", language=None, wrap_lines=True)


def _where(llm: LanguageModelSettings) -> str:
    return urlsplit(llm.url).hostname or llm.provider


def _near(llm: LanguageModelSettings) -> bool:
    """Whether the language model runs on this machine."""
    host = urlsplit(llm.url).hostname
    return is_loopback(host) if host else llm.provider == "ollama"
