"""The third step: what may not differ between a claim and its provision — numbers with their units, and the verb.

Compares what is countable or closed; says which slot failed. Similar wording never makes up for a slot.
"""

from collections.abc import Sequence

from corpus.modality import modality_of
from corpus.quantities import Quantity, quantities
from corpus.sentences import sentences
from corpus.types import Language, Modality

_FORBIDS = frozenset({Modality.SHALL_NOT, Modality.SHOULD_NOT})
_STRENGTH = {
    Modality.DECLARATORY: 0,
    Modality.MAY: 1,
    Modality.MAY_ONLY: 2,
    Modality.SHOULD: 2,
    Modality.SHOULD_NOT: 2,
    Modality.SHALL: 3,
    Modality.SHALL_NOT: 3,
}


def number_fault(claim: str, claim_language: Language, text: str, text_language: Language) -> str | None:
    """Which number or unit of a claim does not stand in the text, or None."""
    held = quantities(text, text_language)
    for quantity in quantities(claim, claim_language):
        if not any(_same(quantity, other) for other in held):
            return f"number: {quantity.value:g} {quantity.unit or ''}".rstrip()
    return None


def verb_fault(modality: Modality, texts: Sequence[str], language: Language) -> str | None:
    """Why a claim's verb is not the provision's, or None; `texts` are the provision, its chapeau and its items."""
    held = {modality_of(sentence.text, language) for text in texts for sentence in sentences(text)}
    if modality in held or modality is Modality.DECLARATORY:
        return None
    strongest = max((_STRENGTH[one] for one in held), default=0)
    if _STRENGTH[modality] > strongest:
        return f"verb: {modality} is stronger than the text's {', '.join(sorted(held))}"
    if modality in _FORBIDS and not held & _FORBIDS and not _negative(texts, language):
        return f"verb: {modality}, where the text forbids nothing"
    return None


def _same(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and (one.unit == other.unit or None in (one.unit, other.unit))


def _negative(texts: Sequence[str], language: Language) -> bool:
    words = (
        (" not ", " no ", "No ", " never ", "without", "nor ")
        if language is Language.EN
        else ("不", "无", "非", "禁", "免", "未")
    )
    return any(word in text for text in texts for word in words)
