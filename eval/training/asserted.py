"""Statements that authors' questions hold out as facts, as claims for the reader of claims: short, and in a speaker's words.

What a question takes for granted is so where its author calls it answered, and denied where the author calls it a misbelief;
what the texts leave open tells neither. Left out is what stands near a provision that a test claim is on.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from corpus.asked import Bearing, Inquiry
from corpus.library import Library
from eval.claims import load_all_claims
from eval.training.pair import CONTRADICTED, ENTAILED, Pair
from eval.types import Split
from rag.decide.presupposition import presupposed
from rag.ports import TokenEmbedder
from rag.verify.alignment import align
from rag.verify.entailment import premises
from rag.verify.evidence import gather
from rag.verify.words import Reader

TWINS = Path(__file__).parent / "twins" / "asked-bl.jsonl"
"""Questions in pairs, alike but for whether what they presuppose is so."""
_LABELS = {Bearing.ANSWERED: ENTAILED, Bearing.MISBELIEF: CONTRADICTED}


def asserted_pairs(library: Library, tokens: TokenEmbedder, rows: Sequence[Inquiry], chance: Random) -> Iterator[Pair]:
    """Each statement beside one text of the provision that its question stands near, drawn."""
    claims = (claim for claim in load_all_claims() if claim.split is Split.TEST)
    tested = {library.paragraph(one) for claim in claims for one in library.expand(claim.reference)}
    reader = Reader(library, tokens)
    for row in rows:
        if row.kind not in _LABELS or tested & {library.paragraph(one) for one in library.expand(row.reference)}:
            continue
        for language, question in row.question.items():
            statement = presupposed(question, language)
            if statement is not None:
                texts = premises(align(reader, gather(library, row.reference, language), statement))
                yield Pair(
                    premise=chance.choice(texts),
                    hypothesis=statement,
                    label=_LABELS[row.kind],
                    kind="asserted",
                    reference=row.reference,
                    question=False,
                )
