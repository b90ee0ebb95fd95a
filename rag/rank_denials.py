"""What was found, ranked by which provision denies what a question takes for granted; `rag.retrieve` ranks by which answers.

A false premise stands nearer to the misbeliefs beside a provision than to what the provision answers. Weighs the same signals,
with weights fitted on dev questions of that kind (`python -m eval.calibrate`). Refuses to decide whether anything is denied.
"""

from dataclasses import replace

import numpy as np

from rag.choose import shares
from rag.retrieve import FULL, Found, Searched
from rag.signals import FIRST, LATE
from rag.weights import weights

_LEAST = 1e-12
"""Share that is told from nothing, so that its logarithm is finite."""


def denying(searched: Searched, answer_share: float) -> tuple[Found, ...]:
    """The same provisions, first the likeliest to be needed, ties as they were; of a follow-up, a blend, as they are.

    Ranks anew those that are handed on with all that is told of them, which all have the same signals. `answer_share` is how
    likely an answer is where it is that or a correction, from 0 to 1: a provision's share is that of the answering ranking as
    far as that goes and of the denying one for the rest. Scores differ by the logarithms of these shares; the highest is what
    it was, so that it compares with that of a provision which was not found.
    """
    found = searched.retrieved.found
    if searched.alone is not None or not found:
        return found
    front, rest = found[:FULL], found[FULL:]
    denials = np.array([one.signals for one in front]) @ weights("denying", (*FIRST, *LATE))
    denies = shares([replace(one, score=float(denial)) for one, denial in zip(front, denials, strict=True)])
    mixed = (1 - answer_share) * np.array(denies) + answer_share * np.array(shares(front))
    scores = np.log(np.maximum(mixed, _LEAST))
    scores += front[0].score - scores.max()
    order = np.argsort(-np.round(scores, 9), kind="stable").tolist()
    ranked = tuple(replace(front[place], score=round(float(scores[place]), 6)) for place in order)
    below = ranked[-1].score - 1.0
    return (*ranked, *(replace(one, score=round(below + one.score - rest[0].score, 6)) for one in rest))
