"""What the evaluation asks, and what its contrast sets need: neither may be written about for training."""

from functools import cache

from eval.questions import load, load_all
from eval.rows import CONTRASTS, FURTHER
from eval.types import Split


@cache
def questions() -> frozenset[str]:
    """Every question of every set, in each language."""
    items = (*load_all(), *load_all(folder=FURTHER))
    return frozenset(text for item in items for turn in item.turns for text in turn.question.values())


@cache
def needed() -> frozenset[str]:
    """Citations that a test question of the contrast sets needs."""
    return frozenset(
        str(need.reference)
        for name in CONTRASTS
        for item in load(name, FURTHER)
        if item.split is Split.TEST
        for turn in item.turns
        for need in turn.gold
        if need.must
    )
