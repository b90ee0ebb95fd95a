"""Question sets (`eval/datasets/<name>.jsonl`) read into Items: the first step of every evaluation.

Refuses a line whose locators do not exist, whose gold contradicts what it expects, or whose id is taken, and names file
and line. Never asks whether the official texts are held.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from corpus.errors import BadInput, UsageError
from corpus.types import Language, Reference
from eval.locators import expand
from eval.rows import DATASETS, ItemRow, NeedRow, NuggetRow, TurnRow, read_lines
from eval.types import Expected, Item, Need, Nugget, Span, Turn
from rag.types import Reason


def names(folder: Path = DATASETS) -> tuple[str, ...]:
    """The question sets of a folder, in alphabetical order; sets of claims are none."""
    return tuple(sorted(path.stem for path in folder.glob("*.jsonl") if not path.stem.startswith("claims-")))


def load(name: str, folder: Path = DATASETS) -> tuple[Item, ...]:
    """The items of one set, in order; raises BadInput with file and line."""
    path = folder / f"{name}.jsonl"
    if not path.is_file():
        raise BadInput(f"There is no question set {name!r}.", hint=f"There are: {', '.join(names(folder))}.")
    items = []
    for number, row in enumerate(read_lines(path, ItemRow), start=1):
        try:
            items.append(read_item(row, name))
        except UsageError as error:
            raise BadInput(f"{path.name}, line {number} ({row.id}): {error.message}", hint=error.hint) from error
    return _unrepeated(items)


def load_all(chosen: Iterable[str] | None = None, folder: Path = DATASETS) -> tuple[Item, ...]:
    """The items of the sets named, or of all; raises BadInput, also where two sets share an id."""
    return _unrepeated([item for name in (names(folder) if chosen is None else chosen) for item in load(name, folder)])


def read_item(row: ItemRow, dataset: str) -> Item:
    """The item that a line tells of; raises a UsageError that says what is wrong with it."""
    second = row.second
    return Item(
        id=row.id,
        dataset=dataset,
        type=row.type,
        turns=tuple(_turn(turn) for turn in row.asked()),
        split=row.split,
        author=row.author,
        second_annotator=row.second_annotator,
        second=_places([(place.instrument, place.locator) for place in second.gold]) if second else (),
        second_expected=Expected(second.expected) if second else None,
        second_reason=second.reason if second else None,
        spans=tuple(
            Span(
                reference=Reference(instrument=span.instrument, locator=span.locator),
                language=span.language,
                start=span.start,
                end=span.end,
                sha256=span.sha256,
            )
            for span in row.spans
        ),
    )


def _turn(row: TurnRow) -> Turn:
    needed = _places([(need.instrument, need.locator) for need in row.gold if need.need == "must"])
    gold = tuple(need for written in row.gold for need in _needs(written, needed))
    _agree(row, gold)
    return Turn(
        question=row.question,
        gold=gold,
        nuggets=tuple(_nugget(nugget) for nugget in row.nuggets),
        must_not_say=row.must_not_say,
        expected=row.expected.do,
        reason=row.expected.reason.value if row.expected.reason else None,
    )


def _agree(row: TurnRow, gold: tuple[Need, ...]) -> None:
    do, reason = row.expected.do, row.expected.reason
    fitting = {
        Expected.ANSWER: reason is None,
        Expected.CORRECT: reason is Reason.FALSE_PREMISE,
        Expected.REFUSE: reason not in (None, Reason.FALSE_PREMISE),
    }
    if not fitting[do]:
        said = repr(reason.value) if reason else "none"
        raise BadInput(f"{do.value} does not go with the reason {said}.", hint="eval/datasets/README.md says which do.")
    if any(need.must for need in gold) == (do is Expected.REFUSE):
        raise BadInput(f"{do.value} goes with {'no ' if do is Expected.REFUSE else 'a '}provision that is needed.")
    twice = [str(reference) for reference, count in Counter(need.reference for need in gold).items() if count > 1]
    if twice:
        raise BadInput(f"The gold names {', '.join(twice)} twice.")


def _needs(row: NeedRow, needed: tuple[Reference, ...]) -> tuple[Need, ...]:
    must = row.need == "must"
    if must and row.alternative_of:
        raise BadInput(f"{row.instrument} {row.locator} is needed and cannot be an alternative too.")
    stands_for = _alternative(row, needed) if row.alternative_of else None
    places = _places([(row.instrument, row.locator)])
    return tuple(Need(reference=place, must=must, alternative_of=stands_for) for place in places)


def _alternative(row: NeedRow, needed: tuple[Reference, ...]) -> Reference:
    written = row.alternative_of or ""
    fitting = [other for other in needed if written in (str(other), other.locator)]
    own = [other for other in fitting if other.instrument == row.instrument]
    found = own or fitting
    if len(found) != 1:
        raise BadInput(
            f"{row.instrument} {row.locator} is an alternative of {written!r}, which is not one of the needed provisions.",
            hint=f"Needed: {', '.join(map(str, needed)) or 'none'}.",
        )
    return found[0]


def _nugget(row: NuggetRow) -> Nugget:
    cited = [Reference.parse(text) for text in row.locators]
    return Nugget(
        text={Language.EN: row.en, Language.ZH: row.zh},
        references=_places([(reference.instrument, reference.locator) for reference in cited]),
        vital=row.vital,
    )


def _places(written: Iterable[tuple[str, str]]) -> tuple[Reference, ...]:
    parsed = [Reference.parse(f"{instrument} {locator}") for instrument, locator in written]
    return tuple(dict.fromkeys(place for reference in parsed for place in expand(reference)))


def _unrepeated(items: list[Item]) -> tuple[Item, ...]:
    twice = [name for name, count in Counter(item.id for item in items).items() if count > 1]
    if twice:
        raise BadInput(f"Two items are called {', '.join(twice)}.", hint="Give one of them another id.")
    return tuple(items)
