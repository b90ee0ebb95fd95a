"""What the matrix library is told before it is first imported."""

import subprocess
import sys

from corpus.settings import ROOT

_SHOWN = "import os, rag; print(os.environ['OPENBLAS_NUM_THREADS'], os.environ['OPENBLAS_CORETYPE'])"


def told(environment: dict[str, str]) -> list[str]:
    """What a fresh process that imports the package tells it."""
    done = subprocess.run([sys.executable, "-c", _SHOWN], env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_one_thread_and_one_order_of_sums() -> None:
    """Products keep to one thread and sum as for AVX2, unless the environment says otherwise."""
    assert told({}) == ["1", "Haswell"]
    assert told({"OPENBLAS_NUM_THREADS": "2", "OPENBLAS_CORETYPE": "Zen"}) == ["2", "Zen"]
