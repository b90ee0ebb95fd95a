"""A question's vector in, what it leans to out: to be answered, to be refused, to be corrected.

A multinomial logistic model over the vectors of the index's own asks, silences and misbeliefs, in all their languages, fitted
by `python -m eval.calibrate`: how a question is put, and what kind of thing it wants, is in its vector whatever its words
are. Refuses to read vectors of another model than it was fitted for: to these it says nothing.
"""

from rag.signals import Asked
from rag.weights import fitted_for, weights

LEANINGS = ("leans_answer", "leans_refuse", "leans_correct")
"""Names of the leanings, in the order of the decision's courses."""
NO_LEANING = (0.0, 0.0, 0.0)


def leaning(asked: Asked) -> tuple[float, ...]:
    """Log-odds of each course against the mean of all three, in the order of `LEANINGS`."""
    if asked.embedder != fitted_for():
        return NO_LEANING
    table = weights("leaning", LEANINGS)
    scores = table[:, 0] + table[:, 1:] @ asked.reading.vector
    return tuple((scores - scores.mean()).tolist())
