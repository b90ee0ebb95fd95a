"""A file on disk into the text that segmentation is given: plain text here, a PDF through its worker.

Goes by what the file holds, not by its name. Refuses what is no file, over the limit, or in no format that is read.
"""

import stat
from pathlib import Path

from corpus.acquire.pdf import PDF_LIMITS, PdfLimits, extract
from corpus.acquire.plain import Format, decode, format_of
from corpus.errors import UnreadableDocument

MAX_BYTES = 20 * 1024 * 1024
"""The longest file that is read or fetched; the longest official text is a tenth of it."""


def read_document(path: Path, *, limits: PdfLimits = PDF_LIMITS) -> str:
    """The text of a file, the pages of a PDF joined by form feeds; raises UnreadableDocument with the reason."""
    return text_of(read_bytes(path), path.name, limits=limits)


def text_of(data: bytes, name: str, *, limits: PdfLimits = PDF_LIMITS) -> str:
    """The text of a file's bytes; `name` is what messages call it. Raises UnreadableDocument with the reason."""
    if format_of(data[:1024], name) is Format.PDF:
        return extract(data, name, limits=limits)
    return decode(data, name)


def read_bytes(path: Path) -> bytes:
    """All bytes of a regular file within the limit; raises UnreadableDocument for anything else."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableDocument(f"{path} is not a file.", hint="Name a file or a folder of files.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableDocument(
            f"{path} cannot be read: {error.strerror}.", hint="Check the name and its permissions."
        ) from error
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(
            f"{path.name} is longer than {MAX_BYTES:,} bytes.", hint="No official text is; check the file."
        )
    return data
