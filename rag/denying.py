"""What was found, ranked by which provision denies what a question takes for granted; `rag.retrieve` ranks by which answers.

A false premise stands nearer to the misbeliefs beside a provision than to what the provision answers. Weighs the same signals,
with weights fitted on dev questions of that kind (`python -m eval.calibrate`). Refuses to decide whether anything is denied.
"""

from dataclasses import replace

import numpy as np
from scipy.special import softmax

from rag.retrieve import Found, Searched
from rag.signals import FIRST, LATE
from rag.weights import weights

_AMONG = 10
"""How many of the best are ranked anew: these are handed on with all that is told of them."""
_LEAST = 1e-12


def denying(searched: Searched, answering: float) -> tuple[Found, ...]:
    """The same provisions, first the likeliest to be needed, ties as they were; of a follow-up, a blend, as they are.

    `answering` is how likely the question is answered after all, from 0 to 1: the first ten get for a score the logarithm of
    their share, which is that of the answering provision as far as that goes and of the denying one for the rest.
    """
    found = searched.retrieved.found
    if searched.alone is not None or not found:
        return found
    front, rest = found[:_AMONG], found[_AMONG:]
    denies = softmax(np.array([one.signals for one in front]) @ weights("denying", (*FIRST, *LATE)))
    answers = softmax([one.score for one in front])
    scores = np.log(np.maximum((1 - answering) * denies + answering * answers, _LEAST))
    order = np.argsort(-np.round(scores, 9), kind="stable").tolist()
    ranked = tuple(replace(front[place], score=round(float(scores[place]), 6)) for place in order)
    below = ranked[-1].score - 1.0
    return (*ranked, *(replace(one, score=round(below + one.score - rest[0].score, 6)) for one in rest))
