"""Weights fit what they weigh, name for name, or nothing is weighed."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import orjson
import pytest

from corpus.errors import ModelError
from rag.decide.signs import SIGNS
from rag.signals import FIRST, LATE
from rag.weights import forget, weights


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """No weights are remembered from one test to the next."""
    forget()
    yield
    forget()


def written(folder: Path, content: object) -> Path:
    """A file of weights with this content."""
    path = folder / "weights.json"
    path.write_bytes(content if isinstance(content, bytes) else orjson.dumps(content))
    return path


def test_in_the_order_of_the_names(tmp_path: Path) -> None:
    """Weights come in the order asked for, of one class as a vector, of several as a table."""
    sections = {"one": {"a": [1.0], "b": [2.0]}, "two": {"a": [1.0, -1.0], "b": [2.0, -2.0]}}
    path = written(tmp_path, {"fitted": "by hand", "embedder": "none", "sections": sections})
    assert weights("one", ("b", "a"), path).tolist() == [2.0, 1.0]
    assert weights("two", ("b", "a"), path).tolist() == [[2.0, -2.0], [1.0, -1.0]]


UNFIT = [
    (("a",), "b"),  # a weight without a name
    (("a", "b", "c"), "c"),  # a name without a weight
    ((), "a, b"),  # no name at all
]


@pytest.mark.parametrize(("names", "odd"), UNFIT)
def test_names_that_do_not_fit(tmp_path: Path, names: tuple[str, ...], odd: str) -> None:
    """Another set of names is refused with those that are odd and the command that fits anew."""
    path = written(tmp_path, {"fitted": "by hand", "embedder": "none", "sections": {"one": {"a": [1.0], "b": [2.0]}}})
    fault = rf"does not fit what it weighs in 'one': {odd}\. Fit them: python -m eval\.calibrate\.$"
    with pytest.raises(ModelError, match=fault):
        weights("one", names, path)


def test_section_that_is_not_there(tmp_path: Path) -> None:
    """A section that was never fitted is refused by its name."""
    path = written(tmp_path, {"fitted": "by hand", "embedder": "none", "sections": {}})
    with pytest.raises(ModelError, match="weighs in 'second'"):
        weights("second", ("a",), path)


BROKEN = [
    b"{",  # no JSON
    {"embedder": "none", "sections": {}},  # no word on how it was fitted
    {"fitted": "by hand", "embedder": "none", "sections": {"one": {"a": ["much"]}}},  # no number
    {"fitted": "by hand", "embedder": "none", "sections": {}, "more": 1},  # a key that nobody knows
]


@pytest.mark.parametrize("content", BROKEN)
def test_broken_file(tmp_path: Path, content: object) -> None:
    """A file that is no file of weights is refused with its name and the command that fits anew."""
    with pytest.raises(ModelError, match=r"weights\.json cannot be used: (?s:.*)eval\.calibrate"):
        weights("one", ("a",), written(tmp_path, content))


def test_missing_file(tmp_path: Path) -> None:
    """So is one that is not there."""
    with pytest.raises(ModelError, match="cannot be used"):
        weights("one", ("a",), tmp_path / "weights.json")


def test_weights_of_unequal_length(tmp_path: Path) -> None:
    """Names of one section have as many weights as there are classes, each alike."""
    path = written(tmp_path, {"fitted": "by hand", "embedder": "none", "sections": {"one": {"a": [1.0], "b": [2.0, 3.0]}}})
    with pytest.raises(ModelError, match="'one'"):
        weights("one", ("a", "b"), path)


def test_read_anew(tmp_path: Path) -> None:
    """What was fitted since is seen after `forget`, and not before."""
    path = written(tmp_path, {"fitted": "by hand", "embedder": "none", "sections": {"one": {"a": [1.0]}}})
    assert weights("one", ("a",), path).tolist() == [1.0]
    written(tmp_path, {"fitted": "by hand", "embedder": "none", "sections": {"one": {"a": [5.0]}}})
    assert weights("one", ("a",), path).tolist() == [1.0]
    forget()
    assert weights("one", ("a",), path).tolist() == [5.0]


def test_shipped_weights_fit() -> None:
    """The weights that we ship are those of the signals and signs that there are, each a finite number."""
    assert weights("first", FIRST).shape == (len(FIRST),)
    assert weights("second", (*FIRST, *LATE)).shape == (len(FIRST) + len(LATE),)
    decision = weights("decision", ("bias", *SIGNS))
    assert decision.shape == (len(SIGNS) + 1, 3)
    assert np.isfinite(decision).all()
