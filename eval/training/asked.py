"""Questions that came first and were looked up afterwards, beside what is found for them.

They are in the index as well, but for those beside this file. What the texts leave open is what somebody would really ask
next. Left out is what the texts answer or deny by a provision that a test question of the contrast sets needs.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.asked import ASKED, Bearing, Inquiry, asked_files, read_asked
from eval.corpus_examples import without
from eval.questions import load
from eval.rows import CONTRASTS, FURTHER
from eval.training.near import LABELS
from eval.training.pair import NEUTRAL, Pair
from eval.training.questions import as_found, found_for, question_pair
from eval.types import Split
from rag.index import Index
from rag.ports import Embedder

_FOLDERS = (ASKED, Path(__file__).parent)
_LEFT_OUT = "asked-l.jsonl"
"""The one file that is not read: it is near provisions that contrast tests need."""
_OPEN_BESIDE = 3
"""Provisions that are found first for a question that all texts leave open; each stands beside it."""


def asked_rows() -> tuple[Inquiry, ...]:
    """The questions that the reader is fitted on; raises BadFacts."""
    needed = _needed_by_tests()
    paths = [path for folder in _FOLDERS for path in asked_files(folder) if path.name != _LEFT_OUT]
    rows = [row for path in paths for row in read_asked(path)]
    return tuple(row for row in rows if row.kind is Bearing.SILENT or str(row.reference) not in needed)


def _needed_by_tests() -> frozenset[str]:
    """Provisions that test questions of the contrast sets need, and every rule or paragraph that one of them is part of.

    It is all that is read of these questions, and only to leave the provisions alone.
    """
    items = (item for name in CONTRASTS for item in load(name, FURTHER) if item.split is Split.TEST)
    cited = [str(need.reference) for item in items for turn in item.turns for need in turn.gold if need.must]
    return frozenset(one[:end] for one in cited for end in [len(one), *(at for at, sign in enumerate(one) if sign == "(")])


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
