"""Digest statements held against the official words, once, when an index is built.

A digest used as a claim is never checked against itself: the statement in the official text's language is checked
against that text, and its twin in the other language against it, by all slots. What fails is not used as a claim.
"""

from collections.abc import Iterator

from corpus.digests import Digest, Statement
from corpus.library import Library
from corpus.types import Kind, Language, Provision, Reference, TextStatus
from rag.types import Against, Verdict, VerdictStatus
from rag.verify.slots import number_fault, verb_fault


def statement_verdict(library: Library, digest: Digest, paragraph: Reference, statement: Statement) -> Verdict:
    """Whether a statement may be used as a claim, and against what that was found."""
    twin = number_fault(statement.zh, Language.ZH, statement.en, Language.EN) or number_fault(
        statement.en, Language.EN, statement.zh, Language.ZH
    )
    held = tuple(_held(library, digest, paragraph))
    against = Against.OFFICIAL if held else Against.DIGEST
    if twin:
        return Verdict(status=VerdictStatus.NOT_SUPPORTED, against=against, reason=f"the two languages differ: {twin}")
    if not held:
        return Verdict(
            status=VerdictStatus.SUPPORTED, against=against, reason="its two languages agree; no official words held"
        )
    language = digest.text_lang
    own = statement.zh if language is Language.ZH else statement.en
    texts = [provision.text for provision in held]
    fault = number_fault(own, language, " ".join(texts), language) or verb_fault(statement.modality, texts, language)
    if fault:
        return Verdict(status=VerdictStatus.NOT_SUPPORTED, against=against, reason=fault)
    return Verdict(
        status=VerdictStatus.SUPPORTED, against=against, reason="numbers and verb agree with the official words"
    )


def _held(library: Library, digest: Digest, paragraph: Reference) -> Iterator[Provision]:
    """The paragraph's official words with its items', where all of them are held intact in the digest's language."""
    provisions = [library.provision(one, digest.text_lang) for one in (paragraph, *library.items(paragraph))]
    intact = [
        p
        for p in provisions
        if p and p.language is digest.text_lang and p.status is TextStatus.OFFICIAL and p.kind is not Kind.FOOTNOTE
    ]
    if len(intact) == len(provisions):
        yield from intact
