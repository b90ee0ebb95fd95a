"""The additions that turn the embedder's network to a task are read as they were written, or not at all."""

from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelError
from rag.embedder.adapter import ADAPTERS, CLASSES, SEARCH, Adapter, Head, read_adapter, write_adapter


def adapter(*, head: bool = True) -> Adapter:
    """Small additions to one matrix."""
    ones = np.ones((CLASSES, 4), np.float32)
    return Adapter(
        down={"l0.q": np.array([[1.0, 2.0, 0.0, 0.5]], np.float32)},
        up={"l0.q": np.array([[2.0], [0.0]], np.float32)},
        head=Head(weights=ones, bias=ones[:, 0]) if head else None,
    )


def test_what_is_added() -> None:
    """A matrix that was fitted gets the product of its two parts, any other nothing."""
    assert np.asarray(adapter().added("l0.q")).tolist() == [[2.0, 4.0, 0.0, 1.0], [0.0, 0.0, 0.0, 0.0]]
    assert adapter().added("l0.k") == 0


def test_part_of_the_way() -> None:
    """Interpolated by a half, half is added; the head stays."""
    half = adapter().interpolated(0.5)
    assert np.asarray(half.added("l0.q")).tolist() == [[1.0, 2.0, 0.0, 0.5], [0.0, 0.0, 0.0, 0.0]]
    assert half.head is not None
    assert half.head.weights.tolist() == np.ones((CLASSES, 4)).tolist()


def test_written_and_read(tmp_path: Path) -> None:
    """The same additions give the same bytes, and are read as they were."""
    paths = tmp_path / "one.npz", tmp_path / "two.npz"
    for path in paths:
        write_adapter(adapter(), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    read = read_adapter(paths[0])
    assert np.array_equal(read.added("l0.q"), adapter().added("l0.q"))
    assert read.head is not None
    assert read.head.weights.tolist() == np.ones((CLASSES, 4)).tolist()


def test_without_a_head(tmp_path: Path) -> None:
    """Additions for search have no head, and get none by being written; half a head is damage."""
    path = tmp_path / "search.npz"
    write_adapter(adapter(head=False), path)
    assert read_adapter(path).head is None
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **{"head.w": np.ones((CLASSES, 4))})
    with pytest.raises(ModelError, match=r"head\.b"):
        read_adapter(path)


@pytest.mark.parametrize("kept", [0, 40, -30])
def test_a_damaged_file(tmp_path: Path, kept: int) -> None:
    """A file that is missing, empty or cut short is named, and how to get it anew."""
    path = tmp_path / "claims.npz"
    with pytest.raises(ModelError, match=r"claims\.npz cannot be read"):
        read_adapter(path)
    write_adapter(adapter(), path)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ModelError, match=r"claims\.npz cannot be read") as raised:
        read_adapter(path)
    assert raised.value.hint is not None


@pytest.mark.parametrize("kind", ADAPTERS)
def test_the_files_beside_the_module(kind: str) -> None:
    """What the package carries adds to matrices of the network, as many rows and columns as they have; readers have a head."""
    shipped = read_adapter(ADAPTERS[kind])
    assert (shipped.head.weights.shape if shipped.head else None) == (None if kind == SEARCH else (CLASSES, 384))
    assert {np.asarray(shipped.added(name)).shape for name in shipped.down if name.endswith(".q")} == {(384, 384)}
    assert all(np.abs(np.asarray(shipped.added(name))).max() > 0 for name in shipped.down)
