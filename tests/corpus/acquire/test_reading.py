"""Files on disk into text."""

import os
import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont

from corpus.acquire.reading import MAX_BYTES, read_document
from corpus.errors import UnreadableDocument
from corpus.facts import SAMPLES
from tests.corpus.acquire.pdfs import pdf_of, printed

CHINESE = "STSong-Light"
RULE = "1. The keeper shall trim every wick at dusk."


def refusal_of(path: Path) -> str:
    """The message with which a file is refused."""
    with pytest.raises(UnreadableDocument) as refusal:
        read_document(path)
    return str(refusal.value)


def letters(text: str) -> str:
    """Letters and digits alone, as paragraph hashes take them."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def assert_same_letters(text: Path, font: str, folder: Path) -> None:
    """Print a text as PDF, read it back, and compare."""
    if font == CHINESE:
        registerFont(UnicodeCIDFont(CHINESE))
    expected = read_document(text)
    path = folder / "printed.pdf"
    path.write_bytes(printed(expected, font))
    assert letters(read_document(path)) == letters(expected)


def test_plain_text(tmp_path: Path) -> None:
    """A text file is read as it stands."""
    path = tmp_path / "rules.txt"
    path.write_text(RULE, encoding="utf-8")
    assert read_document(path) == RULE


def test_content_decides_not_the_name(tmp_path: Path) -> None:
    """A PDF under a name for text is read as PDF."""
    path = tmp_path / "rules.txt"
    path.write_bytes(pdf_of(RULE))
    assert read_document(path) == RULE


PRINTED = [
    # Latin letters, in one of the fonts that every reader has
    ("A-RES-70-175.en.txt", "Helvetica"),
    ("CRC-C-GC-24.en.txt", "Helvetica"),
    # Chinese, in a font that the PDF names and does not carry
    ("A-RES-79-172.zh.txt", CHINESE),
]


@pytest.mark.parametrize(("name", "font"), [("LK-RES-4-12.en.txt", "Helvetica"), ("LK-RES-4-12.zh.txt", CHINESE)])
def test_sample_instrument_as_pdf(tmp_path: Path, name: str, font: str) -> None:
    """The sample instrument printed as PDF has the letters of its plain text, in order."""
    assert_same_letters(SAMPLES / name, font, tmp_path)


@pytest.mark.official
@pytest.mark.parametrize(("name", "font"), PRINTED)
def test_official_texts_as_pdf(texts: Path, tmp_path: Path, name: str, font: str) -> None:
    """Official texts printed as PDF have the letters of their plain text, in order."""
    assert_same_letters(texts / name, font, tmp_path)


def test_over_the_limit(tmp_path: Path) -> None:
    """A file over the limit is refused by its length."""
    path = tmp_path / "rules.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refusal_of(path) == "rules.txt is longer than 20,971,520 bytes. No official text is; check the file."


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is refused by name."""
    path = tmp_path / "rules.txt"
    expected = f"{path} cannot be read: No such file or directory. Check the name and its permissions."
    assert refusal_of(path) == expected


def test_folder_and_pipe(tmp_path: Path) -> None:
    """What is no regular file is refused without being opened, which for a pipe would wait for ever."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert refusal_of(tmp_path) == f"{tmp_path} is not a file. Name a file or a folder of files."
    assert refusal_of(pipe) == f"{pipe} is not a file. Name a file or a folder of files."
