"""What bytes of plain text are taken, and what is refused with which words."""

import codecs

import pytest

from corpus.acquire.plain import Format, decode, format_of
from corpus.errors import UnreadableDocument

RULE = "Rule 1\nTrim the wick; 修剪灯芯."

TAKEN = [
    # UTF-8 without a mark
    (RULE.encode(), RULE),
    # UTF-8 with a byte order mark, which is no part of the text
    (codecs.BOM_UTF8 + RULE.encode(), RULE),
    # UTF-16 of either order, told by its mark
    (codecs.BOM_UTF16_LE + RULE.encode("utf-16-le"), RULE),
    (codecs.BOM_UTF16_BE + RULE.encode("utf-16-be"), RULE),
    # line ends of Windows and of old Macs; a form feed between pages stays
    (b"Rule 1\r\nTrim.\rPolish.\fRule 2", "Rule 1\nTrim.\nPolish.\fRule 2"),
    # a less-than sign that begins no markup
    (b"< 3 lamps", "< 3 lamps"),
]

REFUSED = [
    # Latin-1: the byte is not one that UTF-8 has there
    (
        "Règle 1".encode("latin-1"),
        "rules.txt is neither UTF-8 nor UTF-16 with a byte order mark: byte 1 is 0xE8. Save it as plain text in UTF-8.",
    ),
    # UTF-16 without a mark reads as UTF-8 with NULs
    (
        "Rule 1".encode("utf-16-le"),
        "rules.txt is binary: it holds NUL characters. Give a PDF or plain text.",
    ),
    # UTF-32, whose mark begins like that of UTF-16
    (
        codecs.BOM_UTF32_LE + "Rule".encode("utf-32-le"),
        "rules.txt is binary: it holds NUL characters. Give a PDF or plain text.",
    ),
    # half a UTF-16 character; the position counts from the start of the file
    (
        codecs.BOM_UTF16_LE + b"R\0u",
        "rules.txt is neither UTF-8 nor UTF-16 with a byte order mark: byte 4 is 0x75. Save it as plain text in UTF-8.",
    ),
    # nothing at all, a mark only, white space only
    (b"", "rules.txt is empty. Fetch or save it again."),
    (codecs.BOM_UTF8, "rules.txt is empty. Fetch or save it again."),
    (b" \r\n\f ", "rules.txt is empty. Fetch or save it again."),
    # a web page in UTF-16
    (
        codecs.BOM_UTF16_LE + "<!DOCTYPE html>".encode("utf-16-le"),
        "rules.txt is a web page (HTML or XML). Save the PDF that the page shows.",
    ),
]

FORMATS = [
    # a PDF says so
    (b"%PDF-1.7\n", Format.PDF),
    # everything that is nothing else is tried as text
    (b"Rule 1", Format.TEXT),
    (b"", Format.TEXT),
]

FOREIGN = [
    # web pages and XML, after white space and a byte order mark too
    (b"<!DOCTYPE html>", "is a web page (HTML or XML). Save the PDF that the page shows."),
    (b"\n  <HTML lang='en'>", "is a web page (HTML or XML). Save the PDF that the page shows."),
    (codecs.BOM_UTF8 + b"<?xml version='1.0'?>", "is a web page (HTML or XML). Save the PDF that the page shows."),
    # files of word processors
    (b"PK\x03\x04...", "is a Word file or another zip archive. Save it as PDF or as plain text in UTF-8."),
    (b"\xd0\xcf\x11\xe0...", "is an old Word file. Save it as PDF or as plain text in UTF-8."),
    (b"{\\rtf1", "is an RTF file. Save it as PDF or as plain text in UTF-8."),
]


@pytest.mark.parametrize(("data", "text"), TAKEN)
def test_decode_takes(data: bytes, text: str) -> None:
    """UTF-8 and marked UTF-16 become text with plain line ends."""
    assert decode(data, "rules.txt") == text


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_decode_refuses(data: bytes, message: str) -> None:
    """What is no text is refused, and the message says why and what to do."""
    with pytest.raises(UnreadableDocument) as refusal:
        decode(data, "rules.txt")
    assert str(refusal.value) == message


@pytest.mark.parametrize(("head", "expected"), FORMATS)
def test_format(head: bytes, expected: Format) -> None:
    """The first bytes tell a PDF from text."""
    assert format_of(head, "rules") is expected


@pytest.mark.parametrize(("head", "message"), FOREIGN)
def test_foreign_formats(head: bytes, message: str) -> None:
    """Files of other kinds are refused by what they are called."""
    with pytest.raises(UnreadableDocument) as refusal:
        format_of(head, "rules")
    assert str(refusal.value) == f"rules {message}"
