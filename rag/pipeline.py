"""The whole product on one screen: a question in, a checked answer out.

    accept → resolve → refer → retrieve → decide → compose → verify → present

Stages do not know each other; values pass between them here. Refuses to show a claim that its check did not pass.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from corpus.language import detect
from corpus.types import Citation, Language, Reference
from rag.accept import accept, is_unsafe, readable
from rag.choose import named_first
from rag.citing import cite
from rag.clock import Clock
from rag.compose import Draft
from rag.decide.decision import Course, Decision, decide
from rag.dialogue.resolve import Resolved, resolve_question
from rag.dialogue.turn import Turn, Turns, turn_of, within_reach
from rag.drafting.drafted import Drafter
from rag.index import Index
from rag.messages import message
from rag.multi_question import Parted, decide_parts, partly
from rag.orders import without_orders
from rag.ports import Embedder, TokenEmbedder
from rag.rank_denials import denying
from rag.refer import Referred, refer, refer_after
from rag.respond import (
    CLOSE_BY_ANSWERING,
    CLOSE_BY_DENYING,
    Refusal,
    answering,
    by_reference,
    correcting,
    corrections,
    opening,
    premise_words,
    refused,
)
from rag.retrieve import DEPTH, Found, search
from rag.superseded import now_in_force, revised
from rag.talk import introduction, talk
from rag.types import Answer, Claim, Engine, Passage, Reason, SearchResult, Status, VerdictStatus
from rag.verify.check import check, check_citation

Watch = Callable[[tuple[Passage, ...]], None]
"""Is told the passages of a question as soon as there are any."""
_NEAREST = 3
_NEAR_TOP = 4
"""Ranks within which a number that several instruments have is taken for the one that the question means."""


class Pipeline:
    """Answers and searches over one opened index. Of earlier questions it keeps what came of them, and forgets it when it ends.

    A `drafter` may word an answer that is given anyway; whether one is given, and what is checked, it has no say in.
    """

    def __init__(self, index: Index, embedder: Embedder, drafter: Drafter | None = None, *, turns: Turns | None = None) -> None:
        self.index = index
        self.embedder = embedder
        self.drafter = drafter
        self.turns = turns or Turns()
        self.engine = Engine(embedder=embedder.name, llm=drafter.name if drafter else None)

    @property
    def plain(self) -> "Pipeline":
        """The same without a drafter, for questions that nobody asked."""
        return Pipeline(self.index, self.embedder, turns=self.turns) if self.drafter else self

    def within(self, names: Collection[str]) -> "Pipeline":
        """The same over some of the instruments alone; raises UnknownInstrument."""
        return Pipeline(self.index.within(names), self.embedder, self.drafter)

    def until(self, stopped: Callable[[], bool]) -> "Pipeline":
        """The same for one question that may stop being wanted: drafting ends as soon as it is."""
        if self.drafter is None:
            return self
        return Pipeline(self.index, self.embedder, self.drafter.until(stopped), turns=self.turns)

    def search(self, query: str, top: int = 10) -> SearchResult:
        """The `top` best passages for a query; raises BadInput."""
        clock = Clock()
        question = accept(query)
        language = detect(question)
        with clock("refer"):
            referred = refer(self.index.library, question, language)
        with clock("retrieve"):
            found = search(self.index, self.embedder, question, question, language, DEPTH).retrieved.found
            meant = self._meant(referred, found)
            ranked = self._fronted(self._ranked(found, meant), meant)
        passages = self._passages(ranked[:top], language)
        return SearchResult(
            query=query,
            language=language,
            passages=passages,
            corpus_version=self.index.version,
            timings_ms=clock.read(),
        )

    def ask(self, question: str, history: Sequence[str] = (), found: Watch | None = None) -> Answer:
        """A checked answer, or a refusal with its reason; raises BadInput. `found` is told the passages once there are any."""
        clock, accepted = Clock(), accept(question)
        earlier = within_reach([one for one in map(readable, history) if one])
        with clock("resolve"):
            turns = self.turns.of(earlier, self.plain.taken)
        answer, resolved = self._asked(question, turns, found, clock, follows=bool(earlier))
        if self.drafter is None:
            self.turns.keep((*earlier, accepted), turn_of(answer, asked=resolved.own))
        return answer

    def taken(self, question: str, turns: tuple[Turn, ...], follows: bool) -> Turn | None:  # noqa: FBT001 - as `Turns` takes it
        """What comes of a question after these turns, as later ones lean on it; None where it asks nothing of the texts."""
        answer, resolved = self._asked(question, turns, None, Clock(), follows=follows)
        return turn_of(answer, asked=resolved.own)

    def _asked(
        self, question: str, turns: Sequence[Turn], found: Watch | None, clock: Clock, *, follows: bool
    ) -> tuple[Answer, Resolved]:
        accepted = without_orders(accept(question))
        resolved = resolve_question(self.index.library, accepted, turns)
        language = detect(accepted or question)
        blank = self._blank(question, resolved.text, language)
        if is_unsafe(question) or is_unsafe(resolved.text) or not accepted:
            told = message("unsafe_input" if accepted else "an_order", language)
            return replace(blank, reason=Reason.UNSAFE_INPUT, message=told), resolved
        if (spoken := talk(accepted, follows=follows)) is not None:
            told = introduction(self.index.library, spoken, accepted)
            return replace(self._blank(question, accepted, spoken), reason=Reason.OFF_TOPIC, message=told), resolved
        return self._answer(blank, resolved, found, clock), resolved

    def _answer(self, blank: Answer, resolved: Resolved, found: Watch | None, clock: Clock) -> Answer:
        """What the texts say to a question that something is asked in."""
        language, own = blank.language, resolved.own
        with clock("retrieve"):
            searched = search(self.index, self.embedder, own, resolved.text, language, DEPTH, doubtful=resolved.doubtful)
        clean, leans = searched.asked.text, searched.alone is not None
        blank = replace(blank, resolved_question=clean)
        with clock("refer"):
            referred = refer_after(self.index.library, clean, own, language)
            alone = refer(self.index.library, own, language) if leans else referred
            referred = revised(self.index.library, referred, searched.retrieved.found)
            meant = self._meant(referred, searched.retrieved.found)
            current = now_in_force(self.index.library, referred, searched.retrieved.found)
            meant = replace(meant, resolved=tuple(dict.fromkeys((*meant.resolved, *current))))
            ranked = self._ranked(searched.retrieved.found, meant)
        with clock("decide"):
            decision = decide(self.index, self.embedder, searched, referred, alone)
            correct = decision.course is Course.CORRECT or bool(referred.superseded or referred.replaced)
            denied = decision.course is Course.CORRECT and searched.alone is None
            if denied:
                ranked = self._ranked(denying(searched, decision.answer_share), meant)
            ranked = ranked if correct else self._fronted(ranked, meant)
            by_parts = not leans and not correct and not meant.resolved
            parted = decide_parts(self.index, self.embedder, own, language, ranked, decision.course) if by_parts else Parted()
            decision = decision if not parted.settled else replace(decision, course=Course.ANSWER, reason=None)
            refusal = self._refusal(clean, ranked, referred, decision, language)
        blank = replace(blank, passages=self._passages(ranked[:10], language))
        if found is not None:
            found(blank.passages)
        if refusal is not None:
            blank = replace(blank, reason=refusal.reason, message=refusal.message, nearest=refusal.nearest)
            return replace(partly(blank, parted), timings_ms=clock.read())
        with clock("compose"):
            if correct:
                named = len(meant.resolved)
                edges, close = searched.retrieved.edges, CLOSE_BY_DENYING if denied else CLOSE_BY_ANSWERING
                drafts = tuple(correcting(self.index.library, ranked, named, edges, clean, language, close))
            else:
                drafts = tuple(answering(self.index.library, ranked, meant, searched.asked, language, parted.told))
        with clock("verify"):
            claims, dropped = self._checked(drafts)
        premise = premise_words(referred, decision.probability, language) if correct else None
        answered = self._answered(replace(blank, dropped=dropped), claims, premise)
        if self.drafter is not None and claims and not correct:
            with clock("draft"):
                answered = self._drafted(self.drafter, answered, ranked[: len(meant.resolved) or None])
        return replace(partly(answered, parted), timings_ms=clock.read())

    def _refusal(
        self, question: str, ranked: Sequence[Found], referred: Referred, decision: Decision, language: Language
    ) -> Refusal | None:
        """What a reference calls for first, then what was decided; what is named by number or replaced is not refused."""
        refusal = by_reference(self.index.library, referred, ranked, language)
        named = bool(referred.resolved or referred.superseded or referred.replaced)
        if refusal is None and decision.course is Course.REFUSE and decision.reason and not named:
            return refused(self.index.library, decision.reason, question, ranked, language)
        return refusal

    def _answered(self, blank: Answer, claims: tuple[Claim, ...], premise: str | None = None) -> Answer:
        """The answer that the claims make, or a refusal where none is left; a correction opens with words on its `premise`."""
        language = blank.language
        if not claims:
            nearest = tuple(passage.citation for passage in blank.passages[:_NEAREST])
            return replace(blank, message=message("not_in_texts", language), nearest=nearest)
        answer = replace(
            blank,
            status=Status.ANSWERED,
            reason=None,
            message=opening(claims, message("answered", language), language),
            claims=claims,
            see_also=self._see_also(claims, language),
        )
        if premise is None:
            return answer
        corrected = tuple(corrections(claims, blank.resolved_question))
        told = opening(claims, premise, language)
        return replace(answer, reason=Reason.FALSE_PREMISE, message=told, premise_corrections=corrected)

    def _drafted(self, drafter: Drafter, answer: Answer, offered: Sequence[Found]) -> Answer:
        """The answer in the drafter's claims where any passes its check, else as it is; either way it says so."""
        language = answer.language
        drafted = drafter.draft(self.index.library, answer.resolved_question, offered, language)
        claims, failed = self._checked(drafted.drafts, drafter.tokens)
        told = replace(answer, engine=self.engine, dropped=(*answer.dropped, *drafted.dropped, *failed))
        if drafted.fault:
            return replace(told, message=f"{message('draft_failed', language, drafted.fault)} {answer.message}")
        if not claims:
            proposed = str(len(drafted.dropped) + len(failed))
            return replace(told, message=f"{message('draft_dropped', language, proposed)} {answer.message}")
        worded = self._answered(told, claims)
        return replace(worded, message=f"{message('drafted', language, drafter.name)} {worded.message}")

    def _ranked(self, found: Sequence[Found], referred: Referred) -> tuple[Found, ...]:
        """What the question names first, in its order, then what retrieval found."""
        by_paragraph = {one.paragraph: one for one in found}
        first = [self._as_named(reference, by_paragraph) for reference in referred.resolved]
        taken = {one.paragraph for one in first}
        return (*first, *(one for one in found if one.paragraph not in taken))

    def _fronted(self, ranked: tuple[Found, ...], referred: Referred) -> tuple[Found, ...]:
        """The same, but an instrument that is named without a number stands in front; false premises may name a wrong one."""
        return ranked if referred.resolved else named_first(ranked, referred.instruments)

    def _as_named(self, reference: Reference, found: dict[Reference, Found]) -> Found:
        paragraph = self.index.library.paragraph(reference)
        blank = Found(reference=reference, paragraph=paragraph, score=0.0, near=(), rows=(), signals=())
        return replace(found.get(paragraph, blank), reference=reference)

    def _meant(self, referred: Referred, found: Sequence[Found]) -> Referred:
        """What is referred to once retrieval has decided among the candidates of an ambiguous number.

        All of them in its order; where more is asked than their words, those near the top alone.
        """
        if referred.resolved or not referred.ambiguous:
            return referred
        ranks = {one.paragraph: rank for rank, one in enumerate(found)}
        place = {one: ranks.get(self.index.library.paragraph(one), DEPTH) for one in referred.ambiguous}
        kept = [one for one in referred.ambiguous if place[one] < _NEAR_TOP or not referred.rest]
        return replace(referred, resolved=tuple(sorted(kept, key=lambda one: place[one])))

    def _checked(
        self, drafts: Sequence[Draft], tokens: TokenEmbedder | None = None
    ) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
        """Claims that passed and claims that did not; those in free wording are weighed with `tokens`."""
        claims: list[Claim] = []
        dropped: list[Claim] = []
        for draft in drafts:
            fault = check_citation(self.index.library, draft.citation)
            is_quote = draft.text == draft.citation.quote
            language = draft.citation.language if is_quote else detect(draft.text)
            verdict = check(self.index.library, draft.text, (draft.reference,), language, embedder=tokens)
            claim = Claim(text=draft.text, citations=(draft.citation,), verdict=verdict)
            passed = fault is None and verdict.status is VerdictStatus.SUPPORTED
            (claims if passed else dropped).append(claim)
        return tuple(claims), tuple(dropped)

    def _passages(self, ranked: Sequence[Found], language: Language) -> tuple[Passage, ...]:
        return tuple(
            Passage(citation=cite(self.index.library, one.reference, language), score=one.score, rank=rank)
            for rank, one in enumerate(ranked, start=1)
        )

    def _see_also(self, claims: Sequence[Claim], language: Language) -> tuple[Citation, ...]:
        """What the digests of the cited provisions point to, itself not cited."""
        library = self.index.library
        cited = {library.paragraph(citation.reference) for claim in claims for citation in claim.citations}
        pointers = [r for one in cited if (digest := library.digest(one)) for r in digest.see_also]
        further = [Reference.parse(text) for text in dict.fromkeys(pointers)]
        known = sorted(
            {one for reference in further for one in library.expand(reference)} - cited, key=lambda r: library.order[r]
        )
        return tuple(cite(library, reference, language) for reference in known[:_NEAREST])

    def _blank(self, question: str, resolved: str, language: Language) -> Answer:
        return Answer(
            question=question,
            resolved_question=resolved,
            language=language,
            status=Status.REFUSED,
            reason=Reason.NOT_IN_TEXTS,
            message="",
            corpus_version=self.index.version,
            engine=Engine(embedder=self.engine.embedder),
        )
