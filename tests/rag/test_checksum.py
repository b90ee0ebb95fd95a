"""A checksum sees every cut and every change of a small file, and long changes of a large one."""

from pathlib import Path

import pytest

from rag.checksum import checksum

SIZE = 4_000_000
WHOLE = 1_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two small files and one that counts as large."""
    (tmp_path / "built" / "inner").mkdir(parents=True)
    (tmp_path / "built" / "one").write_bytes(b"lamp")
    (tmp_path / "built" / "inner" / "two").write_bytes(b"oil")
    (tmp_path / "built" / "large").write_bytes(bytes(range(250)) * (SIZE // 250))
    return tmp_path / "built"


def test_equal_content_gives_equal_checksums(folder: Path, tmp_path: Path) -> None:
    """The same files have the same checksum in another place and at another time."""
    before = checksum(folder, whole=WHOLE)
    moved = tmp_path / "elsewhere" / "built"
    moved.parent.mkdir()
    folder.rename(moved)
    (moved / "one").touch()
    assert checksum(moved, whole=WHOLE) == before


def test_every_change_of_a_small_file_is_seen(folder: Path) -> None:
    """One changed letter, one more, another name, a file more or less each give another checksum."""
    seen = {checksum(folder, whole=WHOLE)}
    for content in (b"lamq", b"lamp ", b""):
        (folder / "one").write_bytes(content)
        seen.add(checksum(folder, whole=WHOLE))
    (folder / "one").rename(folder / "won")
    seen.add(checksum(folder, whole=WHOLE))
    (folder / "inner" / "three").write_bytes(b"")
    seen.add(checksum(folder, whole=WHOLE))
    (folder / "inner" / "two").unlink()
    seen.add(checksum(folder, whole=WHOLE))
    assert len(seen) == 7


@pytest.mark.parametrize("place", [0, 4_000, 1_234_567, SIZE - 8_000, SIZE - 1])
def test_long_changes_of_a_large_file_are_seen(folder: Path, place: int) -> None:
    """A stretch of eight thousand bytes is longer than the way from one block to the next."""
    before = checksum(folder, whole=WHOLE)
    content = bytearray((folder / "large").read_bytes())
    end = min(place + 8_000, SIZE)
    content[place:end] = bytes(end - place)
    (folder / "large").write_bytes(content)
    assert checksum(folder, whole=WHOLE) != before


@pytest.mark.parametrize("size", [0, 1, SIZE // 2, SIZE - 1, SIZE + 1])
def test_every_cut_of_a_large_file_is_seen(folder: Path, size: int) -> None:
    """A large file that is shorter or longer by a byte has another checksum."""
    before = checksum(folder, whole=WHOLE)
    with (folder / "large").open("r+b") as stream:
        stream.truncate(size)
    assert checksum(folder, whole=WHOLE) != before


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is an error, not an empty one."""
    with pytest.raises(FileNotFoundError):
        checksum(tmp_path / "nowhere")
