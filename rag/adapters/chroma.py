"""The vector index behind LlamaIndex and Chroma: a collection in a folder, built once and then only read.

LlamaIndex's `VectorStoreIndex` reads Chroma's store for whoever builds on it; our own embedder is passed in, so that neither
falls back to a default that wants the network. Filling and asking go to the collection itself: through LlamaIndex every vector
becomes a list and every row a node written out as JSON, which takes half as long again as the graph, its query copies every
vector back and takes three times as long, and importing it takes more than a second of each start, so it is imported where it
is used. No question waits for it: its graph comes out otherwise each time that it is built, so questions go by every cosine
(`rag.scan`). It serves LlamaIndex and the baselines, and keeps the vectors that a snapshot is checked by.
Refuses to add to a finished folder.
"""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")

import chromadb
from chromadb.config import Settings
from chromadb.errors import ChromaError

from corpus.errors import SnapshotError
from rag.ports import Hit

if TYPE_CHECKING:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.base.embeddings.base import BaseEmbedding

_NAME = "wordings"
_BATCH = 5_000
_UNREADABLE = (ChromaError, ValueError, KeyError, OSError, RuntimeError)
"""What Chroma raises for a folder that it cannot read; its Rust core has no class of its own."""


class ChromaIndex:
    """Nearest wordings by cosine; implements the `VectorIndex` port."""

    def __init__(self, folder: Path) -> None:
        """Open a finished folder; raises SnapshotError where it cannot be read."""
        if not (folder / "chroma.sqlite3").is_file():
            raise SnapshotError(f"There are no vectors in {folder}.", hint="Run: make index.")
        try:
            self._client = _client(folder)
        except _UNREADABLE as error:
            raise _unreadable(folder, error) from error
        try:
            self._collection = self._client.get_collection(_NAME, embedding_function=None)
            self._count = int(self._collection.count())
        except _UNREADABLE as error:
            self._client.close()
            raise _unreadable(folder, error) from error
        self._folder = folder

    def nearest(self, vector: NDArray[np.float32], count: int) -> tuple[Hit, ...]:
        """The `count` nearest wordings, best first, ties in citation order."""
        found = self._collection.query(query_embeddings=[vector], n_results=min(count, self._count), include=["distances"])
        rows = np.array(found["ids"][0], dtype=np.str_).astype(np.int64)
        cosines = 1.0 - np.array((found["distances"] or [[]])[0], dtype=np.float64)
        order = np.lexsort((rows, -np.round(cosines, 6)))
        return tuple(
            Hit(row=row, cosine=cosine) for row, cosine in zip(rows[order].tolist(), cosines[order].tolist(), strict=True)
        )

    def rows(self) -> tuple[int, ...]:
        """Every row that the index holds, ascending."""
        return tuple(sorted(int(name) for name in self._collection.get(include=[])["ids"]))

    def vectors(self) -> NDArray[np.float32]:
        """Every vector in row order, shape (n, dimensions)."""
        try:
            held = self._collection.get(include=["embeddings"])
        except _UNREADABLE as error:
            raise _unreadable(self._folder, error) from error
        order = np.argsort(np.array([int(name) for name in held["ids"]], dtype=np.int64))
        return np.asarray(held["embeddings"], dtype=np.float32)[order]

    def as_llama_index(self, embedding: "BaseEmbedding") -> "VectorStoreIndex":
        """The same vectors as LlamaIndex's index, for whoever builds on that."""
        from llama_index.core import VectorStoreIndex  # noqa: PLC0415 - see the module's docstring
        from llama_index.vector_stores.chroma import ChromaVectorStore  # noqa: PLC0415

        store = ChromaVectorStore(chroma_collection=self._collection)
        return VectorStoreIndex.from_vector_store(store, embed_model=embedding)

    def close(self) -> None:
        """Give the folder back."""
        self._client.close()


def build_chroma(parent: Path, vectors: NDArray[np.float32], references: Sequence[str]) -> Path:
    """Write a new collection, whole and synced: row i holds `vectors[i]` and the reference that it leads to.

    Its folder below `parent` has a name of its own: Chroma keeps one system a path, so that whoever still has a former build
    open would be given its vectors where a new build has the same path. Gives that folder.
    """
    folder = parent / f"chroma-{token_hex(8)}"
    folder.mkdir(parents=True)
    client = _client(folder)
    graph = {
        "space": "cosine",
        "ef_construction": 100,
        "max_neighbors": 16,
        "ef_search": 400,
        "sync_threshold": max(2, len(vectors)),
    }
    collection = client.create_collection(_NAME, embedding_function=None, configuration={"hnsw": graph})
    for start in range(0, len(vectors), _BATCH):
        rows = range(start, min(start + _BATCH, len(vectors)))
        collection.add(
            ids=[f"{row:07d}" for row in rows],
            embeddings=vectors[rows.start : rows.stop],
            metadatas=[{"reference": references[row]} for row in rows],
        )
    client.close()
    return folder


def graph_hash(folder: Path) -> str:
    """Hash of the graph's files, which opening leaves alone (it rewrites `chroma.sqlite3`)."""
    digest = hashlib.blake2b()
    for path in sorted(folder.glob("*/*.bin")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _client(folder: Path) -> chromadb.ClientAPI:
    """A client of a folder, which nothing else may ever take the path of: Chroma keeps one system a path."""
    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))


def _unreadable(folder: Path, error: Exception) -> SnapshotError:
    return SnapshotError(f"The vectors in {folder} cannot be read: {error}.", hint="Run: make index.")
