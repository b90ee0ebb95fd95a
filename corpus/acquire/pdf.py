"""A PDF into text, by a process of its own that may take so much time, memory and output and no more.

Whatever the file makes the parser do, this process only waits, reads a bounded answer and says what happened. Refuses
PDFs that need a password, that hold pictures instead of text, or that break a limit.
"""

import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import UnreadableDocument
from corpus.settings import ROOT

WORKER = "corpus.acquire.pdf_worker"
LETTERS_A_PAGE = 20
"""A mean below this is the stamp on a scanned page, not a text layer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLimits:
    """How far one extraction may go: address space and output in bytes, processor and wall-clock time in seconds."""

    memory: int = 1024**3
    cpu_seconds: int = 30
    wall_seconds: float = 60.0
    output: int = 20 * 1024 * 1024


PDF_LIMITS = PdfLimits()


class _Reply(BaseModel):
    """What the worker writes: the text of each page, or why there is none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pages: tuple[str, ...] = ()
    refused: str = ""


def extract(data: bytes, name: str, *, limits: PdfLimits = PDF_LIMITS) -> str:
    """The pages' text, a line end and a form feed between pages; raises UnreadableDocument with the reason."""
    with tempfile.TemporaryDirectory(prefix="pinpoint-pdf-") as folder:
        reply = _run(data, Path(folder), name, limits)
    if reply.refused:
        raise UnreadableDocument(f"{name} {reply.refused}.", hint="Give another copy, or plain text in UTF-8.")
    letters = sum(letter.isalnum() for page in reply.pages for letter in page)
    if letters < LETTERS_A_PAGE * max(len(reply.pages), 1):
        raise UnreadableDocument(
            f"{name} has no text layer: {letters} letters on {len(reply.pages)} pages.",
            hint="It is probably a scan: give a copy that was recognized (OCR), or plain text in UTF-8.",
        )
    return "\n\f".join(page.replace("\f", "\n").strip("\n") for page in reply.pages)


def _run(data: bytes, folder: Path, name: str, limits: PdfLimits) -> _Reply:
    """Let the worker read `data` in `folder`, and take its reply."""
    reply, complaint, pdf = folder / "reply", folder / "complaint", folder / "pdf"
    pdf.write_bytes(data)
    arguments = [str(limits.memory), str(limits.cpu_seconds), str(limits.output)]
    with pdf.open("rb") as stdin, reply.open("wb") as stdout, complaint.open("wb") as stderr:
        try:
            done = subprocess.run(  # noqa: S603 - our own worker with three numbers
                [sys.executable, "-P", "-B", "-m", WORKER, *arguments],
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                cwd=folder,
                env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
                timeout=limits.wall_seconds,
                start_new_session=True,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise _refusal(name, f"took longer than {limits.wall_seconds:g} seconds to read") from error
    if done.returncode:
        raise _refusal(name, _why(done.returncode, complaint, limits))
    try:
        return _Reply.model_validate_json(reply.read_bytes())
    except ValidationError as error:
        raise _refusal(name, "could not be read: the worker's reply has no sense") from error


def _why(status: int, complaint: Path, limits: PdfLimits) -> str:
    """Say in words how the worker ended, from its exit status and the last line that it wrote."""
    last = (complaint.read_text(encoding="utf-8", errors="replace").strip().splitlines() or [""])[-1][:200]
    if -status in {signal.SIGXCPU, signal.SIGKILL}:
        return f"took more than {limits.cpu_seconds} seconds of processor time to read"
    if "LimitReachedError" in last:
        return "unpacks to more than the PDF reader allows"
    if last.startswith("MemoryError"):
        return f"needs more than {limits.memory // 1024**2} MiB of memory to read"
    if "File too large" in last:
        return f"holds more than {limits.output:,} bytes of text"
    return f"could not be read: {last.rstrip('.') or f'the worker ended with {status}'}"


def _refusal(name: str, reason: str) -> UnreadableDocument:
    return UnreadableDocument(f"{name} {reason}.", hint="Give another copy, or plain text in UTF-8.")
