"""Finished files in, one checksum out: whether a snapshot's files are still those that were written.

A file of up to 64 MiB is read whole. Of a larger one, which holds vectors and no words, its size and 512 blocks of 4 KiB at
fixed places are read, the first and the last among them, so that opening costs tens of milliseconds, not a second. Sees every
cut, every change of a smaller file, and every change of a larger one that reaches from one block to the next; refuses to
promise more: a few bytes changed between two blocks go unseen, and may move a score, never a word of a text.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

_WHOLE = 64 * 2**20
_BLOCKS, _BLOCK = 512, 4096


def checksum(*paths: Path, whole: int = _WHOLE) -> str:
    """Checksum of files, and of all files of folders, by name, size and content; raises OSError where one cannot be read.

    Files of more than `whole` bytes are read in blocks.
    """
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else (path,):
            if not file.is_dir():
                size = file.stat().st_size
                digest.update(f"{file.relative_to(path.parent).as_posix()}\0{size}\0".encode())
                for part in _parts(file, size, whole):
                    digest.update(part)
    return digest.hexdigest()


def _parts(file: Path, size: int, whole: int) -> Iterator[bytes]:
    with file.open("rb", buffering=0 if size > whole else -1) as stream:
        if size <= whole:
            yield from iter(lambda: stream.read(2**20), b"")
            return
        for place in range(_BLOCKS):
            stream.seek((size - _BLOCK) * place // (_BLOCKS - 1))
            yield stream.read(_BLOCK)
