"""How near the content words of a claim come to its evidence, as numbers for `rag.verify.support`.

Each is small where nothing is new. Refuses to be a verdict: none of these alone moves a claim over the threshold.
"""

import numpy as np

from rag.verify.alignment import Alignment

NEARNESS = ("mean", "mass", "worst", "second", "whole", "spread", "back", "count", "length")


def nearness(held: Alignment) -> dict[str, float]:
    """How near the claim's words come to the evidence, as numbers."""
    weights = held.weights()
    if not len(weights) or not len(held.near):
        return dict.fromkeys(NEARNESS, 0.0) | {"mean": 1.0}
    near = np.maximum(held.near.max(axis=0), held.heading * 0.9)
    missing = weights * (1 - near)
    order = np.sort(missing)[::-1]
    scores = held.scores()
    rows = held.own() or list(range(len(scores)))
    best = max(rows, key=lambda row: scores[row])
    return {
        "mean": float(missing.sum() / weights.sum()),
        "mass": float((weights * np.maximum(0, 0.6 - near)).sum()),
        "worst": float(order[0]),
        "second": float(order[1]) if len(order) > 1 else 0.0,
        "whole": float(1 - scores[best]),
        "spread": float(near @ weights / weights.sum() - scores[best]),
        "back": float(1 - held.back[best].mean()),
        "count": float((near < 0.5).sum()),
        "length": len(weights) / 10,
    }
