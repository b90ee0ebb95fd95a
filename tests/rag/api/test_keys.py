"""Keys: made once, hashed at rest, revoked at once; and the commands for it."""

import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.errors import BadInput, StoreError
from rag.api.keys import KeyRing
from rag.cli import app


def test_key_is_not_kept(tmp_path: Path) -> None:
    """The file holds neither a key nor its secret part, and nobody but its owner can read it."""
    path = tmp_path / "keys.json"
    key, text = KeyRing(path).create("law clinic")
    written = path.read_text(encoding="utf-8")
    assert key.id in written
    assert text not in written
    assert text.split("_", 2)[2] not in written
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".keys-")] == []


def test_another_process_is_heard(tmp_path: Path) -> None:
    """A ring that is open sees keys that another makes and revokes."""
    open_, other = KeyRing(tmp_path / "keys.json"), KeyRing(tmp_path / "keys.json")
    key, text = other.create("monitor")
    held = open_.holder(text)
    assert held is not None
    assert held.name == "monitor"
    other.revoke(key.id)
    assert open_.holder(text) is None
    assert not open_.in_use(key.id)
    (tmp_path / "keys.json").unlink()
    assert open_.holder(text) is None


NO_KEYS = ["", "pp_", "pp_00000000_" + "A" * 43, "Bearer", "x" * 100_000, "pp_é"]


@pytest.mark.parametrize("text", NO_KEYS, ids=range(len(NO_KEYS)))
def test_what_is_no_key(tmp_path: Path, text: str) -> None:
    """Anything but a key that was made is none."""
    ring = KeyRing(tmp_path / "keys.json")
    ring.create("monitor")
    assert ring.holder(text) is None


def test_bad_names_and_ids(tmp_path: Path) -> None:
    """A key needs a name that can be printed, and only what is there can be revoked."""
    ring = KeyRing(tmp_path / "keys.json")
    for name in ("", "  ", "a\x00b", "n" * 81):
        with pytest.raises(BadInput, match="cannot be named"):
            ring.create(name)
    with pytest.raises(BadInput, match="rag key list"):
        ring.revoke("ffffffff")


def test_damaged_list(tmp_path: Path) -> None:
    """A list that cannot be read lets nobody in and says what to do."""
    path = tmp_path / "keys.json"
    path.write_text('[{"id": 1}]', encoding="utf-8")
    with pytest.raises(StoreError, match="make new keys"):
        KeyRing(path).holder("pp_00000000_" + "A" * 43)


def test_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is shown once, on standard output and alone; the list has ids and standings, never a key."""
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path))
    run = CliRunner()
    made = run.invoke(app, ["key", "create", "law clinic"])
    assert made.exit_code == 0
    text = made.stdout.strip()
    assert KeyRing(tmp_path / "keys.json").holder(text) is not None
    listed = run.invoke(app, ["key", "list"]).stdout
    assert "in use" in listed
    assert "law clinic" in listed
    assert text not in listed
    assert "revoked" in run.invoke(app, ["key", "revoke", listed.split()[0]]).stdout
    assert KeyRing(tmp_path / "keys.json").holder(text) is None
    missing = run.invoke(app, ["key", "revoke", "nothing"])
    assert missing.exit_code == 2
    assert "rag key list" in missing.stderr
