"""Snapshots: everything that a question needs, frozen under one corpus version.

A build goes into a fresh folder, is verified, and is put in place by a rename; one builder at a time, any number of
readers. A crash at any moment leaves the old snapshot serving. Refuses to change a finished snapshot.
"""

import hashlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import SnapshotError, StoreBusy, StoreError, StoreUnwritable
from corpus.library import Library
from corpus.settings import Settings
from corpus.store import Store
from corpus.types import Instrument
from rag.adapters.chroma import ChromaIndex, build_chroma, graph_hash
from rag.checksum import checksum
from rag.durable import sync
from rag.index import Index
from rag.late import Readings, write
from rag.lexical import LexicalIndex
from rag.ports import Embedder, Progress
from rag.reading import read_all
from rag.wordings import edges, wordings

_FORMAT = 6
_KEPT = 2
"""Snapshots of one scope that stay on disk."""
_ASIDE = ".replaced-"
"""What the name of a snapshot begins with while another one of its version takes its place."""
_FILES = ("store.sqlite3", "lexical", "readings")
"""What opening leaves alone, beside the graph of the vectors."""


class _Manifest(BaseModel):
    """Scope, number of wordings, where their vectors lie, and checksums of these, the graph over them and all other files."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scope: str
    rows: int
    chroma: str
    vectors: str
    graph: str
    files: str


def corpus_version(store: Store, instruments: Sequence[Instrument], embedder: str) -> str:
    """Names what a snapshot is made of: texts, digests, scope and model."""
    return hashlib.sha256(f"{_FORMAT}|{store.fingerprint()}|{_scope(instruments)}|{embedder}".encode()).hexdigest()[:16]


def _scope(instruments: Sequence[Instrument]) -> str:
    return ",".join(instrument.id for instrument in instruments)


def open_snapshot(folder: Path, instruments: Sequence[Instrument], version: str) -> Index:
    """Open a finished snapshot; raises SnapshotError where it is missing or damaged."""
    manifest = _manifest(folder)
    vectors = ChromaIndex(folder / manifest.chroma)
    try:
        return _opened(folder, instruments, version, manifest, vectors)
    except SnapshotError:
        vectors.close()
        raise


def _manifest(folder: Path) -> _Manifest:
    """What was written last; raises SnapshotError where it is missing, or the other files are not those of the build."""
    try:
        manifest = _Manifest.model_validate_json((folder / "manifest.json").read_bytes())
        whole = checksum(*(folder / name for name in _FILES)) == manifest.files
    except (OSError, ValidationError) as error:
        raise SnapshotError(f"There is no finished snapshot in {folder}: {error}.", hint="Run: make index.") from error
    if not whole:
        raise _damaged(folder)
    return manifest


def _opened(folder: Path, instruments: Sequence[Instrument], version: str, manifest: _Manifest, vectors: ChromaIndex) -> Index:
    if manifest.rows != len(vectors.rows()) or not _same_vectors(folder, manifest, vectors):
        raise _damaged(folder)
    try:
        library = Library.read(Store(folder / "store.sqlite3", readonly=True), instruments)
    except StoreError as error:
        raise SnapshotError(f"The copy of the store in {folder} cannot be read: {error}", hint="Run: make index.") from error
    found, near = wordings(library), edges(library)
    readings = Readings.open(folder / "readings")
    if len(found) != manifest.rows or len(readings) != len(found) + len(near):
        raise SnapshotError(f"The snapshot in {folder} was built by another release.", hint="Run: make index.")
    return Index(
        version=version,
        library=library,
        wordings=found,
        edges=near,
        vectors=vectors,
        readings=readings,
        lexical=LexicalIndex.open(folder / "lexical"),
    )


def _damaged(folder: Path) -> SnapshotError:
    return SnapshotError(f"The snapshot in {folder} is damaged.", hint="Run: make index.")


def build_snapshot(
    settings: Settings,
    store: Store,
    instruments: Sequence[Instrument],
    embedder: Embedder,
    progress: Progress,
) -> Path:
    """Build the snapshot of the store as it stands and put it in place; raises StoreBusy where another builds."""
    version = corpus_version(store, instruments, embedder.name)
    target = settings.snapshots / version
    try:
        settings.snapshots.mkdir(parents=True, exist_ok=True)
        with FileLock(settings.data / "build.lock", timeout=0):
            _clear_unfinished(settings.snapshots)
            building = settings.snapshots / f".building-{os.getpid()}"
            _write(building, settings, store, instruments, embedder, progress)
            _put(building, target)
            sync(settings.snapshots)
            _prune(settings.snapshots, target, _scope(instruments))
    except Timeout as error:
        raise StoreBusy("Another process is building the index.", hint="Wait for it, then try again.") from error
    except OSError as error:
        raise StoreUnwritable(
            f"The index cannot be written below {settings.snapshots}: {error}.",
            hint="The old index is unharmed. Free the disk or name another folder with PINPOINT_DATA.",
        ) from error
    return target


def _write(
    folder: Path,
    settings: Settings,
    store: Store,
    instruments: Sequence[Instrument],
    embedder: Embedder,
    progress: Progress,
) -> None:
    folder.mkdir()
    store.copy_to(folder / "store.sqlite3")
    library = Library.read(store, instruments)
    found = wordings(library)
    if not found:
        raise SnapshotError("There is nothing to index: no text and no digest is in scope.", hint="Run: make corpus.")
    texts = [*(wording.text for wording in found), *(edge.text for edge in edges(library))]
    read = read_all(settings.data / "readings.sqlite3", embedder, texts, progress)
    write(folder / "readings", read)
    embedded = read.vectors[: len(found)]
    chroma = build_chroma(folder, embedded, [str(wording.reference) for wording in found])
    LexicalIndex.build(library, found).save(folder / "lexical")
    written = ChromaIndex(chroma)
    held = written.vectors()
    written.close()
    if held.shape != embedded.shape or not np.allclose(held, embedded, atol=1e-5):
        raise SnapshotError("The vectors read back are not those that were written.", hint="Run: make index.")
    files = checksum(*(folder / name for name in _FILES))
    manifest = _Manifest(
        scope=_scope(instruments),
        rows=len(found),
        chroma=chroma.name,
        vectors=_checksum(held),
        graph=graph_hash(chroma),
        files=files,
    )
    (folder / "manifest.json").write_text(manifest.model_dump_json(), encoding="utf-8")
    for path in folder.rglob("*"):
        sync(path)


def _same_vectors(folder: Path, manifest: _Manifest, vectors: ChromaIndex) -> bool:
    return graph_hash(folder / manifest.chroma) == manifest.graph or _checksum(vectors.vectors()) == manifest.vectors


def _checksum(vectors: NDArray[np.float32]) -> str:
    return hashlib.blake2b(np.round(vectors * 30_000).astype(np.int16).tobytes()).hexdigest()


def _clear_unfinished(folder: Path) -> None:
    """Away with what a killed build left; what it had moved aside and not replaced yet is put back."""
    for aside in folder.glob(f"{_ASIDE}*"):
        home = folder / aside.name.removeprefix(_ASIDE)
        if home.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(home)
    for left in folder.glob(".building-*"):
        shutil.rmtree(left)


def _put(building: Path, target: Path) -> None:
    """A finished build in its place; one of the same version is moved aside and put back where this fails."""
    aside = target.with_name(f"{_ASIDE}{target.name}")
    if not target.exists():
        building.rename(target)
        return
    target.rename(aside)
    try:
        building.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _prune(folder: Path, newest: Path, scope: str) -> None:
    """Away with all but the latest snapshots of a scope; what no manifest of this release describes goes with them."""
    others = [path for path in folder.iterdir() if path.is_dir() and path != newest and not path.name.startswith(".")]
    of_scope = [path for path in others if _scope_of(path) in (scope, None)]
    for old in sorted(of_scope, key=lambda path: path.stat().st_mtime, reverse=True)[_KEPT - 1 :]:
        shutil.rmtree(old)


def _scope_of(folder: Path) -> str | None:
    """The scope of a finished snapshot, None where its manifest is missing or another release's."""
    try:
        return _Manifest.model_validate_json((folder / "manifest.json").read_bytes()).scope
    except (OSError, ValidationError):
        return None
