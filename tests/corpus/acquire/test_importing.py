"""Folders of files into admitted texts, with a word on everything that was left alone."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.acquire.filenames import EXAMPLE
from corpus.acquire.importing import Candidate, Find, Imported, Skipped, candidates, import_texts
from corpus.errors import BadInput, UnknownInstrument, WrongDocument
from corpus.facts import FactsFile
from corpus.types import Language

HEAD = "LK/RES/4/12\n"


@pytest.fixture
def find(skerry: FactsFile) -> Find:
    """Knows the sample instrument only."""

    def by_name(name: str) -> tuple[FactsFile, Language]:
        symbol, language, _ = name.rsplit(".", 2)
        if symbol != "LK-RES-4-12":
            raise UnknownInstrument(f"No facts file fits {symbol}.", hint="Known: LK-RES-4-12.")
        return skerry, Language(language)

    return by_name


def admit(text: str, facts: FactsFile, language: Language) -> str:
    """Take what names the symbol."""
    if facts.symbol not in text:
        raise WrongDocument(f"The text does not name {facts.symbol}.", hint="Check the file.")
    return f"{facts.id} {language} {len(text)}"


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file below the folder `texts`."""

    def write(name: str, content: str = HEAD) -> Path:
        path = tmp_path / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return path

    return write


def lines(outcomes: object) -> list[str]:
    """Outcomes as people read them."""
    assert isinstance(outcomes, (tuple, list))
    return [str(outcome) for outcome in outcomes]


def test_single_file(put: Callable[..., Path], find: Find, skerry: FactsFile) -> None:
    """A file is told by its name alone, the United Nations' form too."""
    path = put("LK_RES_4_12-C.txt")
    assert candidates(path, find=find) == (Candidate(path=path, facts=skerry, language=Language.ZH),)


def test_folder_one_level_deep(put: Callable[..., Path], find: Find) -> None:
    """Files of a folder and of the folders in it are found, deeper ones are named and left alone."""
    first, second = put("LK-RES-4-12.en.txt"), put("zh/LK-RES-4-12.zh.txt")
    deep = put("zh/old/LK-RES-4-12.fr.txt").parent
    found = candidates(first.parent, find=find)
    assert [entry.path for entry in found if isinstance(entry, Candidate)] == [first, second]
    assert found[2:] == (Skipped(path=deep, reason="Folders are read one level deep."),)


def test_everything_else_is_listed(put: Callable[..., Path], find: Find) -> None:
    """Files that are no texts, or of no known instrument, are listed with the reason."""
    folder = put("N1544341.pdf").parent
    put("notes.docx")
    put("A-RES-99-1.en.txt")
    assert lines(candidates(folder, find=find)) == [
        "A-RES-99-1.en.txt: left alone. No facts file fits A-RES-99-1. Known: LK-RES-4-12.",
        f"N1544341.pdf: left alone. N1544341 is a job number, which says neither symbol nor language: {EXAMPLE}.",
        "notes.docx: left alone. The name ends neither in .txt nor in .pdf.",
    ]


def test_symbolic_links(put: Callable[..., Path], find: Find, tmp_path: Path) -> None:
    """A link that stays in the folder is followed; one that leads out of it, or in a circle, is not."""
    inside = put("held/LK-RES-4-12.en.txt")
    folder = inside.parent.parent
    outside = tmp_path / "LK-RES-4-12.fr.txt"
    outside.write_text(HEAD, encoding="utf-8")
    (folder / "LK-RES-4-12.es.txt").symlink_to(inside)
    (folder / "LK-RES-4-12.fr.txt").symlink_to(outside)
    (folder / "LK-RES-4-12.ru.txt").symlink_to(folder / "LK-RES-4-12.ru.txt")
    (folder / "up").symlink_to(tmp_path)
    found = candidates(folder, find=find)
    out = f"left alone. It is a symbolic link out of {folder}."
    assert [entry.path.name for entry in found if isinstance(entry, Candidate)] == [
        "LK-RES-4-12.es.txt",
        "LK-RES-4-12.en.txt",
    ]
    assert lines([entry for entry in found if isinstance(entry, Skipped)]) == [
        f"LK-RES-4-12.fr.txt: {out}",
        f"LK-RES-4-12.ru.txt: {out}",
        f"up: {out}",
    ]


