"""`compare` and `checklist` on the command line: what is printed, what is written, how it fails."""

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner, Result

from corpus.types import Language
from rag.cli import app
from rag.compare.compare import compare_topic
from rag.pipeline import Pipeline

Run = Callable[..., Result]


@pytest.fixture
def run(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command over the sample instruments."""
    monkeypatch.setattr("rag.wiring.open_pipeline", lambda _: skerry)
    return lambda *words: CliRunner().invoke(app, list(words))


def test_compare_as_json(run: Run, skerry: Pipeline) -> None:
    """A topic's comparison is the value itself, in the language asked for."""
    given = run("compare", "complaints", "--lang", "fr", "--json")
    expected = compare_topic(skerry.index.library, "complaints", Language.FR, skerry.index.version)
    assert given.exit_code == 0
    assert orjson.loads(given.stdout) == orjson.loads(orjson.dumps(expected))


def test_compare_words(run: Run) -> None:
    """Words are compared as they stand."""
    given = run("compare", "Can they read my post?")
    assert "Skerry Rules, rule 9 (2)" in given.stdout


def test_compare_nothing_gives_the_matrix(run: Run) -> None:
    """Without a subject topics stand by instruments."""
    assert run("compare").stdout.splitlines()[0].split() == ["sample-rules"]
    assert {"columns", "rows"} <= set(orjson.loads(run("compare", "--json").stdout))


def test_checklist(run: Run) -> None:
    """A place's checklist, some topics of it, in Chinese."""
    given = run("checklist", "监狱", "--topics", "complaints, inspections", "--lang", "zh", "--json")
    sections = orjson.loads(given.stdout)["sections"]
    assert [section["topic"]["id"] for section in sections] == ["complaints", "inspections"]
    assert sections[0]["checks"][0]["text"].startswith("核查：")
    assert "☐ 是" in run("checklist", "prison", "--lang", "zh").stdout


WRITTEN = [
    (("compare", "complaints"), "c.docx"),
    (("compare", "complaints"), "c.xlsx"),
    (("checklist", "prison"), "l.docx"),
]


@pytest.mark.parametrize(("words", "name"), WRITTEN)
def test_files(run: Run, tmp_path: Path, words: tuple[str, ...], name: str) -> None:
    """A comparison and a checklist are written as the file's name says; nothing is printed but that."""
    given = run(*words, "--to", str(tmp_path / name))
    assert (given.exit_code, given.stdout) == (0, "")
    assert (tmp_path / name).read_bytes()[:2] == b"PK"


WRONG = [
    # what is typed, a word of what is said
    (("checklist", "castle"), "police-cell"),
    (("checklist", "prison", "--topics", "gardening"), "gardening"),
    (("checklist", "prison", "--to", "l.xlsx"), ".docx"),
    (("compare", "complaints", "--to", "c.pdf"), ".docx or .xlsx"),
    (("compare", "--to", "c.docx"), "Name a topic"),
    (("compare", "complaints", "--to", "no/such/folder/c.docx"), "folder that exists"),
    (("compare", "?"), "empty"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_wrong_use(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str) -> None:
    """Wrong use ends with 2 and says what to type next."""
    monkeypatch.chdir(tmp_path)
    given = run(*words)
    assert given.exit_code == 2
    assert said in given.stderr
    assert list(tmp_path.iterdir()) == []
