"""Fingerprints of checked official provisions: what lets damage be found where no official word may be kept.

A fingerprint is the SHA-256 of letters and digits alone, so that hyphens, quotation marks and white space of an
extraction do not matter. From a folder of checked segmentations the files are written anew by

    python -m corpus.hashes FOLDER
"""

import hashlib
import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpus.errors import BadFacts, BadInput
from corpus.facts import INSTRUMENTS, SAMPLES, all_facts
from corpus.types import Language


def fingerprint(text: str) -> str:
    """SHA-256 in hexadecimal of a text's letters and digits, after NFKC and case folding.

    >>> fingerprint("Self-contained “rule”") == fingerprint('selfcontained "RULE"')
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return hashlib.sha256("".join(filter(str.isalnum, folded)).encode()).hexdigest()


def hashes_path(instrument: str, language: Language, folder: Path | None = None) -> Path:
    """Where the fingerprints of one language version of an instrument are kept; samples have theirs beside them."""
    name = f"{instrument}.{language}.sha256"
    return (folder or (SAMPLES if instrument in all_facts(SAMPLES) else INSTRUMENTS)) / name


def read_hashes(instrument: str, language: Language, folder: Path | None = None) -> Mapping[str, str]:
    """Fingerprints by locator; empty where none are kept. Raises BadFacts for a line that is not `locator hash`."""
    path = hashes_path(instrument, language, folder)
    if not path.is_file():
        return {}
    known: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        fields = line.split()
        if len(fields) != 2 or len(fields[1]) != 64:
            raise BadFacts(f"{path.name}, line {number}, is not a locator and a hash.", hint="See corpus/hashes.py.")
        known[fields[0]] = fields[1]
    return known


def write_hashes(path: Path, provisions: Iterable[tuple[str, str]]) -> None:
    """Write the fingerprints of provisions, given as locator and text, in their order."""
    path.write_text("".join(f"{locator}  {fingerprint(text)}\n" for locator, text in provisions), encoding="utf-8")


def rewrite(folder: Path) -> None:
    """Write the hash files of all instruments from a folder of checked segmentations; raises BadInput if it has none."""
    ids = {facts.symbol: facts.id for facts in all_facts().values()}
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise BadInput(f"{folder} has no checked segmentation.", hint="Name a folder of <symbol>.<language>.jsonl files.")
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        target = hashes_path(ids[rows[0]["symbol"]], Language(rows[0]["lang"]))
        write_hashes(target, ((row["locator"], row["text"]) for row in rows))


if __name__ == "__main__":
    rewrite(Path(sys.argv[1]))
