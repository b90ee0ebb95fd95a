"""Keys of the API: made once, shown once, kept as hashes in the data folder; revoked at once.

A key is 32 random bytes, so a plain SHA-256 of it cannot be searched. Refuses to keep or log a key itself.
"""

import hashlib
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import orjson
from filelock import FileLock
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from corpus.errors import BadInput, StoreError, StoreUnwritable
from rag.durable import sync

_FORM = re.compile(r"pp_(?P<id>[0-9a-f]{8})_(?P<secret>[A-Za-z0-9_-]{43})")
_LONGEST_NAME = 80


class Key(BaseModel):
    """What is kept of a key: its public id, whose it is, and the SHA-256 of the whole in hexadecimal."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    name: str
    created: datetime
    sha256: str
    revoked: datetime | None = None


_KEYS = TypeAdapter(tuple[Key, ...])


class KeyRing:
    """All keys of one data folder; what another process writes is seen with the next request."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._keys: dict[str, Key] = {}

    def create(self, name: str) -> tuple[Key, str]:
        """A new key for `name`, and the text that its holder sends; the text is not kept. Raises BadInput."""
        clean = " ".join(name.split())
        if not clean or len(clean) > _LONGEST_NAME or not clean.isprintable():
            raise BadInput(
                f"A key cannot be named {clean[:_LONGEST_NAME]!r}.",
                hint=f'Name whose it is in up to {_LONGEST_NAME} characters: python -m rag key create "law clinic"',
            )
        number = secrets.token_hex(4)
        text = f"pp_{number}_{secrets.token_urlsafe(32)}"
        key = Key(id=number, name=clean, created=datetime.now(UTC).replace(microsecond=0), sha256=_hash(text))
        with self._lock():
            self._write([*self._read(), key])
        return key, text

    def all(self) -> tuple[Key, ...]:
        """Every key, oldest first, the revoked too."""
        return self._read()

    def revoke(self, number: str) -> Key:
        """Take a key out of use; raises BadInput for an id that is not there."""
        with self._lock():
            keys = self._read()
            found = next((key for key in keys if key.id == number), None)
            if found is None:
                raise BadInput(f"No key has the id {number!r}.", hint="See the ids: python -m rag key list")
            revoked = found.model_copy(update={"revoked": found.revoked or datetime.now(UTC).replace(microsecond=0)})
            self._write([revoked if key.id == number else key for key in keys])
        return revoked

    def holder(self, text: str) -> Key | None:
        """The key in use that this text is, or None; takes the same time for every wrong secret."""
        match = _FORM.fullmatch(text)
        self._refresh()
        key = self._keys.get(match["id"]) if match else None
        good = hmac.compare_digest(_hash(text), key.sha256 if key else _hash(""))
        return key if key is not None and good and key.revoked is None else None

    def in_use(self, number: str) -> bool:
        """Whether a key of this id is there and not revoked."""
        self._refresh()
        key = self._keys.get(number)
        return key is not None and key.revoked is None

    def _refresh(self) -> None:
        """Read the file anew where it has changed since; asked at every request, so one `stat` must do."""
        try:
            seen = self._path.stat()
        except FileNotFoundError:
            self._stamp, self._keys = None, {}
            return
        stamp = (seen.st_mtime_ns, seen.st_ino)
        if stamp != self._stamp:
            self._keys = {key.id: key for key in self._read()}
            self._stamp = stamp

    def _read(self) -> tuple[Key, ...]:
        try:
            return _KEYS.validate_json(self._path.read_bytes())
        except FileNotFoundError:
            return ()
        except (OSError, ValidationError) as error:
            raise StoreError(
                f"{self._path} is not a list of keys or cannot be read.",
                hint=f"Put it aside and make new keys: mv {self._path} {self._path}.old; python -m rag key create NAME",
            ) from error

    def _write(self, keys: Iterable[Key]) -> None:
        """Put the list in place whole, readable by its owner alone."""
        try:
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".keys-")
            with os.fdopen(handle, "wb") as file:
                file.write(orjson.dumps([key.model_dump(mode="json") for key in keys], option=orjson.OPT_INDENT_2))
            sync(Path(name))
            Path(name).replace(self._path)
            sync(self._path.parent)
        except OSError as error:
            raise StoreUnwritable(
                f"{self._path} cannot be written: {error.strerror}.", hint="Name a folder that can: PINPOINT_DATA=…"
            ) from error

    def _lock(self) -> FileLock:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnwritable(
                f"{self._path.parent} cannot be made: {error.strerror}.", hint="Name a folder that can: PINPOINT_DATA=…"
            ) from error
        return FileLock(self._path.with_suffix(".lock"), timeout=10)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
