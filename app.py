"""The chat page: a question in, an answer with citations out, each opening the provision that it cites.

Shows what the pipeline gives and decides nothing. Text from outside is escaped before it is shown; no HTML is made. All
state changes in callbacks, before anything is drawn, so that what was clicked is still there when its click arrives.
"""

import logging
from collections.abc import Sequence

import streamlit as st

from corpus.errors import BadInput, PinpointError, StoreBusy
from corpus.facts import SAMPLES, all_facts
from corpus.library import Library
from corpus.settings import Settings
from corpus.types import Citation, Language, Modality, TextStatus
from rag.accept import LONGEST
from rag.pipeline import Pipeline
from rag.present.cards import Card, cards, item_of, opening_words
from rag.present.markdown import escaped, marked
from rag.present.opening import Opening, Step
from rag.present.sheet import Sheet, sheet
from rag.present.suggest import answerable, suggestions
from rag.present.words import (
    BINDING,
    BINDING_HINT,
    EXAMPLES,
    LANGUAGES,
    MODALITY,
    MODALITY_HINT,
    PAGE,
    REASONS_ZH,
    STATUS,
    STATUS_HINT,
    VERDICT,
)
from rag.types import Against, Answer, Claim, Reason, Status

_PATIENCE = 0.5
"""Seconds that a page waits for the texts before it says that they are being opened."""
_EXAMPLES = 6
_PASTED = 100_000
"""Characters that the input box takes, so that a text pasted whole is answered with help and not ignored."""
_COLOURS = {TextStatus.OFFICIAL: "green", TextStatus.DAMAGED: "red", TextStatus.DIGEST: "orange"}


def say(key: str, **values: str | int) -> str:
    """A word of the page in its language."""
    return PAGE[key][tongue()].format(**values)


def tongue() -> int:
    """0 for English, 1 for Chinese: the column of every catalogue."""
    return 1 if st.session_state.get("interface") == "中文" else 0


def reader() -> Language:
    """The language of whoever reads the page."""
    return Language.ZH if tongue() else Language.EN


@st.cache_resource(show_spinner=False)
def opening() -> Opening:
    """The pipeline of this process, opened in the background once for all sessions."""

    def way(step: Step) -> Pipeline:
        from rag.wiring import open_pipeline  # noqa: PLC0415 - models and stores load behind the page's first paint

        settings = Settings.from_environment()
        return open_pipeline(settings.scope, settings, step)

    return Opening(way)


def ask(pipeline: Pipeline, question: str) -> None:
    """Put a question and keep what comes of it in this session's turns."""
    turns = st.session_state.turns
    earlier = [turn["question"] for turn in turns if turn["answer"] is not None]
    try:
        answer, trouble = pipeline.ask(question, earlier), ""
    except BadInput:
        answer, trouble = None, _trouble(question)
    further: tuple[str, ...] = ()
    if answer is not None and answer.reason is Reason.UNSAFE_INPUT:
        answer, trouble = None, answer.message
    elif answer is not None:
        further = suggestions(pipeline, answer.nearest or answer.see_also, answer.language)
    turns.append({"question": question, "answer": answer, "trouble": trouble, "further": further})


def _trouble(question: str) -> str:
    if len(question) > LONGEST:
        return say("too_long", length=f"{len(question):,}", most=f"{LONGEST:,}")
    return say("not_taken" if any(map(str.isalnum, question)) else "no_words")


def show(citation: Citation | None, quoted: Sequence[Citation] = ()) -> None:
    """Open a provision with the words of `quoted` marked, or close what is open."""
    st.session_state.opened = citation
    st.session_state.quoted = tuple(quoted)


def chip(citation: Citation, key: str, quoted: Sequence[Citation] = (), label: str = "") -> None:
    """A citation to click on."""
    hint = f"{say('open')}: {BINDING[citation.binding][tongue()]} · {STATUS[citation.text_status][tongue()]}"
    shown = escaped(label or citation.label)
    st.button(shown, key=key, help=hint, icon=":material/menu_book:", on_click=show, args=(citation, quoted))


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
    reasons = dict.fromkeys(claim.verdict.reason for claim in claims)
    official = all(claim.verdict.against is Against.OFFICIAL for claim in claims)
    told = "; ".join(REASONS_ZH.get(reason, reason) if tongue() else reason for reason in reasons)
    hint = f"{say('against_official' if official else 'against_digest')}: {escaped(told)}."
    st.badge(say("checked"), icon=":material/check:", color="green" if official else "orange", help=hint)


def card_out(library: Library, card: Card, key: str) -> None:
    """Claims on one paragraph, the official words once, and one row of chips."""
    with st.container(border=True, gap="xsmall"):
        for claim in card.claims:
            item = item_of(library, claim.citations[0].reference) if claim.citations else ""
            st.markdown(escaped(f"{item} {claim.text}".strip()))
        lines = ([card.chapeau] if card.chapeau else []) + list(card.quotes)
        if lines:
            st.markdown("\n>\n".join(f"> {escaped(f'{quote.item} {quote.text}'.strip())}" for quote in lines))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            for number, citation in enumerate(card.citations):
                chip(citation, f"{key}-{number}", card.quoted)
            for modality in dict.fromkeys(citation.modality for citation in card.quoted):
                verb(modality)
            standing(card.citations[0])
            checked(card.claims)


