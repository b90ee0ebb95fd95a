"""Limits are read off statements, and the stricter of two is known."""

import pytest

from corpus.types import Modality
from rag.compare.limits import Bound, Limit, limits, stricter

READ = [
    # statement, verb, its limits
    ("A watch must not go on for more than 6 hours.", Modality.SHALL_NOT, [("most", 6, "hour")]),
    ("A keeper must have at least 8 hours of rest.", Modality.SHALL, [("least", 8, "hour")]),
    ("The Council must answer within 30 days.", Modality.SHALL, [("most", 30, "day")]),
    ("It must be done no later than 9 days after the storm.", Modality.SHALL, [("most", 9, "day")]),
    ("A long watch is one of more than 6 hours.", Modality.DECLARATORY, []),  # a definition limits nothing
    ("More than 6 hours must be paid double.", Modality.SHALL, []),  # nothing is forbidden
    ("Each station must be inspected 2 times a year.", Modality.SHALL, []),  # a number, no limit
]


@pytest.mark.parametrize(("english", "modality", "expected"), READ)
def test_limits(english: str, modality: Modality, expected: list[tuple[str, float, str]]) -> None:
    """A statement sets the limits of the table."""
    assert [(one.bound, one.value, one.unit) for one in limits(english, modality)] == expected


def limit(bound: Bound, value: float, unit: str = "hour") -> Limit:
    """A limit in one line."""
    return Limit(bound=bound, value=value, unit=unit)


STRICTER = [
    (limit(Bound.MOST, 2), limit(Bound.MOST, 6), True),
    (limit(Bound.MOST, 6), limit(Bound.MOST, 2), False),
    (limit(Bound.LEAST, 8), limit(Bound.LEAST, 6), True),
    (limit(Bound.MOST, 6), limit(Bound.MOST, 6), False),
    (limit(Bound.MOST, 2), limit(Bound.LEAST, 6), False),  # an upper limit and a lower one
    (limit(Bound.MOST, 2, "day"), limit(Bound.MOST, 6), False),  # days and hours
]


@pytest.mark.parametrize(("own", "other", "expected"), STRICTER)
def test_stricter(own: Limit, other: Limit, expected: bool) -> None:
    """A lower upper limit and a higher lower one are stricter; of other units nothing is said."""
    assert stricter(own, other) is expected
