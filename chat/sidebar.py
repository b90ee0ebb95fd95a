"""The sidebar: language, purpose, privacy, and which texts are held.

Tells of what is there; changes nothing but the language and, when asked to, forgets the conversation.
"""

import streamlit as st

from chat.speech import INTERFACES, called, own_name, say, tongue
from chat.turns import forget
from corpus.library import Library
from rag.pipeline import Pipeline
from rag.present.markdown import escaped
from rag.present.words import LANGUAGES


def side(pipeline: Pipeline | None) -> None:
    """The whole sidebar."""
    with st.sidebar:
        st.selectbox(say("interface"), INTERFACES, key="interface", format_func=own_name)
        st.button(say("clear"), key="anew", icon=":material/restart_alt:", help=say("clear_hint"), on_click=forget)
        st.markdown(f"**{say('about')}**")
        st.caption(say("purpose"))
        llm = pipeline.engine.llm if pipeline is not None else None
        st.caption(say("private_model", llm=escaped(llm)) if llm else say("private"))
        if pipeline is not None:
            held(pipeline.index.library)


def held(library: Library) -> None:
    """Which instruments are held, and whether with official words or as a digest."""
    lines = []
    for instrument in library.instruments.values():
        texts = ", ".join(LANGUAGES[language][tongue()] for language in library.texts.get(instrument.id, {}))
        official = f":green-badge[{say('official_in')} · {texts}]" if texts else ""
        digest = f":orange-badge[{say('digest_in')}]" if instrument.id in library.digests else ""
        lines.append(f"- {escaped(called(instrument))} :gray[:small[{escaped(instrument.symbol)}]]  \n  {official} {digest}")
    st.markdown(f"**{say('held')}**\n\n" + "\n".join(lines))
