"""What is compared and checked comes out in the tables whole."""

from corpus.library import Library
from corpus.places import find_place
from corpus.types import Language
from rag.compare.checklist import checklist
from rag.compare.compare import compare_topic
from rag.export.compared import items_of, table_of
from tests.rag.compare.conftest import digest, says, with_digests


def test_table(library: Library) -> None:
    """Every entry stands in its instrument's cell with its citation and remark; silent instruments have empty cells."""
    special = says("A child must not ring.", "shall_not", addressee_named=False)
    one = digest("3.2", [special], topics=["work"], persons=["children"], see_also=["sample-comment 3"])
    other = digest("3", [says("A ringer must not ring.", "shall_not")], topics=["work"])
    changed = with_digests(with_digests(library, "sample-dotted", one), "sample-comment", other)
    given = compare_topic(changed, "work", Language.EN, "v")
    table = table_of(given)
    (row,) = table.rows
    assert table.instruments == ("Hinge comment", "Bell Rules", "Skerry Rules")
    assert [len(cell.entries) for cell in row.cells] == [1, 1, 0]
    (entry,) = row.cells[1].entries
    assert entry.statement == "A child must not ring."
    assert entry.citation.label == "Bell Rules, rule 3.2"
    assert entry.addressee == ("prison staff (inferred)",)
    assert entry.remark.startswith("persons: children. more specific: For children")


def test_checklist(library: Library) -> None:
    """Every check is an item with all of its citations, under its topic."""
    given = checklist(library, find_place("prison"), Language.ZH, "v")
    written = items_of(given)
    assert [section.title for section in written.sections] == [section.topic.name for section in given.sections]
    assert sum(len(section.items) for section in written.sections) == given.checks
    assert written.items_language is Language.ZH
    assert written.how == given.how
    assert written.sections[0].items[0].question == given.sections[0].checks[0].text
    assert written.sections[0].items[0].citations == given.sections[0].checks[0].citations
