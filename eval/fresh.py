"""`python -m eval.fresh`: how questions are decided on which nothing is fitted, in each language.

They came before their provisions (`eval/training/fresh`); neither index nor reader nor any weight has seen a line of their
authors'. Decided as by the pipeline, but for what is known word for word or refused by rule, of which there is none among them.
"""

import sys

import numpy as np

from corpus.types import Language
from eval.first import FRESH, First, came_first, rates
from eval.fitting import Floats
from rag.decide.relevance import FEATURES
from rag.weights import weights
from rag.wiring import open_pipeline


def main() -> None:
    """Ask them all, some twenty minutes, and print how often each course is taken."""
    first = came_first(open_pipeline("core"), FRESH)
    sys.stdout.write(table(first, first.standing(weights("reading", FEATURES))))


def table(first: First, scores: Floats) -> str:
    """A row for each language and one for all, by the scores that stand, shape (n, 3)."""
    every = np.ones(len(first.courses), np.bool_)
    kept = {"all": every} | {language.value: first.languages == language.value for language in Language}
    told = {name: rates(first.courses[rows], scores[rows]) for name, rows in kept.items() if rows.any()}
    lines = [("", "n", *told["all"]), ("---",) * (2 + len(told["all"]))]
    lines += [(name, str(int(kept[name].sum())), *(f"{rate:.3f}" for rate in row.values())) for name, row in told.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
