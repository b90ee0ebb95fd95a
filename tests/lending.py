"""One converted embedder for all tests that start the program, since converting takes as long as all else that they do."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

Lend = Callable[[Path], Path]
"""A data folder in; the same folder out, with the embedder in it."""


def lending(converted: Path) -> Lend:
    """The lender of a converted embedder: its files are linked, and what replaces them later leaves the lender's alone."""

    def lend(data: Path) -> Path:
        data.mkdir(parents=True, exist_ok=True)
        shutil.copytree(converted, data / "model", copy_function=os.link)
        return data

    return lend
