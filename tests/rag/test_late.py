"""Late interaction equals a plain double loop over tokens; files that are cut or do not fit together are refused."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.errors import SnapshotError
from rag.embedder.fake import HashEmbedder
from rag.late import Readings, write
from rag.reading import Read, read_all
from rag.scan import FILES

from .conftest import silent

TEXTS = (
    "The keeper trims the lamp at dusk.",
    "oil",
    "A boat brings the postbag on every second Monday, ice permitting.",
    "灯塔 邮袋",
    "Nobody may open another keeper's letter.",
)
QUESTION = "may the keeper open a letter at dusk"

Floats = NDArray[np.float32]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Readings of five texts by the fake."""
    return read_all(tmp_path / "cache.sqlite3", HashEmbedder(), TEXTS, silent)


@pytest.fixture
def folder(tmp_path: Path, read: Read) -> Path:
    """The folder that they are written to."""
    write(tmp_path / "readings", read)
    return tmp_path / "readings"


def plain_cosines(read: Read, question: Floats) -> list[list[list[float]]]:
    """Cosine of each token of each text with each of the question's, centred, one after the other, in full precision."""
    every = [token / np.linalg.norm(token) for token in read.tokens.astype(np.float64)]
    mean = sum(every) / len(every)

    def cosine(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
        return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))

    asked = [token - mean for token in question.astype(np.float64)]
    texts = [every[read.starts[row] : read.starts[row + 1]] for row in range(len(TEXTS))]
    return [[[cosine(token - mean, one) for token in tokens] for one in asked] for tokens in texts]


@pytest.mark.parametrize("rows", [[0, 1, 2, 3, 4], [4, 0], [2, 2], [1]])
def test_coverage_is_the_double_loop(folder: Path, read: Read, rows: list[int]) -> None:
    """Coverage is the mean over a question's tokens of the best cosine, for any choice of rows in any order."""
    readings = Readings.open(folder)
    (tokens,) = HashEmbedder().token_vectors([QUESTION])
    cosines = plain_cosines(read, tokens)
    expected = [np.mean([max(of_token) for of_token in cosines[row]]) for row in rows]
    found = readings.coverage(readings.centred(tokens), np.array(rows))
    np.testing.assert_allclose(found, expected, atol=0.02)
    assert found.shape == (len(rows),)
    assert expected[int(found.argmax())] == pytest.approx(max(expected))


def test_matches_are_the_double_loop(folder: Path, read: Read) -> None:
    """A match is the best cosine of one token in one row."""
    readings = Readings.open(folder)
    (tokens,) = HashEmbedder().token_vectors([QUESTION])
    cosines = plain_cosines(read, tokens)
    expected = [[max(of_token) for of_token in cosines[row]] for row in (3, 0, 3)]
    np.testing.assert_allclose(readings.matches(readings.centred(tokens), np.array([3, 0, 3])), expected, atol=0.02)


def test_many_rows_are_as_each_by_itself(folder: Path) -> None:
    """So many tokens that they are compared piece by piece on two threads give what each row gives alone."""
    readings = Readings.open(folder)
    question = readings.centred(HashEmbedder().token_vectors([QUESTION])[0])
    rows = np.random.default_rng(3).integers(len(TEXTS), size=700)
    assert (readings.ends[rows] - readings.starts[rows]).sum() > 3_000
    alone = [readings.coverage(question, np.array([row]))[0] for row in rows.tolist()]
    np.testing.assert_allclose(readings.coverage(question, rows), alone, rtol=1e-6)


def test_counterparts_are_the_double_loop(folder: Path, read: Read) -> None:
    """The counterpart of a token is its best cosine in all of the rows."""
    readings = Readings.open(folder)
    (tokens,) = HashEmbedder().token_vectors([QUESTION])
    cosines = plain_cosines(read, tokens)
    for rows in ([0, 4], [3], [4, 2, 1]):
        expected = [max(max(cosines[row][token]) for row in rows) for token in range(len(tokens))]
        found = readings.counterparts(readings.centred(tokens), np.array(rows))
        np.testing.assert_allclose(found, expected, atol=0.02)


def test_a_text_covers_itself(folder: Path) -> None:
    """A text asked for in its own words is covered whole, and better than by any other."""
    readings = Readings.open(folder)
    for row, tokens in enumerate(HashEmbedder().token_vectors(TEXTS)):
        found = readings.coverage(readings.centred(tokens), np.arange(len(TEXTS)))
        assert found[row] > 0.99
        assert found.argmax() == row


def test_cosines(folder: Path, read: Read) -> None:
    """Cosines are those of the vectors that were written, row for row, as near as bytes give them."""
    vector = HashEmbedder().embed_question(QUESTION)
    found = Readings.open(folder).cosines(vector)
    np.testing.assert_allclose(found, [float(row @ vector) for row in read.vectors], atol=0.002)


def test_nothing_to_compare(folder: Path) -> None:
    """No rows or no tokens give zeros, not an error."""
    readings = Readings.open(folder)
    (tokens,) = HashEmbedder().token_vectors([QUESTION])
    none, nowhere = np.zeros((0, 384), np.float32), np.zeros(0, np.int64)
    assert readings.coverage(tokens, nowhere).tolist() == []
    assert readings.coverage(none, np.array([0, 1])).tolist() == [0.0, 0.0]
    assert readings.counterparts(tokens, nowhere).tolist() == [0.0] * 8
    assert readings.counterparts(none, np.array([0])).tolist() == [0.0]


def test_number_of_texts(folder: Path) -> None:
    """The length of readings is the number of texts."""
    assert len(Readings.open(folder)) == len(TEXTS)


def cut(folder: Path, name: str) -> None:
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[: len(content) - 9])


def empty(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"")


def remove(folder: Path, name: str) -> None:
    (folder / name).unlink()


@pytest.mark.parametrize("damage", [cut, empty, remove])
@pytest.mark.parametrize("name", ["vectors.npy", "tokens.npy", "starts.npy", "lengths.npy", "mean.npy", *FILES])
def test_cut_files_are_refused(folder: Path, damage: Callable[[Path, str], None], name: str) -> None:
    """A file that is cut short, empty or gone gives an error that names the folder and the next command."""
    damage(folder, name)
    with pytest.raises(SnapshotError, match=r"readings cannot be read: .*make index"):
        Readings.open(folder)


@pytest.mark.parametrize("name", ["vectors.npy", "tokens.npy", "starts.npy", "lengths.npy"])
def test_files_of_another_build_are_refused(folder: Path, name: str) -> None:
    """A file that is whole, but shorter than the others need, does not belong to them."""
    np.save(folder / name, np.load(folder / name)[:-1])
    with pytest.raises(SnapshotError, match="not of one build"):
        Readings.open(folder)
