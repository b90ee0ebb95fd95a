"""What turns the embedder's network to our work: low-rank additions to its matrices and, for entailment, a head.

The additions (LoRA, Hu et al. 2021: a matrix W becomes W + BA, with A and B of low rank) were fitted on claims, digests and
questions of our own by `python -m eval.training`: once for searching, once for reading claims and once for reading questions
beside a provision. They are files beside this module. Refuses a damaged file.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelError

SEARCH, CLAIMS, QUESTIONS = "search", "claims", "questions"
"""What the network is turned to: finding wordings, or reading claims or questions beside a provision."""
ADAPTERS = {kind: Path(__file__).with_name(f"{kind}.npz") for kind in (SEARCH, CLAIMS, QUESTIONS)}
"""The fitted additions for each."""
CLASSES = 3
"""Entailed, neutral, contradicted."""

_HEAD = ("head.w", "head.b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What makes scores of the classes out of a mean of tokens: `weights` (classes, hidden), `bias` (classes,)."""

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """Additions by the name of their matrix: `down` (rank, columns) and `up` (rows, rank); a `head` makes it read pairs."""

    down: Mapping[str, NDArray[np.float32]]
    up: Mapping[str, NDArray[np.float32]]
    head: Head | None

    def added(self, name: str) -> NDArray[np.float32] | np.float32:
        """What is added to a matrix; nothing to one that was not fitted.

        The product of the two is added up rank by rank: a matrix product adds in another order on each kind of processor, and
        the network would have other bytes there.
        """
        if name not in self.down:
            return np.float32(0)
        total = np.zeros((len(self.up[name]), self.down[name].shape[1]), np.float32)
        for column, row in zip(self.up[name].T, self.down[name], strict=True):
            total += np.multiply.outer(column, row)
        return total

    def interpolated(self, share: float) -> "Adapter":
        """Additions that bring the matrices a `share` of the way to where they were fitted (Wortsman et al. 2022, WiSE-FT)."""
        return replace(self, up={name: array * np.float32(share) for name, array in self.up.items()})


def read_adapter(path: Path) -> Adapter:
    """Read the file; raises ModelError where it is missing or damaged."""
    try:
        with path.open("rb") as opened, np.load(opened) as file:
            arrays = {name: file[name].astype(np.float32) for name in file.files}
        down = {name.removesuffix(".down"): array for name, array in arrays.items() if name.endswith(".down")}
        up = {name: arrays[f"{name}.up"] for name in down}
        head = Head(weights=arrays[_HEAD[0]], bias=arrays[_HEAD[1]]) if set(_HEAD) & set(arrays) else None
    except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"The additions {path} cannot be read: {error}.", hint="Get them anew: git checkout.") from error
    return Adapter(down=down, up=up, head=head)


def write_adapter(adapter: Adapter, path: Path) -> None:
    """Write the file, in half precision; the same numbers give the same bytes."""
    arrays = {f"{name}.down": array for name, array in adapter.down.items()}
    arrays |= {f"{name}.up": array for name, array in adapter.up.items()}
    if adapter.head is not None:
        arrays |= dict(zip(_HEAD, (adapter.head.weights, adapter.head.bias), strict=True))
    halves = {name: array.astype(np.float16) for name, array in sorted(arrays.items())}
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **halves)
