"""Late interaction: a question's tokens against those of wordings, from files that are mapped; all but the scan, not loaded.

For each token of a question the best token of a wording is looked for; their mean cosine is how well the wording covers
the question (MaxSim of ColBERT, Khattab and Zaharia 2020, here over mean-centred vectors of a model not trained for it).
Refuses to rank: it is one of the signals of `rag.signals`.
"""

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import SnapshotError
from rag.reading import Read, as_bytes
from rag.scan import Scan, write_scan

_BLOCK = 8_192
"""Tokens that are centred at a time, on as many processors as there are: few enough to stay near them."""
_FEW = 512
"""Tokens that are turned into numbers and multiplied at a time: they stay near the processor."""
_FILES = ("vectors.npy", "tokens.npy", "starts.npy", "lengths.npy", "mean.npy")


@dataclass(frozen=True, slots=True)
class Readings:
    """Readings in row order; see `rag.reading.Read`. Row i has the tokens `starts[i]:ends[i]`, centred on their mean.

    `lengths` are those of the token vectors, which are kept as bytes; `vectors` are what `scan` was made of:
    fits and the `VectorIndex` of a narrower index read them, questions do not.
    """

    vectors: NDArray[np.float32]
    tokens: NDArray[np.int8]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    lengths: NDArray[np.float32]
    mean: NDArray[np.float32]
    scan: Scan

    @classmethod
    def open(cls, folder: Path) -> "Readings":
        """Open a folder that `write` made; raises SnapshotError where a file is missing, cut short or not of this folder."""
        try:
            vectors, tokens, bounds, lengths, mean = (
                np.asarray(np.load(folder / name, mmap_mode="r" if place < 2 else None)) for place, name in enumerate(_FILES)
            )
        except (OSError, EOFError, ValueError) as error:
            raise SnapshotError(f"The readings in {folder} cannot be read: {error}.", hint="Run: make index.") from error
        scan = Scan.open(folder)
        if not len(vectors) == len(scan) == len(bounds) - 1 or not bounds[-1] == len(tokens) == len(lengths):
            raise SnapshotError(f"The readings in {folder} are not of one build.", hint="Run: make index.")
        return cls(vectors=vectors, tokens=tokens, starts=bounds[:-1], ends=bounds[1:], lengths=lengths, mean=mean, scan=scan)

    def __len__(self) -> int:
        return len(self.starts)

    def only(self, rows: NDArray[np.int64]) -> "Readings":
        """The readings of some rows, in their order; the tokens stay where they are."""
        return replace(
            self, vectors=self.vectors[rows], starts=self.starts[rows], ends=self.ends[rows], scan=self.scan.only(rows)
        )

    def cosines(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine of a question's vector with every row, from bytes (`rag.scan`), shape (len(self),)."""
        return self.scan.cosines(vector)

    def centred(self, tokens: NDArray[np.float32]) -> NDArray[np.float32]:
        """A question's token vectors brought to where those of the wordings are, each of length one."""
        return _unit(tokens - self.mean)

    def coverage(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Mean over a question's centred tokens of the best cosine in each row, shape (len(rows),)."""
        return np.asarray(self.matches(question, rows).mean(axis=1), dtype=np.float32)

    def matches(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The best cosine of each of a question's centred tokens in each row, shape (len(rows), len(question) or 1)."""
        if not len(rows) or not len(question):
            return np.zeros((len(rows), max(len(question), 1)), np.float32)
        alike, first = self._alike(question, rows)
        return np.asarray(np.maximum.reduceat(alike, first, axis=0))

    def counterparts(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """For each of a question's centred tokens the best cosine in all of the rows, shape (len(question),)."""
        if not len(rows) or not len(question):
            return np.zeros(max(len(question), 1), np.float32)
        return np.asarray(self._alike(question, rows)[0].max(axis=0), dtype=np.float32)

    def _alike(self, question: NDArray[np.float32], rows: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Cosines of the rows' tokens with those of the question, and where each row begins among them."""
        sizes = self.ends[rows] - self.starts[rows]
        first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        places = np.arange(int(sizes.sum())) + np.repeat(self.starts[rows] - first, sizes)
        alike = np.empty((len(places), len(question)), np.float32)
        half = len(places) // 2
        if half > _FEW:
            with ThreadPoolExecutor(1) as beside:
                others = beside.submit(self._fill, alike[:half], places[:half], question)
                self._fill(alike[half:], places[half:], question)
                others.result()
        else:
            self._fill(alike, places, question)
        return alike, first

    def _fill(self, alike: NDArray[np.float32], places: NDArray[np.int64], question: NDArray[np.float32]) -> None:
        """Write the cosines of the tokens at these places with those of the question."""
        for start in range(0, len(places), _FEW):
            part = slice(start, start + _FEW)
            np.matmul(self.tokens[places[part]].astype(np.float32), question.T, out=alike[part])
        alike /= self.lengths[places, None]


def write(folder: Path, read: Read) -> None:
    """Write readings for `Readings` to map; every text must have a token."""
    folder.mkdir(parents=True)
    blocks = [slice(start, start + _BLOCK) for start in range(0, len(read.tokens), _BLOCK)]
    centred = np.empty_like(read.tokens)
    lengths = np.empty(len(read.tokens), np.float32)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        sums = pool.map(lambda part: _unit(read.tokens[part].astype(np.float32)).sum(axis=0, dtype=np.float64), blocks)
        mean = (sum(sums, np.zeros(read.tokens.shape[1])) / max(len(read.tokens), 1)).astype(np.float32)

        def centre(part: slice) -> None:
            centred[part] = as_bytes(_unit(read.tokens[part].astype(np.float32)) - mean)
            lengths[part] = np.maximum(np.linalg.norm(centred[part].astype(np.float32), axis=1), 1e-9)

        deque(pool.map(centre, blocks), maxlen=0)
    arrays: tuple[NDArray[Any], ...] = (read.vectors, centred, read.starts, lengths, mean)
    for name, array in zip(_FILES, arrays, strict=True):
        np.save(folder / name, array)
    write_scan(folder, read.vectors)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
