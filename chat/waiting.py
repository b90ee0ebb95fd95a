"""What stands on the page while the texts are not open: how far that is, or what hinders it.

Looks again each second. Shows nothing of an error that nobody foresaw.
"""

import streamlit as st

from chat.speech import say
from corpus.errors import PinpointError, StoreBusy
from rag.present.markdown import escaped
from rag.present.opening import Opening


@st.fragment(run_every=1.0)
def waiting(opening: Opening) -> None:
    """How far the opening is or what hinders it; draws the page anew once it is done."""
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
