"""Nugget recall by a judge that reads marks."""

import pytest

from corpus.types import Language
from eval.metrics import nuggets
from eval.metrics.nuggets import Coverage
from eval.types import Expected, Nugget, Outcome
from tests.eval.metrics.build import outcome, turn


def judge(nugget: Nugget, judged: Outcome) -> Coverage:
    """The nugget's first word is how far it is covered; only for the answer that was asked about."""
    assert judged.item == "q1"
    return Coverage(nugget.text[Language.EN].split()[0])


@pytest.mark.parametrize(
    ("vital", "strict", "lenient"),
    [
        (["full a", "full b"], 1.0, 1.0),  # everything said
        (["full a", "partial b"], 0.5, 0.75),  # half for the half
        (["full a", "partial b", "none c", "none d"], 0.25, 0.375),  # by hand
        (["partial a"], 0.0, 0.5),  # strict wants all of it
        (["none a"], 0.0, 0.0),  # nothing said
    ],
)
def test_recall_over_vital_nuggets(vital: list[str], strict: float, lenient: float) -> None:
    """Strict counts full coverage, lenient half for partial; nuggets that are not vital count in neither."""
    asked = turn(vital=vital, further=["none x", "full y"])
    assert nuggets.strict(asked, outcome(), judge) == strict
    assert nuggets.lenient(asked, outcome(), judge) == lenient


def test_no_vital_nugget_is_not_judged() -> None:
    """Without a vital nugget there is no recall."""
    asked = turn(further=["full x"])
    assert nuggets.strict(asked, outcome(), judge) is None
    assert nuggets.lenient(asked, outcome(), judge) is None


def test_turns_to_be_refused_are_not_judged() -> None:
    """Nuggets of a question without an answer are no measure; those of a false premise are."""
    refuse, correct = (turn(vital=["full a"], expected=e) for e in (Expected.REFUSE, Expected.CORRECT))
    assert nuggets.strict(refuse, outcome(), judge) is None
    assert nuggets.lenient(refuse, outcome(), judge) is None
    assert nuggets.strict(correct, outcome(), judge) == 1.0
