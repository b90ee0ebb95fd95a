"""Readings are kept by model and text, given back in the order asked for, and never made twice."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import StoreUnwritable
from rag.embedder.fake import HashEmbedder
from rag.ports import Reading
from rag.reading import Read, as_bytes, read_all

from .conftest import silent

TEXTS = ["The keeper trims the lamp.", "oil", "", "A boat brings the postbag on every second Monday.", "oil"]


class Counting(HashEmbedder):
    """Notes the texts that it is asked to read."""

    def __init__(self, name: str = HashEmbedder.name) -> None:
        self.name = name
        self.asked: list[str] = []

    def read(self, texts: Sequence[str]) -> tuple[Reading, ...]:
        """What the fake reads."""
        self.asked += texts
        return super().read(texts)


def tokens_of(read: Read, row: int) -> np.ndarray:
    """The tokens of one text."""
    return read.tokens[read.starts[row] : read.starts[row + 1]]


def test_in_the_order_asked_for(tmp_path: Path) -> None:
    """Row i is the reading of text i, its vector as it was given and its tokens to within half a step of a byte."""
    read = read_all(tmp_path / "cache.sqlite3", HashEmbedder(), TEXTS, silent)
    assert read.starts.tolist() == [0, 5, 6, 7, 16, 17]
    for row, reading in enumerate(HashEmbedder().read(TEXTS)):
        assert np.array_equal(read.vectors[row], reading.vector)
        assert np.array_equal(tokens_of(read, row), as_bytes(reading.tokens))
        largest = np.abs(reading.tokens).max(axis=1, keepdims=True)
        assert np.abs(tokens_of(read, row) * (largest / 127) - reading.tokens).max() <= 0.5 / 127 + 1e-6


def test_nothing_is_read_twice(tmp_path: Path) -> None:
    """A text that stands twice is read once, one that was read before not at all, and order does not matter."""
    first, second = Counting(), Counting()
    read_all(tmp_path / "cache.sqlite3", first, TEXTS, silent)
    assert sorted(first.asked) == sorted(set(TEXTS))
    again = read_all(tmp_path / "cache.sqlite3", second, ["a new one", *reversed(TEXTS)], silent)
    assert second.asked == ["a new one"]
    assert np.array_equal(again.vectors[-1], HashEmbedder().embed_question(TEXTS[0]))


def test_another_model_reads_anew(tmp_path: Path) -> None:
    """Readings of another model are not taken for this one's."""
    read_all(tmp_path / "cache.sqlite3", Counting(), ["oil"], silent)
    other = Counting("another")
    read_all(tmp_path / "cache.sqlite3", other, ["oil"], silent)
    assert other.asked == ["oil"]


def test_what_was_read_before_a_failure_stays(tmp_path: Path) -> None:
    """Where the model fails in the second batch, the first need not be read again."""

    class Failing(Counting):
        def read(self, texts: Sequence[str]) -> tuple[Reading, ...]:
            if self.asked:
                raise OSError(28, "No space left on device")
            return super().read(texts)

    texts = [f"lamp {number}" for number in range(300)]
    with pytest.raises(OSError, match="No space left"):
        read_all(tmp_path / "cache.sqlite3", Failing(), texts, silent)
    rest = Counting()
    read_all(tmp_path / "cache.sqlite3", rest, texts, silent)
    assert len(rest.asked) == 300 - 256


def test_progress_counts_up(tmp_path: Path) -> None:
    """Progress begins with what is known and ends with all that there is, equal texts once."""
    steps: list[tuple[int, int]] = []
    read_all(tmp_path / "cache.sqlite3", HashEmbedder(), ["oil"], silent)
    read_all(tmp_path / "cache.sqlite3", HashEmbedder(), TEXTS, lambda done, total: steps.append((done, total)))
    assert steps == [(1, 4), (4, 4)]


def test_unwritable_cache_is_told(tmp_path: Path) -> None:
    """A cache that is no database gives an error that names it and says what to do."""
    path = tmp_path / "cache.sqlite3"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 40)
    with pytest.raises(StoreUnwritable, match=r"cache\.sqlite3 refuses: .*remove the file and run: make index"):
        read_all(path, HashEmbedder(), TEXTS, silent)


def test_folder_in_the_way_is_told(tmp_path: Path) -> None:
    """So does a folder that stands where the cache should."""
    with pytest.raises(StoreUnwritable, match="refuses"):
        read_all(tmp_path, HashEmbedder(), TEXTS, silent)


def test_directions_in_bytes() -> None:
    """The largest place of a vector becomes 127, whatever its length; a vector of zeros stays one."""
    given = np.array([[0.5, -1.0, 0.25], [3.0, 0.0, 0.0], [0.0, 0.0, 0.0]], np.float32)
    assert as_bytes(given).tolist() == [[64, -127, 32], [127, 0, 0], [0, 0, 0]]