def refusal_out(library: Library, answer: Answer, key: str) -> None:
    """A refusal as help: what is nearest, with its first official sentence."""
    for number, citation in enumerate(answer.nearest):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"> {escaped(opening_words(library, citation))}")
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                chip(citation, f"{key}-near-{number}")
                standing(citation)


def answer_out(pipeline: Pipeline, answer: Answer, key: str) -> None:
    """An answer's claims with their chips, or a refusal with what is nearest."""
    library = pipeline.index.library
    if answer.resolved_question != answer.question:
        st.caption(say("read_as", question=escaped(answer.resolved_question)))
    for correction in answer.premise_corrections:
        st.info(f"{say('corrects')}: {escaped(correction.premise)} → {escaped(correction.correction)}", icon=":material/info:")
    st.markdown(escaped(answer.message))
    if answer.status is Status.REFUSED:
        refusal_out(library, answer, key)
    for number, card in enumerate(cards(library, answer.claims)):
        card_out(library, card, f"{key}-card-{number}")
    if answer.see_also:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.caption(say("see_also"), width="content")
            for number, citation in enumerate(answer.see_also):
                chip(citation, f"{key}-also-{number}")
    if answer.claims:
        how_out(answer)


def how_out(answer: Answer) -> None:
    """What an answer was made and checked with, and what was left out, behind one small button."""
    with st.popover(say("how"), type="tertiary", icon=":material/fact_check:"):
        st.markdown(say("how_model", llm=escaped(answer.engine.llm)) if answer.engine.llm else say("how_plain"))
        if answer.dropped:
            st.markdown(say("dropped"))
            for claim in answer.dropped:
                verdict = f"{VERDICT[claim.verdict.status][tongue()]}: {claim.verdict.reason}"
                st.markdown(f"- {escaped(claim.text)} ({escaped(verdict)})")
        st.caption(
            f"{say('version')} {escaped(answer.corpus_version)} · {say('engine')} {escaped(answer.engine.embedder)} · "
            f"{say('time')} {answer.timings_ms.get('total', 0):.0f} ms"
        )


def questions_out(pipeline: Pipeline, questions: Sequence[str], title: str, key: str) -> None:
    """Questions to click on."""
    if questions:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.caption(title, width="content")
            for number, question in enumerate(questions):
                st.button(escaped(question), key=f"{key}-{number}", on_click=ask, args=(pipeline, question), type="tertiary")


def turns_out(pipeline: Pipeline) -> None:
    """Every question of this session with what came of it."""
    for number, turn in enumerate(st.session_state.turns):
        with st.chat_message("user", avatar=":material/person:"):
            st.text(turn["question"][:LONGEST])
        with st.chat_message("assistant", avatar=":material/balance:"):
            if turn["answer"] is None:
                st.info(escaped(turn["trouble"]), icon=":material/help:")
            else:
                answer_out(pipeline, turn["answer"], f"turn-{number}")
                questions_out(pipeline, turn["further"], say("try"), f"turn-{number}-try")


def provision_out(pipeline: Pipeline) -> None:
    """The provision that is open: official words with the quoted ones marked, and the digest beside them."""
    citation: Citation | None = st.session_state.opened
    if citation is None:
        return
    library = pipeline.index.library
    asked_for = st.session_state.get("words_in") or citation.language
    shown = sheet(library, citation.reference, asked_for, st.session_state.quoted)
    st.subheader(escaped(shown.label), anchor=False)
    if shown.heading_path:
        st.caption(escaped(" › ".join(shown.heading_path)))
    with st.container(horizontal=True, gap="small"):
        verb(shown.citation.modality)
        standing(shown.citation)
    words, digest = st.columns([3, 2], gap="large")
    with words:
        words_out(shown)
    with digest:
        digest_out(shown)
    ways_out(shown)


def words_out(shown: Sheet) -> None:
    """The official words, items under their chapeau."""
    st.markdown(f"**{say('words')}**")
    if not shown.parts:
        st.info(say("nothing_held"), icon=":material/info:")
    for part in shown.parts:
        lead = f"{escaped(part.item)} " if part.item else ""
        st.markdown(lead + (marked(part.text, part.spans) if part.text else f"*{say('damaged_part')}*"))


def digest_out(shown: Sheet) -> None:
    """The digest's statements in the reader's language."""
    if shown.statements:
        st.markdown(f"**{say('digest')}**", help=say("digest_hint"))
        lines = [f"{one.item or ''} {one.zh if tongue() else one.en}".strip() for one in shown.statements]
        st.markdown("\n".join(f"- {escaped(line)}" for line in lines))


