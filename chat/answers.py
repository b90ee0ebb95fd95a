"""Answers and refusals as people read them: cards of claims, chips, further questions.

Draws what the pipeline gave; leaves nothing out and adds no word of law.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import streamlit as st

from chat.citing import checked, chip, standing, verb, verdicts
from chat.speech import say, tongue
from chat.turns import ask, further, turns
from corpus.library import Library
from rag.accept import accept
from rag.pipeline import Pipeline
from rag.present.cards import Card, Quote, cards, item_of, opening_words
from rag.present.markdown import escaped
from rag.present.words import VERDICT
from rag.types import Answer, Status


def turns_out(pipeline: Pipeline) -> None:
    """Every question of this session with what came of it."""
    for number, turn in enumerate(turns()):
        with st.chat_message("user", avatar=":material/person:"):
            st.text(turn.question)
        with st.chat_message("assistant", avatar=":material/balance:"):
            if turn.answer is None:
                st.info(escaped(turn.trouble), icon=":material/help:")
            else:
                answer_out(pipeline, turn.answer, number)


def answer_out(pipeline: Pipeline, answer: Answer, number: int) -> None:
    """An answer's claims with their chips, or a refusal with what is nearest."""
    library, key = pipeline.index.library, f"turn-{number}"
    if answer.resolved_question != accept(answer.question):
        st.caption(say("read_as", question=escaped(answer.resolved_question)))
    corrections_out(answer, key)
    st.markdown(escaped(answer.message))
    if answer.status is Status.REFUSED:
        refusal_out(library, answer, key)
        questions = further(pipeline, number)
        if questions:
            st.caption(say("try"))
            with st.container(horizontal=True, gap="small"):
                questions_out(pipeline, questions, f"{key}-try", "secondary")
        return
    for place, card in enumerate(cards(library, answer.claims)):
        card_out(library, card, f"{key}-card-{place}")
    onward_out(pipeline, answer, number)


def corrections_out(answer: Answer, key: str) -> None:
    """What a question takes for granted and the texts say otherwise, as help."""
    for number, correction in enumerate(answer.premise_corrections):
        told = f"{say('corrects')}: {escaped(correction.premise)} → **{escaped(correction.correction)}**"
        st.info(told, icon=":material/lightbulb:")
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            for place, citation in enumerate(correction.citations):
                chip(citation, f"{key}-correction-{number}-{place}", correction.citations)


def onward_out(pipeline: Pipeline, answer: Answer, number: int) -> None:
    """One row below an answer: related provisions, related questions, how it was checked."""
    with st.container(horizontal=True, gap="medium"):
        if answer.see_also:
            with st.popover(say("see_also"), type="tertiary", icon=":material/link:"):
                for place, citation in enumerate(answer.see_also):
                    chip(citation, f"turn-{number}-also-{place}")
        questions = further(pipeline, number)
        if questions:
            with st.popover(say("try"), type="tertiary", icon=":material/forum:"):
                questions_out(pipeline, questions, f"turn-{number}-try")
        how_out(answer)


def card_out(library: Library, card: Card, key: str) -> None:
    """Claims on one paragraph, the official words once, and one row of chips."""
    with st.container(border=True, gap="xsmall"):
        for claim in card.claims:
            item = item_of(library, claim.citations[0].reference) if claim.citations else ""
            verbatim = any(citation.quote == claim.text for citation in claim.citations)
            st.markdown(f"**{escaped(f'{item} “{claim.text}”' if verbatim else f'{item} {claim.text}').strip()}**")
        if card.quotes:
            st.markdown(quoting(card.quotes))
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            for number, citation in enumerate(card.citations):
                chip(citation, f"{key}-{number}", card.quoted, item_of(library, citation.reference) if number else "")
            for modality in dict.fromkeys(citation.modality for citation in card.quoted):
                verb(modality)
            standing(card.citations[0])
            checked(card.claims)


def quoting(quotes: Iterable[Quote]) -> str:
    """Official words between quotation marks, in a quieter colour than the claims."""
    lines = (f"{escaped(quote.item)} “{escaped(quote.text)}”".strip() for quote in quotes)
    return "  \n".join(f":gray[{line}]" for line in lines)


def refusal_out(library: Library, answer: Answer, key: str) -> None:
    """A refusal as help: what is nearest, with its first official sentence."""
    for number, citation in enumerate(answer.nearest):
        with st.container(border=True, gap="xsmall"):
            words = opening_words(library, citation, answer.language)
            official = words in (citation.quote or "")
            st.markdown(f":gray[“{escaped(words)}”]" if official else f":gray[{escaped(words)}]")
            with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
                chip(citation, f"{key}-near-{number}")
                standing(citation)


def how_out(answer: Answer) -> None:
    """What an answer was made and checked with, and what was left out, behind one small button."""
    with st.popover(say("how"), type="tertiary", icon=":material/fact_check:"):
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


def questions_out(
    pipeline: Pipeline,
    questions: Sequence[str],
    key: str,
    kind: Literal["secondary", "tertiary"] = "tertiary",
) -> None:
    """Questions to click on."""
    for number, question in enumerate(questions):
        st.button(escaped(question), key=f"{key}-{number}", on_click=ask, args=(pipeline, question), type=kind)
