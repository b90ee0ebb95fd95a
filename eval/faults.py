"""An outcome and its gold in, what is wrong with it out, in one line of plain words; "" where it is right.

Right means: answered with at least one of the needed provisions and nothing unsupported, refused where that is due, a
false premise corrected. How complete an answer is, other measures say. Refuses to call a guess right.
"""

from eval.metrics.refusal import refused
from eval.types import Expected, Outcome, Turn
from rag.types import VerdictStatus


def fault(turn: Turn, outcome: Outcome, citation_recall: float | None, premise_corrected: float | None) -> str:
    """The first thing that is wrong, worst first."""
    said = _forbidden(turn, outcome)
    if said:
        return f"says what it must not: {said}"
    unsupported = sum(claim.verdict != VerdictStatus.SUPPORTED.value for claim in outcome.claims)
    match turn.expected:
        case Expected.REFUSE:
            return "" if refused(outcome) else "answers what the texts do not say"
        case Expected.CORRECT:
            return _of_correction(outcome, premise_corrected) or _of_claims(unsupported)
        case Expected.ANSWER:
            if refused(outcome):
                return f"refuses what the texts answer ({outcome.reason})"
            return _of_claims(unsupported) or ("" if citation_recall else "cites none of the needed provisions")


def _of_correction(outcome: Outcome, premise_corrected: float | None) -> str:
    if premise_corrected:
        return ""
    if refused(outcome):
        return f"refuses without correcting the premise ({outcome.reason})"
    if outcome.corrections:
        return "corrects something without citing a needed provision"
    return "goes along with a false premise"


def _of_claims(unsupported: int) -> str:
    return f"shows {unsupported} claims that are not supported" if unsupported else ""


def _forbidden(turn: Turn, outcome: Outcome) -> str:
    """The first forbidden sentence that stands in what is shown, word for word but for case."""
    shown = " ".join([outcome.message, *outcome.corrections, *(claim.text for claim in outcome.claims)]).casefold()
    return next((one for one in turn.must_not_say if one.casefold() in shown), "")
