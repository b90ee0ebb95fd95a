"""What may not differ between a claim and its provision: numbers with their units, and the verb.

Used by lint, and by verification as its third step. Compares what is countable or closed and says which slot failed;
similar wording never makes up for one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.digests import Digest, Statement
from corpus.library import Library
from corpus.modality import modality_of
from corpus.numeral_words import NUMERALS
from corpus.quantities import COUNT, Quantity, quantities
from corpus.sentences import sentences
from corpus.types import Kind, Language, Modality, Provision, Reference, TextStatus

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

_OBLIGING = (
    r"\b(?:requires?|required|obligations?|obliged?|guarantee[sd]?|(?:is|are) to (?:be|have)|ha(?:s|ve) to|necessary|"
    r"presumption|entitles?|rights? to)\b|应|须|义务"
)
_URGING = (
    r"\b(?:urge[sd]?|recommend\w*|encourag\w+|calls? (?:up)?on|invit\w+|request\w*|desirable|needs? to|appropriate)\b"
    r"|敦促|鼓励|邀请|呼吁|吁请|建议|请(?!求)"
)
_EVIDENCE = (
    (Modality.SHALL, _OBLIGING),
    (Modality.SHOULD, _URGING),
    (Modality.SHALL_NOT, r"\b(?:inadmissible|impermissible|prohibit\w*|unlawful|unacceptable|cannot)\b"),
    (Modality.SHOULD_NOT, r"\b(?:not be construed|refrain|avoid(?:ed)?|discourag\w+|not rely)\b"),
    (Modality.MAY, r"\b(?:can|discretion|allow(?:ed|s)?|permit(?:ted|s)?)\b|可"),
)
"""Words that carry a force without being the main verb; they can only clear a statement, never fault one."""


def statement_fault(library: Library, paragraph: Reference, digest: Digest, statement: Statement) -> tuple[bool, str | None]:
    """Whether a statement was held against intact official words, and the slot that failed, or None.

    The statement in the text's language is held against the text, and those in the other languages against the English one.
    """
    twin = _twin_fault(statement)
    texts = [provision.text for provision in _held(library, paragraph, digest)]
    if twin:
        return bool(texts), f"its languages differ, {twin}"
    if not texts:
        return False, None
    language = digest.text_lang
    own = statement.said(language)
    fault = number_fault(own, language, " ".join(texts), language) or verb_fault(statement.modality, texts, language)
    return True, fault


@lru_cache(maxsize=4_000)
def _twin_fault(statement: Statement) -> str | None:
    """Which number of a statement is in one of its languages and not in another, or None."""
    for language in Language:
        if language is not Language.EN:
            own = statement.said(language)
            fault = number_fault(own, language, statement.en, Language.EN)
            fault = fault or number_fault(statement.en, Language.EN, own, language)
            if fault:
                return f"{language}: {fault}"
    return None


def number_fault(claim: str, claim_language: Language, text: str, text_language: Language) -> str | None:
    """Which number or unit of a claim does not stand in the text, or None; "one" of a claim may be the article."""
    held = quantities(text, text_language)
    for quantity in quantities(claim, claim_language):
        if quantity.value == 1 and claim_language in NUMERALS:
            continue
        if quantity.unit != COUNT and not any(_same(quantity, other) for other in held):
            return f"number: {quantity.value:g} {quantity.unit or ''}".rstrip()
    return None


def verb_fault(modality: Modality, texts: Sequence[str], language: Language) -> str | None:
    """Why a claim's verb is not the provision's, or None; `texts` are the provision, its chapeau and its items."""
    held = {modality_of(sentence.text, language) for text in texts for sentence in sentences(text)}
    if modality in held or modality is Modality.DECLARATORY:
        return None
    held |= {force for force, pattern in _EVIDENCE if any(re.search(pattern, text) for text in texts)}
    if modality in held:
        return None
    strongest = max((_STRENGTH[one] for one in held), default=0)
    if _STRENGTH[modality] > strongest:
        return f"verb: {modality} is stronger than the text's {', '.join(sorted(held))}"
    if modality in _FORBIDS and not held & _FORBIDS and not _negative(texts, language):
        return f"verb: {modality}, where the text forbids nothing"
    return None


def _same(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and (one.unit == other.unit or other.unit in (None, COUNT) or one.unit is None)


def _negative(texts: Sequence[str], language: Language) -> bool:
    words = (
        (" not ", " no ", "No ", " never ", "without", "nor ")
        if language is Language.EN
        else ("不", "无", "非", "禁", "免", "未")
    )
    return any(word in text for text in texts for word in words)


def _held(library: Library, paragraph: Reference, digest: Digest) -> Iterator[Provision]:
    """The paragraph's official words with its items', where all of them are held intact in the digest's language."""
    provisions = [library.provision(one, digest.text_lang) for one in (paragraph, *library.items(paragraph))]
    intact = [
        p
        for p in provisions
        if p and p.language is digest.text_lang and p.status is TextStatus.OFFICIAL and p.kind is not Kind.FOOTNOTE
    ]
    if len(intact) == len(provisions):
        yield from intact
