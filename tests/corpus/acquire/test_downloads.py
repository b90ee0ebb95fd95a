"""The downloads folder: what is believed, what is replaced, and who may write."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.acquire.downloads import Downloads, Receipt, alone_in
from corpus.acquire.plain import Format
from corpus.errors import StoreBusy, StoreUnwritable
from corpus.types import Language

ADDRESS = "https://docs.un.org/en/LK/RES/4/12"


@pytest.fixture
def place(tmp_path: Path) -> Downloads:
    """The place of the sample instrument's English text."""
    return Downloads(folder=tmp_path, symbol="LK/RES/4/12", language=Language.EN)


def receive(place: Downloads, content: bytes, kind: Format = Format.TEXT) -> Receipt:
    """Put content in place as a fetch does."""
    place.part.begin(ADDRESS, "")
    place.part.path.write_bytes(content)
    receipt = Receipt(
        symbol=place.symbol,
        language=place.language,
        file=place.name(kind),
        address=ADDRESS,
        final_address=ADDRESS,
        fetched_at=datetime(2024, 5, 14, tzinfo=UTC),
        sha256=sha256(content).hexdigest(),
        bytes=len(content),
        etag='"1"',
    )
    place.keep(receipt)
    return receipt


def files(folder: Path) -> list[str]:
    """Names in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


def test_kept(place: Downloads) -> None:
    """A kept file lies under a name that imports again, with its receipt beside it and no part left."""
    receipt = receive(place, b"Trim the wick.")
    assert place.kept() == receipt
    assert place.file(receipt).read_bytes() == b"Trim the wick."
    assert files(place.folder) == ["LK-RES-4-12.en.receipt.json", "LK-RES-4-12.en.txt"]


def test_another_kind_replaces(place: Downloads) -> None:
    """A text is kept once: the PDF that comes after plain text takes its place."""
    receive(place, b"Trim the wick.")
    receive(place, b"%PDF-1.7", Format.PDF)
    assert files(place.folder) == ["LK-RES-4-12.en.pdf", "LK-RES-4-12.en.receipt.json"]


def test_changed_file_is_not_believed(place: Downloads) -> None:
    """A file that is not the one received, or is gone, has no receipt."""
    receipt = receive(place, b"Trim the wick.")
    place.file(receipt).write_bytes(b"Trim the beard.")
    assert place.kept() is None
    place.file(receipt).unlink()
    assert place.kept() is None


def test_damaged_receipt_is_not_believed(place: Downloads) -> None:
    """A receipt that breaks its shape is none."""
    receive(place, b"Trim the wick.")
    (place.folder / "LK-RES-4-12.en.receipt.json").write_text("{", encoding="utf-8")
    assert place.kept() is None


def test_receipt_names_no_file_elsewhere(place: Downloads, tmp_path: Path) -> None:
    """A receipt that points out of the folder is read as a name in it."""
    receipt = receive(place, b"Trim the wick.").model_copy(update={"file": "../../etc/hosts"})
    assert place.file(receipt) == tmp_path / "hosts"


def test_part_goes_on_only_from_its_own_address(place: Downloads) -> None:
    """There is nothing to go on from in an empty part, at another address, or where the note is damaged."""
    part = place.part
    part.begin(ADDRESS, '"1"')
    assert part.validator(ADDRESS) == ""
    part.path.write_bytes(b"Trim")
    assert part.validator(ADDRESS) == '"1"'
    assert part.validator("https://undocs.org/en/LK/RES/4/12") == ""
    part.path.with_name("LK-RES-4-12.en.part.json").write_text("{", encoding="utf-8")
    assert part.validator(ADDRESS) == ""


def test_two_fetchers(tmp_path: Path) -> None:
    """A second fetcher is told that another is at work."""
    with alone_in(tmp_path), pytest.raises(StoreBusy) as refusal, alone_in(tmp_path):
        pass
    expected = f"Another process is fetching into {tmp_path}. Wait for it, then: python -m corpus fetch"
    assert str(refusal.value) == expected


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A folder that cannot be written is named, with the way out."""
    (tmp_path / "data").write_text("a file in the way", encoding="utf-8")
    folder = tmp_path / "data" / "downloads"
    with pytest.raises(StoreUnwritable) as refusal, alone_in(folder):
        pass
    assert str(refusal.value) == (
        f"The downloads folder {folder} cannot be written: Not a directory. "
        "Free the disk or name another folder: PINPOINT_DATA=/some/folder make index"
    )


def test_full_disk(tmp_path: Path) -> None:
    """A disk that fills up while a file comes in is said so."""
    with pytest.raises(StoreUnwritable, match="cannot be written: No space left on device"), alone_in(tmp_path):
        raise OSError(28, "No space left on device")
