"""Whether provisions carry a sentence, by the program's own checker: what `eval.metrics.attribution` asks.

Every sentence is checked anew against each citation, whatever verdict its outcome came with, so that a run is held to the
checker of today. Refuses to add provisions up: a sentence that needs two of them together counts as not carried.
"""

from functools import cache

from corpus.language import detect
from corpus.library import Library
from corpus.types import Reference
from eval.metrics.attribution import Entails
from rag.ports import TokenEmbedder
from rag.types import VerdictStatus
from rag.verify.check import check


def carried_by(library: Library, tokens: TokenEmbedder) -> Entails:
    """Whether the checker supports a sentence against at least one of some provisions; what is out of scope carries nothing."""

    @cache
    def carries(text: str, reference: Reference) -> bool:
        if reference.instrument not in library.instruments:
            return False
        verdict = check(library, text, library.expand(reference), detect(text), embedder=tokens)
        return verdict.status is VerdictStatus.SUPPORTED

    return lambda text, references: any(carries(text, reference) for reference in references)
