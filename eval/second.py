"""Second annotators' files put into the question sets, line by line, by the id of the item.

Takes a judgement as it is: never mends it, never shows the first annotator's. `python -m eval.second FOLDER` merges the
files of a folder, then writes cards and lock anew.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from corpus.errors import BadInput, UsageError
from corpus.types import Reference
from eval.cards import write_cards
from eval.locators import expand
from eval.lock import write_lock
from eval.questions import names
from eval.rows import DATASETS, ItemRow, PlaceRow, SecondRow, Strict, read_lines, write_rows


class JudgementRow(Strict):
    """A line of a second annotator's file; `annotator` where it is not the file's name."""

    id: str
    expected: Literal["answer", "refuse"]
    reason: str | None = None
    gold: tuple[PlaceRow, ...] = ()
    annotator: str | None = None


def merge_second(folder: Path, datasets: Path = DATASETS) -> int:
    """Put every judgement of `folder/*.jsonl` into its item and give their number.

    An item judged before is judged anew. Raises BadInput, and changes nothing, where a line has an unknown id or locator, or
    two lines have one id.
    """
    judged = _read(folder)
    sets = {name: read_lines(datasets / f"{name}.jsonl", ItemRow) for name in names(datasets)}
    unknown = sorted({*judged} - {row.id for rows in sets.values() for row in rows})
    if unknown:
        raise BadInput(
            f"{folder} judges {', '.join(unknown)}, which no question set has.", hint="Mend the id, or drop the line."
        )
    for name, rows in sets.items():
        if any(row.id in judged for row in rows):
            write_rows(datasets / f"{name}.jsonl", [_judged(row, judged) for row in rows])
    return len(judged)


def _read(folder: Path) -> dict[str, JudgementRow]:
    judged: dict[str, JudgementRow] = {}
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise BadInput(f"{folder} has no second annotator's file.", hint="Name a folder of .jsonl files.")
    for path in paths:
        for number, row in enumerate(read_lines(path, JudgementRow), start=1):
            if row.id in judged:
                raise BadInput(f"{path.name}, line {number}: {row.id} is judged twice.", hint="Keep one of the two lines.")
            _check(row, f"{path.name}, line {number} ({row.id})")
            judged[row.id] = row.model_copy(update={"annotator": row.annotator or path.stem})
    return judged


def _check(row: JudgementRow, place: str) -> None:
    if row.expected == "answer" and not row.gold:
        raise BadInput(f"{place}: it says that the texts answer, and names no provision.")
    for need in row.gold:
        try:
            expand(Reference.parse(f"{need.instrument} {need.locator}"))
        except UsageError as error:
            raise BadInput(f"{place}: {error.message}", hint=error.hint) from error


def _judged(row: ItemRow, judged: Mapping[str, JudgementRow]) -> ItemRow:
    found = judged.get(row.id)
    if found is None:
        return row
    second = SecondRow(expected=found.expected, reason=found.reason, gold=found.gold)
    return row.model_copy(update={"second_annotator": found.annotator, "second": second})


if __name__ == "__main__":
    merge_second(Path(sys.argv[1]))
    write_cards()
    write_lock()
