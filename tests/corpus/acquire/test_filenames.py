"""Names of files into the form that facts are found by."""

import pytest

from corpus.acquire.filenames import canonical_name
from corpus.errors import BadInput

NAMES = [
    # our own form stays
    ("A-RES-70-175.en.txt", "A-RES-70-175.en.txt"),
    ("CRC-C-GC-24.zh.pdf", "CRC-C-GC-24.zh.pdf"),
    # a treaty, whose symbol is its short title
    ("OPCAT.fr.txt", "OPCAT.fr.txt"),
    # the names of the United Nations' own downloads: two letters or one
    ("A_RES_70_175-EN.pdf", "A-RES-70-175.en.pdf"),
    ("A_RES_70_175-E.pdf", "A-RES-70-175.en.pdf"),
    ("A_RES_70_175_E.pdf", "A-RES-70-175.en.pdf"),
    ("CRC_C_GC_24-AR.pdf", "CRC-C-GC-24.ar.pdf"),
    # each letter that stands for a language
    ("A_RES_45_110-F.pdf", "A-RES-45-110.fr.pdf"),
    ("A_RES_45_110-S.pdf", "A-RES-45-110.es.pdf"),
    ("A_RES_45_110-R.pdf", "A-RES-45-110.ru.pdf"),
    ("A_RES_45_110-A.pdf", "A-RES-45-110.ar.pdf"),
    ("A_RES_45_110-C.pdf", "A-RES-45-110.zh.pdf"),
    # a symbol with the session in brackets
    ("A_RES_217(III)-EN.pdf", "A-RES-217-III.en.pdf"),
    ("A_RES_217(III)_E.pdf", "A-RES-217-III.en.pdf"),
    # lower case, an ending in capitals, a browser's second copy
    ("a-res-70-175.EN.PDF", "A-RES-70-175.en.pdf"),
    ("A_RES_70_175-EN (1).pdf", "A-RES-70-175.en.pdf"),
]

REFUSED = [
    # job numbers, under which the document system serves its files
    (
        "N1544341.pdf",
        "N1544341 is a job number, which says neither symbol nor language: name it like A-RES-70-175.en.pdf.",
    ),
    (
        "g1927557.pdf",
        "g1927557 is a job number, which says neither symbol nor language: name it like A-RES-70-175.en.pdf.",
    ),
    # no language, a language that is none of the six, no symbol
    ("A-RES-70-175.pdf", "The name does not say symbol and language: name it like A-RES-70-175.en.pdf."),
    ("A-RES-70-175.de.pdf", "The name does not say symbol and language: name it like A-RES-70-175.en.pdf."),
    ("en.pdf", "The name does not say symbol and language: name it like A-RES-70-175.en.pdf."),
    # other kinds of file
    ("A-RES-70-175.en.docx", "The name ends neither in .txt nor in .pdf."),
    ("README", "The name ends neither in .txt nor in .pdf."),
    (".pdf", "The name ends neither in .txt nor in .pdf."),
]


@pytest.mark.parametrize(("name", "canonical"), NAMES)
def test_names_that_say_symbol_and_language(name: str, canonical: str) -> None:
    """Our own form and the United Nations' come out the same."""
    assert canonical_name(name) == canonical


@pytest.mark.parametrize(("name", "message"), REFUSED)
def test_names_that_do_not(name: str, message: str) -> None:
    """The message says what the name lacks and how to name it."""
    with pytest.raises(BadInput) as refusal:
        canonical_name(name)
    assert str(refusal.value) == message
