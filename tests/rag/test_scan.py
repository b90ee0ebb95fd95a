"""Every row's cosine, from bytes: as near as the steps allow, the same for any part of the rows, and exact sums."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.errors import SnapshotError
from rag.scan import FILES, Scan, write_scan

COUNT, SIZE = 300, 384

Floats = NDArray[np.float32]


def _units(count: int, seed: int) -> Floats:
    """Vectors of length one that lie close together, as those of sentences do."""
    drawn = np.random.default_rng(seed).standard_normal((count, SIZE)) + 2.0
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), np.float32)


ROWS, QUESTION = _units(COUNT, 1), _units(1, 2)[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that the rows are written to."""
    write_scan(tmp_path, ROWS)
    return tmp_path


def test_as_near_as_the_steps_allow(folder: Path) -> None:
    """No cosine is off by more than half a step in each number, of the row's and of the question's."""
    apart = ROWS - ROWS.mean(axis=0)
    of_rows = np.abs(apart).max(axis=1) / 127 / 2 * np.abs(QUESTION).sum()
    of_question = np.abs(QUESTION).max() / 63 / 126 / 2 * np.abs(apart).sum(axis=1)
    off = np.abs(Scan.open(folder).cosines(QUESTION) - ROWS.astype(np.float64) @ QUESTION)
    assert (off <= 1.01 * (of_rows + of_question) + 1e-6).all()
    assert off.max() < 0.002


def test_order_is_kept(folder: Path) -> None:
    """A row that is asked for is its own nearest, at one."""
    scan = Scan.open(folder)
    for row in range(0, COUNT, 50):
        found = scan.cosines(ROWS[row])
        assert found.argmax() == row
        assert found[row] == pytest.approx(1.0, abs=0.002)


def test_extremes_are_not_cut_off(tmp_path: Path) -> None:
    """Rows and questions all of whose numbers are as great as can be, with either sign, give their whole sums."""
    rows = np.array([[1.0] * SIZE, [-1.0] * SIZE, [1.0, -1.0] * (SIZE // 2)], np.float32) / np.float32(SIZE**0.5)
    write_scan(tmp_path, rows)
    for question in rows:
        np.testing.assert_allclose(Scan.open(tmp_path).cosines(question), rows @ question, atol=0.01)


def test_sums_are_exact(folder: Path) -> None:
    """Every product is the sum of whole numbers that it says it is, at the greatest digits of either sign too."""
    digits = np.random.default_rng(5).integers(-64, 64, (2, SIZE))
    digits[1, ::2], digits[1, 1::2] = 63, -64
    apart = ROWS - ROWS.mean(axis=0, dtype=np.float64).astype(np.float32)
    scales = np.abs(apart).max(axis=1) / np.float32(127)
    steps = np.rint(apart / scales[:, None]).astype(np.int64)
    assert np.array_equal(Scan.open(folder).sums(digits).astype(np.int64), digits @ steps.T)


def test_part_of_the_rows(folder: Path) -> None:
    """Some of the rows, in any order and twice as well, have to the bit the cosines that they have among all."""
    scan = Scan.open(folder)
    part = scan.only(np.array([7, 200, 7, 0]))
    assert np.array_equal(part.cosines(QUESTION), scan.cosines(QUESTION)[[7, 200, 7, 0]])
    assert np.array_equal(part.only(np.array([1, 3])).cosines(QUESTION), scan.cosines(QUESTION)[[200, 0]])
    assert (len(scan), len(part)) == (COUNT, 4)


def test_a_question_of_zeros(folder: Path) -> None:
    """A vector that is all zeros is as near to one row as to another."""
    assert Scan.open(folder).cosines(np.zeros(SIZE, np.float32)).tolist() == [0.0] * COUNT


def test_rows_that_are_alike(tmp_path: Path) -> None:
    """Rows that do not differ, or are only one, are found by their mean."""
    write_scan(tmp_path, ROWS[:1].repeat(3, axis=0))
    np.testing.assert_allclose(Scan.open(tmp_path).cosines(ROWS[0]), [1.0] * 3, atol=1e-5)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def remove(path: Path) -> None:
    path.unlink()


def shorter(path: Path) -> None:
    np.save(path, np.load(path)[:-1])


@pytest.mark.parametrize("damage", [cut, remove])
@pytest.mark.parametrize("name", FILES)
def test_cut_files_are_refused(folder: Path, damage: Callable[[Path], None], name: str) -> None:
    """A file that is cut short or gone gives an error that names the folder and the next command."""
    damage(folder / name)
    with pytest.raises(SnapshotError, match=r"cannot be read: .*make index"):
        Scan.open(folder)


def test_files_of_another_build_are_refused(folder: Path, tmp_path: Path) -> None:
    """Scales of other rows do not belong to the products."""
    other = tmp_path / "other"
    other.mkdir()
    write_scan(other, ROWS[:-1])
    (folder / FILES[1]).write_bytes((other / FILES[1]).read_bytes())
    with pytest.raises(SnapshotError, match="not of one build"):
        Scan.open(folder)


@pytest.mark.parametrize("name", FILES[1:])
def test_files_of_other_sizes_are_refused(folder: Path, name: str) -> None:
    """Nor does the mean of vectors of another size."""
    shorter(folder / name)
    with pytest.raises(SnapshotError, match="not of one build"):
        Scan.open(folder)
