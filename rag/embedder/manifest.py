"""What a folder with a converted embedder says of itself, and whether its files still bear that out.

Refuses a folder whose files have other hashes than the manifest names: half a model would still give vectors.
"""

import hashlib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import ModelError
from rag.embedder.adapter import ADAPTERS, SEARCH

NETWORK, TOKENIZER, MANIFEST = "network.onnx", "tokenizer.json", "manifest.json"
ADAPTED = {kind: f"{kind}.onnx" for kind in ADAPTERS}
FILES = (NETWORK, TOKENIZER, *ADAPTED.values())
"""The files of a converted embedder beside its manifest: its network as it is, and as each adapter turns it."""

FORMAT = 6
"""Goes up whenever the conversion writes other files from the same weights."""

_AGAIN = "Run: make index."


class Manifest(BaseModel):
    """`manifest.json`: which weights and which adapters were converted, by which format, into files with which SHA-256."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: int
    model: str
    weights_sha256: str
    adapters_sha256: dict[str, str]
    files: dict[str, str]

    @property
    def name(self) -> str:
        """Model and a part of the hash of what makes its vectors: vectors of different names do not compare."""
        files = "".join(f"{name} {self.files[name]}\n" for name in sorted((NETWORK, ADAPTED[SEARCH], TOKENIZER)))
        return f"{self.model}-{hashlib.sha256(files.encode()).hexdigest()[:12]}"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a whole folder; raises ModelError where a file is missing or is not the one it names."""
    path = folder / MANIFEST
    try:
        manifest = Manifest.model_validate_json(path.read_bytes())
        for name in FILES:
            _require(manifest.files.get(name, ""), folder / name)
    except FileNotFoundError as error:
        raise ModelError(f"The embedder is not set up: {error.filename} is missing.", hint=_AGAIN) from error
    except ValidationError as error:
        raise ModelError(f"{path} is damaged: it is no manifest.", hint=_AGAIN) from error
    except OSError as error:
        raise ModelError(f"The embedder in {folder} cannot be read: {error}.", hint=_AGAIN) from error
    if manifest.format != FORMAT:
        raise ModelError(
            f"The embedder in {folder} has format {manifest.format}, and this program reads {FORMAT}.", hint=_AGAIN
        )
    return manifest


def file_hash(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _require(digest: str, path: Path) -> None:
    found = file_hash(path)
    if found != digest:
        raise ModelError(f"{path} is damaged: its SHA-256 is {found}, not {digest or 'in its manifest'}.", hint=_AGAIN)
