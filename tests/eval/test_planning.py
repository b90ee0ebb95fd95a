"""How many items a difference needs, as the verb `power` says it."""

import pytest
from typer.testing import CliRunner

from eval.cli import app

BOUND = "{} items without a failure bound its rate at {} %.\n"
FEW = "30 items of which 5.0 % flip show no difference at all; if all flipped the same way, one of 24.2 points or more.\n"
ASKED = [
    # Connor 1987 by hand: ψ 0.2, δ 0.1: (1.95996 √0.2 + 0.84162 √0.19)² ÷ 0.01 = 154.1
    (["--difference", "0.1", "--flips", "0.2"], "A difference of 10.0 points where 20.0 % of items flip: 155 items.\n"),
    (["--bound", "0.012"], "A rate of failures below 1.2 %: 306 items without one.\n"),
    # Fleiss 2003 by hand: (1.95996 × 0.3 + 0.84162 × 0.4)² ÷ 0.01 = 85.5
    (["--gate", "0.9", "--rate", "0.8"], "A rate of 80.0 % against a gate of 90.0 %: 86 items.\n"),
    (["--items", "155"], f"155 items of which 20.0 % flip show a difference of 10.0 points or more.\n{BOUND.format(155, 2.4)}"),
    (["--items", "3"], f"3 items of which 20.0 % flip show no difference at all.\n{BOUND.format(3, 70.8)}"),
    (
        ["--items", "30", "--flips", "0.05"],
        FEW + BOUND.format(30, 11.6),
    ),
]


@pytest.mark.parametrize(("words", "told"), ASKED)
def test_told(words: list[str], told: str) -> None:
    """Each question gets its line."""
    assert CliRunner().invoke(app, ["power", *words]).stdout == told


WRONG = [
    ([], "--difference 0.05"),
    (["--gate", "0.9"], "A gate and a rate go together."),
    (["--difference", "0.3", "--flips", "0.2"], "--flips as large as it or larger"),
    (["--items", "0"], "Give 1 or more items"),
    (["--bound", "2"], "Give a rate between 0 and 1."),
]


@pytest.mark.parametrize(("words", "hint"), WRONG)
def test_wrong(words: list[str], hint: str) -> None:
    """What cannot be exits 2 and says what to type."""
    result = CliRunner().invoke(app, ["power", *words])
    assert (result.exit_code, result.stdout) == (2, "")
    assert hint in result.stderr
