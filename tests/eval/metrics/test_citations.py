"""Citations against gold, by hand-computed examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics import citations
from eval.metrics.citations import Level, Rung
from eval.types import Expected
from tests.eval.metrics.build import PROVISIONS, exists, outcome, paragraph, turn

ASKED = turn(["skerry 4(1)", "skerry 5"], ["skerry 6"], [("holm 5", "skerry 5")])
cited_of = st.lists(st.sampled_from([*sorted(PROVISIONS), "skerry 99", "atoll 1"]), max_size=5, unique=True)
gold_of = st.lists(st.sampled_from(sorted(PROVISIONS)), min_size=1, max_size=4, unique=True)


@pytest.mark.parametrize(
    ("cited", "precision", "recall"),
    [
        (["skerry 4(1)", "skerry 5"], 1.0, 1.0),  # just what is needed
        (["skerry 4(1)"], 1.0, 0.5),  # half of it
        (["skerry 4(1)(a)", "holm 5"], 1.0, 1.0),  # an item of the one, an alternative of the other
        (["skerry 6"], 1.0, 0.0),  # allowed, not needed
        (["skerry 6(a)", "skerry 5"], 1.0, 0.5),  # an item of what is allowed
        (["skerry 5", "skerry 4(2)", "holm 7"], 1 / 3, 0.5),  # two beside the point
        (["skerry 5", "holm 5"], 1.0, 0.5),  # one need met twice
        (["skerry 5", "skerry 99"], 0.5, 0.5),  # one that does not exist stays in the denominator
        (["skerry 4(1)(z)"], 0.0, 0.0),  # made up under a needed paragraph: wrong all the same
        (["atoll 5"], 0.0, 0.0),  # an instrument that nobody has
        ([], None, 0.0),  # nothing cited
    ],
)
def test_precision_and_recall(cited: list[str], precision: float | None, recall: float) -> None:
    """Right citations over citations, and needs met over needs."""
    answer = outcome(cited)
    assert citations.precision(ASKED, answer, paragraph, exists) == (None if precision is None else pytest.approx(precision))
    assert citations.recall(ASKED, answer, paragraph, exists) == pytest.approx(recall)


def test_an_item_is_right_where_its_paragraph_is_gold_and_the_other_way_round() -> None:
    """Gold at item level accepts the paragraph; a sibling of the item is wrong."""
    asked = turn(["skerry 4(1)(a)"])
    assert citations.precision(asked, outcome(["skerry 4(1)", "skerry 4(1)(b)"]), paragraph, exists) == 0.5
    assert citations.recall(asked, outcome(["skerry 4(1)"]), paragraph, exists) == 1.0
    assert citations.recall(asked, outcome(["skerry 4(1)(b)"]), paragraph, exists) == 0.0


def test_a_made_up_citation_lowers_precision() -> None:
    """Fabrication is not free, which it is in ALCE's code."""
    honest = citations.precision(ASKED, outcome(["skerry 5"]), paragraph, exists)
    padded = citations.precision(ASKED, outcome(["skerry 5", "skerry 98", "skerry 99"]), paragraph, exists)
    assert honest == 1.0
    assert padded == pytest.approx(1 / 3)


def test_corrections_are_citations_too() -> None:
    """What a premise correction cites counts like what a claim cites, once."""
    answer = outcome(["skerry 5"], corrected=["skerry 5", "skerry 4(1)"])
    asked = turn(["skerry 4(1)", "skerry 5"], expected=Expected.CORRECT)
    assert citations.recall(asked, answer, paragraph, exists) == 1.0
    assert citations.precision(asked, answer, paragraph, exists) == 1.0


def test_f1_is_the_harmonic_mean() -> None:
    """Precision 1/3 and recall 1/2 make 0.4."""
    answer = outcome(["skerry 5", "skerry 4(2)", "holm 7"])
    assert citations.f1(ASKED, answer, paragraph, exists) == pytest.approx(0.4)


@pytest.mark.parametrize(
    "cited",
    [
        [],  # nothing cited: precision does not apply, recall is 0
        ["holm 7"],  # all wrong: both are 0
        ["skerry 6"],  # right but not needed: precision 1, recall 0
    ],
)
def test_f1_is_zero_where_nothing_needed_is_cited(cited: list[str]) -> None:
    """An answer that cites nothing needed has F1 0, with no division by zero."""
    assert citations.f1(ASKED, outcome(cited), paragraph, exists) == 0.0


def test_a_refusal_of_an_answerable_question_has_recall_zero() -> None:
    """Refusing costs recall, and says nothing of precision."""
    answer = outcome(status="refused")
    assert citations.recall(ASKED, answer, paragraph, exists) == 0.0
    assert citations.precision(ASKED, answer, paragraph, exists) is None


