"""How many threads the matrix library gets."""

import os
import subprocess
import sys

import pytest

TOLD = """
import {first}
import os, sys
print(os.environ.get("OPENBLAS_NUM_THREADS"), "numpy" in sys.modules)
"""


@pytest.mark.parametrize("first", ["rag", "eval"])
@pytest.mark.parametrize(("given", "told"), [(None, "1"), ("3", "3")])
def test_one_thread_unless_the_environment_says_otherwise(first: str, given: str | None, told: str) -> None:
    """Importing either package sets it, before numpy is there; a setting of the reader's own stays."""
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    if given is not None:
        environment["OPENBLAS_NUM_THREADS"] = given
    words = [sys.executable, "-c", TOLD.format(first=first)]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [told, "False"]
