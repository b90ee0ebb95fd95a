"""The network of multilingual-e5-small written as an ONNX graph, in float32 or in integers.

It reads the ids of one text, shape (1, tokens), and gives `embedding` (1, hidden), the mean of the last layer brought
to length one, and `tokens` (1, tokens, hidden), the last layer itself, which costs nothing to leave out. Refuses padding:
it has no mask, so that a text's numbers can depend on nothing but the text.

In integers, each matrix column has a scale of its own, fixed, and each token one, found as it comes (`DynamicQuantizeLinear`
has one for the whole text, and for whatever it is embedded with; that loses two points of recall). Weights take 7 bits:
two products of 8 and 7 bits add up in 16, which is all that a processor with AVX2 and no VNNI has.
"""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from rag.embedder.graph import Graph
from rag.embedder.weights import BLOCK, Weights


class Precision(StrEnum):
    """What the big matrices are multiplied in."""

    FLOAT32 = "float32"
    INT8 = "int8"


_WEIGHT_LIMIT = 63
_GELU_FLOOR = 0.17
"""GELU gives nothing below -0.17: raised by that, its values fill an unsigned byte."""


def write_network(weights: Weights, precision: Precision) -> bytes:
    """The ONNX file of the network."""
    return _Network(weights, precision).write()


