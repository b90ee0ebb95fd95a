"""The name of a file into the one form that facts are found by: `A-RES-70-175.en.pdf`.

Knows how the United Nations names its downloads, and no instrument. Refuses names that do not say symbol and language.
"""

import re

from corpus.acquire.plain import Format
from corpus.errors import BadInput
from corpus.types import Language

EXAMPLE = "name it like A-RES-70-175.en.pdf"

_ENDINGS = tuple(f".{known}" for known in Format)
_COPY = re.compile(r"\s*\(\d{1,2}\)$")
_JOB_NUMBER = re.compile(r"[A-Z]{1,2}\d{7}", re.IGNORECASE)
_NAME = re.compile(r"(?P<symbol>[A-Za-z].*?)(?:\.|[-_ ]+)(?P<language>[A-Za-z]{1,2})")
_LETTERS = {
    "e": Language.EN,
    "f": Language.FR,
    "s": Language.ES,
    "r": Language.RU,
    "a": Language.AR,
    "c": Language.ZH,
}
"""The one letter by which the United Nations marks a language version."""


def canonical_name(name: str) -> str:
    """Symbol, language and ending in our own form; raises BadInput, saying what the name lacks.

    >>> canonical_name("A_RES_70_175-EN.pdf")
    'A-RES-70-175.en.pdf'
    >>> canonical_name("CRC_C_GC_24_F (1).PDF")
    'CRC-C-GC-24.fr.pdf'
    """
    stem, dot, ending = name.rpartition(".")
    if not stem or f"{dot}{ending.lower()}" not in _ENDINGS:
        raise BadInput(f"The name ends neither in {' nor in '.join(_ENDINGS)}.")
    stem = _COPY.sub("", stem)
    if _JOB_NUMBER.fullmatch(stem):
        raise BadInput(f"{stem} is a job number, which says neither symbol nor language: {EXAMPLE}.")
    match = _NAME.fullmatch(stem)
    language = _language(match["language"]) if match else None
    if not match or language is None:
        raise BadInput(f"The name does not say symbol and language: {EXAMPLE}.")
    return f"{symbol_in_names(match['symbol'])}.{language}.{ending.lower()}"


def symbol_in_names(symbol: str) -> str:
    """A symbol as names of files write it.

    >>> symbol_in_names("A/RES/217(III)")
    'A-RES-217-III'
    """
    return "-".join(re.findall(r"[A-Za-z0-9]+", symbol)).upper()


def _language(mark: str) -> Language | None:
    """The language that `en` or `E` stands for, or None."""
    mark = mark.lower()
    return _LETTERS.get(mark) or next((known for known in Language if known.value == mark), None)
