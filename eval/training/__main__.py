"""`python -m eval.training [--epochs N]`: fits the model of entailment and writes `rag/embedder/entailment.npz`.

Runs in an environment of its own that has requirements.txt beside this file as well as the project's; half an hour on two
cores. Prints how well it tells apart questions near held-out rules, and claims of the dev split. Nothing of the test split is
read.
"""

import argparse
import sys
from collections.abc import Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from corpus.settings import Settings
from eval.claims import load_all_claims
from eval.training.lora import Network, fit, log_probabilities, read_lower
from eval.training.pairs import CONTRADICTED, ENTAILED, Pair, claim_pairs, fitted_pairs, held_out, question_pairs
from eval.types import Split
from eval.wiring import progress
from rag.embedder.adapter import write_adapter
from rag.embedder.convert import convert
from rag.embedder.onnx import OnnxEmbedder
from rag.embedder.weights import find_weights, read_weights
from rag.wiring import open_library, say

_HELD_SEED = 4


def main() -> None:
    """Fit, write, and show what it tells apart."""
    parser = argparse.ArgumentParser(prog="python -m eval.training", description="Fit the model of entailment.")
    parser.add_argument("--epochs", type=float, default=2.5, help="how often each pair is seen")
    epochs = parser.parse_args().epochs
    library, settings = open_library("core"), Settings.from_environment()
    convert(settings.model, say)
    embedder = OnnxEmbedder(settings.model)
    pairs = fitted_pairs(library, embedder)
    dev = tuple(claim for claim in load_all_claims() if claim.split is Split.DEV)
    unseen = [one for one in question_pairs(library, Random(_HELD_SEED)) if held_out(one.reference)]  # noqa: S311
    shown = [*claim_pairs(library, embedder, dev), *unseen]
    network = Network(read_weights(find_weights()))
    ids = [embedder.pair_ids(one.premise, one.hypothesis, question=one.question) for one in [*pairs, *shown]]
    with progress(f"Reading {len(ids)} pairs") as step:
        lower = read_lower(network, ids, step)
    with progress("Fitting") as step:
        fit(network, lower[: len(pairs)], [one.label for one in pairs], epochs, step)
    write_adapter(network.adapter())
    sys.stdout.write(told_apart(shown, log_probabilities(network, lower[len(pairs) :])) + "\n")


def told_apart(pairs: Sequence[Pair], found: NDArray[np.float32]) -> str:
    """How often the right one of two pairs scores higher (area under the ROC curve), by what is to be told apart."""
    kinds, labels = np.array([one.kind for one in pairs]), np.array([one.label for one in pairs])
    claims, asks = kinds == "claim", kinds == "ask"
    against = found[:, ENTAILED] - found[:, CONTRADICTED]
    rows = (
        ("faithful claims from wrong ones", found[:, ENTAILED], labels == ENTAILED, claims),
        ("asks from silences", found[:, ENTAILED], asks, asks | (kinds == "silence")),
        ("asks from misbeliefs", against, asks, asks | (kinds == "misbelief")),
        ("asks of a provision from those of a neighbour", found[:, ENTAILED], asks, asks | (kinds == "stray ask")),
    )
    return "; ".join(f"{name} {_area(score[kept], right[kept]):.3f}" for name, score, right, kept in rows)


def _area(scores: NDArray[np.float32], right: NDArray[np.bool_]) -> float:
    """Area under the ROC curve (Mann and Whitney 1947): ranks of the right ones, less the least that they could come to."""
    ranks = np.argsort(np.argsort(scores)) + 1
    count, others = int(right.sum()), int((~right).sum())
    return float((ranks[right].sum() - count * (count + 1) / 2) / (count * others))


if __name__ == "__main__":
    main()
