"""Faithfulness by sentence: every sentence keeps its state."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadInput
from eval.metrics import faithfulness
from eval.metrics.faithfulness import Tally
from eval.types import Outcome
from rag.types import VerdictStatus
from tests.eval.metrics.build import outcome, said

verdicts_of = st.lists(st.sampled_from([status.value for status in VerdictStatus]), max_size=6)


def answer(*verdicts: str, dropped: tuple[str, ...] = ()) -> Outcome:
    """An answer whose sentences have these verdicts."""
    return outcome(claims=[said(verdict=v) for v in verdicts], dropped=[said(verdict=v) for v in dropped])


def test_each_state_is_counted() -> None:
    """One, two, three and four of each."""
    states = ["supported"] + ["contradicted"] * 2 + ["not_supported"] * 3 + ["unchecked"] * 4
    counted = faithfulness.tally(answer(*states).claims)
    assert counted == Tally(supported=1, contradicted=2, not_supported=3, unchecked=4)
    assert counted.sentences == 10
    assert counted.faithfulness == 0.1


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (["supported"], 1.0),  # all carried
        (["supported", "contradicted"], 0.5),  # one against the text
        (["supported", "supported", "not_supported", "unchecked"], 0.5),  # unchecked is not supported
        (["unchecked"], 0.0),  # nothing known is nothing carried
        ([], None),  # nothing said: neither 1 (as elsewhere) nor NaN
    ],
)
def test_faithfulness(verdicts: list[str], expected: float | None) -> None:
    """Supported sentences over sentences."""
    assert faithfulness.faithfulness(answer(*verdicts)) == expected


def test_what_was_dropped_was_not_said() -> None:
    """A claim that the checks dropped neither helps nor harms."""
    assert faithfulness.faithfulness(answer("supported", dropped=("contradicted",))) == 1.0
    assert faithfulness.faithfulness(answer(dropped=("supported",))) is None


def test_an_unknown_verdict_is_refused() -> None:
    """A verdict that no check gives is an error that names it, the claim and the way out."""
    with pytest.raises(BadInput) as caught:
        faithfulness.tally([said("A keeper may leave.", verdict="yes")])
    assert str(caught.value) == (
        "'yes' is no verdict, on the claim 'A keeper may leave.'. Verdicts are supported, contradicted, not_supported, "
        "unchecked; make the outcomes anew with python -m eval run."
    )


def test_summary_weighs_each_sentence_the_same() -> None:
    """1 of 1 and 1 of 3 are 2 of 4, over the two answers that say something."""
    answers = [answer("supported"), answer("supported", "unchecked", "contradicted"), answer()]
    found = faithfulness.summary(answers, ["a", "b", "c"])
    assert found is not None
    assert (found.value, found.n) == (0.5, 2)
    assert found.low == pytest.approx(1 / 3)
    assert found.high == 1.0


def test_summary_of_silence_is_none() -> None:
    """Answers that say nothing have no faithfulness together either."""
    assert faithfulness.summary([answer(), answer()], ["a", "b"]) is None
    assert faithfulness.summary([], []) is None


@given(verdicts=verdicts_of)
def test_no_sentence_is_lost_and_nothing_is_nan(verdicts: list[str]) -> None:
    """The states add up to the sentences, and the figure is a share or None."""
    counted = faithfulness.tally(answer(*verdicts).claims)
    assert counted.sentences == len(verdicts)
    assert counted.faithfulness is None or (0 <= counted.faithfulness <= 1 and not math.isnan(counted.faithfulness))