def test_turns_to_be_refused_are_not_judged() -> None:
    """Where a refusal is right, citations have no gold to be held to, even where neighbours are named."""
    asked = turn(["skerry 5"], ["skerry 6"], expected=Expected.REFUSE)
    answer = outcome(["skerry 5"])
    assert citations.precision(asked, answer, paragraph, exists) is None
    assert citations.recall(asked, answer, paragraph, exists) is None
    assert citations.f1(asked, answer, paragraph, exists) is None
    assert set(citations.ladder(asked, answer, paragraph, exists).values()) == {Rung(precision=None, recall=None, f1=None)}


def test_a_turn_that_needs_nothing_has_no_recall() -> None:
    """With allowances only, precision can be told and recall cannot."""
    asked = turn([], ["skerry 5"])
    assert citations.precision(asked, outcome(["skerry 5"]), paragraph, exists) == 1.0
    assert citations.recall(asked, outcome(["skerry 5"]), paragraph, exists) is None
    assert citations.f1(asked, outcome(["skerry 5"]), paragraph, exists) is None


@pytest.mark.parametrize(
    ("cited", "share"),
    [
        (["skerry 5", "holm 5"], 0.0),  # all exist
        (["skerry 5", "skerry 99", "atoll 1", "holm 5"], 0.5),  # half do
        (["skerry 99"], 1.0),  # none does
        ([], None),  # nothing cited
    ],
)
def test_nonexistent(cited: list[str], share: float | None) -> None:
    """The share of citations that name nothing in the corpus."""
    assert citations.nonexistent(outcome(cited), exists) == share


@pytest.mark.parametrize(
    ("cited", "instrument", "by_paragraph", "item"),
    [
        ("skerry 4(1)(a)", (1.0, 1.0), (1.0, 1.0), (1.0, 1.0)),  # the very item
        ("skerry 4(1)(b)", (1.0, 1.0), (1.0, 1.0), (0.0, 0.0)),  # a sibling
        ("skerry 4(1)", (1.0, 1.0), (1.0, 1.0), (0.0, 0.0)),  # the paragraph, not the item
        ("skerry 4(2)", (1.0, 1.0), (0.0, 0.0), (0.0, 0.0)),  # the rule, not the paragraph
        ("holm 5", (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)),  # another instrument
        ("skerry 99", (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)),  # does not exist: wrong even by instrument
    ],
)
def test_ladder(
    cited: str, instrument: tuple[float, float], by_paragraph: tuple[float, float], item: tuple[float, float]
) -> None:
    """Each rung asks for more: the instrument, the paragraph, the very locator."""
    rungs = citations.ladder(turn(["skerry 4(1)(a)"]), outcome([cited]), paragraph, exists)
    assert [(rung.precision, rung.recall) for rung in rungs.values()] == [instrument, by_paragraph, item]
    assert list(rungs) == [Level.INSTRUMENT, Level.PARAGRAPH, Level.ITEM]


def test_ladder_counts_by_citation_with_f1() -> None:
    """Two citations of one instrument are two; of three, one made up, two are right by instrument and one by paragraph."""
    asked = turn(["skerry 4(1)", "holm 5"], ["skerry 6"])
    rungs = citations.ladder(asked, outcome(["skerry 4(1)(a)", "skerry 5", "skerry 99"]), paragraph, exists)
    assert rungs[Level.INSTRUMENT] == Rung(precision=2 / 3, recall=0.5, f1=0.5714285714285715)
    assert rungs[Level.PARAGRAPH] == Rung(precision=1 / 3, recall=0.5, f1=0.4)
    assert rungs[Level.ITEM] == Rung(precision=0.0, recall=0.0, f1=0.0)


def test_ladder_takes_alternatives_and_allowances() -> None:
    """An alternative meets its need at its own level; what is allowed is right there too."""
    asked = turn(["skerry 5"], ["skerry 6(a)"], [("holm 5", "skerry 5")])
    rungs = citations.ladder(asked, outcome(["holm 5", "skerry 6(b)"]), paragraph, exists)
    assert rungs[Level.INSTRUMENT] == Rung(precision=1.0, recall=1.0, f1=1.0)
    assert rungs[Level.PARAGRAPH] == Rung(precision=1.0, recall=1.0, f1=1.0)
    assert rungs[Level.ITEM] == Rung(precision=0.5, recall=1.0, f1=2 / 3)


@given(cited=cited_of, must=gold_of, may=gold_of)
def test_higher_rungs_are_never_easier(cited: list[str], must: list[str], may: list[str]) -> None:
    """No figure rises with the level, and the plain figures lie between paragraph and item."""
    asked, answer = turn(must, may), outcome(cited)
    rungs = list(citations.ladder(asked, answer, paragraph, exists).values())
    found = [rung.recall or 0.0 for rung in rungs]
    exact = [rung.precision or 0.0 for rung in rungs]
    assert found == sorted(found, reverse=True)
    assert exact == sorted(exact, reverse=True)
    assert found[1] >= (citations.recall(asked, answer, paragraph, exists) or 0.0) >= found[2]
    assert exact[1] >= (citations.precision(asked, answer, paragraph, exists) or 0.0) >= exact[2]
