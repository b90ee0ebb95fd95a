"""Cosines of a question with every row at once: exact search over vectors kept in bytes (a flat index, scalar quantization).

Rows are kept as what sets them apart from their mean, in whole numbers of one byte with a scale each: a quarter of the memory
that is read. The question is put as two such numbers, one for what the other leaves. Products are sums of whole numbers, and
what the mean gives is added up exactly, so that a cosine is the same on any processor, on one thread or two, for any part
of the rows. For the vectors of our model it is off by 0.0003 in the mean, 0.0017 at most. Refuses to rank.
"""

import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from corpus.errors import SnapshotError
from rag.onnx_graph import Graph
from rag.onnx_session import open_session

FILES = _PRODUCTS, _SCALES, _MEAN = "scan.onnx", "scan-scales.npy", "scan-mean.npy"
_DIGITS, _SUMS = "digits", "sums"
"""Names of the network's input, shape (2, d), and output, shape (2, n); sums in float32 are exact up to 1,040 numbers a row."""
_ROW, _ZERO, _QUESTION = 127, 64, 63
"""Greatest step of a row, the byte that stands for 0 in a question, and the greatest step beside it.

Two products of 127 times 127 still are a number of 16 bits, as processors with AVX2 and no VNNI want it.
"""
_TINY = 1e-30
_BLOCK = 10_000
"""Rows that are turned into bytes at a time."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What rows are compared with a question by: `scales` (n,), `mean` (d,); `rows` are those asked for, None for all.

    All rows are compared in any case: a part of them takes as long.
    """

    session: onnxruntime.InferenceSession
    scales: NDArray[np.float32]
    mean: NDArray[np.float32]
    rows: NDArray[np.int64] | None = None

    @classmethod
    def open(cls, folder: Path) -> "Scan":
        """Load what `write_scan` made; raises SnapshotError where it is missing, damaged or not of one build."""
        try:
            scales, mean = (np.load(folder / name) for name in (_SCALES, _MEAN))
        except (OSError, EOFError, ValueError) as error:
            raise _unreadable(folder, error) from error
        try:
            session = open_session(folder / _PRODUCTS, threads=2)
        except Exception as error:  # onnxruntime's own have no common class
            raise _unreadable(folder, error) from error
        if (session.get_inputs()[0].shape[1], session.get_outputs()[0].shape[1]) != (len(mean), len(scales)):
            raise SnapshotError(f"The readings in {folder} are not of one build.", hint="Run: make index.")
        return cls(session=session, scales=scales, mean=mean)

    def __len__(self) -> int:
        return len(self.scales if self.rows is None else self.rows)

    def only(self, rows: NDArray[np.int64]) -> "Scan":
        """The same for some of the rows, in their order."""
        return replace(self, rows=rows if self.rows is None else self.rows[rows])

    def cosines(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine of a question's vector, shape (d,), with every row, shape (len(self),)."""
        step = max(float(np.abs(vector).max(initial=0.0)), _TINY) / _QUESTION
        coarse = np.rint(vector / step)
        finer = step / (2 * _QUESTION)
        fine = np.rint((vector - coarse * step) / finer)
        most, rest = self.sums(np.stack([coarse, fine]).astype(np.int64))
        of_mean = math.fsum((vector.astype(np.float64) * self.mean).tolist())
        found = (most * np.float32(step) + rest * np.float32(finer)) * self.scales + np.float32(of_mean)
        return np.asarray(found if self.rows is None else found[self.rows], np.float32)

    def sums(self, digits: NDArray[np.int64]) -> NDArray[np.float32]:
        """Products of whole numbers from -64 to 63, shape (2, d), with the bytes of every row, shape (2, n)."""
        [found] = self.session.run([_SUMS], {_DIGITS: digits + _ZERO})
        return np.asarray(found, np.float32)


def write_scan(folder: Path, vectors: NDArray[np.float32]) -> None:
    """Write vectors, shape (n, d), for `Scan` to open."""
    mean = vectors.mean(axis=0, dtype=np.float64).astype(np.float32)
    steps, scales = np.empty(vectors.shape, np.int8), np.empty(len(vectors), np.float32)
    for start in range(0, len(vectors), _BLOCK):
        part = slice(start, start + _BLOCK)
        apart = vectors[part] - mean
        scales[part] = np.maximum(np.abs(apart).max(axis=1, initial=0.0), _TINY) / np.float32(_ROW)
        steps[part] = np.rint(apart / scales[part, None])
    graph = Graph()
    zero = graph.constant("zero", np.array(_ZERO, np.uint8))
    taken = graph.small(_DIGITS, "taken")
    products = graph.apply("MatMulInteger", [taken, graph.constant("rows", steps.T), zero], "products")
    graph.cast(products, _SUMS)
    size, count = vectors.shape[1], len(vectors)
    (folder / _PRODUCTS).write_bytes(graph.finish("scan", {_DIGITS: (2, size)}, {_SUMS: (2, count)}))
    np.save(folder / _SCALES, scales)
    np.save(folder / _MEAN, mean)


def _unreadable(folder: Path, error: Exception) -> SnapshotError:
    return SnapshotError(f"The readings in {folder} cannot be read: {error}.", hint="Run: make index.")
