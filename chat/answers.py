"""Answers and refusals as people read them: the direct sentence, cards of claims with their chips, what is nearest.

Draws what the pipeline gave, claim by claim; leaves nothing out and adds no word of law.
"""

from collections.abc import Iterable

import streamlit as st

from chat.citing import Origin, checked, chip, opened, standing, verb, verdicts
from chat.exporting import export_out
from chat.panel import provision_out
from chat.speech import say, tongue
from chat.turns import turns
from corpus.library import Library
from rag.accept import accept
from rag.messages import message
from rag.multi_question import names_parts
from rag.pipeline import Pipeline
from rag.present.cards import Card, Quote, cards, claim_item, item_of, opening_words
from rag.present.markdown import escaped
from rag.present.words import VERDICT
from rag.types import Answer, Reason, Status


def question_out(number: int) -> None:
    """A question as it was put."""
    with st.chat_message("user", avatar=":material/person:"):
        st.text(turns()[number].shown)


def reply_out(pipeline: Pipeline, number: int) -> None:
    """What came of a question, waited for; drawn anew by itself where something in it is clicked on."""
    st.fragment(_reply, key=f"reply-{number}")(pipeline, number)


def _reply(pipeline: Pipeline, number: int) -> None:
    if number >= len(turns()):
        return
    turn = turns()[number]
    with st.chat_message("assistant", avatar=":material/balance:"):
        if turn.under_way:
            with st.spinner(say("searching")):
                answer = turn.answer
        else:
            answer = turn.answer
        if answer is None:
            st.info(escaped(turn.trouble), icon=":material/help:")
        else:
            answer_out(pipeline, answer, number)
    now = opened()
    if now is not None and now.origin.turn == number:
        provision_out(pipeline, now)


def answer_out(pipeline: Pipeline, answer: Answer, number: int) -> None:
    """An answer's claims with their chips, the direct sentence first; or a refusal with what is nearest."""
    library = pipeline.index.whole.library
    if answer.resolved_question != accept(answer.question):
        st.caption(say("read_as", question=escaped(answer.resolved_question)))
    if answer.status is Status.REFUSED:
        refusal_out(library, answer, number)
        export_out(pipeline, answer, number)
        return
    corrections_out(answer, number)
    for place, card in enumerate(cards(library, answer.claims)):
        card_out(library, card, place, Origin(turn=number, answer=answer, claims=card.claims))
    with st.container(horizontal=True, gap="small"):
        also_out(answer, number)
        export_out(pipeline, answer, number)
        how_out(answer, number)


def corrections_out(answer: Answer, number: int) -> None:
    """What is to be known before the claims; as help what a question takes for granted wrongly, or has in it unanswered."""
    if answer.premise_corrections:
        st.info(escaped(answer.message), icon=":material/lightbulb:")
    elif names_parts(answer):
        st.info(escaped(answer.message), icon=":material/help:")
    elif answer.message != message("answered", answer.language):
        st.caption(escaped(answer.message))
    claimed = {claim.text for claim in answer.claims}
    for place, correction in enumerate(answer.premise_corrections):
        if correction.premise != answer.resolved_question:
            st.markdown(f"{say('premise')}: {escaped(correction.premise)}")
        if correction.correction in claimed:
            continue
        st.markdown(f"**{escaped(correction.correction)}**")
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            for nth, citation in enumerate(correction.citations):
                chip(
                    citation,
                    f"turn-{number}-correction-{place}-{nth}",
                    Origin(turn=number, answer=answer, claims=answer.claims),
                )


def card_out(library: Library, card: Card, place: int, origin: Origin) -> None:
    """Claims on one paragraph, the official words once, and one row of chips; a direct sentence stands out."""
    key = f"turn-{origin.turn}-card-{place}"
    items = [claim_item(library, claim) for claim in card.claims]
    direct = place == 0 and not items[0]
    with st.container(border=True, gap="xsmall", key=f"lead-{origin.turn}" if direct else None):
        for item, claim in zip(items, card.claims, strict=True):
            verbatim = any(citation.quote == claim.text for citation in claim.citations)
            said = escaped(f"{item} “{claim.text}”" if verbatim else f"{item} {claim.text}").strip()
            st.markdown(f"**{said}**")
        if card.quotes:
            st.markdown(quoting(card.quotes))
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            for number, citation in enumerate(card.citations):
                short = item_of(library, citation.reference, origin.answer.language) if number else ""
                chip(citation, f"{key}-{number}", origin, short)
            for modality in dict.fromkeys(citation.modality for citation in card.quoted):
                verb(modality)
            standing(card.citations[0])
            checked(card.claims, f"{key}-checked")


def quoting(quotes: Iterable[Quote]) -> str:
    """Official words as a quotation, in a quieter colour than the claims."""
    lines = (f"{quote.item} “{quote.text}”".strip() for quote in quotes)
    return _quoted("\n".join(lines))


def _quoted(words: str) -> str:
    return "\n".join(f"> :gray[{escaped(line)}]  " if line.strip() else ">" for line in words.splitlines())


def refusal_out(library: Library, answer: Answer, number: int) -> None:
    """A refusal as help: why, and what is nearest with its first official sentence."""
    st.markdown(escaped(answer.message))
    origin = Origin(turn=number, answer=answer)
    folded = answer.reason is Reason.OFF_TOPIC and bool(answer.nearest)
    with st.expander(say("nearest"), key=f"turn-{number}-nearest") if folded else st.container():
        nearest_out(library, answer, origin)


def nearest_out(library: Library, answer: Answer, origin: Origin) -> None:
    """The nearest provisions, each with its first sentence."""
    for place, citation in enumerate(answer.nearest):
        with st.container(border=True, gap="xsmall"):
            words = opening_words(library, citation, answer.language)
            official = words in (citation.quote or "")
            st.markdown(_quoted(f"“{words}”") if official else f":gray[{escaped(words)}]")
            with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
                chip(citation, f"turn-{origin.turn}-near-{place}", origin)
                verb(citation.modality)
                standing(citation)


def also_out(answer: Answer, number: int) -> None:
    """Related provisions, behind one small button."""
    if answer.see_also:
        with st.popover(say("see_also"), type="tertiary", icon=":material/link:", key=f"turn-{number}-also"):
            for place, citation in enumerate(answer.see_also):
                chip(citation, f"turn-{number}-also-{place}", Origin(turn=number, answer=answer))


def how_out(answer: Answer, number: int) -> None:
    """What an answer was made and checked with, and what was left out, behind one small button."""
    with st.popover(say("how"), type="tertiary", icon=":material/fact_check:", key=f"turn-{number}-how"):
        st.markdown(say("how_model", llm=escaped(answer.engine.llm)) if answer.engine.llm else say("how_plain"))
        st.markdown(verdicts(answer.claims))
        if answer.dropped:
            st.markdown(say("dropped"))
            for claim in answer.dropped:
                verdict = f"{VERDICT[claim.verdict.status][tongue()]}: {claim.verdict.reason}"
                st.markdown(f"- {escaped(claim.text)} ({escaped(verdict)})")
        st.caption(
            f"{say('version')} {escaped(answer.corpus_version)} · {say('engine')} {escaped(answer.engine.embedder)} · "
            f"{say('time')} {answer.timings_ms.get('total', 0):.0f} ms"
        )
