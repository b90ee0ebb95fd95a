"""What the store should hold, brought about: texts imported or fetched, digests loaded, else the sample instrument.

Does only what has changed since the last time, and says what it does. Refuses nothing silently: a text that was not
taken is named with its reason.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from corpus.acquire.addresses import FetchSettings
from corpus.acquire.fetch import fetch_all
from corpus.acquire.importing import Imported, Refused, Unchanged, import_texts
from corpus.acquire.outcomes import Fetched, report
from corpus.acquire.probe import probe
from corpus.asked import ASKED, asked_files, read_asked
from corpus.boundaries import FOLDER, boundary_files, read_boundaries
from corpus.complete import Completeness, admit
from corpus.digests import DIGESTS, read_digests
from corpus.errors import UnknownInstrument
from corpus.facts import SAMPLES, FactsFile, all_facts, find_by_filename, known_instruments
from corpus.scenarios import SCENARIOS, all_scenarios
from corpus.segment import Segmentation
from corpus.settings import Settings
from corpus.store import Provenance, Store
from corpus.types import Instrument, Language

Say = Callable[[str], None]
"""Takes one line for the person who waits."""
Admitted = tuple[Segmentation, Completeness]


def import_into(store: Store, path: Path, say: Say) -> int:
    """Import every text at `path` that is new or changed; gives how many were refused. Raises BadInput."""
    held = {(text.instrument, text.language): text.sha256 for text in store.texts()}
    refused = 0
    for outcome in import_texts(path, find=find_by_filename, admit=admit, held=held):
        if isinstance(outcome, Unchanged):
            continue
        say(str(outcome))
        if isinstance(outcome, Imported):
            name, digest = outcome.path.name, outcome.sha256
            keep(store, outcome.facts, outcome.language, outcome.admitted, "import", name, digest)
        refused += isinstance(outcome, Refused)
    return refused


def fetch_into(store: Store, settings: Settings, wanted: Sequence[tuple[FactsFile, Language]], say: Say) -> int:
    """Fetch texts from the United Nations and store them; gives how many could not be had."""
    outcomes = []
    for outcome in fetch_all(wanted, settings=FetchSettings.of(settings), admit=admit, progress=_Meter(say)):
        outcomes.append(outcome)
        if isinstance(outcome, Fetched):
            address, digest = outcome.receipt.address, outcome.receipt.sha256
            keep(store, outcome.facts, outcome.language, outcome.admitted, "fetch", address, digest)
    say(report(outcomes))
    return sum(not isinstance(outcome, Fetched) for outcome in outcomes)


def set_up(store: Store, settings: Settings, say: Say) -> None:
    """Get what is missing of the core: from the folder that is named, else from the United Nations if they answer."""
    if settings.texts is not None:
        say(f"Importing official texts from {settings.texts}.")
        import_into(store, settings.texts, say)
        return
    held = {(text.instrument, text.language) for text in store.texts()}
    core = [facts for facts in all_facts().values() if facts.core]
    wanted = [(f, lang) for f in core for lang in (Language.EN, Language.ZH) if (f.id, lang) not in held]
    if not wanted:
        return
    say("Asking the document hosts of the United Nations for official texts (5 seconds at most).")
    reached = probe(FetchSettings.of(settings))
    say(reached.why)
    if reached.reachable:
        fetch_into(store, settings, wanted, say)
    else:
        say("Going on without them. To import texts by hand: python -m corpus import FOLDER (see docs/texts.md).")


def keep(
    store: Store,
    facts: FactsFile,
    language: Language,
    admitted: Admitted,
    origin: str,
    address: str,
    sha256: str,
) -> None:
    """Store an admitted text with where it came from."""
    segmentation, completeness = admitted
    provenance = Provenance(
        instrument=facts.id,
        language=language,
        origin=origin,
        address=address,
        sha256=sha256,
        obtained=datetime.now(UTC).isoformat(timespec="seconds"),
        hashes=completeness.hashes,
    )
    store.put_text(provenance, segmentation.provisions)


def load_digests(store: Store, say: Say, folder: Path = DIGESTS) -> None:
    """Load every digest file that is new or changed."""
    for path in sorted(folder.glob("*.jsonl")):
        if path.stem not in known_instruments():
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if store.input_sha256(f"digests/{path.stem}") != digest:
            digests = read_digests(path)
            store.put_digests(path.stem, digests, digest)
            say(f"{path.name}: {len(digests)} digests loaded.")


def load_scenarios(store: Store, say: Say) -> None:
    """Load the scenarios if they are new or changed."""
    digest = hashlib.sha256(SCENARIOS.read_bytes() if SCENARIOS.is_file() else b"").hexdigest()
    if store.input_sha256("scenarios") != digest:
        scenarios = all_scenarios()
        store.put_scenarios(scenarios, digest)
        say(f"{SCENARIOS.name}: {len(scenarios)} scenarios loaded.")


def load_boundaries(store: Store, say: Say, folder: Path = FOLDER) -> None:
    """Load every file of silences and misbeliefs that is new or changed, and forget those that are gone."""
    files = {f"{path.parent.name}/{path.stem}": path for path in boundary_files(folder)}
    samples = all_facts(SAMPLES)
    for file in store.boundary_files():
        of_sample = Path(file).name.split(".")[0] in samples
        if file not in files and of_sample == (folder == SAMPLES):
            store.put_boundaries(file, (), "")
            say(f"{file}: gone, and forgotten.")
    for file, path in files.items():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if store.input_sha256(f"boundaries/{file}") != digest:
            boundaries = read_boundaries(path)
            store.put_boundaries(file, boundaries, digest)
            say(f"{file}: {len(boundaries)} boundaries loaded.")


def load_asked(store: Store, say: Say, folder: Path = ASKED) -> None:
    """Load every file of questions that people would ask that is new or changed, and forget those that are gone."""
    files = {path.stem: path for path in asked_files(folder)}
    for file in store.asked_files():
        if file not in files:
            store.put_asked(file, (), "")
            say(f"asked/{file}: gone, and forgotten.")
    for file, path in files.items():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if store.input_sha256(f"asked/{file}") != digest:
            asked = read_asked(path)
            store.put_asked(file, asked, digest)
            say(f"asked/{file}: {len(asked)} questions loaded.")


def load_sample(store: Store, say: Say) -> None:
    """Store the sample instruments with their digests: something to try and to test without any official text."""
    held = {(text.instrument, text.language) for text in store.texts()}
    for facts in all_facts(SAMPLES).values():
        for language in Language:
            path = SAMPLES / f"{facts.symbol.replace('/', '-')}.{language}.txt"
            if path.is_file() and (facts.id, language) not in held:
                text = path.read_text(encoding="utf-8")
                digest = hashlib.sha256(text.encode()).hexdigest()
                keep(store, facts, language, admit(text, facts, language), "sample", path.name, digest)
    load_digests(store, say, SAMPLES / "digests")
    load_boundaries(store, say, SAMPLES)


def in_scope(store: Store, scope: str) -> tuple[Instrument, ...]:
    """The instruments that a scope names and the store holds: core, all, sample, or ids with commas between."""
    held = {text.instrument for text in store.texts()} | set(store.digested())
    known = all_facts()
    if scope in ("core", "all"):
        wanted: Iterable[FactsFile] = [f for f in known.values() if f.core or scope == "all"]
        found = tuple(facts.instrument() for facts in wanted if facts.id in held)
        return found or _samples(held)
    if scope == "sample":
        return _samples(held)
    names = [name.strip() for name in scope.split(",") if name.strip()]
    missing = [name for name in names if name not in held]
    if missing or not names:
        what = f"{', '.join(missing)!r} is not held" if missing else "No instrument is named"
        raise UnknownInstrument(f"{what}.", hint=f"Held: {', '.join(sorted(held)) or 'none'}. See: python -m corpus status.")
    return tuple(known[name].instrument() if name in known else all_facts(SAMPLES)[name].instrument() for name in names)


def _samples(held: set[str]) -> tuple[Instrument, ...]:
    return tuple(facts.instrument() for facts in all_facts(SAMPLES).values() if facts.id in held)


class _Meter:
    """Tells of a download at each further megabyte."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._told = 0

    def __call__(self, text: str, so_far: int, total: int | None) -> None:
        megabytes = so_far // 1_000_000
        if megabytes > self._told:
            self._say(f"{text}: {megabytes} of {total // 1_000_000 if total else '?'} MB")
        self._told = megabytes
