"""The selections of items: smoke and critical."""

from collections import Counter
from pathlib import Path

import pytest

from corpus.errors import BadInput
from corpus.types import Language
from eval.questions import load_all, names
from eval.rows import DATASETS
from eval.smoke import SIZE, choose, selected, selections
from eval.types import Expected, Item, ItemType, Split


@pytest.fixture(scope="module")
def items() -> tuple[Item, ...]:
    """Every committed item."""
    return load_all()


def test_the_smoke_set_is_the_one_chosen(items: tuple[Item, ...]) -> None:
    """The committed list is what the seeded choice gives: nobody picked items that go well."""
    assert selections()["smoke"] == choose(items, selections()["critical"])


def test_the_choice_depends_on_the_seed(items: tuple[Item, ...]) -> None:
    """Another seed chooses other items, the same seed the same."""
    assert choose(items, (), seed=1) == choose(items, (), seed=1)
    assert choose(items, (), seed=1) != choose(items, (), seed=2)


def test_the_smoke_set_covers_what_there_is(items: tuple[Item, ...]) -> None:
    """About 120 items of the dev split: every set, type, expectation, reason and language."""
    smoke = selected("smoke", items)
    assert len(smoke) == SIZE
    assert {item.split for item in smoke} == {Split.DEV}
    assert set(Counter(item.dataset for item in smoke)) == set(names())
    assert {item.type for item in smoke} == set(ItemType)
    assert {turn.expected for item in smoke for turn in item.turns} == set(Expected)
    assert {turn.reason for item in smoke for turn in item.turns} == {turn.reason for item in items for turn in item.turns}
    assert {language for item in smoke for turn in item.turns for language in turn.question} == set(Language)


def test_critical_items_are_in_the_smoke_set(items: tuple[Item, ...]) -> None:
    """Items with a gate of their own are run daily."""
    critical = selected("critical", items)
    assert len(critical) >= 15
    assert {item.id for item in critical} <= {item.id for item in selected("smoke", items)}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("m001\nq999\n", r"line 2: no item 'q999' is loaded"),  # an id that no set has
        ("m003\n", r"line 1: m003 is of the test split"),  # an item that may not be tuned on
    ],
)
def test_a_bad_list_is_named(items: tuple[Item, ...], tmp_path: Path, wanted: str, said: str) -> None:
    """A list with an unknown id, or one of the test split, is refused with its line."""
    (tmp_path / "mine.txt").write_text(wanted, encoding="utf-8")
    with pytest.raises(BadInput, match=said):
        selected("mine", items, tmp_path)


def test_an_unknown_list_is_named(items: tuple[Item, ...]) -> None:
    """A list that is not there is refused with those that are."""
    with pytest.raises(BadInput, match="critical, smoke"):
        selected("everything", items, DATASETS)
