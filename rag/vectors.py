"""Vectors kept by hash of model and text, so that nothing unchanged is embedded twice.

A cache: losing it costs time, never truth. Refuses to hold question vectors, which are personal data.
"""

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import StoreUnwritable
from rag.ports import Embedder, Progress

_BATCH = 256


def embed_all(path: Path, embedder: Embedder, texts: Sequence[str], progress: Progress) -> NDArray[np.float32]:
    """Vectors of all texts, shape (len(texts), dimensions); those embedded before are read from the cache."""
    keys = [hashlib.sha256(f"{embedder.name}\0{text}".encode()).digest() for text in texts]
    try:
        with _open(path) as cache:
            _fill(cache, embedder, dict(zip(keys, texts, strict=True)), progress)
            found = dict(cache.execute("SELECT key, vector FROM vectors WHERE model = ?", (embedder.name,)))
    except sqlite3.Error as error:
        raise StoreUnwritable(
            f"The vector cache {path} refuses: {error}.", hint="Free the disk, or remove the file and run: make index."
        ) from error
    flat = np.frombuffer(b"".join(found[key] for key in keys), dtype=np.float32)
    return flat.reshape(len(texts), embedder.dimensions)


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    cache = sqlite3.connect(path, timeout=30)
    cache.execute("PRAGMA journal_mode = WAL")
    cache.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, model TEXT NOT NULL, vector BLOB NOT NULL)")
    return cache


def _fill(cache: sqlite3.Connection, embedder: Embedder, wanted: dict[bytes, str], progress: Progress) -> None:
    known = {row[0] for row in cache.execute("SELECT key FROM vectors WHERE model = ?", (embedder.name,))}
    missing = sorted((item for item in wanted.items() if item[0] not in known), key=lambda item: len(item[1]))
    progress(len(wanted) - len(missing), len(wanted))
    for start in range(0, len(missing), _BATCH):
        batch = missing[start : start + _BATCH]
        vectors = embedder.embed_passages([text for _, text in batch])
        rows = [(key, embedder.name, vector.tobytes()) for (key, _), vector in zip(batch, vectors, strict=True)]
        with cache:
            cache.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
        progress(len(wanted) - len(missing) + start + len(batch), len(wanted))
