"""Findings are shown with what they were made with, and with nothing else."""

from pathlib import Path

import pytest

from corpus.errors import BadInput, StoreUnwritable
from eval.findings import Checked, Ranked, keep_finding, read_finding
from eval.ranking import Expectation, Standing
from eval.scores import Measure

MADE = ("c0", "k0")
RANKED = Ranked(
    made_with=MADE,
    standings=(Standing(system="oracle", measures={Measure.RIGHT: 1.0}),),
    expectations=(Expectation(what="oracle above random", holds=True),),
)


def test_round_trip(tmp_path: Path) -> None:
    """Each kind comes back equal, and neither disturbs the other."""
    keep_finding(tmp_path, RANKED)
    keep_finding(tmp_path, Checked(made_with=MADE, markdown="# M"))
    assert read_finding(tmp_path, Ranked, MADE) == RANKED
    assert read_finding(tmp_path, Checked, MADE).markdown == "# M"


def test_of_another_make(tmp_path: Path) -> None:
    """A finding of another corpus version or code is not shown, nor is one that was never made."""
    keep_finding(tmp_path, RANKED)
    assert read_finding(tmp_path, Ranked, ("c0", "k1")).standings == ()
    assert read_finding(tmp_path, Checked, MADE).markdown == ""


def test_damaged(tmp_path: Path) -> None:
    """A file that is no finding is named."""
    (tmp_path / "ranked.json").write_text("{", encoding="utf-8")
    with pytest.raises(BadInput, match=r"ranked\.json"):
        read_finding(tmp_path, Ranked, MADE)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """Where no finding can be kept, the error names the file and what to do."""
    (tmp_path / "eval").touch()
    with pytest.raises(StoreUnwritable, match=r"ranked\.json cannot be kept") as told:
        keep_finding(tmp_path / "eval", RANKED)
    assert "PINPOINT_DATA" in told.value.hint
