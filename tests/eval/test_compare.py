"""Two runs against each other."""

from dataclasses import replace

import pytest

from corpus.errors import BadInput
from eval.compare import compare
from eval.metrics.power import smallest_one_way
from eval.report.comparison import comparison_markdown
from eval.types import Expected
from tests.eval.outcomes import OTHER, answer, item, judged, record, refusal, said

ITEMS = [item(n) for n in range(1, 5)] + [item(n, Expected.REFUSE) for n in range(5, 9)]
GOOD = [answer(one) for one in ITEMS[:4]] + [refusal(one) for one in ITEMS[4:]]


def test_nothing_changed() -> None:
    """A run against itself: every difference is 0 with p = 1, and nothing flips."""
    scores = judged(ITEMS, GOOD)
    found = compare((record("a"), scores), (record("b"), scores))
    assert {(change.value, change.p, change.p_holm) for change in found.measures} == {(0.0, 1.0, 1.0)}
    assert (found.gained, found.lost, found.unlike, found.pairs, found.apart) == ((), (), (), 8, 0)


def test_flips_and_tests() -> None:
    """Four unanswerable questions answered: each is lost with its fault, and McNemar's p is 2 in 16."""
    worse = [*GOOD[:4], *(answer(one) for one in ITEMS[4:])]
    found = compare((record("a"), judged(ITEMS, GOOD)), (record("b"), judged(ITEMS, worse)))
    changes = {change.what: change for change in found.measures}
    assert [flip.key for flip in found.lost] == ["h005/0/en", "h006/0/en", "h007/0/en", "h008/0/en"]
    assert {flip.fault for flip in found.lost} == {"answers what the texts do not say"}
    assert (changes["right"].before, changes["right"].after, changes["right"].p) == (1.0, 0.5, 0.125)
    assert changes["hallucination"].value == 1.0
    assert changes["right"].p_holm == min(1.0, 0.125 * len(found.measures))


def test_a_reason_is_right_or_wrong() -> None:
    """Refused for the right reason or not is pass or fail, so McNemar tests it, as every measure that is 1 or 0."""
    other = [*GOOD[:4], *(refusal(one, "unsafe_input") for one in ITEMS[4:])]
    found = compare((record("a"), judged(ITEMS, GOOD)), (record("b"), judged(ITEMS, other)))
    change = next(one for one in found.measures if one.what == "refusal_reason")
    assert (change.value, change.test, change.p) == (-1.0, "McNemar", 0.125)


def test_what_the_sample_can_show() -> None:
    """Eight pairs all flipping one way show no less than almost all of them; none flipping is no certainty either."""
    worse = [*GOOD[:4], *(answer(one) for one in ITEMS[4:])]
    flipped = {
        one.what: one.can_show
        for one in compare((record("a"), judged(ITEMS, GOOD)), (record("b"), judged(ITEMS, worse))).measures
    }
    still = {
        one.what: one.can_show
        for one in compare((record("a"), judged(ITEMS, GOOD)), (record("b"), judged(ITEMS, GOOD))).measures
    }
    assert flipped["right"] == still["right"] == pytest.approx(smallest_one_way(8))
    least = smallest_one_way(8)
    assert least is not None
    assert 0.5 < least < 1.0
    assert still["recall_10"] is None


def test_only_what_both_were_asked_counts() -> None:
    """Questions of one run only are counted and left out."""
    found = compare((record("a"), judged(ITEMS, GOOD)), (record("b"), judged(ITEMS, GOOD[:3])))
    assert (found.pairs, found.apart) == (3, 5)


def test_nothing_in_common() -> None:
    """Runs that share no question cannot be compared."""
    with pytest.raises(BadInput, match="share no question"):
        compare((record("a"), judged(ITEMS, GOOD[:2])), (record("b"), judged(ITEMS, GOOD[2:])))


def test_what_was_made_otherwise_is_named() -> None:
    """Another corpus version or another question set is said, since the difference may be theirs."""
    other = record("b")
    other = replace(other, made=replace(other.made, corpus_version="c1", datasets={"hand.jsonl": "d1"}))
    scores = judged(ITEMS, GOOD)
    found = compare((record("a"), scores), (other, scores))
    assert found.unlike == ("corpus version: c0 → c1", "question set hand.jsonl: changed")


def test_markdown() -> None:
    """The printed comparison has the tables and every flip."""
    worse = [answer(ITEMS[0], said(OTHER)), *GOOD[1:]]
    text = comparison_markdown(compare((record("a"), judged(ITEMS, GOOD)), (record("b"), judged(ITEMS, worse))))
    assert "## Lost: 1\n\n- h001/0/en: Question 1? (cites none of the needed provisions)" in text
    assert "| right | 100.0 % | 87.5 % | -12.5 |" in text
    assert "## Gained: 0" in text
