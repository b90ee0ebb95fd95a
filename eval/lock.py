"""`eval/datasets/lock.json`: what every question set was when its figures were reported.

A set that changed without the lock changing is not evaluated: figures of two evaluations could not be compared.
`python -m eval datasets --lock` writes it anew.
"""

import json
from collections import Counter
from pathlib import Path

from corpus.errors import BadInput
from eval.claims import claim_names, load_claims
from eval.questions import load, names
from eval.rows import DATASETS
from eval.smoke import selections
from rag.embedder.manifest import file_hash

Entry = dict[str, str | int | dict[str, int]]
"""Of one file: `sha256`, `count` and, where it has them, counts `by_split` and `by_type`."""


def lock_of(folder: Path = DATASETS) -> dict[str, Entry]:
    """What the lock of a folder has to say today, by file name; raises BadInput where a set cannot be read."""
    found = {f"{name}.jsonl": _of_questions(name, folder) for name in names(folder)}
    found |= {f"{name}.jsonl": _of_claims(name, folder) for name in claim_names(folder)}
    found |= {f"{name}.txt": _entry(folder / f"{name}.txt", len(ids)) for name, ids in selections(folder).items()}
    return dict(sorted(found.items()))


def write_lock(folder: Path = DATASETS) -> Path:
    """Write the lock anew; gives its path."""
    path = folder / "lock.json"
    path.write_text(json.dumps(lock_of(folder), indent=2) + "\n", encoding="utf-8")
    return path


def verify_lock(folder: Path = DATASETS) -> dict[str, str]:
    """The hash of every file by name; raises BadInput that names what differs from the lock, and the command."""
    path = folder / "lock.json"
    anew = "python -m eval datasets --lock" + ("" if folder == DATASETS else f" --folder {folder}")
    if not folder.is_dir():
        raise BadInput(f"There is no folder {folder}.", hint="Name a folder of question sets with --folder.")
    try:
        locked: dict[str, Entry] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise BadInput(f"{path} cannot be read as a lock: {error}.", hint=f"Write it: {anew}") from error
    today = lock_of(folder)
    wrong = [_difference(name, locked.get(name), today.get(name)) for name in sorted({*locked, *today})]
    said = [sentence for sentence in wrong if sentence]
    if said:
        raise BadInput(
            f"The question sets are not those of {path.name}: {'; '.join(said)}.", hint=f"If the change is meant: {anew}"
        )
    return {name: str(entry["sha256"]) for name, entry in today.items()}


def _difference(name: str, locked: Entry | None, today: Entry | None) -> str:
    if locked is None:
        return f"{name} is new"
    if today is None:
        return f"{name} is gone"
    if locked == today:
        return ""
    keys = [key for key in sorted({*locked, *today}) if key != "sha256" and locked.get(key) != today.get(key)]
    counted = [f"{key} {locked.get(key)} is now {today.get(key)}" for key in keys]
    return f"{name}: " + (", ".join(counted) or "its words changed, its counts did not")


def _of_questions(name: str, folder: Path) -> Entry:
    items = load(name, folder)
    return {
        **_entry(folder / f"{name}.jsonl", len(items)),
        "by_split": _counts([item.split.value for item in items]),
        "by_type": _counts([item.type.value for item in items]),
    }


def _of_claims(name: str, folder: Path) -> Entry:
    claims = load_claims(name, folder)
    return {
        **_entry(folder / f"{name}.jsonl", len(claims)),
        "by_split": _counts([claim.split.value for claim in claims]),
        "by_type": _counts([claim.label.value for claim in claims]),
    }


def _entry(path: Path, count: int) -> Entry:
    return {"sha256": file_hash(path), "count": count}


def _counts(values: list[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
