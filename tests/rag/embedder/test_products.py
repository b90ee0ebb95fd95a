"""Products in bytes come near to products in floats, and depend on nothing but their own row."""

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray

from rag.embedder.products import Columns, byte_product
from rag.onnx_graph import Graph

ROWS, COLUMNS, TOKENS = 64, 8, 5


def _random(*shape: int) -> NDArray[np.float32]:
    return np.random.default_rng(shape[0]).standard_normal(shape).astype(np.float32)


def _loss(found: NDArray[np.float32], exact: NDArray[np.float32]) -> float:
    """Mean error as a part of the values' spread."""
    return float(np.sqrt(np.mean((found - exact) ** 2)) / exact.std())


def _run(value: NDArray[np.float32], matrix: NDArray[np.float32], *, after_gelu: bool = False) -> NDArray[np.float32]:
    graph = Graph()
    given = graph.constant("given", value[None])
    byte_product(graph, given, matrix, np.ones(COLUMNS, np.float32), "out", after_gelu=after_gelu)
    file = graph.finish("product", {}, {"out": (1, len(value), COLUMNS)})
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    result: NDArray[np.float32] = session.run(["out"], {})[0][0]
    return result


def test_near_to_floats() -> None:
    """A product in bytes loses less than two hundredths of the values' spread."""
    value, matrix = _random(TOKENS, ROWS), _random(ROWS, COLUMNS)
    exact = value @ matrix + 1
    assert _loss(_run(value, matrix), exact) < 0.02


def test_near_to_floats_after_gelu() -> None:
    """After GELU, where nothing lies below -0.17, it loses less than two hundredths as well."""
    value, matrix = np.maximum(_random(TOKENS, ROWS), np.float32(-0.17)), _random(ROWS, COLUMNS)
    exact = value @ matrix + 1
    assert _loss(_run(value, matrix, after_gelu=True), exact) < 0.02


def test_rows_do_not_meet() -> None:
    """A token's product is the same to the byte beside a token a thousand times as large."""
    value, matrix = _random(TOKENS, ROWS), _random(ROWS, COLUMNS)
    beside = np.concatenate([value, 1000 * value[:1]])
    assert np.array_equal(_run(beside, matrix)[:TOKENS], _run(value, matrix))


def test_a_row_of_zeros() -> None:
    """A token that is all zeros gives the offset alone."""
    assert np.allclose(_run(np.zeros((1, ROWS), np.float32), _random(ROWS, COLUMNS)), 1)


HARD = [
    _random(ROWS, COLUMNS),  # a common matrix
    np.ones((ROWS, COLUMNS), np.float32),  # every pair is as large as can be
    np.eye(ROWS, COLUMNS, dtype=np.float32),  # no pair at all
    np.where(np.arange(ROWS)[:, None] % 2, 1, -1) * np.ones((1, COLUMNS), np.float32),  # pairs that cancel out
    np.exp(3 * _random(ROWS, COLUMNS)),  # a few values far above the rest
]


@pytest.mark.parametrize("matrix", HARD, ids=["common", "ones", "eye", "cancelling", "peaks"])
def test_sixteen_bits_hold_two_products(matrix: NDArray[np.float32]) -> None:
    """No two neighbouring steps times 255 leave 16 bits, and the steps still tell the matrix to half a step."""
    columns = Columns.of(matrix.astype(np.float32))
    steps = columns.steps.astype(np.int64)
    assert np.abs(255 * (steps[:-1] + steps[1:])).max() <= 2**15 - 1
    assert np.abs(255 * steps).max() <= 2**15 - 1
    assert np.abs(steps * columns.scales - matrix).max() <= 0.5001 * columns.scales.max()


def test_names_are_given_once() -> None:
    """A graph refuses a second value of the same name."""
    graph = Graph()
    graph.constant("lamp", np.zeros(1, np.float32))
    with pytest.raises(ValueError, match="'lamp'"):
        graph.constant("lamp", np.zeros(1, np.float32))
