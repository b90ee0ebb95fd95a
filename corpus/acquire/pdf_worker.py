"""The process that reads one PDF: from standard input, its pages' text as JSON to standard output.

Ties its own hands before it looks at a byte: limits of the kernel on memory, time and output, and a hook that
forbids sockets, processes and writing. It trusts its input in nothing; whatever goes wrong ends the process, and
`corpus.acquire.pdf` says so.
"""

import io
import json
import logging
import os
import re
import resource
import sys

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "ctypes.")
_UNNAMED = re.compile("[\0\ud800-\udfff]")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def restrict(memory: int, cpu_seconds: int, output: int) -> None:
    """Bind this process for the rest of its life: bytes of address space, seconds, bytes of output."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (output, output))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_forbid)


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    """Stop what no reader of a PDF has to do."""
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(f"A PDF asked for {event}.")


def read(data: bytes) -> dict[str, object]:
    """The text of each page, or the reason why there is none."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            return {"refused": "is encrypted: it needs a password"}
        return {"pages": [_printable(page.extract_text()) for page in reader.pages]}
    except DependencyError:
        return {"refused": "is encrypted in a way that cannot be read"}


def _printable(text: str) -> str:
    """Letters that the PDF's fonts do not name, as U+FFFD."""
    return _UNNAMED.sub("\ufffd", text)


def main() -> None:
    """Read the three limits from the command line and the PDF from standard input."""
    memory, cpu_seconds, output = (int(argument) for argument in sys.argv[1:])
    logging.disable()
    restrict(memory, cpu_seconds, output)
    json.dump(read(sys.stdin.buffer.read()), sys.stdout, ensure_ascii=False)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
