"""BM25 over the fields of every provision, built once and saved in a snapshot.

A paragraph's field holds its own wordings and those of its items, in all languages; scores of the fields are added
with the weights that the caller gives. Refuses hits without a shared term: they score zero and are left out.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from corpus.library import Library
from corpus.types import Language
from rag.types import Field, Wording
from rag.words import terms


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """One BM25 index a field; rows are the library's references in citation order, or `rows` of those where given."""

    fields: Mapping[Field, bm25s.BM25]
    rows: NDArray[np.int64] | None = None

    @classmethod
    def build(cls, library: Library, wordings: Sequence[Wording]) -> "LexicalIndex":
        """Index all wordings by field."""
        rows: dict[Field, list[list[str]]] = defaultdict(lambda: [[] for _ in library.references])
        for wording in wordings:
            words = terms(wording.text, wording.language)
            led_to = (wording.reference, *wording.also)
            for reference in {*led_to, *(library.paragraph(one) for one in led_to)}:
                rows[wording.field][library.order[reference]].extend(words)
        fields = {}
        for field, documents in rows.items():
            index = bm25s.BM25(k1=1.2, b=0.75)
            index.index(documents, show_progress=False)
            fields[field] = index
        return cls(fields=fields)

    def save(self, folder: Path) -> None:
        """Write every field to a folder of its own."""
        for field, index in self.fields.items():
            index.save(folder / field.value, show_progress=False)

    @classmethod
    def open(cls, folder: Path) -> "LexicalIndex":
        """Read what `save` wrote."""
        fields = {}
        for field in Field:
            if (folder / field.value).is_dir():
                fields[field] = bm25s.BM25.load(folder / field.value, show_progress=False, verbosity=0)
        return cls(fields=fields)

    def only(self, rows: NDArray[np.int64]) -> "LexicalIndex":
        """Some rows, in their order; how rare a term is stays as it is in all of them."""
        return LexicalIndex(fields=self.fields, rows=rows if self.rows is None else self.rows[rows])

    def scores(self, words: Sequence[str], weights: Mapping[Field, float], size: int) -> NDArray[np.float32]:
        """BM25 score of each row, shape (size,), fields weighted and added; zero where no term is shared."""
        found = []
        for field, index in self.fields.items():
            known = [word for word in words if word in index.vocab_dict]
            if known and weights.get(field):
                found.append(np.float32(weights[field]) * index.get_scores(known))
        if not found:
            return np.zeros(size, dtype=np.float32)
        total = np.asarray(np.sum(found, axis=0, dtype=np.float32))
        return total if self.rows is None else total[self.rows]

    def rows_with(self, word: str) -> NDArray[np.int64]:
        """Rows of which any field has the term, each once."""
        held = [index.scores["indices"][_column(index, word)] for index in self.fields.values() if word in index.vocab_dict]
        found = np.unique(np.concatenate(held)).astype(np.int64) if held else np.zeros(0, np.int64)
        return found if self.rows is None else np.flatnonzero(np.isin(self.rows, found))


def _column(index: bm25s.BM25, word: str) -> slice:
    """Where the scores of a term stand in an index's sparse matrix."""
    token, bounds = index.vocab_dict[word], index.scores["indptr"]
    return slice(int(bounds[token]), int(bounds[token + 1]))


def question_terms(question: str, language: Language) -> tuple[str, ...]:
    """The terms of a question, each once, in their order."""
    return tuple(dict.fromkeys(terms(question, language)))


def best_rows(scores: NDArray[np.float32], count: int) -> tuple[int, ...]:
    """Rows with a score above zero, best first, ties in citation order."""
    ranked = np.argsort(-scores, kind="stable")[:count]
    return tuple(int(row) for row in ranked if scores[row] > 0)
