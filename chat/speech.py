"""Which language the page speaks, and its words in that language.

Knows the catalogues and the session's choice; draws nothing.
"""

import streamlit as st

from corpus.types import Instrument, Language
from rag.catalogue import Value, said
from rag.present.words import OWN_NAMES

INTERFACES = tuple(Language)


def say(key: str, **values: Value) -> str:
    """A word of the page in its language."""
    return said(key, reader(), **values)


def tongue() -> int:
    """The column of every table of words that belongs to the reader."""
    return INTERFACES.index(reader())


def reader() -> Language:
    """The language of whoever reads the page."""
    chosen: Language = st.session_state.get("interface", Language.EN)
    return chosen


def called(instrument: Instrument) -> str:
    """An instrument's short name in the reader's language; English where it has none in it."""
    return instrument.names.get(reader()) or instrument.names[Language.EN]


def own_name(language: Language) -> str:
    """What a language's own speakers call it."""
    return OWN_NAMES[INTERFACES.index(language)]


def settle() -> None:
    """Begin in the browser's language where the page speaks it, else in English; afterwards the reader's choice stands."""
    spoken = str(st.context.locale or "")[:2].lower()
    st.session_state.setdefault("interface", next((one for one in Language if one == spoken), Language.EN))
