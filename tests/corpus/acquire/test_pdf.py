"""PDFs into text, and every way in which a PDF can be bad."""

import io
import subprocess
import sys
import time

import pytest
from pypdf import PdfWriter
from reportlab.lib.pdfencrypt import StandardEncryption

from corpus.acquire.pdf import PdfLimits, extract
from corpus.errors import UnreadableDocument
from corpus.settings import ROOT
from tests.corpus.acquire.pdfs import pdf_of, pdf_with_content, scan

RULE = "1. The keeper shall trim every wick at dusk."
MEBIBYTE = 1024**2
SPARE = PdfLimits(memory=256 * MEBIBYTE, cpu_seconds=1, wall_seconds=20, output=10_000)
MANY_WORDS = b"BT /F1 8 Tf 9 9 Td " + b"(lamp oil ) Tj " * 4_000 + b"ET"
COPY = "Give another copy, or plain text in UTF-8."


def refusal_of(data: bytes, limits: PdfLimits = SPARE) -> str:
    """The message with which a PDF is refused."""
    with pytest.raises(UnreadableDocument) as refusal:
        extract(data, "rules.pdf", limits=limits)
    return str(refusal.value)


def test_pages_are_joined_by_form_feeds() -> None:
    """The text of each page stands in order, a line end and a form feed between pages."""
    pages = (f"Rule 1\n{RULE}", "Rule 2\nOil is measured, not guessed.")
    assert extract(pdf_of(*pages), "rules.pdf") == "\n\f".join(pages)


def test_blank_page_among_pages_of_text() -> None:
    """A blank back page is a page without text, and no reason to refuse."""
    assert extract(pdf_of(RULE * 2, ""), "rules.pdf") == f"{RULE * 2}\n\f"


def test_owner_password_only() -> None:
    """A PDF that only forbids changes opens without a password and is read."""
    locked = pdf_of(RULE, encryption=StandardEncryption("", "keeper", canModify=0, canCopy=0))
    assert b"/Encrypt" in locked
    assert extract(locked, "rules.pdf") == RULE


def test_encrypted() -> None:
    """A PDF that needs a password is refused."""
    locked = pdf_of(RULE, encryption=StandardEncryption("lamp", "keeper"))
    assert refusal_of(locked) == f"rules.pdf is encrypted: it needs a password. {COPY}"


def test_encrypted_with_aes() -> None:
    """A PDF encrypted with AES that needs no password is read like any other."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf_of(RULE)))
    writer.encrypt("", "keeper", algorithm="AES-256")
    locked = io.BytesIO()
    writer.write(locked)
    assert b"AESV3" in locked.getvalue()
    assert extract(locked.getvalue(), "rules.pdf") == RULE


def test_scan_without_text_layer() -> None:
    """A PDF of pictures is refused, and the message names recognition as the way out."""
    assert refusal_of(scan()) == (
        "rules.pdf has no text layer: 0 letters on 1 pages. "
        "It is probably a scan: give a copy that was recognized (OCR), or plain text in UTF-8."
    )


def test_scan_with_a_stamp() -> None:
    """A job number on each scanned page is no text layer."""
    assert refusal_of(pdf_of("N1544341", "", "")).startswith("rules.pdf has no text layer: 8 letters on 3 pages.")


def test_broken_file() -> None:
    """What only begins like a PDF is refused with the parser's own words."""
    assert refusal_of(b"%PDF-1.7\nRule 1") == (
        f"rules.pdf could not be read: pypdf.errors.PdfStreamError: Stream has ended unexpectedly. {COPY}"
    )


@pytest.mark.parametrize("times_packed", [1, 2])
def test_bomb(times_packed: int) -> None:
    """A stream that unpacks to 200 MB is refused, packed once or twice over."""
    bomb = pdf_with_content(b" " * 200_000_000, times_packed=times_packed)
    assert len(bomb) < 200_000
    assert refusal_of(bomb) == f"rules.pdf unpacks to more than the PDF reader allows. {COPY}"


def test_memory_limit() -> None:
    """A PDF that needs more memory than allowed is refused, and this process does not grow."""
    hungry = pdf_with_content(b" " * 60_000_000)
    limits = PdfLimits(memory=96 * MEBIBYTE, cpu_seconds=5, wall_seconds=20, output=10_000)
    assert refusal_of(hungry, limits) == f"rules.pdf needs more than 96 MiB of memory to read. {COPY}"


def test_processor_time_limit() -> None:
    """A PDF that keeps the processor busy is stopped at the limit."""
    slow = pdf_with_content(MANY_WORDS * 60)
    assert refusal_of(slow) == f"rules.pdf took more than 1 seconds of processor time to read. {COPY}"


def test_wall_clock_limit() -> None:
    """A worker that does not end is stopped, whatever it waits for."""
    begun = time.monotonic()
    limits = PdfLimits(wall_seconds=0.05)
    assert refusal_of(pdf_of(RULE), limits) == f"rules.pdf took longer than 0.05 seconds to read. {COPY}"
    assert time.monotonic() - begun < 3


def test_output_limit() -> None:
    """A small PDF with a great deal of text is refused."""
    assert refusal_of(pdf_with_content(MANY_WORDS)) == f"rules.pdf holds more than 10,000 bytes of text. {COPY}"


FORBIDDEN = [
    # a connection out, by name or by number
    ("import socket; socket.socket()", "A PDF asked for socket.__new__."),
    ("import socket; socket.getaddrinfo('docs.un.org', 443)", "A PDF asked for socket.getaddrinfo."),
    # another process
    ("import subprocess; subprocess.run(['true'])", "A PDF asked for subprocess.Popen."),
    ("import os; os.system('true')", "A PDF asked for os.system."),
    ("import os; os.fork()", "A PDF asked for os.fork."),
    # a file to write
    ("open('note', 'w')", "A PDF asked for open."),
    ("import os; os.open('note', os.O_RDWR | os.O_CREAT)", "A PDF asked for open."),
]


@pytest.mark.parametrize(("act", "message"), FORBIDDEN)
def test_worker_ties_its_hands(act: str, message: str) -> None:
    """Once restricted, the worker's process can neither connect, nor start a process, nor write a file."""
    script = f"from corpus.acquire.pdf_worker import restrict; restrict({256 * MEBIBYTE}, 5, 1000); {act}"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == f"PermissionError: {message}"


def test_worker_can_read_files_once_restricted() -> None:
    """Reading stays possible, or the parser could not import what it needs late."""
    script = f"from corpus.acquire.pdf_worker import restrict; restrict({256 * MEBIBYTE}, 5, 1000); open('README.md')"
    subprocess.run([sys.executable, "-c", script.replace("README.md", "pyproject.toml")], cwd=ROOT, check=True)
