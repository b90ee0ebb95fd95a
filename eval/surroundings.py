"""What a run is made with, read off this machine: commit, packages, hashes of code and index.

Reads only. A project that is no git checkout is recorded as commit `unknown`, never guessed.
"""

import hashlib
import platform
import re
import shutil
import subprocess
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from corpus.library import Library
from corpus.settings import ROOT, Settings
from corpus.types import TextStatus
from eval.record import Surroundings
from rag.embedder.manifest import file_hash

_ANSWERING = ("corpus", "rag")
_ASKING = ("asking.py", "systems.py", "baselines.py", "plain.py", "types.py")
_KINDS = ("*.py", "*.toml", "*.json")
_UNKNOWN = "unknown"


def surroundings() -> Surroundings:
    """Commit, packages and platform."""
    commit = _git("rev-parse", "HEAD")
    return Surroundings(
        commit=commit or _UNKNOWN,
        dirty=commit is None or bool(_git("status", "--porcelain")),
        python=platform.python_version(),
        platform=platform.platform(),
        packages=dict(_packages()),
    )


def code_hash(root: Path = ROOT) -> str:
    """SHA-256 over every module, vocabulary and weight that has a part in an answer, names included."""
    files = [path for package in _ANSWERING for kind in _KINDS for path in (root / package).rglob(kind)]
    files += [root / "eval" / name for name in _ASKING]
    total = hashlib.sha256()
    for path in sorted(files):
        total.update(f"{path.relative_to(root)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def index_hash(settings: Settings, corpus_version: str) -> str:
    """SHA-256 of a snapshot's manifest, which names the hashes of its vectors."""
    return file_hash(settings.snapshots / corpus_version / "manifest.json")


def holdings(library: Library) -> str:
    """Whether intact official texts are held of all instruments in scope, of none or of some."""
    held = [
        any(p.status is TextStatus.OFFICIAL for provisions in library.texts.get(name, {}).values() for p in provisions.values())
        for name in library.instruments
    ]
    if all(held):
        return "official"
    return "mixed" if any(held) else "digests"


def _git(*words: str) -> str | None:
    program = shutil.which("git")
    if program is None:
        return None
    done = subprocess.run([program, "-C", str(ROOT), *words], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    return done.stdout.strip() if done.returncode == 0 else None


def _packages() -> Iterable[tuple[str, str]]:
    """Versions of the packages that requirements.in names."""
    for line in (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines():
        name = re.match(r"[A-Za-z0-9_.-]+", line)
        if name:
            try:
                yield name[0], version(name[0])
            except PackageNotFoundError:
                yield name[0], _UNKNOWN
