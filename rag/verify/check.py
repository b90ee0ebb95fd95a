"""A claim and the provision that it cites in, a verdict out: existence, quote, slots, novelty, support.

A digest's own statement is held to the official words by its slots, a quote to them letter for letter; any other sentence
goes to `rag.verify.judge`. Refuses to call a claim supported for being similar.
"""

from corpus.library import Library
from corpus.sentences import sentences
from corpus.types import Citation, Language, Reference, TextStatus
from rag.ports import TokenEmbedder
from rag.types import Against, Step, Verdict, VerdictStatus
from rag.verify.judge import judge
from rag.verify.quote import ELLIPSIS, quote_fault
from rag.verify.statements import statement_verdict

_TOLD_FIRST = (VerdictStatus.SUPPORTED, VerdictStatus.CONTRADICTED)
"""Whose verdict is told, of the paragraphs that a locator stands for; where none says either, the first's."""


def _check_statement(library: Library, reference: Reference, text: str) -> Verdict | None:
    """The verdict on a digest's own statement, whatever language it is taken for; None for any other sentence."""
    digest = library.digest(reference)
    if digest is None:
        return None
    for statement in digest.statements:
        if text in statement.texts.values():
            return statement_verdict(library, library.paragraph(reference), digest, statement)
    return None


def check(
    library: Library,
    claim: str,
    references: tuple[Reference, ...],
    language: Language,
    *,
    without: frozenset[Step] = frozenset(),
    embedder: TokenEmbedder | None = None,
) -> Verdict:
    """The verdict on a claim against what a locator stands for; no reference means that it does not exist.

    Steps in `without` are left out. Without an embedder novelty and support go by words alone, and more stays unchecked. In
    languages other than English and Chinese quotes and the digests' own statements alone are checked.
    """
    if not references:
        against = Against.OFFICIAL if library.texts else Against.DIGEST
        if Step.EXISTENCE in without:
            return Verdict(status=VerdictStatus.UNCHECKED, against=against, reason="support: nothing to hold it against")
        return Verdict(status=VerdictStatus.NOT_SUPPORTED, against=against, reason="existence: no such provision")
    verdicts = [_check_one(library, claim, reference, language, without, embedder) for reference in references]
    return next((v for status in _TOLD_FIRST for v in verdicts if v.status is status), verdicts[0])


def check_citation(library: Library, citation: Citation) -> str | None:
    """Why a citation's quote cannot stand, or None: it exists and its words are the provision's at its offsets."""
    if not library.has(citation.reference):
        return "no such provision"
    if citation.quote is None:
        return None
    provision = library.provision(citation.reference, citation.language)
    if provision is None or provision.status is not TextStatus.OFFICIAL:
        return "no intact official words are held"
    if provision.text[citation.start : citation.end] != citation.quote:
        return "the quote is not the provision's words at its offsets"
    return None


def _check_one(
    library: Library,
    claim: str,
    reference: Reference,
    language: Language,
    without: frozenset[Step],
    embedder: TokenEmbedder | None,
) -> Verdict:
    wanted = claim.strip()
    stated = _check_statement(library, reference, wanted)
    if stated is not None:
        return stated
    quoted = None if Step.QUOTE in without else _quoted(library, wanted, reference, language)
    if quoted is not None:
        return quoted
    provision = library.provision(reference, language)
    if provision is not None and provision.status is not TextStatus.OFFICIAL and library.digest(reference) is None:
        return Verdict(status=VerdictStatus.UNCHECKED, against=Against.OFFICIAL, reason="support: the words held are damaged")
    return judge(library, wanted, reference, language, without=without, embedder=embedder)


def _quoted(library: Library, claim: str, reference: Reference, language: Language) -> Verdict | None:
    """The verdict on a claim that is the official words, whole or with an ellipsis; None where it is no quote."""
    provision = library.provision(reference, language)
    if provision is None or provision.status is not TextStatus.OFFICIAL or provision.language is not language:
        return None
    wanted = claim.strip("“”\"'")
    if wanted == provision.text or wanted in [sentence.text for sentence in sentences(provision.text)]:
        return Verdict(status=VerdictStatus.SUPPORTED, against=Against.OFFICIAL, reason="word for word", aligned=wanted)
    if not ELLIPSIS.search(wanted):
        return None
    fault = quote_fault(wanted, provision.text, language)
    if fault is None:
        reason = "word for word, and what is left out changes nothing"
        return Verdict(status=VerdictStatus.SUPPORTED, against=Against.OFFICIAL, reason=reason, aligned=wanted)
    return Verdict(
        status=VerdictStatus.NOT_SUPPORTED, against=Against.OFFICIAL, reason=f"quote: {fault}", aligned=provision.text
    )
