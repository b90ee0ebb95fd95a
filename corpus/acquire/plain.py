"""Bytes into text, and what kind of file some bytes are: the first look at anything that comes in.

Refuses to guess an encoding: UTF-8, or UTF-16 with its byte order mark, or nothing.
"""

import codecs
import re
from enum import StrEnum

from corpus.errors import UnreadableDocument


class Format(StrEnum):
    """The two kinds of file that are read; the value is the ending of the file's name."""

    TEXT = "txt"
    PDF = "pdf"


_FOREIGN = (
    (b"PK\x03\x04", "a Word file or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""First bytes of files that people mean well with, and what to call them."""

_MARKUP = re.compile(r"\s*<(?:[A-Za-z!?])")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def format_of(head: bytes, name: str) -> Format:
    """What a file that begins with `head` is; raises UnreadableDocument for a web page, a Word file and the like."""
    if head.startswith(b"%PDF-"):
        return Format.PDF
    for magic, called in _FOREIGN:
        if head.startswith(magic):
            raise UnreadableDocument(f"{name} is {called}.", hint="Save it as PDF or as plain text in UTF-8.")
    if _MARKUP.match(head.removeprefix(codecs.BOM_UTF8)[:200].decode("latin-1")):
        raise _web_page(name)
    return Format.TEXT


def decode(data: bytes, name: str) -> str:
    r"""The text of a plain text file, without byte order mark, its lines ended by `\n`.

    Raises UnreadableDocument for another encoding, for binary data, a web page and an empty file.

    >>> decode(b"\xef\xbb\xbfRule 1\r\nTrim the wick.", "rules.txt")
    'Rule 1\nTrim the wick.'
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"{name} is neither UTF-8 nor UTF-16 with a byte order mark: byte {error.start + len(mark)} "
            f"is 0x{data[error.start + len(mark)]:02X}.",
            hint="Save it as plain text in UTF-8.",
        ) from error
    if "\0" in text:
        raise UnreadableDocument(f"{name} is binary: it holds NUL characters.", hint="Give a PDF or plain text.")
    if not text.strip():
        raise UnreadableDocument(f"{name} is empty.", hint="Fetch or save it again.")
    if _MARKUP.match(text):
        raise _web_page(name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _web_page(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"{name} is a web page (HTML or XML).", hint="Save the PDF that the page shows.")
