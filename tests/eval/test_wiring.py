"""An evaluation asks what the texts that are held could answer."""

from dataclasses import replace

import pytest

from corpus.errors import BadInput
from corpus.types import Reference
from eval.types import Expected, Item, Need
from eval.wiring import Evaluation, answerable
from tests.eval.outcomes import item


def needing(number: int, *locators: str) -> Item:
    """An item that needs these provisions of the Skerry Rules."""
    one = item(number)
    gold = tuple(Need(reference=Reference(instrument="sample-rules", locator=locator), must=True) for locator in locators)
    return replace(one, turns=(replace(one.turns[0], gold=gold),))


def test_what_nothing_held_answers_is_left_out(opened: Evaluation, capfd: pytest.CaptureFixture[str]) -> None:
    """An item is asked where something that it needs is held, or nothing is needed; the others are named."""
    asked = (needing(1, "4(a)"), needing(2, "fn99"), needing(3, "fn99", "5"), item(4, Expected.REFUSE))
    assert [one.id for one in answerable(opened, asked)] == ["h001", "h003", "h004"]
    assert "Left out, since nothing that they need is held: h002." in capfd.readouterr().err


def test_nothing_at_all(opened: Evaluation) -> None:
    """Where nothing would be asked that is an error."""
    with pytest.raises(BadInput, match="h002"):
        answerable(opened, (needing(2, "fn99"),))
