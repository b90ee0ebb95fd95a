"""What was found and decided in, what is said out: which provisions an answer cites, and which way it is refused.

Chooses and counts; the sentences are `rag.compose`'s, and every one is checked by `rag.verify` afterwards.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.boundaries import Edge
from corpus.citations.label import label
from corpus.citations.resolve import NoSuchProvision
from corpus.elsewhere import find_elsewhere
from corpus.facts import known_instruments
from corpus.library import Library
from corpus.types import Citation, Language, Locator, Reference, TextStatus
from rag.choose import choose, number_first, shares, with_rules
from rag.citing import cite
from rag.compose import Draft, compose, nearest, whole
from rag.instrument_questions import notes
from rag.messages import listed, message
from rag.refer import Referred, closest, successors
from rag.retrieve import Found, NearEdge
from rag.signals import Asked
from rag.types import Claim, PremiseCorrection, Reason

Composing = Callable[[Library, Found, str, Language, int], tuple[Draft, ...]]
"""A way to make claims of a provision: library, provision, question, language, claims at most."""
_NEAREST = 3
_CLAIMS, _CLAIMS_EACH, _CLAIMS_NAMED, _CLAIMS_WHOLE = 10, 6, 8, 20
_CORRECTING, _CORRECTIONS = 3, 2
CLOSE_BY_ANSWERING, CLOSE_BY_DENYING = 0.25, 0.12
"""Share of the likeliest provision's probability from which a further one is cited against a false premise, by how they were
ranked: shares of what denies are sharper. By precision and recall of dev's premises (decision 38).
"""
_SAME = 0.8
"""Cosine from which the nearest misbelief is what the question takes for granted, so that its provision is cited as well."""
_RANKED = 10
_SURELY_FALSE = 0.8
"""How likely a correction must be for its first words to leave no doubt (decision 41)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why no answer is given, in words, with the nearest provisions."""

    reason: Reason
    message: str
    nearest: tuple[Citation, ...]


def opening(claims: Sequence[Claim], words: str, language: Language) -> str:
    """The first words of an answer; where none of its claims rests on an official text it is said before them."""
    held = [citation.text_status for claim in claims for citation in claim.citations]
    return words if TextStatus.OFFICIAL in held else f"{message('on_digests', language)} {words}"


def premise_words(referred: Referred, likely: float, language: Language) -> str:
    """The first words of a correction: what is cited that is no longer in force, if anything is.

    Else whether the question takes something for granted or may do so, by how `likely` that is.
    """
    if referred.superseded:
        return message("renumbered", language, ", ".join(f"{one.edition}: {one.locator}" for one in referred.superseded))
    if referred.replaced:
        return message("replaced", language, ", ".join(dict.fromkeys(one.text.name(language) for one in referred.replaced)))
    return message("corrected" if likely >= _SURELY_FALSE else "doubted", language)


def by_reference(library: Library, referred: Referred, ranked: Sequence[Found], language: Language) -> Refusal | None:
    """The refusal that a reference in the question calls for by itself, or None."""
    if referred.unsaid:
        text = message("of_texts", language, notes(referred.unsaid, language))
        return Refusal(reason=Reason.NOT_IN_TEXTS, message=text, nearest=_cited(library, referred.resolved, language))
    return _by_number(library, referred, ranked, language)


def _by_number(library: Library, referred: Referred, ranked: Sequence[Found], language: Language) -> Refusal | None:
    """The refusal that the numbers and names in the question call for, or None."""
    nearest = _cited(library, [one.reference for one in ranked], language)
    if referred.resolved or (referred.superseded and referred.rest):
        return None
    if referred.superseded:
        detail = ", ".join(f"{one.edition}: {one.locator}" for one in referred.superseded)
        taken = [one for old in referred.superseded for one in successors(library, old)]
        text = message("superseded", language, detail)
        return Refusal(
            reason=Reason.NO_SUCH_PROVISION, message=text, nearest=_cited(library, taken, language, len(taken)) or nearest
        )
    if referred.missing:
        detail = listed((_lacking(one, language) for one in referred.missing), language)
        near = [one for missing in referred.missing for one in closest(library, missing)]
        text = message("no_such_provision", language, detail)
        return Refusal(reason=Reason.NO_SUCH_PROVISION, message=text, nearest=_cited(library, near, language) or nearest)
    if referred.outside and not referred.rest:
        detail = listed(_whole_labels(referred.outside, language), language)
        return Refusal(reason=Reason.NOT_IN_TEXTS, message=message("out_of_scope", language, detail), nearest=nearest)
    if referred.ambiguous and not referred.rest:
        all_of_them = _cited(library, referred.ambiguous, language, len(referred.ambiguous))
        return Refusal(reason=Reason.AMBIGUOUS_REFERENCE, message=message("ambiguous_reference", language), nearest=all_of_them)
    return None


def _lacking(missing: NoSuchProvision, language: Language) -> str:
    """A number that does not exist and, in brackets, how far its instrument runs: in words in English, elsewhere in numbers."""
    if language is Language.EN:
        return f"{missing.locator} ({missing.nearest})"
    if missing.instrument is None:
        return missing.locator
    named = label(known_instruments()[missing.instrument], missing.locator, language)
    if not missing.reach:
        return named
    return f"{named}（{missing.reach}）" if language is Language.ZH else f"{named} ({missing.reach})"


def _whole_labels(references: Sequence[Reference], language: Language) -> tuple[str, ...]:
    """What references are called, each article or rule once; they need not be in scope."""
    known = known_instruments()
    named = ((one.instrument, str(Locator.parse(one.locator).root)) for one in references)
    return tuple(label(known[instrument], root, language) for instrument, root in dict.fromkeys(named))


def refused(library: Library, reason: Reason, question: str, ranked: Sequence[Found], language: Language) -> Refusal:
    """The refusal that was decided, with what stands nearest."""
    nearest = _cited(library, [one.reference for one in ranked], language)
    others = find_elsewhere(question) if reason is Reason.NOT_IN_TEXTS else ()
    if others:
        names = ", ".join(dict.fromkeys(one.name(language) for one in others))
        return Refusal(reason=reason, message=message("elsewhere", language, names), nearest=nearest)
    return Refusal(reason=reason, message=message(reason.value, language), nearest=nearest)


def answering(
    library: Library,
    ranked: Sequence[Found],
    referred: Referred,
    asked: Asked,
    language: Language,
    by_parts: Sequence[Found] = (),
) -> Iterator[Draft]:
    """Claims from the provisions that the question names, told whole where it asks for no more, else from the likeliest.

    Besides these from what answers its parts, which the whole of it may have drowned.
    """
    named = len(referred.resolved)
    if named:
        way, room = (compose, _CLAIMS_NAMED) if referred.rest else (whole, _CLAIMS_WHOLE)
        first = ranked[: min(named, room)]  # of a long range of rules
        yield from _drafted(library, first, asked.text, language, room, room, way)
    else:
        chosen = with_rules(library, number_first(library, choose(library, ranked, asked, referred.instruments), asked), ranked)
        told = {one.paragraph for one in chosen}
        chosen = (*chosen, *(one for one in by_parts if one.paragraph not in told))
        chosen = tuple(replace(one, reference=one.paragraph) for one in chosen)
        yield from _drafted(library, chosen, asked.text, language, _CLAIMS, _CLAIMS_EACH, compose)


def correcting(
    library: Library,
    ranked: Sequence[Found],
    named: int,
    edges: Sequence[NearEdge],
    question: str,
    language: Language,
    close: float,
) -> Iterator[Draft]:
    """Claims that say what the texts say instead: of the first `named` provisions, then of the likeliest unless that is one.

    Of more than there is room for the likeliest are told: a rule that is named whole has paragraphs about other things. A
    second one is cited where it is about as likely (`close`), and the one where the same misbelief stands.
    """
    likeliest = () if _best(ranked) in ranked[:named] else _likeliest(library, ranked[named:], edges, close)
    told = ranked[:named] if named < _CORRECTING else sorted(ranked[:named], key=lambda one: (not one.near, -one.score))
    for one in [*told[: _CORRECTING - 1], *likeliest][:_CORRECTING]:
        yield from nearest(library, one, question, language, _CORRECTIONS)


def _best(ranked: Sequence[Found]) -> Found | None:
    """The one with the highest score, of those that were found."""
    return max((one for one in ranked if one.near), key=lambda one: one.score, default=None)


def _likeliest(library: Library, found: Sequence[Found], edges: Sequence[NearEdge], close: float) -> tuple[Found, ...]:
    """The likeliest provision, those about as likely, and the one where the same misbelief stands, of the first few."""
    beliefs = [one for one in edges if one.edge.edge is Edge.MISBELIEF and one.edge.reference]
    believed = {library.paragraph(one.edge.reference) for one in beliefs[:1] if one.edge.reference and one.cosine >= _SAME}
    likely = shares(found[:_RANKED])
    return tuple(
        replace(one, reference=one.paragraph)
        for rank, (one, share) in enumerate(zip(found[:_NEAREST], likely[:_NEAREST], strict=False))
        if rank == 0 or share >= close * likely[0] or one.paragraph in believed
    )


def _drafted(
    library: Library, chosen: Sequence[Found], question: str, language: Language, room: int, each: int, way: Composing
) -> Iterator[Draft]:
    """Up to `each` claims of each provision, `room` in all but for what leads to a list; one at least of each."""
    for place, one in enumerate(chosen, 1):
        kept = len(chosen) - place
        drafts = way(library, one, question, language, max(1, min(each, room - kept)))
        yield from drafts
        room -= len(drafts)


def _cited(
    library: Library, references: Sequence[Reference], language: Language, count: int = _NEAREST
) -> tuple[Citation, ...]:
    return tuple(cite(library, reference, language) for reference in references[:count])


def corrections(claims: Sequence[Claim], premise: str) -> Iterator[PremiseCorrection]:
    """What stands against a premise: the first claim on each provision."""
    first = {claim.citations[0].reference: claim for claim in reversed(claims)}
    for claim in claims:
        if first[claim.citations[0].reference] is claim:
            yield PremiseCorrection(premise=premise, correction=claim.text, citations=claim.citations)
