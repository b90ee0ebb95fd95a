"""Works as reference managers take them in: BibTeX, RIS and CSL-JSON.

Instruments, each once, with the places cited as a note. Refuses to invent: a field that is not known is left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import orjson

from rag.export.works import Work

_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_WRITTEN: Mapping[str, str] = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SERIES = "United Nations Treaty Series"


def bibtex(works: Sequence[Work]) -> bytes:
    """A BibTeX file in UTF-8: treaties as `misc`, what else a body has adopted as `techreport`."""
    return "\n".join(_bibtex(work) for work in works).encode()


def ris(works: Sequence[Work]) -> bytes:
    """A RIS file in UTF-8: treaties as `GEN`, what else a body has adopted as `RPRT`."""
    return "".join(f"{tag}  - {value}\r\n" for work in works for tag, value in _ris(work)).encode()


def csl_json(works: Iterable[Work]) -> bytes:
    """A CSL-JSON file: a list of items that Zotero and every citeproc read."""
    return orjson.dumps([_csl(work) for work in works], option=orjson.OPT_INDENT_2)


def _bibtex(work: Work) -> str:
    fields = {
        "title": f"{{{_tex(work.title)}}}",
        "shorttitle": f"{{{_tex(work.short)}}}",
        "author": f"{{{_tex(work.author)}}}" if work.author else "",
        "institution": f"{{{_tex(work.author)}}}" if work.author else "",
        "type": _tex(work.genre),
        "number": _tex(work.number),
        "howpublished": f"{_SERIES}, vol. {work.volume}, p. {work.page}" if work.treaty else "",
        "year": str(work.issued.year),
        "month": _MONTHS[work.issued.month - 1],
        "url": work.url,
        "language": work.language,
        "note": _tex("; ".join(work.pinpoints)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value and name != "month"]
    lines.insert(-1, f"  month = {fields['month']},")
    kind = "techreport" if work.author else "misc"
    return "\n".join([f"@{kind}{{{work.id},", *lines, "}"]) + "\n"


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda sign: _WRITTEN.get(sign[0], f"\\{sign[0]}"), text)


def _ris(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", "GEN" if work.treaty else "RPRT"
    yield "ID", work.id
    fields = {
        "AU": work.author,
        "TI": work.title,
        "ST": work.short,
        "M3": work.genre,
        "SN": work.number,
        "T2": _SERIES if work.treaty else "",
        "VL": work.volume,
        "SP": work.page,
        "PY": str(work.issued.year),
        "DA": f"{work.issued:%Y/%m/%d}/",
        "LA": work.language,
        "UR": work.url,
        "N1": "; ".join(work.pinpoints),
    }
    yield from ((tag, value) for tag, value in fields.items() if value)
    yield "ER", ""


def _csl(work: Work) -> Mapping[str, object]:
    fields: Mapping[str, object] = {
        "id": work.id,
        "type": "treaty" if work.treaty else "report",
        "title": work.title,
        "title-short": work.short,
        "author": [{"literal": work.author}] if work.author else None,
        "genre": work.genre,
        "number": work.number,
        "container-title": _SERIES if work.treaty else "",
        "volume": work.volume,
        "page": work.page,
        "issued": {"date-parts": [[work.issued.year, work.issued.month, work.issued.day]]},
        "language": work.language,
        "URL": work.url,
        "note": "; ".join(work.pinpoints),
    }
    return {name: value for name, value in fields.items() if value}
