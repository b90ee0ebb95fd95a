"""`python -m eval.calibrate`: fits the weights of `rag.suffice` on the dev split, and shows what they err on elsewhere.

Prints weights to be written into `rag/suffice.py` by hand; changes nothing. Questions of the test split are only counted.
"""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray

from corpus.language import detect
from corpus.settings import ROOT
from rag.pipeline import Pipeline
from rag.retrieve import retrieve
from rag.suffice import signs
from rag.wiring import open_pipeline

DATASET = ROOT / "eval" / "datasets" / "dev-first.jsonl"
_PENALTY = 0.05
_STEPS = 60


def main() -> None:
    """Fit on dev, report on dev and test."""
    pipeline = open_pipeline("core")
    rows = [orjson.loads(line) for line in Path(DATASET).read_bytes().splitlines()]
    chosen = [row for row in rows if row["type"] != "false_premise"]
    read = {split: _read(pipeline, [row for row in chosen if row["split"] == split]) for split in ("dev", "test")}
    weights = fit(*read["dev"])
    print("BIAS =", round(float(weights[0]), 3), " WEIGHTS =", tuple(round(float(w), 3) for w in weights[1:]))
    for split, (features, answerable) in read.items():
        sure = probability(weights, features)
        for threshold in (0.4, 0.5, 0.6):
            given = sure >= threshold
            wrong = float((given & ~answerable).sum() / max((~answerable).sum(), 1))
            missed = float((~given & answerable).sum() / max(answerable.sum(), 1))
            print(f"{split} at {threshold}: answered though unanswerable {wrong:.3f}, refused though answerable {missed:.3f}")


def _read(pipeline: Pipeline, rows: Sequence[dict[str, object]]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    features, answerable = [], []
    for row in rows:
        questions = row["question"]
        assert isinstance(questions, dict)  # noqa: S101 - our own file
        for question in questions.values():
            language = detect(question)
            found = retrieve(pipeline.index, pipeline.embedder, question, language, 10)
            features.append(signs(pipeline.index.library, found, question, language).values())
            answerable.append(row["expected"] == "answer")
    return np.array(features), np.array(answerable)


def probability(weights: NDArray[np.float64], features: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic model: shape (n,) from weights (1 + k,) and features (n, k)."""
    total: NDArray[np.float64] = weights[0] + features @ weights[1:]
    return np.asarray(1.0 / (1.0 + np.exp(-total)))


def fit(features: NDArray[np.float64], answerable: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights by Newton's method with a ridge, both classes weighing the same."""
    design = np.hstack([np.ones((len(features), 1)), features])
    share = answerable.mean()
    weight = np.where(answerable, 0.5 / share, 0.5 / (1 - share))
    beta = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        sure = 1.0 / (1.0 + np.exp(-(design @ beta)))
        gradient = design.T @ (weight * (sure - answerable)) + _PENALTY * beta
        curvature = (design * (weight * sure * (1 - sure))[:, None]).T @ design + _PENALTY * np.eye(len(beta))
        step = np.linalg.solve(curvature, gradient)
        beta = beta - step
        if math.isclose(float(np.abs(step).max()), 0.0, abs_tol=1e-9):
            break
    return beta


if __name__ == "__main__":
    main()
