"""Questions that came first and were looked up afterwards (`asked-*.jsonl`), beside what is found for them.

Written for the reader of questions, from the side of whoever asks: what the texts leave open is what somebody would really ask
next. None that the texts answer or deny does so by a provision that a test question of the contrast sets needs.
"""

from collections.abc import Iterator, Sequence

from corpus.types import Reference
from eval.asked import AskedRow
from eval.training.near import LABELS
from eval.training.pair import NEUTRAL, Pair
from eval.training.questions import as_found, found_for, question_pair
from rag.index import Index
from rag.ports import Embedder

_OPEN_BESIDE = 3
"""Provisions that are found first for a question that all texts leave open; each stands beside it."""


def asked_pairs(index: Index, embedder: Embedder, rows: Sequence[AskedRow]) -> Iterator[Pair]:
    """Each question beside the provision that answers or denies it, or beside those that are found first where none does."""
    for row in rows:
        label, kind = LABELS[row.kind]
        own = Reference(instrument=row.instrument, locator=row.locator)
        for text in row.question.values():
            found = found_for(index, embedder, text)
            beside = found[:_OPEN_BESIDE] if label == NEUTRAL else (as_found(found, own),)
            for one in beside:
                yield question_pair(index.library, one, text, label, kind)
