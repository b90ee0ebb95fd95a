"""PDFs made on the spot: by reportlab where one can, byte by byte where a PDF has to be wicked."""

import zlib
from io import BytesIO

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def pdf_of(*pages: str, encryption: StandardEncryption | None = None, font: str = "Helvetica") -> bytes:
    """A PDF with these pages of text."""
    file = BytesIO()
    canvas = Canvas(file, encrypt=encryption)
    for page in pages:
        canvas.setFont(font, 10)
        for number, line in enumerate(page.splitlines()):
            canvas.drawString(50, 800 - 12 * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def printed(text: str, font: str = "Helvetica") -> bytes:
    """A long text as PDF, a page for each of its pages, or for each 60 lines."""
    pages = [page.splitlines() for page in text.split("\f")]
    cut = [lines[start : start + 60] for lines in pages for start in range(0, len(lines), 60)]
    return pdf_of(*("\n".join(lines) for lines in cut), font=font)


def scan() -> bytes:
    """A PDF of one page that holds a picture and no letter."""
    file = BytesIO()
    canvas = Canvas(file)
    canvas.drawImage(ImageReader(Image.new("L", (20, 20), 255)), 50, 50)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def pdf_with_content(content: bytes, *, times_packed: int = 1) -> bytes:
    """A PDF of one page with this content stream, packed once or more."""
    for _ in range(times_packed):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode" * times_packed
    return _written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Filter[%b]/Length %d>>stream\n%b\nendstream" % (filters, len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def _written(*objects: bytes) -> bytes:
    """The objects, numbered from one, with the table of where they stand."""
    file, places = b"%PDF-1.4\n", list[int]()
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return file + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        len(file),
    )
