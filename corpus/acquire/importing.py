"""A file or folder that somebody names into the official texts that it holds.

Tells texts by the names of their files; whatever else lies there is listed with the reason and left alone. Refuses to
follow symbolic links out of the folder, and to keep or change anything.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar

from corpus.acquire.filenames import canonical_name
from corpus.acquire.reading import read_bytes, text_of
from corpus.errors import BadInput, TextRefused, UsageError
from corpus.facts import FactsFile
from corpus.types import Language

T = TypeVar("T")

Find = Callable[[str], tuple[FactsFile, Language]]
"""From a name like `A-RES-70-175.en.pdf` to its facts and language; raises UsageError where no facts file fits."""

TextKey = tuple[str, Language]
"""Which text: an instrument's id and a language."""

Admit = Callable[[str, FactsFile, Language], T]
"""From a text to what it was cut into; raises TextRefused where it is not what it is handed in as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file whose name says which text it holds."""

    path: Path
    facts: FactsFile
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that was left alone, and why."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.path.name}: left alone. {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported(Generic[T]):
    """A text that was admitted; `sha256` is of the file's bytes, `text` what was read out of it."""

    path: Path
    facts: FactsFile
    language: Language
    sha256: str
    text: str
    admitted: T

    def __str__(self) -> str:
        return f"{self.path.name}: {self.facts.symbol} {self.language}, taken."


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """A file that a text is held from already."""

    path: Path
    facts: FactsFile
    language: Language

    def __str__(self) -> str:
        return f"{self.path.name}: {self.facts.symbol} {self.language}, unchanged."


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that is not what its name says, and why; what was there before stays."""

    path: Path
    facts: FactsFile
    language: Language
    reason: str

    def __str__(self) -> str:
        return f"{self.path.name}: refused as {self.facts.symbol} {self.language}. {self.reason}"


def candidates(path: Path, *, find: Find) -> tuple[Candidate | Skipped, ...]:
    """What a file, or the files of a folder and of the folders in it, are by their names, sorted by path.

    Raises BadInput where `path` does not exist.
    """
    if not path.exists():
        raise BadInput(f"There is no file or folder {path}.", hint="Try: python -m corpus import FOLDER")
    if not path.is_dir():
        return (_named(path, find),)
    return tuple(_inside(path, path, find))


def import_texts(
    path: Path,
    *,
    find: Find,
    admit: Admit[T],
    held: Mapping[TextKey, str] = MappingProxyType({}),
) -> Iterator[Imported[T] | Unchanged | Refused | Skipped]:
    """Read every text at `path` and have it admitted, one at a time; the next file is tried where one is refused.

    `held` gives the SHA-256 of the file that each text is held from: such a file is not cut and admitted again. Raises
    BadInput where `path` does not exist, and nothing for a file that cannot be taken.
    """
    taken: dict[TextKey, Path] = {}
    for found in candidates(path, find=find):
        if isinstance(found, Skipped):
            yield found
            continue
        key = found.facts.id, found.language
        if key in taken:
            yield Skipped(path=found.path, reason=f"{taken[key].name} is the same text and was taken.")
            continue
        outcome = _take(found, admit, held.get(key))
        if not isinstance(outcome, Refused):
            taken[key] = found.path
        yield outcome


def _take(found: Candidate, admit: Admit[T], held: str | None) -> Imported[T] | Unchanged | Refused:
    try:
        data = read_bytes(found.path)
        digest = sha256(data).hexdigest()
        if digest == held:
            return Unchanged(path=found.path, facts=found.facts, language=found.language)
        text = text_of(data, found.path.name)
        admitted = admit(text, found.facts, found.language)
    except TextRefused as error:
        return Refused(path=found.path, facts=found.facts, language=found.language, reason=str(error))
    return Imported(
        path=found.path,
        facts=found.facts,
        language=found.language,
        sha256=digest,
        text=text,
        admitted=admitted,
    )


def _inside(folder: Path, top: Path, find: Find) -> Iterator[Candidate | Skipped]:
    """What lies in a folder, sorted by name."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield Skipped(path=folder, reason=f"The folder cannot be read: {error.strerror}.")
        return
    for path in paths:
        if not _stays(path, top):
            yield Skipped(path=path, reason=f"It is a symbolic link out of {top}.")
        elif not path.is_dir():
            yield _named(path, find)
        elif folder == top:
            yield from _inside(path, top, find)
        else:
            yield Skipped(path=path, reason="Folders are read one level deep.")


def _stays(path: Path, top: Path) -> bool:
    """Whether a path, its symbolic links followed, lies in `top`; a link in a circle does not."""
    try:
        return path.resolve().is_relative_to(top.resolve())
    except (OSError, RuntimeError):
        return False


def _named(path: Path, find: Find) -> Candidate | Skipped:
    """What a file is by its name."""
    try:
        facts, language = find(canonical_name(path.name))
    except UsageError as error:
        return Skipped(path=path, reason=str(error))
    return Candidate(path=path, facts=facts, language=language)