def ways_out(shown: Sheet) -> None:
    """Where to go from a provision: its neighbours, what it refers to, the official document."""
    for title in ("cites", "cited_by", "see_also"):
        further: tuple[Citation, ...] = getattr(shown, title)
        if further:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.caption(say(title), width="content")
                for number, citation in enumerate(further):
                    chip(citation, f"sheet-{title}-{number}")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for side, icon in (("before", ":material/arrow_back:"), ("after", ":material/arrow_forward:")):
            neighbour: Citation | None = getattr(shown, side)
            if neighbour is not None:
                st.button(escaped(neighbour.label), key=f"sheet-{side}", help=say(side), icon=icon, on_click=show, args=(neighbour,))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.link_button(say("official_link"), shown.citation.url, icon=":material/open_in_new:", type="primary")
        st.code(f"{shown.citation.label} ({shown.citation.symbol})", language=None, wrap_lines=True)


def held_out(library: Library) -> None:
    """Which instruments are held, and whether with official words or as a digest."""
    st.markdown(f"**{say('held')}**")
    for instrument in library.instruments.values():
        texts = ", ".join(LANGUAGES[language][tongue()] for language in library.texts.get(instrument.id, {}))
        official = f" :green-badge[{say('official_in')} · {texts}]" if texts else ""
        digest = f" :orange-badge[{say('digest_in')}]" if instrument.id in library.digests else ""
        name = instrument.names.get(reader()) or instrument.names[Language.EN]
        st.markdown(f"{escaped(name)} :small[{escaped(instrument.symbol)}]{official}{digest}")


def side(pipeline: Pipeline | None) -> None:
    """The sidebar: language, purpose, privacy, what is held."""
    with st.sidebar:
        st.segmented_control(say("interface"), ("English", "中文"), key="interface", required=True)
        st.button(say("clear"), icon=":material/restart_alt:", help=say("clear_hint"), on_click=st.session_state.turns.clear)
        st.markdown(f"**{say('about')}**")
        st.caption(say("purpose"))
        st.caption(say("private"))
        if pipeline is not None:
            held_out(pipeline.index.library)


def banner(library: Library) -> None:
    """What to know before trusting an answer: samples only, or no official words."""
    if all(name in all_facts(SAMPLES) for name in library.instruments):
        st.info(say("sample"), icon=":material/science:")
    elif not library.texts:
        st.info(say("no_official"), icon=":material/info:")


@st.fragment(run_every=1.0)
def waiting(opened: Opening) -> None:
    """How far the opening is; looks again each second and draws the page anew once it is done."""
    try:
        if opened.pipeline() is not None:
            st.rerun()
        st.progress(opened.done / opened.total if opened.total else 0.0, text=say("opening"))
        told = say("indexing", done=f"{opened.done:,}", total=f"{opened.total:,}") if opened.total else say("opening_hint")
        st.caption(told)
    except StoreBusy:
        opened.again()
        st.info(say("busy"), icon=":material/hourglass_top:")
    except PinpointError as error:
        st.info(f"{say('not_open')} {escaped(str(error))}", icon=":material/info:")
        st.button(say("again"), on_click=opened.again)


def ready(opened: Opening) -> Pipeline | None:
    """The pipeline where it is open; what hinders it is told by `waiting`."""
    try:
        return opened.pipeline(_PATIENCE)
    except PinpointError as error:
        logging.getLogger(__name__).warning("The texts could not be opened: %s", error)
        return None


def start(pipeline: Pipeline) -> None:
    """What to ask, by whom: only questions that these texts answer."""
    st.caption(say("examples"))
    columns = st.columns(2)
    for number, (who, question) in enumerate(answerable(pipeline, EXAMPLES[tongue()], _EXAMPLES)):
        shown = f"**{who}**  \n{escaped(question)}"
        columns[number % 2].button(shown, key=f"example-{number}", on_click=ask, args=(pipeline, question), width="stretch")


def page(opened: Opening) -> None:
    """The whole page."""
    st.set_page_config(page_title="Pinpoint", page_icon=":material/balance:", layout="centered")
    for key, value in (("turns", []), ("opened", None), ("quoted", ())):
        st.session_state.setdefault(key, value)
    st.session_state.setdefault("interface", "中文" if str(st.context.locale or "").startswith("zh") else "English")
    pipeline = ready(opened)
    question = st.chat_input(say("ask"), max_chars=_PASTED, disabled=pipeline is None)
    side(pipeline)
    st.title("Pinpoint", anchor=False)
    st.caption(say("subtitle"))
    if pipeline is None:
        waiting(opened)
        return
    if question:
        with st.spinner(say("searching")):
            ask(pipeline, question)
    banner(pipeline.index.library)
    turns_out(pipeline)
    if not st.session_state.turns:
        start(pipeline)
    if st.session_state.opened is not None:
        st.dialog(say("provision"), width="large", on_dismiss=lambda: show(None))(provision_out)(pipeline)


if __name__ == "__main__":
    page(opening())
