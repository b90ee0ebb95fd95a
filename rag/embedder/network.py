"""The network of multilingual-e5-small written as an ONNX graph, as an embedder or as a model of entailment.

It reads the ids of texts that are equally long, shape (texts, tokens), and gives `embedding` (texts, hidden), the mean of the
last layer brought to length one, and `tokens` (texts, tokens, hidden), the last layer itself, which is on the way to it. With
an adapter that has a head it gives `entailment` (texts, classes) instead, log-probabilities for pairs of texts. Refuses
padding: it has no mask, and nothing in it adds up over texts, so that a text's numbers are the same to the bit in any company;
and, on processors with AVX2, whatever else they have.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.embedder.adapter import CLASSES, Adapter
from rag.embedder.products import Precision, byte_product, float_product
from rag.embedder.weights import Weights
from rag.onnx_graph import Graph

IDS, EMBEDDING, TOKENS, ENTAILMENT = "input_ids", "embedding", "tokens", "entailment"
"""Names of the network's input and outputs."""

_TITLE = "multilingual-e5-small"


def write_network(weights: Weights, precision: Precision, adapter: Adapter | None = None) -> bytes:
    """The ONNX file of the network, with the additions of an adapter where one is given."""
    return _Network(weights, precision, adapter).write()


class _Network:
    """Writes itself layer by layer; a method takes names of values and gives the name of what it adds."""

    def __init__(self, weights: Weights, precision: Precision, adapter: Adapter | None) -> None:
        self._weights = weights
        self._shape = weights.shape
        self._precision = precision
        self._adapter = adapter
        self._graph = Graph()

    def write(self) -> bytes:
        graph, hidden, heads = self._graph, self._shape.hidden, self._shape.heads
        graph.constant("token_shape", np.array([0, 0, hidden], np.int64))
        graph.constant("head_shape", np.array([0, 0, heads, hidden // heads], np.int64))
        value = self._normalized(graph.apply("Add", [self._words(), self._places()], "placed"), "emb.ln", "l-1.out")
        self._ones("column", ["length", graph.constant("one_column", np.array([1], np.int64))])
        for layer in range(self._shape.layers):
            value = self._layer(value, f"l{layer}", TOKENS if layer + 1 == self._shape.layers else f"l{layer}.out")
        mean = self._mean(value)
        head = self._adapter.head if self._adapter else None
        if head is not None:
            scores = float_product(graph, mean, head.weights.T, head.bias, "head")
            graph.apply("LogSoftmax", [scores], ENTAILMENT, {"axis": -1})
            return graph.finish(_TITLE, {IDS: ("texts", "length")}, {ENTAILMENT: ("texts", CLASSES)})
        graph.apply("LpNormalization", [mean], EMBEDDING, {"axis": -1, "p": 2})
        outputs = {EMBEDDING: ("texts", hidden), TOKENS: ("texts", "length", hidden)}
        return graph.finish(_TITLE, {IDS: ("texts", "length")}, outputs)

    def _mean(self, value: str) -> str:
        """Mean over tokens by a product with a row of ones: ReduceMean adds up in another order where there are more texts."""
        graph = self._graph
        token_axis = graph.constant("token_axis", np.array([1], np.int64))
        row = self._ones("row", [graph.constant("one_text_one_row", np.array([1, 1], np.int64)), "length"])
        total = graph.apply("Squeeze", [graph.apply("MatMul", [row, value], "totals"), token_axis], "total")
        return graph.apply("Div", [total, graph.cast("length", "count")], "mean")

    def _ones(self, name: str, sizes: Sequence[str]) -> str:
        shape = self._graph.apply("Concat", sizes, f"{name}.shape", {"axis": 0})
        return self._graph.apply("Expand", [self._graph.constant(f"{name}.one", np.array(1.0, np.float32)), shape], name)

    def _words(self) -> str:
        """Rows of the word table, which stays in 4 bits: they are unpacked as they are looked up."""
        graph, blocks = self._graph, self._weights.matrices["emb.word"]
        rows = graph.constant("words.packed", blocks.packed)
        scales = graph.constant("words.scales", blocks.scales[..., None])
        low_half = graph.constant("low_half", np.array(15, np.uint8))
        half_byte = graph.constant("half_byte", np.array(4, np.uint8))
        packed = graph.apply("Gather", [rows, IDS], "word.packed")
        low = graph.apply("BitwiseAnd", [packed, low_half], "word.low")
        high = graph.apply("BitShift", [packed, half_byte], "word.high", {"direction": "RIGHT"})
        steps = graph.cast(graph.apply("Concat", [low, high], "word.steps", {"axis": -1}), "word.counted")
        eight = graph.constant("eight", np.array(8, np.float32))
        centred = graph.apply("Sub", [steps, eight], "word.centred")
        scale = graph.cast(graph.apply("Gather", [scales, IDS], "word.half_scale"), "word.scale")
        return graph.apply("Reshape", [graph.apply("Mul", [centred, scale], "word.blocks"), "token_shape"], "word")

    def _places(self) -> str:
        """Rows of the position table, with the one row of the type table that is in use added beforehand."""
        graph, vectors, hidden = self._graph, self._weights.vectors, self._shape.hidden
        table = graph.constant("places", vectors["emb.pos"].reshape(-1, hidden) + vectors["emb.type"][:hidden])
        zero = graph.constant("zero", np.array([0], np.int64))
        length = graph.apply("Shape", [IDS], "length", {"start": 1, "end": 2})
        return graph.apply("Slice", [table, zero, length, zero], "place")

    def _layer(self, value: str, name: str, out: str) -> str:
        graph = self._graph
        attended = self._product(self._attention(value, name), (f"{name}.ao",), f"{name}.attended")
        middle = self._normalized(graph.apply("Add", [value, attended], f"{name}.seen"), f"{name}.aln", f"{name}.middle")
        wide = graph.apply("Gelu", [self._product(middle, (f"{name}.fi",), f"{name}.wide")], f"{name}.gelu")
        narrow = self._product(wide, (f"{name}.fo",), f"{name}.narrow", after_gelu=True)
        return self._normalized(graph.apply("Add", [middle, narrow], f"{name}.thought"), f"{name}.oln", out)

    def _attention(self, value: str, name: str) -> str:
        graph = self._graph
        mixed = self._product(value, (f"{name}.q", f"{name}.k", f"{name}.v"), f"{name}.mixed")
        parts = graph.split("Split", [mixed], [f"{name}.{part}" for part in "qkv"], {"axis": -1, "num_outputs": 3})
        query = self._by_head(parts[0], (0, 2, 1, 3))
        key = self._by_head(parts[1], (0, 2, 3, 1))
        content = self._by_head(parts[2], (0, 2, 1, 3))
        likeness = graph.apply("MatMul", [query, key], f"{name}.likeness")
        drawn = self._drawn(likeness, content, name)
        turned = graph.apply("Transpose", [drawn], f"{name}.turned", {"perm": (0, 2, 1, 3)})
        return graph.apply("Reshape", [turned, "token_shape"], f"{name}.context")

    def _drawn(self, likeness: str, content: str, name: str) -> str:
        """What each token draws from all by softmax, whose operator adds up in another order on each kind of processor."""
        graph = self._graph
        axis = graph.constant(f"{name}.axis", np.array([-1], np.int64))
        below = graph.apply("Sub", [likeness, graph.apply("ReduceMax", [likeness, axis], f"{name}.greatest")], f"{name}.below")
        weights = graph.apply("Exp", [below], f"{name}.weights")
        total = graph.apply("MatMul", [weights, "column"], f"{name}.weight")
        return graph.apply("Div", [graph.apply("MatMul", [weights, content], f"{name}.sum"), total], f"{name}.drawn")

    def _by_head(self, part: str, order: tuple[int, ...]) -> str:
        heads = self._graph.apply("Reshape", [part, "head_shape"], f"{part}.heads")
        return self._graph.apply("Transpose", [heads], f"{part}.turned", {"perm": order})

    def _normalized(self, value: str, name: str, out: str) -> str:
        gain, shift = (self._graph.constant(f"{name}.{p}", self._weights.vectors[f"{name}.{p}"]) for p in "wb")
        attributes = {"axis": -1, "epsilon": self._shape.epsilon}
        return self._graph.apply("LayerNormalization", [value, gain, shift], out, attributes)

    def _product(self, value: str, names: tuple[str, ...], out: str, *, after_gelu: bool = False) -> str:
        """`value` times the named matrices side by side, plus their offsets."""
        matrix = np.concatenate([self._matrix(name) for name in names]).T
        offset = np.concatenate([self._offset(name) for name in names])
        if self._precision is Precision.FLOAT32:
            return float_product(self._graph, value, matrix, offset, out)
        return byte_product(self._graph, value, matrix, offset, out, after_gelu=after_gelu)

    def _matrix(self, name: str) -> NDArray[np.float32]:
        matrix = self._weights.matrices[f"{name}.w"].dequantized()
        return (matrix if self._adapter is None else matrix + self._adapter.added(name)) * self._sharpness(name)

    def _offset(self, name: str) -> NDArray[np.float32]:
        return self._weights.vectors[f"{name}.b"] * self._sharpness(name)

    def _sharpness(self, name: str) -> np.float32:
        """Attention divides likeness by the root of a head's width: here the query's matrix already has it."""
        return np.float32((self._shape.hidden // self._shape.heads) ** -0.5 if name.endswith(".q") else 1)
