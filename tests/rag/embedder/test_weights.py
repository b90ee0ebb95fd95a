"""The data file is read to the letter or refused."""

import hashlib
import struct
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelError
from rag.embedder.weights import Blocks, read_weights

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁lamp")
SCORES = (0.0, 0.0, 0.0, 0.0, -1.5)


def _file(*, magic: bytes = b"E5S1", block: int = 32, kind: int = 1) -> bytes:
    """A data file with five pieces, one rule, one vector and one matrix of two rows."""
    letters = [piece.encode() for piece in PIECES]
    ends = np.cumsum([0, *map(len, letters)])
    head = magic + struct.pack("<I7ifi", 1, 32, 1, 2, 64, 5, 8, 2, 1e-12, block)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, ends[-1])
    head += ends.astype("<u4").tobytes() + np.array(SCORES, "<f4").tobytes() + b"".join(letters)
    head += struct.pack("<iIIB2I", 1, 13, ord("ﬁ"), 2, ord("f"), ord("i"))
    vector = np.array([0.5, -2.0], "<f4").tobytes()
    halves = bytes(low | high << 4 for low, high in zip(range(16), reversed(range(16)), strict=True))
    matrix = b"".join(np.array(scale, "<f2").tobytes() + halves for scale in (1, 0.25))
    entries = [(b"emb.ln.w", 0, 2, vector), (b"l0.q.w", kind, 64, matrix)]
    start = len(head) + 4 + sum(2 + len(name) + 21 for name, *_ in entries)
    table, body = struct.pack("<i", len(entries)), b""
    for name, of_kind, count, data in entries:
        table += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", of_kind, count, start + len(body), len(data))
        body += data
    return head + table + body


def _written(folder: Path, data: bytes) -> tuple[Path, str]:
    path = folder / "weights.bin"
    path.write_bytes(data)
    return path, hashlib.sha256(data).hexdigest()


def test_pieces(tmp_path: Path) -> None:
    """Pieces come with their scores, their roles and the normalization."""
    path, digest = _written(tmp_path, _file())
    pieces = read_weights(path, sha256=digest).pieces
    assert (pieces.texts, pieces.scores) == (PIECES, SCORES)
    assert (pieces.begin, pieces.end, pieces.padding, pieces.unknown) == (0, 2, 1, 3)
    assert pieces.normalized == {"ﬁ": "fi"}


def test_tensors(tmp_path: Path) -> None:
    """Vectors come as they are, matrices as blocks whose low halves are the first sixteen values."""
    path, digest = _written(tmp_path, _file())
    weights = read_weights(path, sha256=digest)
    assert weights.vectors["emb.ln.w"].tolist() == [0.5, -2.0]
    row = [*range(-8, 8), *range(7, -9, -1)]
    expected = [row, [value / 4 for value in row]]
    assert weights.matrices["l0.q.w"].dequantized().tolist() == expected


def test_many_blocks() -> None:
    """A row of several blocks keeps their order and each block's own scale."""
    packed = np.full((1, 2, 16), 0x99, np.uint8)
    matrix = Blocks(packed=packed, scales=np.array([[1, 3]], np.float16)).dequantized()
    assert matrix.tolist() == [[1.0] * 32 + [3.0] * 32]


def test_another_file_is_refused(tmp_path: Path) -> None:
    """A file with another hash is refused, and the message names both and the next command."""
    path, digest = _written(tmp_path, _file())
    with pytest.raises(ModelError, match=rf"{digest}, not 1571fc98.*make index"):
        read_weights(path)


BROKEN = [
    (_file()[:-1], "there"),  # the last matrix is cut off
    (_file()[:190], "requires a buffer"),  # the table of tensors is cut off
    (_file(magic=b"GGUF"), "GGUF"),  # another format
    (_file(block=64), "64"),  # other blocks
    (_file(kind=7), "kind 7"),  # a tensor of a kind that nobody knows
]


@pytest.mark.parametrize(("data", "why"), BROKEN)
def test_a_broken_file_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    """A file that breaks the format is refused with the reason, whatever its hash."""
    path, digest = _written(tmp_path, data)
    with pytest.raises(ModelError, match=f"break their format.*{why}"):
        read_weights(path, sha256=digest)


def test_no_file(tmp_path: Path) -> None:
    """A missing file is named, with what to do."""
    with pytest.raises(ModelError, match=r"nowhere\.bin.*make index"):
        read_weights(tmp_path / "nowhere.bin")
