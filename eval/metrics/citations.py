"""Whether an answer cites what it should: precision, recall and F1 against the gold, and how exactly it pinpoints.

A citation that does not exist stays in the denominator and is never right, at any level. Turns that should be
refused are not judged here (`refusal` does): None. A refused turn that should be answered has recall 0.
"""

from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Reference
from eval.metrics.gold import Exists, Paragraph, accepted, counts_for, needs
from eval.types import Expected, Outcome, Turn


class Level(StrEnum):
    """A rung of the pinpoint ladder; each asks for more than the one before."""

    INSTRUMENT = "instrument"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """Precision, recall and F1 with citations and gold cut to one level; `item` asks for the very same locator."""

    precision: float | None
    recall: float | None
    f1: float | None


def precision(turn: Turn, outcome: Outcome, paragraph: Paragraph, exists: Exists) -> float | None:
    """Citations that exist and count for a gold provision ÷ citations; None where nothing is cited.

    Set precision (van Rijsbergen 1979) against must, may and alternatives; ALCE (Gao et al. 2023) with the denominator
    mended: there, a made-up citation is free.
    """
    gold = accepted(turn)
    right = [c for c in outcome.cited if exists(c) and any(counts_for(c, allowed, paragraph) for allowed in gold)]
    return _precision(turn, outcome, len(right))


def recall(turn: Turn, outcome: Outcome, paragraph: Paragraph, exists: Exists) -> float | None:
    """Needed provisions that a citation counts for, themselves or by an alternative, ÷ needed provisions.

    Set recall (van Rijsbergen 1979).
    """
    cited = [citation for citation in outcome.cited if exists(citation)]
    met = [need for need in needs(turn) if any(counts_for(c, option, paragraph) for c in cited for option in need)]
    return _recall(turn, len(met))


def f1(turn: Turn, outcome: Outcome, paragraph: Paragraph, exists: Exists) -> float | None:
    """Harmonic mean 2PR ÷ (P + R) of `precision` and `recall` (van Rijsbergen 1979); 0 where nothing is cited."""
    return _f1(precision(turn, outcome, paragraph, exists), recall(turn, outcome, paragraph, exists))


def nonexistent(outcome: Outcome, exists: Exists) -> float | None:
    """Citations of provisions that do not exist ÷ citations, whatever was asked; None where nothing is cited."""
    cited = outcome.cited
    return sum(not exists(citation) for citation in cited) / len(cited) if cited else None


def ladder(turn: Turn, outcome: Outcome, paragraph: Paragraph, exists: Exists) -> dict[Level, Rung]:
    """Precision, recall and F1 at each level: the right instrument, the right paragraph, the very item.

    The pinpoint ladder of the evaluation plan; per level, set precision and recall (van Rijsbergen 1979).
    """
    return {level: _rung(level, turn, outcome, paragraph, exists) for level in Level}


def _rung(level: Level, turn: Turn, outcome: Outcome, paragraph: Paragraph, exists: Exists) -> Rung:
    cited = [_cut(citation, level, paragraph) for citation in outcome.cited if exists(citation)]
    gold = {_cut(allowed, level, paragraph) for allowed in accepted(turn)}
    options = [{_cut(option, level, paragraph) for option in need} for need in needs(turn)]
    exact = _precision(turn, outcome, sum(citation in gold for citation in cited))
    found = _recall(turn, sum(not need.isdisjoint(cited) for need in options))
    return Rung(precision=exact, recall=found, f1=_f1(exact, found))


def _cut(reference: Reference, level: Level, paragraph: Paragraph) -> str:
    match level:
        case Level.INSTRUMENT:
            return reference.instrument
        case Level.PARAGRAPH:
            return str(paragraph(reference))
        case Level.ITEM:
            return str(reference)


def _precision(turn: Turn, outcome: Outcome, right: int) -> float | None:
    if turn.expected is Expected.REFUSE or not outcome.cited:
        return None
    return right / len(outcome.cited)


def _recall(turn: Turn, met: int) -> float | None:
    wanted = needs(turn)
    if turn.expected is Expected.REFUSE or not wanted:
        return None
    return met / len(wanted)


def _f1(exact: float | None, found: float | None) -> float | None:
    if found is None:
        return None
    if not exact:
        return 0.0
    return 2 * exact * found / (exact + found)
