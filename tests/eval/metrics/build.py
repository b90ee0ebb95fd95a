"""Turns and outcomes for tests of the metrics, over an invented instrument `skerry` of rules, paragraphs and items."""

from collections.abc import Sequence

from corpus.types import Language, Locator, Reference
from eval.types import Expected, Item, ItemType, Need, Nugget, Outcome, Said, Split, Turn

RULES = ("4(1)", "4(2)", "5", "6")
PROVISIONS = {f"skerry {locator}" for locator in (*RULES, "4(1)(a)", "4(1)(b)", "4(1)(b)(i)", "6(a)", "6(b)")} | {
    "holm 5",
    "holm 7",
}


def ref(text: str) -> Reference:
    """A reference from its printed form."""
    return Reference.parse(text)


def refs(texts: Sequence[str]) -> tuple[Reference, ...]:
    """Several of them."""
    return tuple(map(ref, texts))


def exists(reference: Reference) -> bool:
    """Whether the invented corpus has it."""
    return str(reference) in PROVISIONS


def paragraph(reference: Reference) -> Reference:
    """Rule 4 has paragraphs, so `4(1)` is one; everywhere else a bare number is. Asking about others is a mistake."""
    assert exists(reference), f"the metric asked for the paragraph of {reference}"
    locator = Locator.parse(reference.locator)
    steps = locator.steps[:1] if locator.number == "4" else ()
    return Reference(instrument=reference.instrument, locator=str(Locator(number=locator.number, steps=steps)))


def turn(
    must: Sequence[str] = (),
    may: Sequence[str] = (),
    alternatives: Sequence[tuple[str, str]] = (),
    *,
    expected: Expected = Expected.ANSWER,
    reason: str | None = None,
    vital: Sequence[str] = (),
    further: Sequence[str] = (),
) -> Turn:
    """A turn; `alternatives` pairs what would do with what it stands for, `vital` and `further` are nuggets' words."""
    gold = [Need(reference=ref(text), must=True) for text in must]
    gold += [Need(reference=ref(text), must=False) for text in may]
    gold += [Need(reference=ref(text), must=False, alternative_of=ref(other)) for text, other in alternatives]
    nuggets = [Nugget(text={Language.EN: text}, references=(), vital=text in vital) for text in (*vital, *further)]
    return Turn(
        question={Language.EN: "May a keeper close the quay?"},
        gold=tuple(gold),
        nuggets=tuple(nuggets),
        must_not_say=(),
        expected=expected,
        reason=reason,
    )


def said(text: str = "A keeper must log it.", cited: Sequence[str] = (), verdict: str = "supported") -> Said:
    """A claim with its citations and verdict."""
    return Said(text=text, citations=refs(cited), verdict=verdict, reason="", aligned=None)


def outcome(
    cited: Sequence[str] = (),
    *,
    claims: Sequence[Said] | None = None,
    dropped: Sequence[Said] = (),
    ranking: Sequence[str] = (),
    status: str = "answered",
    reason: str | None = None,
    corrections: Sequence[str] = (),
    corrected: Sequence[str] = (),
) -> Outcome:
    """An outcome whose one claim makes all the citations, unless the claims are given."""
    one = (said(cited=cited),) if cited else ()
    return Outcome(
        item="q1",
        turn=0,
        language=Language.EN,
        question="May a keeper close the quay?",
        status=status,
        reason=reason,
        message="",
        claims=one if claims is None else tuple(claims),
        dropped=tuple(dropped),
        corrections=tuple(corrections),
        corrected=refs(corrected),
        ranking=refs(ranking),
        nearest=(),
        timings_ms={},
    )


def item(*turns: Turn) -> Item:
    """An item of these turns."""
    return Item(id="q1", dataset="invented", type=ItemType.LOOKUP, turns=turns, split=Split.DEV, author="T")
