"""Whether systems rank as they should."""

from eval.ranking import expectations, standings
from eval.types import Expected
from tests.eval.outcomes import OTHER, answer, item, judged, refusal, said

ITEMS = [item(1), item(2), item(3), item(4, Expected.REFUSE)]
RIGHT = [*(answer(one) for one in ITEMS[:3]), refusal(ITEMS[3])]
SYSTEMS = {
    "oracle": judged(ITEMS, RIGHT),
    "assistant": judged(ITEMS, [*RIGHT[:2], answer(ITEMS[2], said(OTHER)), RIGHT[3]]),
    "copy_top": judged(ITEMS, [*RIGHT[:2], answer(ITEMS[2], said(OTHER)), answer(ITEMS[3])]),
    "random": judged(ITEMS, [*(answer(one, said(OTHER)) for one in ITEMS[:3]), answer(ITEMS[3])]),
    "refuse_all": judged(ITEMS, [refusal(one) for one in ITEMS]),
}


def test_in_their_order() -> None:
    """Systems stand by how often they are right, and all that is expected of these holds."""
    assert [one.system for one in standings(SYSTEMS)] == ["oracle", "assistant", "copy_top", "refuse_all", "random"]
    right = [one for one in expectations(SYSTEMS) if one.what.startswith(("right", "refuse_all"))]
    assert len(right) == 6
    assert all(one.holds for one in right)


def test_a_measure_that_ranks_chance_beside_the_assistant() -> None:
    """Where chance is as often right as the assistant's copy, the expectation does not hold."""
    broken = {**SYSTEMS, "random": SYSTEMS["copy_top"]}
    assert "right: copy_top 0.500 above random 0.500" in [one.what for one in expectations(broken) if not one.holds]


def test_an_oracle_that_is_wrong() -> None:
    """An oracle far from the ceiling shows that something right counts as wrong."""
    broken = {**SYSTEMS, "oracle": SYSTEMS["assistant"]}
    assert "right: oracle 0.750 at 0.95 or more" in [one.what for one in expectations(broken) if not one.holds]


def test_refusing_everything_where_it_must_not_be_right() -> None:
    """If answering counted for whoever refuses all, the outcome is named."""
    broken = {"refuse_all": SYSTEMS["assistant"]}
    assert [one.what for one in expectations(broken) if not one.holds] == [
        "refuse_all: right on refusals and nowhere else, but not on h001/0/en"
    ]
