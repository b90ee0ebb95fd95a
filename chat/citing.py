"""Citations as chips, and what they weigh as badges; the reasons of verdicts on hover or focus, and in full on a click.

Draws what citations and verdicts say; judges neither.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import streamlit as st

from chat.speech import reader, say, tongue
from corpus.types import Citation, Language, Modality, TextStatus
from rag.citing import address
from rag.present.markdown import escaped
from rag.present.opening import shared
from rag.present.words import BINDING, BINDING_HINT, LANGUAGES, MODALITY, MODALITY_HINT, STATUS, STATUS_HINT, reason
from rag.types import Against, Answer, Claim

_COLOURS: Mapping[TextStatus, Literal["green", "red", "orange"]] = {
    TextStatus.OFFICIAL: "green",
    TextStatus.DAMAGED: "red",
    TextStatus.DIGEST: "orange",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a citation was clicked on: which turn draws its panel, and the answer and claims that it stood behind."""

    turn: int
    answer: Answer
    claims: tuple[Claim, ...] = ()

    @property
    def marking(self) -> tuple[Citation, ...]:
        """The citations whose words are marked in what is opened."""
        return tuple(citation for claim in self.claims for citation in claim.citations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open provision, where its opening began, and the provisions that led to it."""

    citation: Citation
    origin: Origin
    trail: tuple[Citation, ...] = ()


def opened() -> Opened | None:
    """What is open in this session."""
    found: Opened | None = st.session_state.get("opened")
    return found


def show(citation: Citation, origin: Origin) -> None:
    """Open a provision."""
    st.session_state.opened = Opened(citation=citation, origin=origin)
    st.session_state.words_in = [citation.language]


def go(citation: Citation) -> None:
    """From an open provision to another; the way back is kept."""
    now = opened()
    if now is not None:
        st.session_state.opened = replace(now, citation=citation, trail=(*now.trail, now.citation))


def back() -> None:
    """To the provision before."""
    now = opened()
    if now is not None and now.trail:
        st.session_state.opened = replace(now, citation=now.trail[-1], trail=now.trail[:-1])


def close() -> None:
    """Close what is open."""
    st.session_state.opened = None


def chip(citation: Citation, key: str, origin: Origin, short: str = "") -> None:
    """A citation to click on; `short` stands for its label beside a chip of the same paragraph."""
    st.button(
        escaped(short or citation.label),
        key=key,
        help=f"{say('open')}: {escaped(_told(citation))}",
        icon=":material/menu_book:",
        on_click=show,
        args=(citation, origin),
        wrap=True,
    )


def pointer(citation: Citation, key: str) -> None:
    """A citation to go on to from an open provision."""
    st.button(escaped(citation.label), key=key, help=escaped(_told(citation)), on_click=go, args=(citation,), wrap=True)


def _told(citation: Citation) -> str:
    parts = (citation.label, citation.heading, BINDING[citation.binding][tongue()], STATUS[citation.text_status][tongue()])
    return " · ".join(part for part in parts if part)


def permanent(link: str) -> str:
    """The address of a provision's own page; empty where no API stands beside this program to serve it."""
    return link.replace("(", "%28").replace(")", "%29") if shared() is not None else ""


def page_of(citation: Citation) -> None:
    """A button to the provision's own page, an address that may be passed on; none where nobody serves it."""
    link = permanent(address(citation))
    if link:
        st.link_button(say("browse.page"), link, icon=":material/link:", type="tertiary")


def verb(modality: Modality) -> None:
    """The force of a verb as a badge."""
    st.badge(MODALITY[modality][tongue()], color="blue", help=MODALITY_HINT[tongue()])


def standing(citation: Citation) -> None:
    """Binding force and text status as badges; the language of the words where it is not the reader's."""
    st.badge(BINDING[citation.binding][tongue()], color="gray", help=BINDING_HINT[tongue()])
    st.badge(
        _status(citation),
        color=_COLOURS[citation.text_status],
        help=STATUS_HINT[citation.text_status][tongue()],
    )


def _status(citation: Citation) -> str:
    status = STATUS[citation.text_status][tongue()]
    foreign = citation.text_status is TextStatus.OFFICIAL and citation.language is not reader()
    return f"{status} · {LANGUAGES[citation.language][tongue()]}" if foreign else status


def checked(claims: Sequence[Claim], key: str) -> None:
    """The verdicts on claims as one small button: the reason on hover or focus, what every badge means on a click."""
    told = verdicts(claims)
    with st.popover(say("checked"), type="tertiary", icon=":material/check:", help=told, key=key):
        st.markdown(told)
        citations = [citation for claim in claims for citation in claim.citations]
        statuses = dict.fromkeys(citation.text_status for citation in citations)
        forces = dict.fromkeys(BINDING[citation.binding][tongue()] for citation in citations)
        verbs = dict.fromkeys(MODALITY[citation.modality][tongue()] for citation in citations)
        lines = [STATUS_HINT[status][tongue()] for status in statuses]
        lines += [f"{BINDING_HINT[tongue()]}: {', '.join(forces)}", f"{MODALITY_HINT[tongue()]}: {', '.join(verbs)}"]
        st.markdown("\n".join(f"- {escaped(line)}" for line in lines))


def verdicts(claims: Sequence[Claim]) -> str:
    """What claims were checked against, and what was found, each finding once."""
    official = all(claim.verdict.against is Against.OFFICIAL for claim in claims)
    told = "; ".join(dict.fromkeys(reason(claim.verdict.reason, reader()) for claim in claims))
    return f"{say('against_official' if official else 'against_digest')}: {escaped(told)}."


def in_language(language: Language) -> str:
    """A language's name in the page's language."""
    return LANGUAGES[language][tongue()]
