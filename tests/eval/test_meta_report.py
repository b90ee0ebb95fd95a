"""The report of a meta-evaluation, from values made by hand."""

import orjson
import pytest

from corpus.types import Language
from eval.meta_report import as_json, markdown, report
from eval.meta_result import KindResult, LabelResult, MetaResult, OperatorResult, Tally, step_of
from eval.types import Split
from rag.types import Against, Verdict, VerdictStatus

_NUMBER = OperatorResult(
    name="number",
    slot="number",
    language=Language.EN,
    blind=False,
    tally=Tally(supported=1, contradicted=8, not_supported=0, unchecked=1, steps={"novelty": 1, "number": 8}),
    right_label=8,
    without=Tally(supported=9, contradicted=0, not_supported=0, unchecked=1, steps={"novelty": 1}),
)
_MOVED = OperatorResult(
    name="swapped_rooms",
    slot="",
    language=Language.ZH,
    blind=True,
    tally=Tally(supported=3, contradicted=0, not_supported=1, unchecked=0, steps={"support": 1}),
    right_label=1,
    without=None,
)
RESULT = MetaResult(
    size=10,
    texts_held=False,
    operators=(_NUMBER, _MOVED),
    labels=(
        LabelResult(
            language=Language.EN,
            split=Split.TEST,
            label=VerdictStatus.SUPPORTED,
            tally=Tally(supported=9, unchecked=1, steps={"novelty": 1}),
        ),
        LabelResult(
            language=Language.EN,
            split=Split.TEST,
            label=VerdictStatus.CONTRADICTED,
            tally=Tally(supported=2, contradicted=6, steps={"number": 6}),
        ),
    ),
    kinds=(KindResult(language=Language.EN, kind="actor", tally=Tally(supported=2, contradicted=6)),),
)


def test_precision_is_recall_against_recall_and_false_alarms() -> None:
    """0.9 recall and 0.1 false alarms make 0.9; without faithful claims of the language there is none."""
    assert RESULT.precision(_NUMBER) == pytest.approx(0.9)
    assert RESULT.precision(_MOVED) is None


def test_balanced_accuracy_by_hand() -> None:
    """9 of 10 faithful claims passed and 6 of 8 wrong ones did not: (0.9 + 0.75) ÷ 2."""
    assert RESULT.balanced_accuracy(Language.EN, Split.TEST) == pytest.approx(0.825)


def test_blind_spots_come_from_the_figures() -> None:
    """The operator with a recall of a quarter is named, the one with nine tenths is not."""
    assert [one.name for one in RESULT.blind_spots] == ["swapped_rooms"]
    assert "- swapped_rooms, zh: 25% (5%–70%)" in markdown(RESULT)


@pytest.mark.parametrize(
    "row",
    [
        "| number | en | 10 | 90% (60%–98%) | 1 | 8 of 8 | 0.90 | number | 89% (57%–98%) | 10% (2%–40%) |",
        "| swapped_rooms ◦ | zh | 4 | 25% (5%–70%) | 0 | 1 of 1 | – | – | – | – |",
        "| test supported | en | 10 | 9 | 0 | 0 | 1 | 10% (2%–40%) |",
        "| test en | 10% (2%–40%) | 0.82 |",
        "| novelty | 1 |",
        "| actor | en | 8 | 75% (41%–93%) | 0 |",
    ],
)
def test_rows_say_what_was_counted(row: str) -> None:
    """Each line of the report is what its tally says."""
    assert row in markdown(RESULT).splitlines()


def test_recall_is_read_beside_false_alarms() -> None:
    """The headline gives false alarms, errors caught and what was left unchecked."""
    assert (
        "10% (2%–40%) of the faithful ones did not pass (false alarms; 1 of 10 unchecked), and 75% (41%–93%) of the wrong ones "
        "did not (0 of 8 unchecked): balanced accuracy 0.82."
    ) in markdown(RESULT)


def test_every_row_of_a_table_has_as_many_cells_as_its_header() -> None:
    """Markdown tables are well formed."""
    for block in markdown(RESULT).split("\n\n"):
        if block.startswith("|"):
            assert len({line.count("|") for line in block.splitlines()}) == 1


def test_json_holds_the_same_figures() -> None:
    """The values can be written as JSON and read back."""
    read = orjson.loads(orjson.dumps(as_json(RESULT)))
    assert read["operators"][0]["line"]["not_passed"]["value"] == 0.9
    assert read["blind_spots"] == ["swapped_rooms (zh)"]
    assert read["false_alarms"]["dev en"] is None
    assert report(RESULT).official_texts is False


def test_steps_are_read_from_reasons() -> None:
    """The step is what stands before the colon, and nothing where the reason is a sentence."""
    verdict = Verdict(status=VerdictStatus.CONTRADICTED, against=Against.DIGEST, reason="number: 22 hours, the text has 23")
    sentence = Verdict(status=VerdictStatus.UNCHECKED, against=Against.DIGEST, reason="only a digest is held: no words")
    assert (step_of(verdict), step_of(sentence)) == ("number", "")


def test_tallies_add_up() -> None:
    """Two tallies together have the claims and steps of both."""
    both = _NUMBER.tally + _MOVED.tally
    assert (both.n, both.decided, both.steps) == (14, 9, {"novelty": 1, "number": 8, "support": 1})
    assert Tally().caught is None
