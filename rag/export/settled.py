"""Office files as the same bytes for the same contents, and text as they can hold it.

A file of Word or a spreadsheet is a zip of XML: times in it are taken out, so that two exports can be compared.
"""

import io
import re
import zipfile

_TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def settled(data: bytes) -> bytes:
    """The same office file without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            content = given.read(name)
            made.writestr(entry, _TIMES.sub(b"", content) if name == "docProps/core.xml" else content)
    return out.getvalue()


def printable(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _UNPRINTABLE.sub("\ufffd", text)
