"""Answers kept under the hash of what they say, where the operator has switched that on: what `/a/<hash>` shows.

An answer holds the question, so nothing is kept unless `PINPOINT_STORE_ANSWERS` says so. Refuses to show an answer that
no longer has its hash, and to fill the disk.
"""

import hashlib
import os
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import orjson
from pydantic import TypeAdapter, ValidationError

from corpus.errors import StoreError, StoreUnwritable, UnknownProvision
from corpus.settings import Settings
from rag.types import Answer

_ANSWER = TypeAdapter(Answer)
_NAME = re.compile(r"[0-9a-f]{32}")
_MOST = 10_000


class Shelf:
    """A folder with one file an answer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, answer: Answer) -> str | None:
        """The name under which an answer is kept; None where the shelf is full. Times are not kept."""
        written = orjson.dumps(replace(answer, timings_ms={}))
        name = _name(written)
        path = self._path(name)
        try:
            if path.exists():
                return name
            self._folder.mkdir(parents=True, exist_ok=True)
            if sum(1 for _ in self._folder.iterdir()) >= _MOST:
                return None
            handle, draft = tempfile.mkstemp(dir=self._folder, prefix=".draft-")
            with os.fdopen(handle, "wb") as file:
                file.write(written)
            Path(draft).replace(path)
        except OSError as error:
            raise StoreUnwritable(
                f"{self._folder} cannot be written: {error.strerror}.", hint="Name a folder that can: PINPOINT_DATA=…"
            ) from error
        return name

    def answer(self, name: str) -> Answer:
        """The answer of a name; raises UnknownProvision where there is none, StoreError where it is damaged."""
        path = self._path(name) if _NAME.fullmatch(name) else None
        if path is None or not path.is_file():
            raise UnknownProvision(f"No answer is kept under {name[:64]!r}.", hint="Ask the question anew.")
        written = path.read_bytes()
        try:
            found = _ANSWER.validate_json(written)
        except ValidationError as error:
            raise _damaged(path) from error
        if _name(written) != name:
            raise _damaged(path)
        return found

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"


def kept_headers(settings: Settings, answer: Answer) -> dict[str, str]:
    """The headers that tell where an answer is kept, once it is; none where answers are not kept."""
    name = Shelf(settings.answers).keep(answer) if settings.store_answers else None
    return {"link": f'</a/{name}>; rel="bookmark"'} if name else {}


def _name(written: bytes) -> str:
    return hashlib.sha256(written).hexdigest()[:32]


def _damaged(path: Path) -> StoreError:
    return StoreError(f"{path} is damaged and is not shown.", hint="Take it away and ask the question anew.")
