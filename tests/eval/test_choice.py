"""Which items a run asks."""

import pytest

from corpus.errors import BadInput
from corpus.types import Language
from eval.choice import Choice, choose
from eval.wiring import Evaluation

CHOICES = [
    (Choice(), ["s001", "s002", "s003", "s004", "s005", "s006", "s007"]),
    (Choice(name="test"), ["s004"]),
    # the smoke set is listed in a file of the folder
    (Choice(name="smoke"), ["s001", "s002", "s003", "s005", "s006", "s007"]),
    (Choice(name="dev", limit=2), ["s001", "s002"]),
    (Choice(ids=("s005", "s002")), ["s002", "s005"]),
    (Choice(sets=("sample",), languages=(Language.ZH,), limit=1), ["s001"]),
]


@pytest.mark.parametrize(("choice", "ids"), CHOICES)
def test_choose(opened: Evaluation, choice: Choice, ids: list[str]) -> None:
    """A choice names the items of the table, in the order of the sets."""
    assert [item.id for item in choose(opened.items, choice, opened.folder)] == ids


REFUSED = [
    (Choice(sets=("smaple",)), "There are: sample"),
    (Choice(ids=("s099",)), "No item is called s099"),
    (Choice(languages=(Language.FR,)), "No item is chosen"),
]


@pytest.mark.parametrize(("choice", "words"), REFUSED)
def test_refused(opened: Evaluation, choice: Choice, words: str) -> None:
    """What names nothing, or comes to nothing, is refused with what there is."""
    with pytest.raises(BadInput, match=words):
        choose(opened.items, choice, opened.folder)


def test_gated_as() -> None:
    """Whole selections have gates of their name; what is narrowed by hand has none."""
    assert Choice(name="smoke").gated_as == "smoke"
    assert {Choice(name="smoke", limit=3).gated_as, Choice(name="smoke", ids=("s001",)).gated_as} == {"smoke, narrowed by hand"}
