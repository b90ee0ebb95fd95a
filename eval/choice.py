"""Which items of all sets a run asks, and in which languages.

Sets, splits, the smoke set, single ids. Refuses a choice that comes to nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import BadInput
from corpus.types import Language
from eval.rows import DATASETS
from eval.smoke import selected
from eval.types import Item

SMOKE, ALL = "smoke", "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was asked for: `name` is smoke, dev, test or all; the rest narrows it, and empty means no restriction."""

    name: str = ALL
    sets: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    languages: tuple[Language, ...] = tuple(Language)
    limit: int | None = None

    @property
    def gated_as(self) -> str:
        """Name under which gates for it stand; one that was narrowed by hand has none."""
        narrowed = self.sets or self.ids or self.limit is not None or self.languages != tuple(Language)
        return f"{self.name}, narrowed by hand" if narrowed else self.name


def choose(items: Sequence[Item], choice: Choice, folder: Path = DATASETS) -> tuple[Item, ...]:
    """The items that a choice names, in their order; raises BadInput."""
    _known("question set", choice.sets, {item.dataset for item in items})
    _known("item", choice.ids, {item.id for item in items})
    chosen = selected(SMOKE, items, folder) if choice.name == SMOKE else items
    found = [
        item
        for item in chosen
        if choice.name in (SMOKE, ALL, item.split.value)
        and (not choice.sets or item.dataset in choice.sets)
        and (not choice.ids or item.id in choice.ids)
        and any(speaks(item, language) for language in choice.languages)
    ]
    if not found:
        raise BadInput("No item is chosen.", hint="Widen --set, --split, --ids or --lang.")
    return tuple(found[: choice.limit])


def speaks(item: Item, language: Language) -> bool:
    """Whether every turn of an item is asked in a language."""
    return all(language in turn.question for turn in item.turns)


def _known(what: str, names: Sequence[str], known: set[str]) -> None:
    unknown = [name for name in names if name not in known]
    if unknown:
        few = ", ".join(sorted(known)) if len(known) <= 20 else "see the files in eval/datasets"
        raise BadInput(f"No {what} is called {', '.join(unknown)}.", hint=f"There are: {few}.")
