"""Refusing as a detection task, by a hand-filled table."""

import pytest

from corpus.errors import BadInput
from eval.metrics import refusal
from eval.metrics.intervals import wilson
from eval.metrics.refusal import Abstention, Refusals
from eval.types import Expected
from tests.eval.metrics.build import exists, outcome, paragraph, turn

TP, FP = Abstention.REFUSED_RIGHTLY, Abstention.OVER_REFUSED
FN, TN = Abstention.HALLUCINATED, Abstention.ANSWERED


@pytest.mark.parametrize(
    ("expected", "status", "cell"),
    [
        (Expected.REFUSE, "refused", TP),
        (Expected.REFUSE, "answered", FN),
        (Expected.ANSWER, "refused", FP),
        (Expected.ANSWER, "answered", TN),
        (Expected.CORRECT, "refused", None),  # false premises stand apart
        (Expected.CORRECT, "answered", None),
    ],
)
def test_abstention(expected: Expected, status: str, cell: Abstention | None) -> None:
    """What should be done and what was done make the cell."""
    assert refusal.abstention(turn(expected=expected), outcome(status=status)) is cell


def test_an_unknown_status_is_refused() -> None:
    """A status that no answer has is an error that names it, the outcome and the way out; for every kind of turn."""
    with pytest.raises(BadInput) as caught:
        refusal.abstention(turn(expected=Expected.CORRECT), outcome(status="crashed"))
    assert str(caught.value) == (
        "'crashed' is no status, in the outcome q1/0/en. A status is answered or refused; make the outcomes anew with "
        "python -m eval run."
    )


@pytest.mark.parametrize(
    ("expected", "wanted", "status", "reason", "right"),
    [
        (Expected.REFUSE, "off_topic", "refused", "off_topic", 1.0),  # for the right reason
        (Expected.REFUSE, "off_topic", "refused", "not_in_texts", 0.0),  # for another
        (Expected.REFUSE, "off_topic", "refused", None, 0.0),  # for none
        (Expected.REFUSE, "off_topic", "answered", None, None),  # not refused: counted elsewhere
        (Expected.REFUSE, None, "refused", "off_topic", None),  # no reason is asked for
        (Expected.CORRECT, "false_premise", "refused", "false_premise", None),  # not to be refused
        (Expected.ANSWER, "off_topic", "refused", "off_topic", None),  # not to be refused
    ],
)
def test_right_reason(expected: Expected, wanted: str | None, status: str, reason: str | None, right: float | None) -> None:
    """A right refusal gives the reason that the gold gives."""
    assert refusal.right_reason(turn(expected=expected, reason=wanted), outcome(status=status, reason=reason)) == right


@pytest.mark.parametrize(
    ("corrections", "corrected", "right"),
    [
        (["It is rule 5."], ["skerry 5"], 1.0),  # corrected, with the needed provision
        (["It is rule 5."], ["skerry 6(a)"], 1.0),  # with an item of one that would do
        (["It is rule 5."], ["holm 7", "skerry 5"], 1.0),  # one of its citations does
        (["It is rule 5."], ["holm 7"], 0.0),  # with another provision
        (["It is rule 5."], ["skerry 99"], 0.0),  # with one that does not exist
        (["It is rule 5."], [], 0.0),  # without a citation
        ([], ["skerry 5"], 0.0),  # a citation that corrects nothing
        ([], [], 0.0),  # nothing
    ],
)
def test_corrects_premise(corrections: list[str], corrected: list[str], right: float) -> None:
    """A false premise wants a correction that cites a gold provision."""
    asked = turn(["skerry 5"], ["skerry 6"], expected=Expected.CORRECT)
    answer = outcome(["skerry 5"], corrections=corrections, corrected=corrected)
    assert refusal.corrects_premise(asked, answer, paragraph, exists) == right


@pytest.mark.parametrize("expected", [Expected.ANSWER, Expected.REFUSE])
def test_only_false_premises_are_to_be_corrected(expected: Expected) -> None:
    """Other turns have no figure here."""
    asked = turn(["skerry 5"], expected=expected)
    answer = outcome(corrections=["It is rule 5."], corrected=["skerry 5"])
    assert refusal.corrects_premise(asked, answer, paragraph, exists) is None


def test_summary_by_hand() -> None:
    """6 refused rightly, 2 over-refused, 3 hallucinated, 9 answered, 5 that stand apart."""
    cells = [TP] * 6 + [FP] * 2 + [FN] * 3 + [TN] * 9 + [None] * 5
    found = refusal.summary(cells, [str(number) for number in range(25)])
    assert found.precision == wilson(6, 8)
    assert found.recall == wilson(6, 9)
    assert found.over_refusal == wilson(2, 11)
    assert found.hallucination == wilson(3, 9)
    assert found.f1 is not None
    assert found.f1.value == pytest.approx(12 / 17)
    assert found.f1.n == 11
    assert 0 < found.f1.low < 12 / 17 < found.f1.high < 1


def test_summary_clusters_f1() -> None:
    """Where all refusals stand in one cluster, nothing is known about F1 beyond its value."""
    found = refusal.summary([TP, FP, FN], ["a", "a", "a"])
    assert found.f1 is not None
    assert (found.f1.value, found.f1.low, found.f1.high) == (0.5, 0.0, 1.0)


def test_summary_of_nothing() -> None:
    """Where no outcome bears on a figure it is None, not 0 and not 1."""
    assert refusal.summary([None], ["a"]) == Refusals(
        precision=None, recall=None, f1=None, over_refusal=None, hallucination=None
    )
    answered = refusal.summary([TN, TN], ["a", "b"])
    assert (answered.precision, answered.recall, answered.f1) == (None, None, None)
    assert answered.over_refusal == wilson(0, 2)
