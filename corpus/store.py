"""The store: instruments' texts, provisions, digests and provenance in one SQLite file, the only source of truth.

Every write is one transaction (WAL, synchronous FULL), so that a crash leaves what was there before. Refuses to hold
anything derived: vectors and lexical indexes live in snapshots, which can be thrown away.
"""

import hashlib
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson

from corpus.asked import Inquiry
from corpus.boundaries import Boundary
from corpus.digests import Digest
from corpus.errors import StoreError, StoreUnwritable
from corpus.scenarios import Scenario
from corpus.types import FootnoteMark, Kind, Language, Provision, TextStatus

_SCHEMA = """
CREATE TABLE IF NOT EXISTS texts (
    instrument TEXT NOT NULL, language TEXT NOT NULL, origin TEXT NOT NULL, address TEXT NOT NULL,
    sha256 TEXT NOT NULL, obtained TEXT NOT NULL, hashes TEXT NOT NULL,
    PRIMARY KEY (instrument, language)
) STRICT;
CREATE TABLE IF NOT EXISTS provisions (
    instrument TEXT NOT NULL, language TEXT NOT NULL, position INTEGER NOT NULL, locator TEXT NOT NULL,
    kind TEXT NOT NULL, parent TEXT, headings TEXT NOT NULL, text TEXT NOT NULL, status TEXT NOT NULL,
    damage TEXT NOT NULL, marks TEXT NOT NULL,
    PRIMARY KEY (instrument, language, locator)
) STRICT;
CREATE TABLE IF NOT EXISTS digests (
    instrument TEXT NOT NULL, position INTEGER NOT NULL, locator TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (instrument, locator)
) STRICT;
CREATE TABLE IF NOT EXISTS scenarios (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS boundaries (
    file TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (file, position)
) STRICT;
CREATE TABLE IF NOT EXISTS asked (
    file TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (file, position)
) STRICT;
CREATE TABLE IF NOT EXISTS inputs (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;
"""

_ALL_TEXT = """
SELECT instrument, language, locator, parent, headings, text, status, marks FROM provisions
ORDER BY instrument, language, position
"""
_ALL_DIGESTS = "SELECT instrument, locator, body FROM digests ORDER BY instrument, position"

_ALL_BOUNDARIES = "SELECT body FROM boundaries ORDER BY file, position"
_ALL_ASKED = "SELECT body FROM asked ORDER BY file, position"
_ASKED_OF = """
SELECT body FROM asked WHERE json_extract(body, '$.instrument') IN (SELECT value FROM json_each(?)) ORDER BY file, position
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a stored text came from.

    `origin` is import, fetch or sample; `address` the file's name or the address; `obtained` an ISO 8601 time in UTC;
    `hashes` says whether paragraph hashes agreed: agree, differ or none.
    """

    instrument: str
    language: Language
    origin: str
    address: str
    sha256: str
    obtained: str
    hashes: str


