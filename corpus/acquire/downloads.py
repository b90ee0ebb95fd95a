"""The downloads folder: fetched files under names that import again, each with a receipt; parts of files beside them.

A file is put in place whole, by a rename, so that what was there before stays until then. Refuses two fetchers at once,
and believes no receipt whose file has changed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.acquire.filenames import symbol_in_names
from corpus.acquire.plain import Format
from corpus.errors import StoreBusy, StoreUnwritable
from corpus.types import Language


class Receipt(BaseModel):
    """Where a fetched file came from: asked address and the one that answered, time in UTC, hash, length, ETag."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    symbol: str
    language: Language
    file: str
    address: str
    final_address: str
    fetched_at: datetime
    sha256: str
    bytes: int
    etag: str


class _Beginning(BaseModel):
    """What a part is the beginning of: address and validator (a strong ETag, or the time of the last change)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str
    validator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file that has come in part, and beside it what it is the beginning of."""

    path: Path

    @property
    def size(self) -> int:
        """Bytes that have come."""
        return self.path.stat().st_size if self.path.exists() else 0

    def validator(self, address: str) -> str:
        """What `If-Range` must say to go on from here; empty where there is nothing to go on from."""
        try:
            beginning = _Beginning.model_validate_json(self._note.read_bytes())
        except (FileNotFoundError, ValidationError):
            return ""
        return beginning.validator if self.size and beginning.address == address else ""

    def begin(self, address: str, validator: str) -> None:
        """Start over with an empty part."""
        self.drop()
        self.path.touch()
        write_whole(self._note, _Beginning(address=address, validator=validator).model_dump_json().encode())

    def drop(self) -> None:
        """Forget what has come."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    @property
    def _note(self) -> Path:
        return self.path.with_name(f"{self.path.name}.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloads:
    """The place of one text in the downloads folder."""

    folder: Path
    symbol: str
    language: Language

    @property
    def part(self) -> Part:
        """What has come of the text so far."""
        return Part(path=self.folder / f"{self._stem}.part")

    def kept(self) -> Receipt | None:
        """The receipt of the file that is there, or None where there is none or the file is not the one received."""
        try:
            receipt = Receipt.model_validate_json(self._receipt.read_bytes())
            held = sha256(self.file(receipt).read_bytes()).hexdigest()
        except (FileNotFoundError, ValidationError):
            return None
        return receipt if held == receipt.sha256 else None

    def file(self, receipt: Receipt) -> Path:
        """Where the received file lies."""
        return self.folder / Path(receipt.file).name

    def name(self, kind: Format) -> str:
        """The name under which the text is kept, such as `A-RES-70-175.en.pdf`."""
        return f"{self._stem}.{kind}"

    def keep(self, receipt: Receipt) -> Path:
        """Put the part in place as the received file; what was there before under this text's name goes."""
        path = self.file(receipt)
        self.part.path.replace(path)
        write_whole(self._receipt, receipt.model_dump_json(indent=2).encode())
        self.part.drop()
        for other in Format:
            if self.name(other) != receipt.file:
                (self.folder / self.name(other)).unlink(missing_ok=True)
        return path

    @property
    def _stem(self) -> str:
        return f"{symbol_in_names(self.symbol)}.{self.language}"

    @property
    def _receipt(self) -> Path:
        return self.folder / f"{self._stem}.receipt.json"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Be the only fetcher in a folder; raises StoreBusy where another is, StoreUnwritable where writing fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout as error:
        raise StoreBusy(
            f"Another process is fetching into {folder}.", hint="Wait for it, then: python -m corpus fetch"
        ) from error
    except OSError as error:
        raise StoreUnwritable(
            f"The downloads folder {folder} cannot be written: {error.strerror or error}.",
            hint="Free the disk or name another folder: PINPOINT_DATA=/some/folder make index",
        ) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, also after a crash."""
    beside = path.with_name(f"{path.name}.new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
