"""Questions that came first and were looked up afterwards (`corpus/asked`), beside what is found for them.

Written for the reader of questions, from the side of whoever asks: what the texts leave open is what somebody would really ask
next. None that the texts answer or deny does so by a provision that a test question of the contrast sets needs.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.asked import ASKED, Inquiry, read_asked
from eval.drawn import without
from eval.training.near import LABELS
from eval.training.pair import NEUTRAL, Pair
from eval.training.questions import as_found, found_for, question_pair
from rag.index import Index
from rag.ports import Embedder

_READ = "asked-[a-h].jsonl"
"""Files that the reader is fitted on; those of the others are near provisions that test questions of the contrast sets need."""
_OPEN_BESIDE = 3
"""Provisions that are found first for a question that all texts leave open; each stands beside it."""


def asked_rows(folder: Path = ASKED) -> tuple[Inquiry, ...]:
    """The questions that the reader is fitted on; raises BadFacts."""
    return tuple(row for path in sorted(folder.glob(_READ)) for row in read_asked(path))


def asked_pairs(index: Index, embedder: Embedder, rows: Sequence[Inquiry]) -> Iterator[Pair]:
    """Each question beside the provision that answers or denies it, or beside those that are found first where none does.

    They are found in an index that has none of them, as a user's question would be.
    """
    less = without(index, frozenset(text for row in rows for text in row.question.values()))
    for row in rows:
        label, kind = LABELS[row.kind]
        for text in row.question.values():
            found = found_for(less, embedder, text)
            beside = found[:_OPEN_BESIDE] if label == NEUTRAL else (as_found(found, row.reference),)
            for one in beside:
                yield question_pair(index.library, one, text, label, kind)