class _Network:
    def __init__(self, weights: Weights, precision: Precision) -> None:
        self._weights = weights
        self._shape = weights.shape
        self._precision = precision
        self._graph = Graph()

    def write(self) -> bytes:
        graph, hidden = self._graph, self._shape.hidden
        graph.constant("token_shape", np.array([0, 0, hidden], np.int64))
        graph.constant("head_shape", np.array([0, 0, self._shape.heads, hidden // self._shape.heads], np.int64))
        if self._precision is Precision.INT8:
            graph.constant("least", np.array(1e-9, np.float32))
            graph.constant("one", np.array(1, np.float32))
            graph.constant("middle", np.array(128, np.uint8))
            graph.constant("bottom", np.array(0, np.uint8))
            graph.constant("signed_steps", np.array(127, np.float32))
            graph.constant("unsigned_steps", np.array(255, np.float32))
            graph.constant("gelu_floor", np.array(_GELU_FLOOR, np.float32))
        value = self._embedding_table()
        for layer in range(self._shape.layers):
            value = self._layer(value, f"l{layer}", last=layer + 1 == self._shape.layers)
        graph.constant("token_axis", np.array([1], np.int64))
        mean = graph.apply("ReduceMean", [value, "token_axis"], "mean", {"keepdims": 0})
        graph.apply("LpNormalization", [mean], "embedding", {"axis": -1, "p": 2})
        return graph.finish(
            "multilingual-e5-small",
            {"input_ids": (1, "tokens")},
            {"embedding": (1, hidden), "tokens": (1, "tokens", hidden)},
        )

    def _embedding_table(self) -> str:
        graph, blocks = self._graph, self._weights.matrices["emb.word"]
        rows = graph.constant("words", blocks.packed)
        scales = graph.constant("word_scales", blocks.scales[..., None])
        packed = graph.apply("Gather", [rows, "input_ids"], "packed")
        low = graph.apply("BitwiseAnd", [packed, graph.constant("low_mask", np.array(15, np.uint8))], "low")
        high = graph.apply(
            "BitShift", [packed, graph.constant("half_byte", np.array(4, np.uint8))], "high", {"direction": "RIGHT"}
        )
        both = graph.cast(graph.apply("Concat", [low, high], "halves", {"axis": -1}), "halves_float")
        centred = graph.apply("Sub", [both, graph.constant("eight", np.array(8, np.float32))], "centred")
        scale = graph.cast(graph.apply("Gather", [scales, "input_ids"], "scale_half"), "scale")
        words = graph.apply("Reshape", [graph.apply("Mul", [centred, scale], "scaled"), "token_shape"], "word")
        value = graph.apply("Add", [words, self._positions()], "placed")
        return self._normalized(value, "emb.ln", "embedded")

    def _positions(self) -> str:
        """Rows of the position table, the one row of the type table in use added beforehand."""
        graph, hidden = self._graph, self._shape.hidden
        table = self._weights.vectors["emb.pos"].reshape(-1, hidden) + self._weights.vectors["emb.type"][:hidden]
        graph.constant("positions", table)
        graph.constant("start", np.array([0], np.int64))
        graph.constant("first_axis", np.array([0], np.int64))
        count = graph.apply("Shape", ["input_ids"], "count", {"start": 1, "end": 2})
        return graph.apply("Slice", ["positions", "start", count, "first_axis"], "position")

    def _layer(self, value: str, name: str, *, last: bool) -> str:
        graph = self._graph
        context = self._attention(value, name)
        attended = self._linear(context, (f"{name}.ao",), f"{name}.attended")
        middle = self._normalized(
            graph.apply("Add", [value, attended], f"{name}.sum1"), f"{name}.aln", f"{name}.middle"
        )
        wide = graph.apply("Gelu", [self._linear(middle, (f"{name}.fi",), f"{name}.wide")], f"{name}.gelu")
        narrow = self._linear(wide, (f"{name}.fo",), f"{name}.narrow", floor=_GELU_FLOOR)
        out = "tokens" if last else f"{name}.out"
        return self._normalized(graph.apply("Add", [middle, narrow], f"{name}.sum2"), f"{name}.oln", out)

    def _attention(self, value: str, name: str) -> str:
        graph = self._graph
        mixed = self._linear(value, (f"{name}.q", f"{name}.k", f"{name}.v"), f"{name}.qkv")
        parts = graph.split("Split", [mixed], [f"{name}.{p}" for p in "qkv"], {"axis": -1, "num_outputs": 3})
        orders = ((0, 2, 1, 3), (0, 2, 3, 1), (0, 2, 1, 3))
        query, key, content = (
            graph.apply(
                "Transpose", [graph.apply("Reshape", [part, "head_shape"], f"{part}.h")], f"{part}.t", {"perm": order}
            )
            for part, order in zip(parts, orders, strict=True)
        )
        likeness = graph.apply("MatMul", [query, key], f"{name}.likeness")
        share = graph.apply("Softmax", [likeness], f"{name}.share", {"axis": -1})
        drawn = graph.apply("MatMul", [share, content], f"{name}.drawn")
        turned = graph.apply("Transpose", [drawn], f"{name}.turned", {"perm": (0, 2, 1, 3)})
        return graph.apply("Reshape", [turned, "token_shape"], f"{name}.context")

    def _normalized(self, value: str, name: str, out: str) -> str:
        gain, shift = (self._graph.constant(f"{name}.{p}", self._weights.vectors[f"{name}.{p}"]) for p in "wb")
        attributes = {"axis": -1, "epsilon": self._shape.epsilon}
        return self._graph.apply("LayerNormalization", [value, gain, shift], out, attributes)

    def _linear(self, value: str, names: tuple[str, ...], out: str, *, floor: float | None = None) -> str:
        """`value` times the transposed matrices side by side, plus their offsets."""
        matrix = np.concatenate([self._matrix(name) for name in names]).T
        offset = np.concatenate([self._offset(name) for name in names])
        if self._precision is Precision.FLOAT32:
            product = self._graph.apply("MatMul", [value, self._graph.constant(f"{out}.w", matrix)], f"{out}.product")
        else:
            product, offset = self._integer_product(value, matrix, offset, out, floor)
        return self._graph.apply("Add", [product, self._graph.constant(f"{out}.b", offset)], out)

    def _scale(self, name):
        return np.float32((self._shape.hidden // self._shape.heads) ** -0.5) if name.endswith(".q") else np.float32(1)

    def _matrix(self, name):
        return self._weights.matrices[f"{name}.w"].dequantized() * self._scale(name)

    def _offset(self, name):
        return self._weights.vectors[f"{name}.b"] * self._scale(name)

    def _integer_product(self, value, matrix, offset, out, floor):
        graph = self._graph
        column_scales = np.abs(matrix).max(axis=0) / _WEIGHT_LIMIT
        steps = np.rint(matrix / column_scales).astype(np.int8)
        if floor is None:
            size = graph.apply("Abs", [value], f"{out}.size")
            top, zero = "signed_steps", "middle"
        else:
            value = size = graph.apply("Add", [value, "gelu_floor"], f"{out}.raised")
            top, zero = "unsigned_steps", "bottom"
            offset = offset - np.float32(floor) * (steps.astype(np.float32) * column_scales).sum(axis=0)
        graph.constant(f"{out}.axis", np.array([-1], np.int64))
        greatest = graph.apply("ReduceMax", [size, f"{out}.axis"], f"{out}.greatest", {"keepdims": 1})
        scale = graph.apply("Div", [graph.apply("Max", [greatest, "least"], f"{out}.g2"), top], f"{out}.scale")
        q = graph.apply("QuantizeLinear", [graph.apply("Div", [value, scale], f"{out}.units"), "one", zero], f"{out}.q")
        w = graph.constant(f"{out}.w", steps)
        acc = graph.cast(graph.apply("MatMulInteger", [q, w, zero], f"{out}.acc"), f"{out}.accf")
        p = graph.apply("Mul", [acc, scale], f"{out}.p")
        return graph.apply(
            "Mul", [p, graph.constant(f"{out}.ws", column_scales.astype(np.float32))], f"{out}.product"
        ), offset.astype(np.float32)
