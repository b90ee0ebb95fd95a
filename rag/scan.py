"""Cosines of a question with every row at once: exact search over vectors kept in bytes (a flat index, scalar quantization).

Rows are kept as what sets them apart from their mean, in whole numbers of one byte with a scale each, a quarter of what they
were to read. The question is put as two such numbers, one for what the other leaves. Products are sums of whole numbers, so
that they are the same on any processor and for any part of the rows; a cosine is off by some 0.0003. Refuses to rank.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from corpus.errors import SnapshotError
from rag.onnx_graph import Graph

FILES = _PRODUCTS, _SCALES, _MEAN = "scan.onnx", "scan-scales.npy", "scan-mean.npy"
_DIGITS, _SUMS = "digits", "sums"
"""Names of the network's input, shape (2, d), and output, shape (2, n)."""
_ROW, _ZERO, _QUESTION = 127, 64, 63
"""Greatest step of a row, the byte that stands for 0 in a question, and the greatest step beside it.

Two products of 127 times 127 still are a number of 16 bits, as processors with AVX2 and no VNNI want it.
"""
_TINY = 1e-30
_ERRORS_ONLY = 3


@dataclass(frozen=True, slots=True)
class Scan:
    """What rows are compared with a question by: `scales` (n,), `mean` (d,); `rows` are those asked for, None for all."""

    session: onnxruntime.InferenceSession
    scales: NDArray[np.float32]
    mean: NDArray[np.float32]
    rows: NDArray[np.int64] | None = None

    @classmethod
    def open(cls, folder: Path) -> "Scan":
        """Open what `write_scan` made; raises SnapshotError where it is missing or damaged."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ONLY
        try:
            scales, mean = (np.load(folder / name) for name in (_SCALES, _MEAN))
            session = onnxruntime.InferenceSession(str(folder / _PRODUCTS), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's own errors have no common class but this
            raise SnapshotError(f"The readings in {folder} cannot be read: {error}.", hint="Run: make index.") from error
        if session.get_outputs()[0].shape[1] != len(scales):
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
        [[most, rest]] = self.session.run([_SUMS], {_DIGITS: np.stack([coarse, fine]).astype(np.int64) + _ZERO})
        found = (most * np.float32(step) + rest * np.float32(finer)) * self.scales + np.float32(vector @ self.mean)
        return np.asarray(found if self.rows is None else found[self.rows], np.float32)


def write_scan(folder: Path, vectors: NDArray[np.float32]) -> None:
    """Write vectors, shape (n, d), for `Scan` to open."""
    mean = vectors.mean(axis=0, dtype=np.float64).astype(np.float32)
    apart = vectors - mean
    scales = np.maximum(np.abs(apart).max(axis=1, initial=0.0), _TINY) / np.float32(_ROW)
    steps = np.rint(apart / scales[:, None]).astype(np.int8)
    graph = Graph()
    zero = graph.constant("zero", np.array(_ZERO, np.uint8))
    taken = graph.small(_DIGITS, "taken")
    products = graph.apply("MatMulInteger", [taken, graph.constant("rows", steps.T), zero], "products")
    graph.cast(products, _SUMS)
    size, count = vectors.shape[1], len(vectors)
    (folder / _PRODUCTS).write_bytes(graph.finish("scan", {_DIGITS: (2, size)}, {_SUMS: (2, count)}))
    np.save(folder / _SCALES, scales)
    np.save(folder / _MEAN, mean)
