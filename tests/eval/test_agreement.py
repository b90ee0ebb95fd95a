"""Agreement of annotators against examples counted by hand and the published one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Language, Reference
from eval.agreement import agreement, cohen_kappa, krippendorff_alpha, set_f1
from eval.types import Expected, Item, ItemType, Need, Split, Turn


def refs(*texts: str) -> frozenset[Reference]:
    """References of their printed forms."""
    return frozenset(map(Reference.parse, texts))


def judged(
    must: tuple[str, ...],
    second: tuple[str, ...] | None,
    *,
    may: tuple[str, ...] = (),
    reason: str | None = None,
    other: str | None = None,
) -> Item:
    """An item with both judgements; no needed provision is a refusal, `second` None is not judged yet."""
    gold = [Need(reference=Reference.parse(text), must=text in must) for text in (*must, *may)]
    turn = Turn(
        question={Language.EN: "?"},
        gold=tuple(gold),
        nuggets=(),
        must_not_say=(),
        expected=Expected.ANSWER if must else Expected.REFUSE,
        reason=reason,
    )
    said = None if second is None else (Expected.ANSWER if second else Expected.REFUSE)
    return Item(
        id="z001",
        dataset="invented",
        type=ItemType.LOOKUP,
        turns=(turn,),
        split=Split.DEV,
        author="Z",
        second_annotator=None if said is None else "Y",
        second=tuple(map(Reference.parse, second or ())),
        second_expected=said,
        second_reason=other,
    )


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        (refs("mandela 1"), refs("mandela 1"), 1.0),  # the same
        (refs("mandela 1", "mandela 3"), refs("mandela 1"), 2 / 3),  # 2·1 / (2+1)
        (refs("mandela 1", "mandela 3"), refs("mandela 3", "bangkok 1", "bangkok 5"), 0.4),  # 2·1 / (2+3)
        (refs("mandela 1"), refs("bangkok 1"), 0.0),  # the same number of another instrument
        (refs(), refs(), 1.0),  # nothing and nothing
        (refs(), refs("mandela 1"), 0.0),  # nothing and something
    ],
)
def test_set_f1(first: frozenset[Reference], second: frozenset[Reference], value: float) -> None:
    """Overlap by Dice's formula."""
    assert set_f1(first, second) == pytest.approx(value)


def table(both: int, only_first: int, only_second: int, neither: int) -> list[tuple[bool, bool]]:
    """Pairs of a two by two table."""
    return [(True, True)] * both + [(True, False)] * only_first + [(False, True)] * only_second + [(False, False)] * neither


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        (table(20, 5, 10, 15), 0.4),  # p_o 0.70, p_e 0.50
        (table(45, 15, 25, 15), 0.6 / 4.6),  # p_o 0.60, p_e 0.54
        (table(5, 0, 0, 5), 1.0),  # full agreement on two labels
        (table(0, 5, 5, 0), -1.0),  # full disagreement
        (table(9, 0, 0, 0), None),  # one label only: agreement by chance is certain
        (table(5, 5, 0, 0), 0.0),  # one annotator never says no: no better than chance
        ([], None),  # nothing judged
    ],
)
def test_cohen_kappa(pairs: list[tuple[bool, bool]], value: float | None) -> None:
    """Kappa of tables computed by hand."""
    assert cohen_kappa(pairs) == (None if value is None else pytest.approx(value))


PUBLISHED = [
    # units 1 to 12 of four observers, Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example C
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
]


def test_krippendorff_alpha_of_the_published_example() -> None:
    """The published value for nominal labels with missing ones is 0.743."""
    assert krippendorff_alpha(list(zip(*PUBLISHED, strict=True))) == pytest.approx(0.743, abs=0.0005)


@pytest.mark.parametrize(
    ("units", "value"),
    [
        ([("a", "a"), ("b", "b")], 1.0),  # full agreement
        ([("a", "b"), ("b", "a")], -0.5),  # D_o 1, D_e 8/12
        ([("a", "a"), ("a", "b"), ("b", "b")], 1 - 5 * 2 / 18),  # n 6, apart 2, n² - Σn_c² 18
        ([("a", "a"), ("a", "a")], None),  # one label only
        ([("a", None), (None, "b")], None),  # nothing to compare
        ([("a", "a"), ("b", "b"), ("c", None)], 1.0),  # a unit with one label is left out
        ([], None),  # no units
    ],
)
def test_krippendorff_alpha(units: list[tuple[str | None, ...]], value: float | None) -> None:
    """Alpha of small examples computed by hand."""
    assert krippendorff_alpha(units) == (None if value is None else pytest.approx(value))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_agreement_does_not_depend_on_who_is_first(pairs: list[tuple[str, str]]) -> None:
    """Kappa and alpha are the same with the annotators exchanged, and never above one."""
    turned = [(second, first) for first, second in pairs]
    for figure in (cohen_kappa, krippendorff_alpha):
        value, other = figure(pairs), figure(turned)
        assert (value is None) == (other is None)
        assert value is None or other is None or (value == pytest.approx(other) and value <= 1 + 1e-12)


def test_agreement_of_five_items() -> None:
    """Figures of five judged items and one that is not, counted by hand."""
    found = agreement(
        [
            judged(("mandela 45(1)",), ("mandela 45(1)",)),
            judged(("mandela 43(1)(b)", "mandela 44"), ("mandela 44",), may=("mandela 45(1)",)),
            judged(("bangkok 24",), ("mandela 48(2)", "bangkok 22"), may=("mandela 48(2)",)),
            judged((), (), reason="not_in_texts", other="not_in_texts"),
            judged((), ("bangkok 1",), reason="off_topic"),
            judged(("tokyo 3.4",), None),
        ]
    )
    assert (found.items, found.annotators) == (5, ("Y",))
    assert found.exact == pytest.approx(2 / 5)  # the first and the fourth
    assert found.f1 == pytest.approx((1 + 2 / 3 + 0) / 3)  # where both answer
    assert found.within == pytest.approx(3 / 4)  # bangkok 22 is named by the second alone
    assert found.kappa == pytest.approx((0.8 - 0.56) / 0.44)  # answers 3 of 5 and 4 of 5
    assert found.alpha == pytest.approx(1 - 9 * 2 / (100 - 49 - 4 - 1))  # labels: answer 7, not_in_texts 2, off_topic 1


def test_items_agree_at_paragraph_level() -> None:
    """An item of a list and its paragraph are the same."""
    assert agreement([judged(("mandela 43(1)(b)",), ("mandela 43(1)",))]).exact == 1


def test_nothing_judged_is_not_defined() -> None:
    """Without a second annotator no figure is given."""
    found = agreement([judged(("mandela 1",), None)])
    assert (found.items, found.exact, found.f1, found.within, found.kappa, found.alpha) == (0, None, None, None, None, None)
