"""Which group of persons lies within which."""

import pytest

from corpus.vocabulary import vocabulary
from rag.compare.groups import IMPLIED, OUTSIDE, WIDER, narrower, narrowest

TABLE = [
    # own, other, whether own is for a part only of whom other is for
    (["women"], [], True),  # some against everyone
    ([], ["women"], False),
    ([], [], False),
    (["pregnant-women"], ["women"], True),
    (["women"], ["pregnant-women"], False),
    (["women"], ["women"], False),
    (["women"], ["children"], False),  # neither lies within the other
    (["women", "pregnant-women"], ["women"], True),  # a group beside a part of itself counts once
    (["women", "untried-prisoners"], ["women"], False),  # also for people whom the other is not for
    (["girls"], ["children"], True),
    (["families-of-prisoners"], [], False),  # visitors: the rule for prisoners is not their general one
    (["women"], ["families-of-prisoners"], False),
    (["women", "families-of-prisoners"], [], True),
]


@pytest.mark.parametrize(("own", "other", "expected"), TABLE)
def test_narrower(own: list[str], other: list[str], expected: bool) -> None:
    """A provision is for a narrower group as the table says."""
    assert narrower(own, other) is expected


def test_narrowest_keeps_what_holds_no_other() -> None:
    """Of women and pregnant women the latter stay; who is outside is left out."""
    assert narrowest(["women", "pregnant-women", "families-of-prisoners"]) == ("pregnant-women",)


def test_every_group_and_topic_is_listed() -> None:
    """The groups and topics that the rules name are in the closed lists."""
    lists = vocabulary()
    named = {*WIDER, *OUTSIDE, *(one for wider in (*WIDER.values(), *IMPLIED.values()) for one in wider)}
    assert named <= set(lists.persons)
    assert set(IMPLIED) <= set(lists.topics)
