"""What the matrix library is told before it is first imported: how many threads it gets, and in which order it sums."""

import os
import subprocess
import sys

import pytest

TOLD = """
import {first}
import os, sys
print(os.environ["OPENBLAS_NUM_THREADS"], os.environ["OPENBLAS_CORETYPE"], "numpy" in sys.modules)
"""


@pytest.mark.parametrize("first", ["rag", "eval"])
@pytest.mark.parametrize(
    ("given", "told"),
    [({}, ["1", "Haswell"]), ({"OPENBLAS_NUM_THREADS": "3", "OPENBLAS_CORETYPE": "Zen"}, ["3", "Zen"])],
)
def test_told_unless_the_environment_says_otherwise(first: str, given: dict[str, str], told: list[str]) -> None:
    """Importing either package sets both, before numpy is there; settings of the reader's own stay."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")} | given
    words = [sys.executable, "-c", TOLD.format(first=first)]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [*told, "False"]
