"""Invented rules with claims on them (`rules-*.jsonl`), beside which the reader of claims learns to read what is new to it.

Of the instruments it meets the same few hundred provisions over and over, and learns them by heart; of these each stands once.
One rule in ten is kept apart: on these it is shown what it makes of a rule that it has not read.
"""

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from corpus.types import Language, Reference
from eval.claims import ClaimRow
from eval.rows import Strict, read_lines
from eval.training.pair import LABELS, Pair

FOLDER = Path(__file__).parent
INVENTED = "invented"
"""What stands for an instrument in the references of such rules."""
_TENTH = 10


class RuleRow(Strict):
    """A line: a rule of no instrument, and the claims on it, in its own language and in the other."""

    id: str = Field(pattern=r"^i[a-z][0-9]{3}$")
    language: Language
    rule: str = Field(min_length=1)
    author: str = Field(min_length=1)
    claims: tuple[ClaimRow, ...] = Field(min_length=1)


def rules(folder: Path = FOLDER) -> tuple[RuleRow, ...]:
    """The rules of all files; raises BadInput with file, line and field."""
    return tuple(row for path in sorted(folder.glob("rules-*.jsonl")) for row in read_lines(path, RuleRow))


def rule_pairs(rows: tuple[RuleRow, ...], *, held: bool) -> Iterator[Pair]:
    """Each claim beside its rule, of the rules that are kept apart or of the others."""
    for row in rows:
        if (int(row.id[-3:]) % _TENTH == 0) is held:
            reference = Reference(instrument=INVENTED, locator=row.id)
            for claim in row.claims:
                yield Pair(
                    premise=row.rule,
                    hypothesis=claim.text,
                    question=False,
                    label=LABELS[claim.label],
                    kind="rule",
                    reference=reference,
                )
