"""Citations as chips, and what they weigh as badges with their reasons on hover.

Draws what citations and verdicts say; judges neither.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from chat.speech import reader, say, tongue
from corpus.types import Citation, Modality, TextStatus
from rag.present.markdown import escaped
from rag.present.words import BINDING, BINDING_HINT, LANGUAGES, MODALITY, MODALITY_HINT, REASONS_ZH, STATUS, STATUS_HINT
from rag.types import Against, Claim

_COLOURS: Mapping[TextStatus, Literal["green", "red", "orange"]] = {
    TextStatus.OFFICIAL: "green",
    TextStatus.DAMAGED: "red",
    TextStatus.DIGEST: "orange",
}


def opened() -> Citation | None:
    """The citation whose provision is open in this session."""
    citation: Citation | None = st.session_state.get("opened")
    return citation


def quoted() -> tuple[Citation, ...]:
    """The citations whose words are to be marked in what is open."""
    kept: tuple[Citation, ...] = st.session_state.get("quoted", ())
    return kept


def show(citation: Citation | None, marking: Sequence[Citation] = ()) -> None:
    """Open a provision with the words of `marking` marked, or close what is open."""
    st.session_state.opened = citation
    st.session_state.quoted = tuple(marking)
    st.session_state.words_in = citation.language if citation else None


def chip(citation: Citation, key: str, marking: Sequence[Citation] = (), short: str = "") -> None:
    """A citation to click on; `short` stands for its label beside a chip of the same paragraph."""
    hint = " · ".join((citation.label, BINDING[citation.binding][tongue()], STATUS[citation.text_status][tongue()]))
    shown, help_ = escaped(short or citation.label), f"{say('open')}: {escaped(hint)}"
    st.button(shown, key=key, help=help_, icon=":material/menu_book:", on_click=show, args=(citation, marking), wrap=True)


def verb(modality: Modality) -> None:
    """The force of a verb as a badge."""
    st.badge(MODALITY[modality][tongue()], color="blue", help=MODALITY_HINT[tongue()])


def standing(citation: Citation) -> None:
    """Binding force and text status as badges; the language of the words where it is not the reader's."""
    st.badge(BINDING[citation.binding][tongue()], color="gray", help=BINDING_HINT[tongue()])
    status = STATUS[citation.text_status][tongue()]
    foreign = citation.text_status is TextStatus.OFFICIAL and citation.language is not reader()
    shown = f"{status} · {LANGUAGES[citation.language][tongue()]}" if foreign else status
    st.badge(shown, color=_COLOURS[citation.text_status], help=STATUS_HINT[citation.text_status][tongue()])


def checked(claims: Sequence[Claim]) -> None:
    """The verdicts on claims as one badge with their reasons."""
    official = all(claim.verdict.against is Against.OFFICIAL for claim in claims)
    st.badge(say("checked"), icon=":material/check:", color="green" if official else "orange", help=verdicts(claims))


def verdicts(claims: Sequence[Claim]) -> str:
    """What claims were checked against, and what was found, each finding once."""
    official = all(claim.verdict.against is Against.OFFICIAL for claim in claims)
    reasons = dict.fromkeys(claim.verdict.reason for claim in claims)
    told = "; ".join(REASONS_ZH.get(reason, reason) if tongue() else reason for reason in reasons)
    return f"{say('against_official' if official else 'against_digest')}: {escaped(told)}."
