"""Comparisons and checklists in, the tables that are written to files out.

Hands on what stands there; chooses and words nothing of its own.
"""

from rag.compare.checklist import Checklist
from rag.compare.types import Comparison, Entry
from rag.compare.wording import LABEL
from rag.export import tables


def table_of(given: Comparison) -> tables.Table:
    """A comparison as one row: a cell for each instrument, those that say nothing too."""
    language = given.language
    cells = [tables.Cell(entries=tuple(_entry(one, given) for one in column.entries)) for column in given.columns]
    return tables.Table(
        title=given.title,
        language=language,
        instruments=(*(column.name for column in given.columns), *(one.name for one in given.silent)),
        rows=(tables.Row(topic=given.title, cells=(*cells, *(tables.Cell() for _ in given.silent))),),
        corpus_version=given.corpus_version,
        entries_language=next((entry.language for column in given.columns for entry in column.entries), language),
    )


def items_of(given: Checklist) -> tables.Checklist:
    """A checklist with a section for each topic."""
    return tables.Checklist(
        title=f"{LABEL['check'][given.language]} · {given.place.name}",
        language=given.language,
        place=given.place.name,
        sections=tuple(
            tables.Section(
                title=section.topic.name,
                items=tuple(tables.Item(question=check.text, citations=check.citations) for check in section.checks),
            )
            for section in given.sections
        ),
        corpus_version=given.corpus_version,
        how=given.how,
        items_language=next((check.language for section in given.sections for check in section.checks), given.language),
    )


def _entry(entry: Entry, given: Comparison) -> tables.Entry:
    inferred = f" ({LABEL['inferred'][given.language]})"
    marks = (f"{LABEL[mark.kind.value][given.language]}: {mark.reason}" for mark in entry.marks)
    persons = ", ".join(one.name for one in entry.persons)
    return tables.Entry(
        statement=entry.text,
        citation=entry.citation,
        addressee=tuple(one.name + inferred * (not entry.addressee_named) for one in entry.addressees),
        remark=" ".join(filter(None, (f"{LABEL['persons'][given.language]}: {persons}." if persons else "", *marks))),
    )
