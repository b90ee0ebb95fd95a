"""The flag button: a reader says that a provision does not support a claim, and only then is a question stored.

Writes through `chat.feedback`. Says before anything is kept what is kept and where.
"""

import streamlit as st

from chat.citing import Opened
from chat.feedback import LONGEST, NAME, Flag, keep
from chat.speech import say
from corpus.errors import StoreUnwritable
from corpus.settings import Settings
from corpus.types import Citation
from rag.present.markdown import escaped
from rag.types import Claim


def flag_out(place: Opened, citation: Citation) -> None:
    """A way to flag a claim of the answer that an open provision belongs to; nothing where no claim led here."""
    claims = place.origin.claims
    if not claims or place.trail:
        return
    if _flagged(place) in st.session_state.get("flagged", ()):
        st.success(say("flag_kept", file=NAME), icon=":material/flag:")
        return
    with st.popover(say("flag"), icon=":material/flag:", type="tertiary", key="flag"), st.form("flag-form", border=False):
        if len(claims) > 1:
            texts = [claim.text for claim in claims]
            st.radio(say("flag_which"), range(len(claims)), format_func=lambda at: escaped(texts[at]), key="flag-claim")
        else:
            st.markdown(escaped(claims[0].text))
        st.text_area(say("flag_note"), max_chars=LONGEST, key="flag-note")
        st.caption(say("flag_stores", file=NAME))
        st.form_submit_button(say("flag_send"), on_click=_flag, args=(place, citation))
    trouble = st.session_state.get("flag-trouble")
    if trouble:
        st.info(escaped(trouble), icon=":material/info:")


def _flag(place: Opened, citation: Citation) -> None:
    answer = place.origin.answer
    claim: Claim = place.origin.claims[st.session_state.get("flag-claim") or 0]
    behind = next((one for one in claim.citations if one.reference == citation.reference), claim.citations[0])
    flag = Flag(
        question=answer.question,
        language=answer.language,
        claim=claim.text,
        instrument=behind.instrument,
        locator=behind.locator,
        note=st.session_state.get("flag-note") or "",
    )
    try:
        keep(Settings.from_environment().data, flag)
    except StoreUnwritable as error:
        st.session_state["flag-trouble"] = str(error)
        return
    st.session_state["flag-trouble"] = ""
    st.session_state.flagged = {*st.session_state.get("flagged", ()), _flagged(place)}


def _flagged(place: Opened) -> tuple[int, str]:
    return place.origin.turn, str(place.citation)
