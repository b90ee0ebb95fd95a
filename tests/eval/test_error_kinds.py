"""Authors' names of errors, sorted into kinds."""

import pytest

from eval.error_kinds import KINDS, OTHER, kind_of


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("exception dropped", "exception"),
        ("condition invented", "condition"),
        ("wrong number", "number and time limit"),
        ("invented deadline", "number and time limit"),
        # a community is no unit
        ("community forgotten", OTHER),
        ("changed time", "time and order"),
        ("permission to obligation", "force"),
        ("all to some", "quantifier"),
        ("and/or", "and/or"),
        ("wrong reviewer", "actor"),
        ("scope widened", "person or scope"),
        ("目的替换", "purpose or cause"),
        ("dropped not", "negation or reversal"),
        ("element dropped", "dropped"),
        ("added detail", "added"),
        ("standard lowered", OTHER),
    ],
)
def test_kind(error: str, kind: str) -> None:
    """A name belongs to the first kind whose words it has."""
    assert kind_of(error) == kind
    assert kind in KINDS
