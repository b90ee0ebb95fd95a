"""The network, on small random weights, gives what the same steps give in numpy."""

from collections.abc import Mapping
from hashlib import sha256

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray

from rag.embedder.network import write_network
from rag.embedder.products import Precision
from rag.embedder.weights import Blocks, Pieces, Shape, Weights

SHAPE = Shape(hidden=64, layers=2, heads=4, feed_forward=128, vocabulary=40, positions=24, types=2, epsilon=1e-12)
IDS = np.array([[0, 7, 39, 7, 21, 2]], np.int64)
_PIECES = Pieces(texts=(), scores=(), begin=0, end=2, padding=1, unknown=3, normalized={})

Array = NDArray[np.float32]


def _weights() -> Weights:
    random = np.random.default_rng(11)

    def vector(size: int, mean: float = 0.0) -> Array:
        return (mean + 0.1 * random.standard_normal(size)).astype(np.float32)

    def matrix(rows: int, columns: int) -> Blocks:
        packed = random.integers(0, 256, (rows, columns // 32, 16), dtype=np.uint8)
        return Blocks(packed=packed, scales=random.uniform(0.01, 0.05, (rows, columns // 32)).astype(np.float16))

    hidden, wide = SHAPE.hidden, SHAPE.feed_forward
    vectors = {"emb.pos": vector(SHAPE.positions * hidden), "emb.type": vector(SHAPE.types * hidden)}
    matrices = {"emb.word": matrix(SHAPE.vocabulary, hidden)}
    norms = ["emb.ln"]
    for layer in range(SHAPE.layers):
        norms += [f"l{layer}.aln", f"l{layer}.oln"]
        sizes = {"q": (hidden, hidden), "k": (hidden, hidden), "v": (hidden, hidden), "ao": (hidden, hidden)}
        sizes |= {"fi": (wide, hidden), "fo": (hidden, wide)}
        for part, (rows, columns) in sizes.items():
            matrices[f"l{layer}.{part}.w"] = matrix(rows, columns)
            vectors[f"l{layer}.{part}.b"] = vector(rows)
    for norm in norms:
        vectors |= {f"{norm}.w": vector(hidden, 1.0), f"{norm}.b": vector(hidden)}
    return Weights(shape=SHAPE, pieces=_PIECES, vectors=vectors, matrices=matrices)


def _expected(weights: Weights) -> Array:
    """The last layer, written out once more in numpy after the paper (Devlin 2018, equations of Vaswani 2017)."""
    vectors = weights.vectors
    positions = vectors["emb.pos"].reshape(-1, SHAPE.hidden)[: IDS.shape[1]]
    words = weights.matrices["emb.word"].dequantized()[IDS[0]]
    value = _norm(words + positions + vectors["emb.type"][: SHAPE.hidden], vectors, "emb.ln")
    for layer in range(SHAPE.layers):
        name = f"l{layer}"
        width = SHAPE.hidden // SHAPE.heads
        query, key, content = (
            _linear(value, weights, f"{name}.{part}").reshape(-1, SHAPE.heads, width).swapaxes(0, 1) for part in "qkv"
        )
        share = np.exp(query @ key.swapaxes(1, 2) / np.sqrt(width))
        share /= share.sum(axis=-1, keepdims=True)
        context = (share @ content).swapaxes(0, 1).reshape(-1, SHAPE.hidden)
        value = _norm(value + _linear(context, weights, f"{name}.ao"), vectors, f"{name}.aln")
        wide = _gelu(_linear(value, weights, f"{name}.fi"))
        value = _norm(value + _linear(wide, weights, f"{name}.fo"), vectors, f"{name}.oln")
    return value


def _linear(value: Array, weights: Weights, name: str) -> Array:
    return np.asarray(value @ weights.matrices[f"{name}.w"].dequantized().T + weights.vectors[f"{name}.b"])


def _norm(value: Array, vectors: Mapping[str, Array], name: str) -> Array:
    centred = value - value.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + SHAPE.epsilon)
    return np.asarray(centred / spread * vectors[f"{name}.w"] + vectors[f"{name}.b"])


def _gelu(value: Array) -> Array:
    """X times the normal distribution's share below it, found by adding up its density."""
    grid = np.linspace(-12, 12, 200_001)
    share = np.cumsum(np.exp(-(grid**2) / 2)) * (grid[1] - grid[0]) / np.sqrt(2 * np.pi)
    return np.asarray(value * np.interp(value, grid, share), np.float32)


def _session(precision: Precision) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(write_network(_weights(), precision), providers=["CPUExecutionProvider"])


def test_floats_agree_with_numpy() -> None:
    """In float32 the last layer is numpy's, but for rounding."""
    tokens = _session(Precision.FLOAT32).run(["tokens"], {"input_ids": IDS})[0][0]
    assert np.abs(tokens - _expected(_weights())).max() < 1e-3


def test_bytes_come_near() -> None:
    """In bytes each token's vector points the same way, to a cosine of 0.999."""
    tokens, expected = _session(Precision.INT8).run(["tokens"], {"input_ids": IDS})[0][0], _expected(_weights())
    cosines = (tokens * expected).sum(axis=1) / np.linalg.norm(tokens, axis=1) / np.linalg.norm(expected, axis=1)
    assert cosines.min() > 0.999


@pytest.mark.parametrize("precision", Precision)
def test_the_embedding_is_the_mean_of_the_tokens(precision: Precision) -> None:
    """The embedding is the mean token brought to length one."""
    embedding, tokens = _session(precision).run(["embedding", "tokens"], {"input_ids": IDS})
    mean = tokens[0].mean(axis=0)
    assert np.allclose(embedding[0], mean / np.linalg.norm(mean), atol=1e-6)


@pytest.mark.parametrize("precision", Precision)
def test_the_same_weights_give_the_same_file(precision: Precision) -> None:
    """Written twice, the file is the same to the byte, so that its hash can name the model."""
    assert write_network(_weights(), precision) == write_network(_weights(), precision)


@pytest.mark.parametrize(
    ("precision", "expected"), [(Precision.FLOAT32, "133e231874e23912"), (Precision.INT8, "178406ed9a9008f3")]
)
def test_processors_do_not_matter(precision: Precision, expected: str) -> None:
    """The bits that emulated processors with AVX2 gave, and one with AVX-512: weights are fitted to what comes out."""
    ids = np.random.default_rng(3).integers(0, SHAPE.vocabulary, (2, SHAPE.positions))
    given = _session(precision).run(["embedding", "tokens"], {"input_ids": ids})
    assert sha256(b"".join(value.tobytes() for value in given)).hexdigest()[:16] == expected


@pytest.mark.parametrize("precision", Precision)
def test_company_does_not_matter(precision: Precision) -> None:
    """Texts that are equally long come out of the network together as each alone, to the bit."""
    session, draw = _session(precision), np.random.default_rng(5)
    for length in (1, 3, 8, 13, 16):
        ids = draw.integers(0, SHAPE.vocabulary, (7, length))
        together = session.run(["embedding", "tokens"], {"input_ids": ids})
        for row in range(len(ids)):
            alone = session.run(["embedding", "tokens"], {"input_ids": ids[row : row + 1]})
            for one, other in zip(together, alone, strict=True):
                assert np.array_equal(one[row], other[0])
