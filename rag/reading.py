"""Texts in, readings out: a vector for each wording and for each of its tokens, computed once and kept.

A cache by hash of model and text, so that nothing unchanged is read twice: losing it costs time, never truth. Refuses to
hold questions, which are personal data.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import StoreUnwritable
from rag.ports import Embedder, Progress, Reading

_BATCH = 256
_SCALE = 127


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Readings of n texts: `vectors` (n, d); `tokens` (t, d), directions only; text i has `tokens[starts[i]:starts[i+1]]`."""

    vectors: NDArray[np.float32]
    tokens: NDArray[np.int8]
    starts: NDArray[np.int64]


def read_all(path: Path, embedder: Embedder, texts: Sequence[str], progress: Progress) -> Read:
    """Readings of all texts, in their order; those read before come from the cache at `path`."""
    keys = [hashlib.sha256(f"{embedder.name}\0{text}".encode()).digest() for text in texts]
    wanted = dict(zip(keys, texts, strict=True))
    try:
        with closing(_open(path)) as cache:
            _fill(cache, embedder, wanted, progress)
            rows = cache.execute("SELECT key, vector, tokens FROM readings WHERE model = ?", (embedder.name,))
            found = {key: (vector, tokens) for key, vector, tokens in rows if key in wanted}
    except sqlite3.Error as error:
        raise StoreUnwritable(
            f"The cache of readings {path} refuses: {error}.", hint="Free the disk, or remove the file and run: make index."
        ) from error
    vectors = np.frombuffer(b"".join(found[key][0] for key in keys), dtype=np.float32)
    tokens = np.frombuffer(b"".join(found[key][1] for key in keys), dtype=np.int8)
    sizes = [len(found[key][1]) // embedder.dimensions for key in keys]
    return Read(
        vectors=vectors.reshape(len(texts), embedder.dimensions),
        tokens=tokens.reshape(-1, embedder.dimensions),
        starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
    )


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    cache = sqlite3.connect(path, timeout=30)
    cache.execute("PRAGMA journal_mode = WAL")
    cache.execute(
        "CREATE TABLE IF NOT EXISTS readings "
        "(key BLOB PRIMARY KEY, model TEXT NOT NULL, vector BLOB NOT NULL, tokens BLOB NOT NULL)"
    )
    return cache


def _fill(cache: sqlite3.Connection, embedder: Embedder, wanted: dict[bytes, str], progress: Progress) -> None:
    known = {row[0] for row in cache.execute("SELECT key FROM readings WHERE model = ?", (embedder.name,))}
    missing = sorted((item for item in wanted.items() if item[0] not in known), key=lambda item: len(item[1]))
    progress(len(wanted) - len(missing), len(wanted))
    done = len(wanted) - len(missing)
    for keys, readings in _ahead(embedder, missing):
        rows = [(key, embedder.name, *_packed(reading)) for key, reading in zip(keys, readings, strict=True)]
        with cache:
            cache.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", rows)
        done += len(keys)
        progress(done, len(wanted))


def _ahead(embedder: Embedder, missing: Sequence[tuple[bytes, str]]) -> Iterator[tuple[list[bytes], Sequence[Reading]]]:
    """Batches of keys with their readings; the next one is read while this one is kept."""

    def read(batch: Sequence[tuple[bytes, str]]) -> tuple[list[bytes], Sequence[Reading]]:
        return [key for key, _ in batch], embedder.read([text for _, text in batch])

    with ThreadPoolExecutor(1) as reader:
        coming: Future[tuple[list[bytes], Sequence[Reading]]] | None = None
        for start in range(0, len(missing), _BATCH):
            found = coming.result() if coming else None
            coming = reader.submit(read, missing[start : start + _BATCH])
            if found:
                yield found
        if coming:
            yield coming.result()


def _packed(reading: Reading) -> tuple[bytes, bytes]:
    return reading.vector.tobytes(), as_bytes(reading.tokens).tobytes()


def as_bytes(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Directions of vectors in whole numbers up to 127; their lengths are lost."""
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    return np.asarray(np.round(vectors * (_SCALE / largest)), dtype=np.int8)
