"""A matrix product of the network as ONNX operators, in float32 or in bytes.

In bytes, each column of a matrix has a fixed scale, and each token a scale found as it comes. (The usual dynamic
quantization has one scale for a whole text and all that it is batched with: that makes a text's vector depend on its
neighbours, and costs two points of recall.) Refuses steps whose sums of two products leave 16 bits: they would be
cut off on processors with AVX2 and no VNNI, and vectors would differ from machine to machine.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from rag.onnx_graph import Graph

GELU_FLOOR = 0.17
"""GELU gives nothing below -0.17."""

_STEPS = 127
_PAIR = (2**15 - 1) // 255
"""Most that the steps of two neighbours may come to: 255 times that is a number of 16 bits."""

_LEAST = 1e-9
"""Greatest value of a token that is all zeros, so that nothing is divided by zero."""


class Precision(StrEnum):
    """What the big matrices are multiplied in."""

    FLOAT32 = "float32"
    INT8 = "int8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A matrix in bytes, shape (rows, columns): `steps` int8 times `scales` float32 (columns,)."""

    steps: NDArray[np.int8]
    scales: NDArray[np.float32]

    @classmethod
    def of(cls, matrix: NDArray[np.float32]) -> "Columns":
        """The finest steps such that none exceeds 127 and no two neighbours in a column come to more than 128."""
        pairs = np.abs(matrix[:-1] + matrix[1:]).max(axis=0, initial=0.0)
        # rounding adds at most half a step to each of the two
        scales = np.maximum(np.abs(matrix).max(axis=0) / _STEPS, pairs / (_PAIR - 1)).astype(np.float32)
        return cls(steps=np.rint(matrix / scales).astype(np.int8), scales=scales)

    def sums(self) -> NDArray[np.float32]:
        """What a row of ones gives."""
        return np.asarray(self.steps.sum(axis=0, dtype=np.float32) * self.scales, dtype=np.float32)


def float_product(graph: Graph, value: str, matrix: NDArray[np.float32], offset: NDArray[np.float32], out: str) -> str:
    """`value` times `matrix` plus `offset`."""
    product = graph.apply("MatMul", [value, graph.constant(f"{out}.matrix", matrix)], f"{out}.product")
    return graph.apply("Add", [product, graph.constant(f"{out}.offset", offset)], out)


def byte_product(
    graph: Graph,
    value: str,
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    out: str,
    *,
    after_gelu: bool = False,
) -> str:
    """The same in bytes; after GELU the values are raised above zero first, so that all 255 steps serve."""
    columns = Columns.of(matrix)
    if after_gelu:
        size = value = graph.apply("Add", [value, _number(graph, GELU_FLOOR, f"{out}.floor")], f"{out}.raised")
        offset = offset - np.float32(GELU_FLOOR) * columns.sums()
        highest, zero = 255, 0
    else:
        size = graph.apply("Abs", [value], f"{out}.size")
        highest, zero = 127, 128
    scale = _token_scale(graph, size, highest, out)
    zero_step = graph.constant(f"{out}.zero", np.array(zero, np.uint8))
    units = graph.apply("Div", [value, scale], f"{out}.units")
    taken = graph.apply("QuantizeLinear", [units, _number(graph, 1, f"{out}.one"), zero_step], f"{out}.taken")
    steps = graph.constant(f"{out}.matrix", columns.steps)
    count = graph.cast(graph.apply("MatMulInteger", [taken, steps, zero_step], f"{out}.count"), f"{out}.counted")
    scaled = graph.apply("Mul", [count, scale], f"{out}.scaled")
    product = graph.apply("Mul", [scaled, graph.constant(f"{out}.scales", columns.scales)], f"{out}.product")
    return graph.apply("Add", [product, graph.constant(f"{out}.offset", offset)], out)


def _token_scale(graph: Graph, size: str, highest: int, out: str) -> str:
    """For each token its greatest value over `highest`, shape (1, tokens, 1)."""
    axis = graph.constant(f"{out}.axis", np.array([-1], np.int64))
    greatest = graph.apply("ReduceMax", [size, axis], f"{out}.greatest", {"keepdims": 1})
    floored = graph.apply("Max", [greatest, _number(graph, _LEAST, f"{out}.least")], f"{out}.floored")
    return graph.apply("Div", [floored, _number(graph, highest, f"{out}.highest")], f"{out}.scale")


def _number(graph: Graph, value: float, name: str) -> str:
    return graph.constant(name, np.array(value, np.float32))
