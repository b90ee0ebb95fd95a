"""The store keeps what it is given, whole or not at all."""

import sqlite3
from pathlib import Path

import pytest

from corpus.errors import StoreUnwritable
from corpus.store import Provenance, Store
from corpus.types import FootnoteMark, Kind, Language, Provision, TextStatus

PROVENANCE = Provenance(
    instrument="sample-rules",
    language=Language.EN,
    origin="import",
    address="LK-RES-4-12.en.txt",
    sha256="00",
    obtained="2026-01-01T00:00:00+00:00",
    hashes="none",
)


def provision(locator: str, text: str) -> Provision:
    return Provision(
        instrument="sample-rules",
        language=Language.EN,
        locator=locator,
        kind=Kind.RULE,
        heading_path=("I. Lamps", "Oil"),
        text=text,
        status=TextStatus.OFFICIAL,
        marks=(FootnoteMark(footnote="fn1", offset=3),),
    )


def test_round_trip(tmp_path: Path) -> None:
    """What is put is what is got, in its order."""
    store = Store(tmp_path / "store.sqlite3")
    given = (provision("2", "Oil is kept dry."), provision("1", "Lamps burn."))
    store.put_text(PROVENANCE, given)
    assert store.provisions("sample-rules", Language.EN) == given
    assert store.texts() == (PROVENANCE,)


def test_replacing_is_whole(tmp_path: Path) -> None:
    """A text put again leaves nothing of the one before."""
    store = Store(tmp_path / "store.sqlite3")
    store.put_text(PROVENANCE, [provision("1", "Lamps burn."), provision("2", "Oil is kept dry.")])
    store.put_text(PROVENANCE, [provision("1", "Lamps burn at night.")])
    assert [p.text for p in store.provisions("sample-rules", Language.EN)] == ["Lamps burn at night."]


def test_failing_write_keeps_the_old(tmp_path: Path) -> None:
    """A write that fails in the middle leaves what was there before."""
    store = Store(tmp_path / "store.sqlite3")
    store.put_text(PROVENANCE, [provision("1", "Lamps burn.")])
    twice = [provision("1", "Other."), provision("1", "The same locator again.")]
    with pytest.raises(StoreUnwritable, match="refuses writing"):
        store.put_text(PROVENANCE, twice)
    assert [p.text for p in store.provisions("sample-rules", Language.EN)] == ["Lamps burn."]


def test_full_disk_is_told(tmp_path: Path) -> None:
    """A disk with no room gives an error that says what to do, and loses nothing."""
    path = tmp_path / "store.sqlite3"
    store = Store(path)
    store.put_text(PROVENANCE, [provision("1", "Lamps burn.")])
    with sqlite3.connect(path) as other:
        pages = other.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreUnwritable, match="PINPOINT_DATA"):
        store.put_text(PROVENANCE, [provision(str(n), "x" * 9_000) for n in range(1, 90)])
    assert [p.text for p in store.provisions("sample-rules", Language.EN)] == ["Lamps burn."]


def test_unwritable_folder_is_told(tmp_path: Path) -> None:
    """A data folder that cannot be made gives an error that names it."""
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreUnwritable, match="cannot be opened"):
        Store(tmp_path / "file" / "store.sqlite3")


def test_fingerprint_follows_content(tmp_path: Path) -> None:
    """Equal content gives equal fingerprints in two stores; one changed letter gives another."""
    first, second = Store(tmp_path / "a.sqlite3"), Store(tmp_path / "b.sqlite3")
    for store in (first, second):
        store.put_text(PROVENANCE, [provision("1", "Lamps burn.")])
    assert first.fingerprint() == second.fingerprint()
    second.put_text(PROVENANCE, [provision("1", "Lamps burm.")])
    assert first.fingerprint() != second.fingerprint()


def test_copy_is_readable_alone(tmp_path: Path) -> None:
    """A copy holds the same and opens read-only."""
    store = Store(tmp_path / "store.sqlite3")
    store.put_text(PROVENANCE, [provision("1", "Lamps burn.")])
    store.copy_to(tmp_path / "copy.sqlite3")
    copy = Store(tmp_path / "copy.sqlite3", readonly=True)
    assert copy.fingerprint() == store.fingerprint()
