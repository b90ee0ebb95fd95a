"""Proposed claims in, drafts with citations out, and those that cannot be one with the reason.

A passage is known by its number alone, a quote only where it is the passage's words byte for byte; the citation is then
cut from the store, around whole sentences. Nothing that a model wrote becomes part of a citation.
"""

from collections.abc import Iterator, Mapping, Sequence

from corpus.language import detect
from corpus.library import Library
from corpus.sentences import sentences
from corpus.types import Citation, Language
from rag.accept import accept, is_unsafe
from rag.citing import cite
from rag.compose import Draft
from rag.drafting.passages import Numbered, speech
from rag.drafting.schema import Proposed
from rag.types import Against, Claim, Step, Verdict, VerdictStatus

_SHOWN = 60


def map_claims(
    library: Library, proposed: Sequence[Proposed], passages: Sequence[Numbered], language: Language
) -> tuple[tuple[Draft, ...], tuple[Claim, ...]]:
    """Drafts for the pipeline to check, and claims that are dropped before."""
    by_number = {passage.number: passage for passage in passages}
    drafts: list[Draft] = []
    dropped: list[Claim] = []
    for one in proposed:
        for text in _sentences(one.text):
            passage = by_number.get(one.passage)
            reason = _fault(text, one, by_number, language, drafts)
            if reason is None and passage is not None:
                citation = _cite(library, passage, one.quote, language)
                drafts.append(Draft(text=text, citation=citation, reference=passage.reference))
            else:
                cited = (cite(library, passage.reference, language),) if passage else ()
                dropped.append(_dropped(library, text, cited, reason or ""))
    return tuple(drafts), tuple(dropped)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a proposed text, since a claim is one; text that cannot be shown stays whole, to be dropped."""
    if is_unsafe(text) or not any(map(str.isalnum, text)):
        yield "".join(letter if letter.isprintable() else "�" for letter in text)
    else:
        yield from (sentence.text for sentence in sentences(accept(text)))


def _fault(
    text: str, one: Proposed, by_number: Mapping[int, Numbered], language: Language, drafts: Sequence[Draft]
) -> str | None:
    """Why a proposed sentence cannot be a draft, or None."""
    passage = by_number.get(one.passage)
    if passage is None:
        return f"{Step.EXISTENCE}: no passage has the number {one.passage}"
    if is_unsafe(one.text) or not any(map(str.isalnum, text)):
        return "form: it holds control characters or no words"
    if detect(text) is not speech(language):
        return f"language: it is in {detect(text).value}, and {speech(language).value} was asked for"
    if not one.quote.strip() or one.quote not in passage.text:
        return f"{Step.QUOTE}: {one.quote[:_SHOWN]!r} is not the passage's words"
    if any(text.casefold() == draft.text.casefold() for draft in drafts):
        return "repeated: it says what another one says"
    return None


def _cite(library: Library, passage: Numbered, quote: str, language: Language) -> Citation:
    """A citation of the whole sentences that a quote touches; without official words it has none."""
    if not passage.official:
        return cite(library, passage.reference, language)
    start = passage.text.index(quote)
    end = start + len(quote)
    touched = [sentence for sentence in sentences(passage.text) if sentence.start < end and sentence.end > start]
    return cite(library, passage.reference, language, span=(touched[0].start, touched[-1].end))


def _dropped(library: Library, text: str, cited: tuple[Citation, ...], reason: str) -> Claim:
    against = Against.OFFICIAL if library.texts else Against.DIGEST
    verdict = Verdict(status=VerdictStatus.NOT_SUPPORTED, against=against, reason=reason)
    return Claim(text=text, citations=cited, verdict=verdict)