def test_nothing_there(tmp_path: Path, find: Find) -> None:
    """A path that does not exist is wrong use."""
    with pytest.raises(BadInput) as refusal:
        candidates(tmp_path / "none", find=find)
    expected = f"There is no file or folder {tmp_path / 'none'}. Try: python -m corpus import FOLDER"
    assert str(refusal.value) == expected


def test_import(put: Callable[..., Path], find: Find) -> None:
    """Each text is read and admitted, a wrong one is refused, and the run goes on."""
    folder = put("LK-RES-4-12.en.txt", "Another text altogether.").parent
    put("LK-RES-4-12.es.txt", "")
    put("LK-RES-4-12.fr.txt")
    put("list.csv")
    outcomes = tuple(import_texts(folder, find=find, admit=admit))
    assert lines(outcomes) == [
        "LK-RES-4-12.en.txt: refused as LK/RES/4/12 en. The text does not name LK/RES/4/12. Check the file.",
        "LK-RES-4-12.es.txt: refused as LK/RES/4/12 es. LK-RES-4-12.es.txt is empty. Fetch or save it again.",
        "LK-RES-4-12.fr.txt: LK/RES/4/12 fr, taken.",
        "list.csv: left alone. The name ends neither in .txt nor in .pdf.",
    ]


def test_imported_value(put: Callable[..., Path], find: Find, skerry: FactsFile) -> None:
    """What was admitted comes with its text and the hash of its file."""
    path = put("LK-RES-4-12.en.txt")
    assert list(import_texts(path, find=find, admit=admit)) == [
        Imported(
            path=path,
            facts=skerry,
            language=Language.EN,
            sha256="b11fdead5c6cdba5403c6c61c39fe53375a2d597523d1ed9ffe634ab43313912",
            text=HEAD,
            admitted="sample-rules en 12",
        )
    ]


def test_two_files_of_one_text(put: Callable[..., Path], find: Find) -> None:
    """The next file is tried where the first is refused, and left alone once one was taken."""
    folder = put("LK-RES-4-12.en.pdf", "Another text altogether.").parent
    put("LK-RES-4-12.en.txt")
    put("LK_RES_4_12-E.txt")
    assert lines(tuple(import_texts(folder, find=find, admit=admit))) == [
        "LK-RES-4-12.en.pdf: refused as LK/RES/4/12 en. The text does not name LK/RES/4/12. Check the file.",
        "LK-RES-4-12.en.txt: LK/RES/4/12 en, taken.",
        "LK_RES_4_12-E.txt: left alone. LK-RES-4-12.en.txt is the same text and was taken.",
    ]


def test_held_text_is_not_admitted_again(put: Callable[..., Path], find: Find) -> None:
    """The file that a text is held from is left as it is; a changed file of a held text is taken anew."""
    folder = put("LK-RES-4-12.en.txt").parent
    put("LK-RES-4-12.fr.txt", f"{HEAD}Second edition.")
    put("LK_RES_4_12-E.txt", f"{HEAD}Another copy.")
    (first, *_) = [found for found in import_texts(folder, find=find, admit=admit) if isinstance(found, Imported)]
    held = {("sample-rules", language): first.sha256 for language in Language}
    assert lines(tuple(import_texts(folder, find=find, admit=admit, held=held))) == [
        "LK-RES-4-12.en.txt: LK/RES/4/12 en, unchanged.",
        "LK-RES-4-12.fr.txt: LK/RES/4/12 fr, taken.",
        "LK_RES_4_12-E.txt: left alone. LK-RES-4-12.en.txt is the same text and was taken.",
    ]


def test_unreadable_files_are_refused(put: Callable[..., Path], find: Find) -> None:
    """A link to nothing and a pipe are refused like any other bad file."""
    folder = put("LK-RES-4-12.en.txt").parent
    os.mkfifo(folder / "LK-RES-4-12.es.txt")
    (folder / "LK-RES-4-12.fr.txt").symlink_to(folder / "gone.txt")
    pipe, gone = "Name a file or a folder of files.", "No such file or directory. Check the name and its permissions."
    assert lines(tuple(import_texts(folder, find=find, admit=admit))) == [
        "LK-RES-4-12.en.txt: LK/RES/4/12 en, taken.",
        f"LK-RES-4-12.es.txt: refused as LK/RES/4/12 es. {folder}/LK-RES-4-12.es.txt is not a file. {pipe}",
        f"LK-RES-4-12.fr.txt: refused as LK/RES/4/12 fr. {folder}/LK-RES-4-12.fr.txt cannot be read: {gone}",
    ]
