"""Digest statements held against the official words: which of them may be used as claims.

A digest used as a claim is never checked against itself; `corpus.slots` says how it is checked. What fails is not used
and is named by `python -m corpus lint`.
"""

from corpus.digests import Digest, Statement
from corpus.library import Library
from corpus.slots import statement_fault
from corpus.types import Reference
from rag.types import Against, Verdict, VerdictStatus


def statement_verdict(library: Library, paragraph: Reference, digest: Digest, statement: Statement) -> Verdict:
    """Whether a statement may be used as a claim, and what it was held against."""
    held, fault = statement_fault(library, paragraph, digest, statement)
    against = Against.OFFICIAL if held else Against.DIGEST
    if fault:
        return Verdict(status=VerdictStatus.NOT_SUPPORTED, against=against, reason=fault)
    reason = "numbers and verb agree with the official words" if held else "its languages agree; no official words held"
    return Verdict(status=VerdictStatus.SUPPORTED, against=against, reason=reason)
