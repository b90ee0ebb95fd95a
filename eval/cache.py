"""Outcomes kept by content: the same question to the same system over the same corpus and code is not asked twice.

Each outcome is on the disk before the next question is put, so that a killed run goes on where it was. Refuses to hold
outcomes of older releases for ever.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson

from corpus.errors import StoreUnwritable
from eval.asking import Asked, System
from eval.record import Made, from_json, to_json
from eval.types import Outcome

_KEPT = 12
"""Fingerprints whose outcomes stay: a handful of releases with all their baselines."""


def fingerprint(made: Made, salt: str = "") -> str:
    """What every outcome of a run hangs on but the question; `salt` keeps a fresh run's outcomes to itself."""
    parts = [salt, made.system, made.scope, made.corpus_version, made.index, made.embedder, made.llm, made.code]
    return hashlib.sha256(orjson.dumps(parts)).hexdigest()


class OutcomeCache:
    """Outcomes of one fingerprint."""

    def __init__(self, connection: sqlite3.Connection, mark: str) -> None:
        self._connection = connection
        self._mark = mark

    def get(self, system: System, asked: Asked) -> Outcome | None:
        """The outcome of this question, if it is known."""
        query = "SELECT outcome FROM outcomes WHERE mark = ? AND key = ?"
        row = self._connection.execute(query, (self._mark, _key(system, asked))).fetchone()
        return from_json(row[0]) if row else None

    def put(self, system: System, asked: Asked, outcome: Outcome) -> None:
        """Keep an outcome; it outlives this process once this returns."""
        with self._connection:
            values = (self._mark, _key(system, asked), to_json(outcome))
            self._connection.execute("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", values)


@contextmanager
def open_cache(path: Path, mark: str) -> Iterator[OutcomeCache]:
    """The cache in a file, for one fingerprint; raises StoreUnwritable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=30)
        try:
            _prepare(connection, mark)
            yield OutcomeCache(connection, mark)
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise StoreUnwritable(
            f"The outcomes in {path} cannot be kept: {error}.", hint="Free the disk, or remove it."
        ) from error


def _prepare(connection: sqlite3.Connection, mark: str) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    with connection:
        connection.execute("CREATE TABLE IF NOT EXISTS marks (mark TEXT PRIMARY KEY, at INTEGER)")
        connection.execute("CREATE TABLE IF NOT EXISTS outcomes (mark TEXT, key TEXT, outcome BLOB, PRIMARY KEY (mark, key))")
        connection.execute("INSERT OR REPLACE INTO marks SELECT ?, 1 + COALESCE(MAX(at), 0) FROM marks", (mark,))
        old = "SELECT mark FROM marks ORDER BY at DESC LIMIT -1 OFFSET ?"
        connection.execute(f"DELETE FROM outcomes WHERE mark IN ({old})", (_KEPT,))  # noqa: S608 - the query is a constant
        connection.execute(f"DELETE FROM marks WHERE mark IN ({old})", (_KEPT,))  # noqa: S608 - the query is a constant


def _key(system: System, asked: Asked) -> str:
    """Hash of all that a system is told."""
    told: list[object] = [asked.key, asked.language, asked.question, asked.history]
    if system.sees_gold:
        told.append([asked.now.expected, asked.now.reason, asked.now.gold, asked.now.nuggets])
    return hashlib.sha256(orjson.dumps(told, option=orjson.OPT_NON_STR_KEYS)).hexdigest()
