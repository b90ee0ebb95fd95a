"""As many sentences are read as go into the budget, in the order in which they stand."""

from rag.nli_premise import BUDGET, joined, roughly


def test_the_first_in_order_are_kept_in_their_place() -> None:
    """Those that come first are taken, the rest where they fit; they stand as they stood."""
    long, short = "Oil must be kept dry. " * 18, "Trim the wick."
    assert roughly(long) < BUDGET < 2 * roughly(long)
    assert joined([long, short, long], [2, 0, 1]) == f"{short} {long}"
    assert joined([long, short, long], [0, 1, 2]) == f"{long} {short}"


def test_a_wider_budget_takes_more() -> None:
    """How much is taken is the caller's to say."""
    long = "Oil must be kept dry. " * 18
    assert joined([long, long], [0, 1]) == long
    assert joined([long, long], [0, 1], 2 * BUDGET) == f"{long} {long}"


def test_one_sentence_is_always_read() -> None:
    """A sentence beyond the budget is read where it comes first, and nothing of nothing."""
    endless = "灯" * (BUDGET + 5)
    assert joined([endless, "灯"], [0, 1]) == endless
    assert joined([], []) == ""
