"""A claim and the provision that it cites in, a verdict out.

A digest's own statement is held to the official words by its slots; any other sentence passes existence and quote, and
is supported only where it is its provision's word for word. Refuses to call a claim supported for being similar: slots,
novelty and support of free wording are not built yet, so the rest is unchecked.
"""

from corpus.library import Library
from corpus.sentences import sentences
from corpus.types import Citation, Language, Reference, TextStatus
from rag.types import Against, Verdict, VerdictStatus
from rag.verify.quote import quote_fault
from rag.verify.statements import statement_verdict


def check_statement(library: Library, reference: Reference, text: str, language: Language) -> Verdict | None:
    """The verdict on a digest's own statement of a provision, in either language; None for any other sentence."""
    digest = library.digest(reference)
    if digest is None:
        return None
    for statement in digest.statements:
        if text == (statement.zh if language is Language.ZH else statement.en):
            return statement_verdict(library, library.paragraph(reference), digest, statement)
    return None


def check(library: Library, claim: str, references: tuple[Reference, ...], language: Language) -> Verdict:
    """The verdict on a claim against what a locator stands for; no reference means that it does not exist."""
    if not references:
        return Verdict(
            status=VerdictStatus.NOT_SUPPORTED,
            against=Against.OFFICIAL if library.texts else Against.DIGEST,
            reason="no such provision",
        )
    verdicts = [_check_one(library, claim, reference, language) for reference in references]
    return next((v for v in verdicts if v.status is VerdictStatus.SUPPORTED), verdicts[0])


def check_citation(library: Library, citation: Citation) -> str | None:
    """Why a citation's quote cannot stand, or None: it exists and its words are the provision's at its offsets."""
    if citation.reference not in library.order:
        return "no such provision"
    if citation.quote is None:
        return None
    provision = library.provision(citation.reference, citation.language)
    if provision is None or provision.status is not TextStatus.OFFICIAL:
        return "no intact official words are held"
    if provision.text[citation.start : citation.end] != citation.quote:
        return "the quote is not the provision's words at its offsets"
    return None


def _check_one(library: Library, claim: str, reference: Reference, language: Language) -> Verdict:
    stated = check_statement(library, reference, claim.strip(), language)
    if stated is not None:
        return stated
    provision = library.provision(reference, language)
    if provision is None:
        return Verdict(
            status=VerdictStatus.UNCHECKED, against=Against.DIGEST, reason="only the digest of this provision is held"
        )
    if provision.status is not TextStatus.OFFICIAL:
        return Verdict(status=VerdictStatus.UNCHECKED, against=Against.OFFICIAL, reason="the official words held are damaged")
    wanted = claim.strip().strip("“”\"'")
    fault = quote_fault(wanted, provision.text, provision.language)
    whole = wanted == provision.text or wanted in [sentence.text for sentence in sentences(provision.text)]
    if whole and fault is None:
        return Verdict(status=VerdictStatus.SUPPORTED, against=Against.OFFICIAL, reason="word for word", aligned=wanted)
    reason = "not a sentence of the provision word for word"
    if "…" in claim or "..." in claim:
        reason = fault or "words are left out of the sentence"
    return Verdict(status=VerdictStatus.UNCHECKED, against=Against.OFFICIAL, reason=reason)
