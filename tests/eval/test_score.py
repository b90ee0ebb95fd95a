"""From outcomes to figures by class."""

from dataclasses import replace

import pytest

from corpus.errors import BadInput
from corpus.types import Reference
from eval.report.content import Extras, report_of
from eval.score import exists
from eval.scores import Kind, Measure
from eval.types import Expected, ItemType
from tests.eval.outcomes import OTHER, answer, item, judged, record, refusal, said


def test_refusals_by_their_table() -> None:
    """Of two answerable one is refused, of three unanswerable two are answered: 1/2 over-refused, 2/3 hallucinated."""
    items = [item(1), item(2), *(item(n, Expected.REFUSE, ItemType.UNANSWERABLE) for n in (3, 4, 5))]
    outcomes = [answer(items[0]), refusal(items[1]), answer(items[2]), answer(items[3]), refusal(items[4])]
    measured = judged(items, outcomes).total.measured
    assert measured[Measure.OVER_REFUSAL].value == pytest.approx(1 / 2)
    assert measured[Measure.HALLUCINATION].value == pytest.approx(2 / 3)
    assert measured[Measure.REFUSAL_PRECISION].value == pytest.approx(1 / 2)
    assert measured[Measure.RIGHT].value == pytest.approx(2 / 5)


def test_a_measure_that_applies_to_none_is_left_out() -> None:
    """Where nothing is unanswerable there is no hallucination rate, rather than one of 0."""
    measured = judged([item(1)], [answer(item(1))]).total.measured
    assert Measure.HALLUCINATION not in measured
    assert Measure.PREMISE_CORRECTED not in measured


def test_all_right_is_not_certain() -> None:
    """Where all outcomes are right, the interval is not a point: three rules cannot show a rate of 100 per cent."""
    items = [item(n, Expected.REFUSE) for n in (1, 2, 3)]
    found = judged(items, [refusal(one) for one in items]).total.measured[Measure.RIGHT]
    assert (found.value, found.high, found.n) == (1.0, 1.0, 3)
    assert found.low < 0.5


def test_all_supported_is_not_certain() -> None:
    """Where every sentence shown is supported, faithfulness has an interval too, by the number of rules."""
    items = [item(1), item(2), item(3)]
    found = judged(items, [answer(items[0]), answer(items[1]), refusal(items[2])]).total.measured[Measure.FAITHFULNESS]
    assert (found.value, found.high, found.n) == (1.0, 1.0, 2)
    assert found.low < 0.5


def test_classes_weakest_first() -> None:
    """Classes of a kind come with the least often right first."""
    items = [item(1), item(2, kind=ItemType.LIST)]
    scores = judged(items, [answer(items[0]), answer(items[1], said(OTHER))])
    assert [one.name for one in report_of(record(), scores, (), Extras()).of(Kind.TYPE)] == ["list", "lookup"]


def test_another_question_since_the_run() -> None:
    """An outcome whose question was reworded since is refused, since it answers something else."""
    with pytest.raises(BadInput, match="h001/0/en"):
        judged([item(1)], [replace(answer(item(1)), question="Something else?")])


def test_an_item_that_is_gone() -> None:
    """An outcome whose item no set has is named."""
    with pytest.raises(BadInput, match="h002"):
        judged([item(1)], [answer(item(2))])


def test_no_outcomes() -> None:
    """A run without outcomes has no figures."""
    with pytest.raises(BadInput, match="no outcomes"):
        judged([item(1)], [])


EXISTING = [("sample-rules 5(1)", True), ("sample-rules 5", False), ("sample-rules 99", False), ("nobody 1", False)]


@pytest.mark.parametrize(("printed", "there"), EXISTING)
def test_exists(printed: str, there: bool) -> None:
    """A provision exists where its instrument has just this one; a whole rule is none."""
    assert exists(Reference.parse(printed)) is there
