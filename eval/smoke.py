"""Named selections of items (`eval/datasets/<name>.txt`, one id a line), and the choice of the smoke set.

`smoke` is what runs in `make test`, `critical` are the items on liberty and life that each have a gate of their own.
Takes from the dev split only: what is run daily is tuned on, whether one means it or not.
`python -m eval.smoke` chooses the smoke set anew.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.errors import BadInput
from corpus.types import Language
from eval.questions import load_all
from eval.rows import DATASETS
from eval.types import Item, Split

SIZE = 120
SEED = 4


def selections(folder: Path = DATASETS) -> dict[str, tuple[str, ...]]:
    """The ids of every selection of a folder, by name."""
    return {path.stem: _ids(path) for path in sorted(folder.glob("*.txt"))}


def selected(name: str, items: Iterable[Item], folder: Path = DATASETS) -> tuple[Item, ...]:
    """The items of a selection, in its order; raises BadInput for an unknown name or id, or an item of the test split."""
    known = {item.id: item for item in items}
    path = folder / f"{name}.txt"
    if not path.is_file():
        raise BadInput(f"There is no selection {name!r}.", hint=f"There are: {', '.join(selections(folder)) or 'none'}.")
    for number, wanted in enumerate(_ids(path), start=1):
        if wanted not in known:
            raise BadInput(
                f"{path.name}, line {number}: no item {wanted!r} is loaded.", hint="Load every set, or mend the list."
            )
        if known[wanted].split is Split.TEST:
            raise BadInput(f"{path.name}, line {number}: {wanted} is of the test split.", hint="Name an item of the dev split.")
    return tuple(known[wanted] for wanted in _ids(path))


def choose(items: Sequence[Item], always: Iterable[str], size: int = SIZE, seed: int = SEED) -> tuple[str, ...]:
    """The ids of at most `size` items of the dev split, in the order of the items.

    All of `always` first. Then the sets take turns, whichever has fewest chosen being next, and within a set its strata:
    type, what is expected and why, and whether an item is asked in all six languages.
    """
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    chosen = set(always)
    taken = Counter(of for item in items if item.id in chosen for of in (item.dataset, _stratum(item)))
    left = [item for item in items if item.split is Split.DEV and item.id not in chosen]
    chance.shuffle(left)
    while left and len(chosen) < size:
        following = min(left, key=lambda item: (taken[item.dataset], item.dataset, taken[_stratum(item)]))
        left.remove(following)
        chosen.add(following.id)
        taken.update((following.dataset, _stratum(following)))
    return tuple(item.id for item in items if item.id in chosen)


def write_smoke(folder: Path = DATASETS) -> Path:
    """Choose the smoke set anew and write it; gives its path. The critical items are always in it."""
    items = load_all(folder=folder)
    critical = [item.id for item in selected("critical", items, folder)]
    path = folder / "smoke.txt"
    path.write_text("".join(f"{name}\n" for name in choose(items, critical)), encoding="utf-8")
    return path


def _stratum(item: Item) -> tuple[str, ...]:
    first = item.turns[0]
    spoken = "six" if len(first.question) == len(Language) else "other"
    return item.dataset, item.type.value, first.expected.value, first.reason or "", spoken


def _ids(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").split())


if __name__ == "__main__":
    write_smoke()
