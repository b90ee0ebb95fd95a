"""Late interaction: a question's tokens against those of wordings, from files that are mapped, not loaded.

For each token of a question the best token of a wording is looked for; their mean cosine is how well the wording covers
the question (MaxSim of ColBERT, Khattab and Zaharia 2020, here over mean-centred vectors of a model not trained for it).
Refuses to rank: it is one of the signals of `rag.signals`.
"""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import SnapshotError
from rag.reading import Read, as_bytes

_BLOCK = 100_000
_FILES = ("vectors.npy", "tokens.npy", "starts.npy", "lengths.npy", "mean.npy")


class Readings:
    """Readings of every wording in row order; see `rag.reading.Read`. Token vectors are centred on their mean."""

    def __init__(self, folder: Path) -> None:
        """Map a folder that `write` made; raises SnapshotError where a file is missing, cut short or not of this folder."""
        try:
            self.vectors, self._tokens, self._starts, self._lengths, self._mean = (
                np.load(folder / name, mmap_mode="r" if place < 2 else None) for place, name in enumerate(_FILES)
            )
        except (OSError, EOFError, ValueError) as error:
            raise SnapshotError(f"The readings in {folder} cannot be read: {error}.", hint="Run: make index.") from error
        if len(self.vectors) != len(self) or not self._starts[-1] == len(self._tokens) == len(self._lengths):
            raise SnapshotError(f"The readings in {folder} are not of one build.", hint="Run: make index.")

    def __len__(self) -> int:
        return len(self._starts) - 1

    def cosines(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine of a question's vector with every row, shape (len(self),)."""
        return np.asarray(self.vectors @ vector, dtype=np.float32)

    def centred(self, tokens: NDArray[np.float32]) -> NDArray[np.float32]:
        """A question's token vectors brought to where those of the wordings are, each of length one."""
        return _unit(tokens - self._mean)

    def coverage(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Mean over a question's centred tokens of the best cosine in each row, shape (len(rows),)."""
        if not len(rows) or not len(question):
            return np.zeros(len(rows), np.float32)
        alike, first = self._alike(question, rows)
        return np.asarray(np.maximum.reduceat(alike, first, axis=0).mean(axis=1), dtype=np.float32)

    def counterparts(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """For each of a question's centred tokens the best cosine in all of the rows, shape (len(question),)."""
        if not len(rows) or not len(question):
            return np.zeros(max(len(question), 1), np.float32)
        return np.asarray(self._alike(question, rows)[0].max(axis=0), dtype=np.float32)

    def _alike(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Cosines of the rows' tokens with those of the question, and where each row begins among them."""
        sizes = self._starts[rows + 1] - self._starts[rows]
        first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        places = np.arange(int(sizes.sum())) + np.repeat(self._starts[rows] - first, sizes)
        alike = self._tokens[places].astype(np.float32) @ question.T
        alike /= self._lengths[places, None]
        return alike, first


def write(folder: Path, read: Read) -> None:
    """Write readings for `Readings` to map; every text must have a token."""
    folder.mkdir(parents=True)
    mean = _mean(read.tokens)
    centred = np.empty_like(read.tokens)
    lengths = np.empty(len(read.tokens), np.float32)
    for start in range(0, len(read.tokens), _BLOCK):
        part = slice(start, start + _BLOCK)
        centred[part] = as_bytes(_unit(read.tokens[part].astype(np.float32)) - mean)
        lengths[part] = np.maximum(np.linalg.norm(centred[part].astype(np.float32), axis=1), 1e-9)
    arrays: tuple[NDArray[Any], ...] = (read.vectors, centred, read.starts, lengths, mean)
    for name, array in zip(_FILES, arrays, strict=True):
        np.save(folder / name, array)


def _mean(tokens: NDArray[np.int8]) -> NDArray[np.float32]:
    total = np.zeros(tokens.shape[1], np.float64)
    for start in range(0, len(tokens), _BLOCK):
        total += _unit(tokens[start : start + _BLOCK].astype(np.float32)).sum(axis=0, dtype=np.float64)
    return (total / max(len(tokens), 1)).astype(np.float32)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
