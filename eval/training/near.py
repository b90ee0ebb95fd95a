"""Questions near a provision (`questions-*.jsonl`) or an invented rule (`rule-questions-*.jsonl`): answered, open, denied.

Written for the reader of questions, on provisions that no test question of the contrast sets needs. What three of the authors
wrote is kept apart: on it the reader is shown.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from pydantic import Field

from corpus.asked import Bearing
from corpus.boundaries import Edge
from corpus.types import Language, Reference
from eval.provisions import related
from eval.rows import PlaceRow, Strict, read_lines
from eval.training.pair import CONTRADICTED, ENTAILED, NEUTRAL, Pair
from eval.training.questions import as_found, found_for, question_pair
from eval.training.rules import INVENTED, rules
from rag.index import Index
from rag.ports import Embedder

FOLDER = Path(__file__).parent
_APART = frozenset({"H23", "H24", "J8"})
_NEAR = 4
"""Provisions of which one that is not asked about stands beside a question that is answered."""


LABELS = {
    Bearing.ANSWERED: (ENTAILED, "ask"),
    Bearing.SILENT: (NEUTRAL, Edge.SILENCE.value),
    Bearing.MISBELIEF: (CONTRADICTED, Edge.MISBELIEF.value),
}
"""How a question of each kind stands beside its provision, and what such pairs are called."""


class NearQuestion(Strict):
    """A question in English and Chinese, or a short conversation joined to one, whose kind is that of its last turn."""

    kind: Bearing
    question: dict[Language, str]


class NearRow(PlaceRow):
    """A line: the questions near one provision."""

    id: str = Field(pattern=r"^q[a-z][0-9]{3}$")
    author: str = Field(min_length=1)
    questions: tuple[NearQuestion, ...] = Field(min_length=1)


class RuleQuestionsRow(Strict):
    """A line: the questions near the invented rule with this id."""

    id: str
    author: str = Field(min_length=1)
    questions: tuple[NearQuestion, ...] = Field(min_length=1)


def near_rows(folder: Path = FOLDER) -> tuple[NearRow, ...]:
    """The questions of all files; raises BadInput with file, line and field."""
    return tuple(row for path in sorted(folder.glob("questions-*.jsonl")) for row in read_lines(path, NearRow))


def rule_question_rows(folder: Path = FOLDER) -> tuple[RuleQuestionsRow, ...]:
    """The questions near invented rules, of all files; raises BadInput with file, line and field."""
    return tuple(row for path in sorted(folder.glob("rule-questions-*.jsonl")) for row in read_lines(path, RuleQuestionsRow))


def rule_question_pairs(rows: Sequence[RuleQuestionsRow], *, held: bool) -> Iterator[Pair]:
    """Each question beside its rule, of rows apart or of others."""
    words = {rule.id: rule.rule for rule in rules()}
    for row in rows:
        if (row.author in _APART) is held:
            for one in row.questions:
                label, _ = LABELS[one.kind]
                for text in one.question.values():
                    yield Pair(
                        premise=words[row.id],
                        hypothesis=text,
                        question=True,
                        label=label,
                        kind="rule question",
                        reference=Reference(instrument=INVENTED, locator=row.id),
                    )


def near_pairs(index: Index, embedder: Embedder, rows: Sequence[NearRow], chance: Random, *, held: bool) -> Iterator[Pair]:
    """Each question beside its provision, and some beside another one that is found for them, of rows apart or of others."""
    library = index.library
    for row in rows:
        if (row.author in _APART) is not held:
            continue
        own = Reference(instrument=row.instrument, locator=row.locator)
        pointed = related(library, own)
        for one in row.questions:
            label, kind = LABELS[one.kind]
            for text in one.question.values():
                found = found_for(index, embedder, text)
                yield question_pair(library, as_found(found, own), text, label, kind)
                strays = [other for other in found[:_NEAR] if other.paragraph not in {own, *pointed}]
                if one.kind is Bearing.ANSWERED and strays:
                    yield question_pair(library, chance.choice(strays), text, NEUTRAL, "stray ask")
                elif one.kind is Bearing.SILENT and found[0].paragraph != own:
                    yield question_pair(library, found[0], text, NEUTRAL, f"stray {kind}")
