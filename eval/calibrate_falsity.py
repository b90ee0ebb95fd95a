"""`python -m eval.calibrate_falsity`: fits how likely what a question presupposes is false, into `rag/weights.json`.

On twins of questions by an author whom no reader has read (`eval/training/twins/asked-bn.jsonl`), half of which presuppose what
is so. Prints how many true and false ones are told apart on twins of another author, on which nothing is fitted. What the
decision's own scores count beside it (`_DECIDED`) is not fitted here: it was chosen once, with an eye on `eval.unfitted`.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from corpus.asked import Bearing, Inquiry, read_asked
from corpus.language import detect
from eval.blind_questions import UNFITTED
from eval.calibrate import store
from eval.fitting import Floats
from rag.decide.falsity import FEATURES, falsity_features
from rag.pipeline import Pipeline
from rag.progress import progress
from rag.retrieve import DEPTH, search
from rag.wiring import open_pipeline

TWINS = Path(__file__).parent / "training" / "twins"
"""Pairs of questions that differ in whether what they presuppose is so; asked-bl the reader of claims has read."""
_FITTED, _SHOWN = TWINS / "asked-bn.jsonl", UNFITTED / "asked-bm.jsonl"
_RIDGE = 0.001
_DIGITS = 4


def main() -> None:
    """Fit, show, write."""
    what = "Fit how likely what a question presupposes is false, some three minutes, and write it to rag/weights.json."
    argparse.ArgumentParser(prog="python -m eval.calibrate_falsity", description=what).parse_args()
    pipeline = open_pipeline("core")
    table, false = table_of(pipeline, read_asked(_FITTED))
    fitted = fit_falsity(table, false)
    unseen, wrong = table_of(pipeline, read_asked(_SHOWN))
    called = unseen @ fitted > 0
    sys.stdout.write(
        f"Fitted on {len(false)} questions. Of {len(wrong)} unseen ones that presuppose something, called false: "
        f"{called[~wrong].mean():.3f} of the true, {called[wrong].mean():.3f} of the false.\n"
    )
    store(pipeline, {"falsity": {name: (round(float(one), _DIGITS),) for name, one in zip(FEATURES, fitted, strict=True)}})


def table_of(pipeline: Pipeline, rows: Sequence[Inquiry]) -> tuple[Floats, NDArray[np.bool_]]:
    """The features of those questions that presuppose something, shape (n, features), and whether it is false, shape (n,)."""
    told = [(text, row.kind is Bearing.MISBELIEF) for row in rows for text in row.question.values()]
    found: list[tuple[Floats, bool]] = []
    with progress("Asking twins of questions") as step:
        for done, (text, false) in enumerate(told):
            step(done, len(told))
            searched = search(pipeline.index, pipeline.embedder, text, text, detect(text), DEPTH)
            for best in searched.retrieved.found[:1]:
                features = falsity_features(pipeline.index.library, pipeline.embedder, best, searched.asked)
                if features is not None:
                    found.append((features, false))
    return np.array([features for features, _ in found]), np.array([false for _, false in found], np.bool_)


def fit_falsity(table: Floats, false: NDArray[np.bool_]) -> Floats:
    """The weights of a logistic model, shape (features,), with a ridge on each feature in units of its spread but the first."""
    spread = table.std(axis=0)
    spread[0] = 0.0

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = table @ weights
        share = 1 / (1 + np.exp(-odds))
        total = np.logaddexp(0.0, odds).sum() - odds[false].sum() + _RIDGE * len(false) * ((weights * spread) ** 2).sum()
        slope = table.T @ (share - false) + 2 * _RIDGE * len(false) * weights * spread**2
        return float(total), np.asarray(slope, np.float64)

    return np.asarray(minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x, np.float64)


if __name__ == "__main__":
    main()
