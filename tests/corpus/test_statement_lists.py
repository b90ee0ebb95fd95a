"""Topics and persons of single statements: of the paragraph's, in what we ship and in what lint finds."""

from pathlib import Path

import pytest

from corpus.digests import Digest, all_digests
from corpus.lint import lint_all
from corpus.store import Store

FAULTS = [
    ({"topics": ("visits",)}, "topic 'visits' of a statement is none of the paragraph's"),
    ({"persons": ("women",)}, "person 'women' of a statement is none of the paragraph's"),
]


def seeded(fields: dict[str, tuple[str, ...]]) -> dict[str, tuple[Digest, ...]]:
    """The shipped digests with the first statement of Mandela rule 23 (1) changed."""
    shipped = all_digests()["mandela"]
    old = next(one for one in shipped if one.locator == "23(1)")
    first = old.statements[0].model_copy(update=fields)
    new = old.model_copy(update={"statements": (first, *old.statements[1:])})
    return {**all_digests(), "mandela": tuple(new if one is old else one for one in shipped)}


@pytest.mark.parametrize(("fields", "said"), FAULTS)
def test_lint_sees_what_is_not_the_paragraphs(tmp_path: Path, fields: dict[str, tuple[str, ...]], said: str) -> None:
    """A statement on a topic, or for people, that its paragraph does not name is found."""
    found = [str(one) for one in lint_all(Store(tmp_path / "s.sqlite3"), ["mandela"], seeded(fields))]
    assert f"mandela 23(1): {said}" in found


def test_lint_sees_a_topic_that_no_statement_is_on(tmp_path: Path) -> None:
    """Where every statement tells its topics, one of the paragraph's that none has is found."""
    shipped = all_digests()["mandela"]
    old = next(one for one in shipped if one.locator == "23(1)")
    statements = tuple(one.model_copy(update={"topics": old.topics}) for one in old.statements)
    new = old.model_copy(update={"topics": (*old.topics, "visits"), "statements": statements})
    digests = {**all_digests(), "mandela": tuple(new if one is old else one for one in shipped)}
    found = [str(one) for one in lint_all(Store(tmp_path / "s.sqlite3"), ["mandela"], digests)]
    assert "mandela 23(1): topic 'visits' is of no statement" in found


def test_own_lists_come_before_the_paragraphs() -> None:
    """A statement's topics and persons are its own where it has any, else the paragraph's; nobody special is told by []."""
    digest = next(one for one in all_digests()["mandela"] if one.locator == "11")
    by_item = {one.item: digest.persons_of(one) for one in digest.statements}
    assert by_item["(d)"] == ("children",)
    assert by_item[None] == ()
    bans = next(one for one in all_digests()["mandela"] if one.locator == "43(1)")
    assert "solitary-confinement" not in bans.topics_of(bans.statements[-1])
    plain = next(one for one in all_digests()["mandela"] if one.locator == "45(1)")
    assert plain.topics_of(plain.statements[0]) == plain.topics
