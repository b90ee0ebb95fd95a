"""Comparisons and checklists as text: nothing is shortened, and every statement has its label."""

from corpus.library import Library
from corpus.places import find_place
from corpus.types import Language
from rag.compare.checklist import checklist
from rag.compare.compare import compare_topic
from rag.compare.matrix import matrix
from rag.present.comparing import checklist_text, comparison_text, matrix_text
from tests.rag.compare.conftest import digest, says, with_digests


def test_comparison(library: Library) -> None:
    """Force, statement, label, verb, addressee and the reason of a mark stand there, then who is silent, then the version."""
    one = digest("3.2", [says("A ringer must rest before ringing.", "shall", addressee_named=False)], topics=["work"])
    other = digest(
        "3", [says("A ringer should rest before ringing.", "should")], topics=["work"], see_also=["sample-dotted 3.2"]
    )
    changed = with_digests(with_digests(library, "sample-dotted", one), "sample-comment", other)
    lines = comparison_text(compare_topic(changed, "work", Language.EN, "v1")).splitlines()
    start = lines.index("Bell Rules (LK/RES/5/3) · rules adopted by the General Assembly: do not bind by themselves")
    assert lines[start + 1 : start + 4] == [
        "  • A ringer must rest before ringing.",
        "    Bell Rules, rule 3.2 · must · → prison staff (inferred)",
        "    ▲ more protective: Firmer verb: “must”; Hinge comment, para. 3 says “should”.",
    ]
    assert "Nothing found in: Skerry Rules" in lines
    assert lines[-1] == "[v1]"


def test_checklist(library: Library) -> None:
    """Each line has its number, its boxes and its paragraph."""
    given = checklist_text(checklist(library, find_place("prison"), Language.EN, "v1", ["complaints"])).splitlines()
    assert given[0] == "prison"
    place = given.index("requests and complaints")
    assert given[place + 1] == "   1. Check: A keeper must not be moved to another station for having complained."
    assert given[place + 2] == "      ☐ Yes  ☐ No  ☐ Not seen   [Skerry Rules, rule 11 (3)]"


def test_matrix(library: Library) -> None:
    """Only instruments with digests have a column; a dot stands for none."""
    lines = matrix_text(matrix(library, Language.EN, "v1")).splitlines()
    assert lines[0].split() == ["sample-rules"]
    counts = {line.split()[0]: line.split()[1] for line in lines[1:]}
    assert counts["complaints"] == "1"
    assert counts["visits"] == "·"