class Store:
    """Reads and writes one SQLite file; safe to open in any number of processes."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        """Open the file, and create it with its folder unless `readonly`; raises StoreError."""
        self.path = path
        try:
            if not readonly:
                path.parent.mkdir(parents=True, exist_ok=True)
            mode = "?mode=ro&immutable=1" if readonly else "?mode=rwc"
            self._connection = sqlite3.connect(
                f"{path.as_uri()}{mode}", uri=True, timeout=30, isolation_level=None, check_same_thread=False
            )
            if not readonly:
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = FULL")
                self._connection.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise StoreUnwritable(
                f"The store {path} cannot be opened: {error}.",
                hint="Free the disk or name another folder: PINPOINT_DATA=/some/folder make index.",
            ) from error

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def put_text(self, provenance: Provenance, provisions: Sequence[Provision]) -> None:
        """Replace one language version of an instrument, whole or not at all."""
        key = (provenance.instrument, provenance.language.value)
        rows = [_provision_row(position, provision) for position, provision in enumerate(provisions)]
        with self._transaction() as connection:
            connection.execute("DELETE FROM texts WHERE instrument = ? AND language = ?", key)
            connection.execute("DELETE FROM provisions WHERE instrument = ? AND language = ?", key)
            connection.execute(
                "INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    *key,
                    provenance.origin,
                    provenance.address,
                    provenance.sha256,
                    provenance.obtained,
                    provenance.hashes,
                ),
            )
            connection.executemany("INSERT INTO provisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def remove_text(self, instrument: str, language: Language) -> None:
        """Forget one language version of an instrument."""
        with self._transaction() as connection:
            for table in ("texts", "provisions"):
                connection.execute(
                    f"DELETE FROM {table} WHERE instrument = ? AND language = ?",  # noqa: S608 - two fixed names
                    (instrument, language.value),
                )

    def put_digests(self, instrument: str, digests: Sequence[Digest], sha256: str) -> None:
        """Replace the digests of an instrument, all or none; `sha256` is that of the file that they came from."""
        rows = [(instrument, position, digest.locator, digest.model_dump_json()) for position, digest in enumerate(digests)]
        with self._transaction() as connection:
            connection.execute("DELETE FROM digests WHERE instrument = ?", (instrument,))
            connection.executemany("INSERT INTO digests VALUES (?, ?, ?, ?)", rows)
            connection.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?)", (f"digests/{instrument}", sha256))

    def texts(self) -> tuple[Provenance, ...]:
        """The provenance of every stored text."""
        rows = self._rows("SELECT * FROM texts ORDER BY instrument, language")
        return tuple(
            Provenance(
                instrument=row[0],
                language=Language(row[1]),
                origin=row[2],
                address=row[3],
                sha256=row[4],
                obtained=row[5],
                hashes=row[6],
            )
            for row in rows
        )

    def provisions(self, instrument: str, language: Language) -> tuple[Provision, ...]:
        """One language version in its printed order; empty where it is not stored."""
        query = "SELECT * FROM provisions WHERE instrument = ? AND language = ? ORDER BY position"
        return tuple(_provision(row) for row in self._rows(query, instrument, language.value))

    def digests(self, instrument: str) -> tuple[Digest, ...]:
        """The digests of an instrument in their order; empty where it has none."""
        query = "SELECT body FROM digests WHERE instrument = ? ORDER BY position"
        return tuple(Digest.model_validate_json(row[0]) for row in self._rows(query, instrument))

    def digested(self) -> tuple[str, ...]:
        """Ids of the instruments that have digests."""
        return tuple(row[0] for row in self._rows("SELECT DISTINCT instrument FROM digests ORDER BY instrument"))

    def put_scenarios(self, scenarios: Sequence[Scenario], sha256: str) -> None:
        """Replace all scenarios; `sha256` is that of the file that they came from."""
        rows = [(position, scenario.model_dump_json()) for position, scenario in enumerate(scenarios)]
        with self._transaction() as connection:
            connection.execute("DELETE FROM scenarios")
            connection.executemany("INSERT INTO scenarios VALUES (?, ?)", rows)
            connection.execute("INSERT OR REPLACE INTO inputs VALUES ('scenarios', ?)", (sha256,))

    def put_boundaries(self, file: str, boundaries: Sequence[Boundary], sha256: str) -> None:
        """Replace the boundaries of one file, all or none; `sha256` is the file's."""
        rows = [(file, position, boundary.model_dump_json()) for position, boundary in enumerate(boundaries)]
        with self._transaction() as connection:
            connection.execute("DELETE FROM boundaries WHERE file = ?", (file,))
            connection.executemany("INSERT INTO boundaries VALUES (?, ?, ?)", rows)
            connection.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?)", (f"boundaries/{file}", sha256))

    def boundaries(self) -> tuple[Boundary, ...]:
        """Every boundary, by file."""
        rows = self._rows(_ALL_BOUNDARIES)
        return tuple(Boundary.model_validate_json(row[0]) for row in rows)

    def boundary_files(self) -> tuple[str, ...]:
        """Names of the files that boundaries came from."""
        return tuple(row[0] for row in self._rows("SELECT DISTINCT file FROM boundaries ORDER BY file"))

    def put_asked(self, file: str, asked: Sequence[Inquiry], sha256: str) -> None:
        """Replace the questions of one file, all or none; `sha256` is the file's."""
        rows = [(file, position, row.model_dump_json()) for position, row in enumerate(asked)]
        with self._transaction() as connection:
            connection.execute("DELETE FROM asked WHERE file = ?", (file,))
            connection.executemany("INSERT INTO asked VALUES (?, ?, ?)", rows)
            connection.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?)", (f"asked/{file}", sha256))

    def asked(self, instruments: Collection[str] | None = None) -> tuple[Inquiry, ...]:
        """Every question that somebody would ask, by file; of these instruments alone where they are given."""
        if instruments is None:
            rows = self._rows(_ALL_ASKED)
        else:
            rows = self._rows(_ASKED_OF, orjson.dumps(list(instruments)).decode())
        return tuple(Inquiry.model_validate_json(row[0]) for row in rows)

    def asked_files(self) -> tuple[str, ...]:
        """Names of the files that these came from."""
        return tuple(row[0] for row in self._rows("SELECT DISTINCT file FROM asked ORDER BY file"))

    def scenarios(self) -> tuple[Scenario, ...]:
        """Every scenario in its order."""
        rows = self._rows("SELECT body FROM scenarios ORDER BY position")
        return tuple(Scenario.model_validate_json(row[0]) for row in rows)

    def input_sha256(self, name: str) -> str:
        """SHA-256 of what `digests/<id>`, `boundaries/<file>`, `asked/<file>` or `scenarios` came from; empty if never read."""
        rows = self._rows("SELECT sha256 FROM inputs WHERE name = ?", name)
        return rows[0][0] if rows else ""

    def fingerprint(self) -> str:
        """SHA-256 over all texts and digests; equal content gives equal fingerprints on every machine."""
        digest = hashlib.sha256()
        for query in (_ALL_TEXT, _ALL_DIGESTS, _ALL_BOUNDARIES, _ALL_ASKED, "SELECT body FROM scenarios ORDER BY position"):
            for row in self._rows(query):
                digest.update(orjson.dumps(row))
        return digest.hexdigest()

    def copy_to(self, path: Path) -> None:
        """Write a compact, read-only copy of the whole store."""
        try:
            self._connection.execute("VACUUM INTO ?", (str(path),))
            with closing(sqlite3.connect(path)) as copy:
                copy.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            raise StoreUnwritable(f"The store could not be copied to {path}: {error}.") from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreUnwritable(
                f"The store {self.path} refuses writing: {error}.",
                hint="What was stored before is unharmed. Free the disk or name another folder with PINPOINT_DATA.",
            ) from error

    def _rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise StoreError(
                f"The store {self.path} cannot be read: {error}.", hint="Remove it and run: make index."
            ) from error


def _provision_row(position: int, provision: Provision) -> tuple[str | int | None, ...]:
    return (
        provision.instrument,
        provision.language.value,
        position,
        provision.locator,
        provision.kind.value,
        provision.parent,
        orjson.dumps(provision.heading_path).decode(),
        provision.text,
        provision.status.value,
        provision.damage,
        orjson.dumps([(mark.footnote, mark.offset) for mark in provision.marks]).decode(),
    )


def _provision(row: Sequence[str]) -> Provision:
    return Provision(
        instrument=row[0],
        language=Language(row[1]),
        locator=row[3],
        kind=Kind(row[4]),
        parent=row[5],
        heading_path=tuple(orjson.loads(row[6])),
        text=row[7],
        status=TextStatus(row[8]),
        damage=row[9],
        marks=tuple(FootnoteMark(footnote=name, offset=offset) for name, offset in orjson.loads(row[10])),
    )
