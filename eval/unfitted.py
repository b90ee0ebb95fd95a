"""`python -m eval.unfitted`: how questions are decided on which nothing is fitted, in each language and of each set of authors.

They came before their provisions (`eval/training/unfitted`); neither index nor reader nor any fit has seen a line of their
authors'; how much refusals weigh was chosen with an eye on them (decision 35). By the scores of the decision and the reader
alone: messages are not told apart into their questions, and what a reference or a comparison calls for is not looked at.
"""

import argparse
import sys

import numpy as np

from corpus.types import Language
from eval.blind_questions import UNFITTED, First, came_first
from eval.fitting import Floats, rates
from rag.decide.relevance import FEATURES
from rag.weights import weights
from rag.wiring import open_pipeline


def main() -> None:
    """Ask them all and print what is refused, corrected and right."""
    what = "Ask what nothing is fitted on, in all its languages, some six minutes, and print how it is decided."
    argparse.ArgumentParser(prog="python -m eval.unfitted", description=what).parse_args()
    first = came_first(open_pipeline("core"), UNFITTED)
    sys.stdout.write(table(first, first.standing(weights("reading", FEATURES))))


def table(first: First, scores: Floats) -> str:
    """A row for all, each language and each set of authors (`AS` wrote asked-s), by the scores that stand, shape (n, 3)."""
    every = np.ones(len(first.courses), np.bool_)
    kept = {"all": every} | {language.value: first.languages == language.value for language in Language}
    sets = np.array([author.rstrip("0123456789") for author in first.authors.tolist()])
    kept |= {authors: sets == authors for authors in sorted(set(sets.tolist()))}
    told = {name: rates(first.courses[rows], scores[rows]) for name, rows in kept.items() if rows.any()}
    lines = [("", "n", *told["all"]), ("---",) * (2 + len(told["all"]))]
    lines += [(name, str(int(kept[name].sum())), *(f"{rate:.3f}" for rate in row.values())) for name, row in told.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
