"""Which language the page speaks, and its words in that language.

Knows the catalogue and the session's choice; draws nothing.
"""

import streamlit as st

from corpus.types import Language
from rag.present.words import PAGE

INTERFACES = ("English", "中文")


def say(key: str, **values: str | int) -> str:
    """A word of the page in its language."""
    return PAGE[key][tongue()].format(**values)


def tongue() -> int:
    """0 for English, 1 for Chinese: the column of every catalogue."""
    return 1 if st.session_state.get("interface") == "中文" else 0


def reader() -> Language:
    """The language of whoever reads the page."""
    return Language.ZH if tongue() else Language.EN


def settle() -> None:
    """Begin in the browser's language; afterwards the reader's choice stands."""
    st.session_state.setdefault("interface", INTERFACES[str(st.context.locale or "").startswith("zh")])
