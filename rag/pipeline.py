"""The whole product on one screen: a question in, a checked answer out.

    accept → resolve → refer → retrieve → suffice → compose → verify → present

Stages do not know each other; values pass between them here. Refuses to show a claim that its check did not pass.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from corpus.language import detect
from corpus.types import Citation, Language, Reference, TextStatus
from rag.accept import accept, is_unsafe
from rag.citing import cite
from rag.compose import Draft, compose
from rag.dialogue import resolve_question
from rag.index import Index
from rag.messages import message
from rag.ports import Embedder
from rag.refer import Referred, closest, refer, successors
from rag.retrieve import Found, retrieve
from rag.suffice import suffices
from rag.types import Answer, Claim, Engine, Passage, Reason, SearchResult, Status, VerdictStatus
from rag.verify.check import check, check_citation

_DEPTH = 60
"""Provisions that are ranked for every question."""
_CLAIMS = 6
_CLAIMS_EACH = 3
_CLAIMS_NAMED = 8
_NEAREST = 3
_CLOSE = 0.85
"""Share of the best score from which a further provision is answered from; on dev the best balance of what is cited
rightly and what is cited of the needed (docs/decisions/0005)."""


class Pipeline:
    """Answers and searches over one opened index; holds no state between questions."""

    def __init__(self, index: Index, embedder: Embedder) -> None:
        self.index = index
        self.embedder = embedder
        self.engine = Engine(embedder=embedder.name)

    def search(self, query: str, top: int = 10) -> SearchResult:
        """The `top` best passages for a query; raises BadInput."""
        clock = _Clock()
        question = accept(query)
        language = detect(question)
        with clock("refer"):
            referred = refer(self.index.library, question, language)
        with clock("retrieve"):
            retrieved = retrieve(self.index, self.embedder, question, language, _DEPTH)
            ranked = self._ranked(retrieved.found, referred)
        passages = self._passages(ranked[:top], language)
        return SearchResult(
            query=query,
            language=language,
            passages=passages,
            corpus_version=self.index.version,
            timings_ms=clock.read(),
        )

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """A checked answer, or a refusal with its reason; raises BadInput."""
        clock = _Clock()
        asked = accept(question)
        clean = resolve_question(asked, [accept(earlier) for earlier in history])
        language = detect(asked)
        blank = self._blank(question, clean, language)
        if is_unsafe(clean):
            return replace(blank, reason=Reason.UNSAFE_INPUT, message=message("unsafe_input", language))
        with clock("refer"):
            referred = refer(self.index.library, clean, language)
        with clock("retrieve"):
            retrieved = retrieve(self.index, self.embedder, clean, language, _DEPTH)
            ranked = self._ranked(retrieved.found, referred)
            enough = suffices(self.index.library, retrieved, clean, language)
        passages = self._passages(ranked[:10], language)
        refusal = self._refusal(referred, ranked, language, enough=enough)
        if refusal is not None:
            reason, text, nearest = refusal
            answer = replace(blank, reason=reason, message=text, passages=passages, nearest=nearest)
            return replace(answer, timings_ms=clock.read())
        with clock("compose"):
            drafts = self._drafts(ranked, referred, clean, language)
        with clock("verify"):
            claims, dropped = self._checked(drafts)
        answered = replace(blank, passages=passages, dropped=dropped)
        if not claims:
            nearest = tuple(passage.citation for passage in passages[:_NEAREST])
            refused = replace(answered, reason=Reason.NOT_IN_TEXTS, message=message("not_in_texts", language))
            return replace(refused, nearest=nearest, timings_ms=clock.read())
        return replace(
            answered,
            status=Status.ANSWERED,
            reason=None,
            message=_opening(claims, language),
            claims=claims,
            see_also=self._see_also(claims, language),
            timings_ms=clock.read(),
        )

    def _ranked(self, found: Sequence[Found], referred: Referred) -> tuple[Found, ...]:
        """What the question names first, in its order, then what retrieval found."""
        named = referred.resolved or self._among(referred.ambiguous, found)
        by_paragraph = {one.paragraph: one for one in found}
        first = [self._as_named(reference, by_paragraph) for reference in named]
        taken = {one.paragraph for one in first}
        return (*first, *(one for one in found if one.paragraph not in taken))

    def _as_named(self, reference: Reference, found: dict[Reference, Found]) -> Found:
        paragraph = self.index.library.paragraph(reference)
        blank = Found(reference=reference, paragraph=paragraph, score=0.0, cosine=0.0, bm25=0.0, near=())
        return replace(found.get(paragraph, blank), reference=reference, score=1.0)

    def _among(self, candidates: Sequence[Reference], found: Sequence[Found]) -> tuple[Reference, ...]:
        """Candidates of an ambiguous number, those that retrieval ranks best first."""
        ranks = {one.paragraph: rank for rank, one in enumerate(found)}
        return tuple(sorted(candidates, key=lambda r: ranks.get(self.index.library.paragraph(r), _DEPTH)))

    def _refusal(
        self, referred: Referred, ranked: Sequence[Found], language: Language, *, enough: bool
    ) -> tuple[Reason, str, tuple[Citation, ...]] | None:
        cited = [cite(self.index.library, one.reference, language) for one in ranked[:_NEAREST]]
        if referred.superseded and not referred.resolved:
            detail = ", ".join(f"{one.edition}: {one.locator}" for one in referred.superseded)
            taken = [one for old in referred.superseded for one in successors(self.index.library, old)]
            nearest = tuple(cite(self.index.library, one, language) for one in taken) or tuple(cited)
            return Reason.NO_SUCH_PROVISION, message("superseded", language, detail), nearest
        if referred.missing and not referred.resolved:
            detail = "; ".join(f"{one.locator} ({one.nearest})" for one in referred.missing)
            near = [one for missing in referred.missing for one in closest(self.index.library, missing)]
            nearest = tuple(cite(self.index.library, one, language) for one in near[:_NEAREST]) or tuple(cited)
            return Reason.NO_SUCH_PROVISION, message("no_such_provision", language, detail), nearest
        if referred.outside and not referred.resolved and not referred.rest:
            detail = ", ".join(str(reference) for reference in referred.outside)
            return Reason.NOT_IN_TEXTS, message("out_of_scope", language, detail), tuple(cited)
        if referred.ambiguous and not referred.resolved and not referred.rest:
            nearest = tuple(cite(self.index.library, reference, language) for reference in referred.ambiguous)
            return Reason.AMBIGUOUS_REFERENCE, message("ambiguous_reference", language), nearest
        if not referred.resolved and not enough:
            return Reason.NOT_IN_TEXTS, message("not_in_texts", language), tuple(cited)
        return None

    def _drafts(self, ranked: Sequence[Found], referred: Referred, question: str, language: Language) -> Iterator[Draft]:
        """Claims from what the question names, else from the best provision and those close behind it."""
        if referred.resolved:
            chosen, room, each = ranked[: len(referred.resolved)], _CLAIMS_NAMED, _CLAIMS_NAMED
        else:
            near = [one for one in ranked[:_NEAREST] if one.score >= _CLOSE * ranked[0].score]
            chosen = [replace(one, reference=one.paragraph) for one in near]
            room, each = _CLAIMS, _CLAIMS_EACH
        for one in chosen:
            drafts = compose(self.index.library, one, question, language, min(room, each))
            yield from drafts
            room = max(room - len(drafts), 0)

    def _checked(self, drafts: Iterator[Draft]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
        claims: list[Claim] = []
        dropped: list[Claim] = []
        for draft in drafts:
            fault = check_citation(self.index.library, draft.citation)
            verdict = check(self.index.library, draft.text, (draft.reference,), detect(draft.text))
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
            engine=self.engine,
        )


def _opening(claims: Sequence[Claim], language: Language) -> str:
    held = [citation.text_status for claim in claims for citation in claim.citations]
    opening = message("answered", language)
    return f"{message('on_digests', language)} {opening}" if TextStatus.OFFICIAL not in held else opening


class _Clock:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._stages: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self._stages[stage] = round((time.perf_counter() - start) * 1000, 2)

    def read(self) -> dict[str, float]:
        return {**self._stages, "total": round((time.perf_counter() - self._start) * 1000, 2)}
