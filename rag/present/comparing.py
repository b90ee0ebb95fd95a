"""Matrices, comparisons and checklists as text for a terminal; every statement stands with its label, force, verb and marks."""

from collections.abc import Iterator

from rag.catalogue import said
from rag.compare.checklist import Checklist
from rag.compare.matrix import Matrix
from rag.compare.types import Comparison, Entry
from rag.compare.wording import LABEL


def matrix_text(given: Matrix) -> str:
    """Topics by instruments: paragraphs on each topic, a dot for none."""
    width = max(len(row.topic.id) for row in given.rows)
    digested = [place for place, column in enumerate(given.columns) if column.digested]
    heads = [given.columns[place].instrument for place in digested]
    lines = [" " * width + "".join(f"  {head:>10}" for head in heads)]
    for row in given.rows:
        counts = (row.cells[place].provisions for place in digested)
        lines.append(f"{row.topic.id:{width}}" + "".join(f"  {count or '·':>10}" for count in counts))
    return "\n".join(lines)


def comparison_text(given: Comparison) -> str:
    """Instrument by instrument."""
    return "\n".join(_comparison(given))


def _comparison(given: Comparison) -> Iterator[str]:
    yield given.title
    for column in given.columns:
        yield ""
        yield f"{column.name} ({column.symbol}) · {column.force}"
        for entry in column.entries:
            yield from _entry(given, entry)
    for key, instruments in (("silent", given.silent), ("without_digests", given.without_digests)):
        if instruments:
            yield ""
            yield f"{LABEL[key][given.language]}: {', '.join(one.name for one in instruments)}"
    yield ""
    yield f"[{given.corpus_version}]"


def _entry(given: Comparison, entry: Entry) -> Iterator[str]:
    language = given.language
    effort = f" ({LABEL['effort'][language]})" if entry.effort else ""
    to = ", ".join(one.name for one in entry.addressees)
    inferred = f" ({LABEL['inferred'][language]})" if to and not entry.addressee_named else ""
    persons = ", ".join(one.name for one in entry.persons)
    yield f"  • {entry.text}"
    told = [
        entry.citation.label,
        said(f"modality.{entry.modality}", language) + effort,
        f"→ {to}{inferred}" * bool(to),
        persons,
    ]
    yield f"    {' · '.join(filter(None, told))}"
    for mark in entry.marks:
        yield f"    ▲ {LABEL[mark.kind.value][language]}: {mark.reason}"


def checklist_text(given: Checklist) -> str:
    """Topic by topic, with boxes to tick."""
    return "\n".join(_checklist(given))


def _checklist(given: Checklist) -> Iterator[str]:
    boxes = "  ".join(f"☐ {box}" for box in given.boxes)
    yield given.place.name
    yield given.how
    for section in given.sections:
        yield ""
        yield section.topic.name
        for check in section.checks:
            yield f"{check.number:>4}. {check.text}"
            yield f"      {boxes}   [{'; '.join(one.label for one in check.citations)}]"
    yield ""
    yield f"[{given.corpus_version}]"
