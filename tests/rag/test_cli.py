"""The command line: what goes where, and which exit code ends it; on the sample instrument, in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner, Result

from corpus.cli import app as corpus_app
from rag.cli import app
from rag.embedder.fake import HashEmbedder

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a data folder of its own."""
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("PINPOINT_TEXTS", raising=False)
    monkeypatch.setattr("rag.wiring.open_tokens", lambda _: HashEmbedder())

    def call(*words: str, of_corpus: bool = False, given: str | None = None) -> Result:
        return CliRunner().invoke(corpus_app if of_corpus else app, list(words), input=given)

    return call


def test_cite(run: Run) -> None:
    """References come out with their places; what cannot be resolved is named with the reason."""
    text = "See Skerry Rules, rule 10 (1) (b), and rule 99 of the Skerry Rules."
    result = run("cite", text, "--json", "--scope", "sample")
    given = orjson.loads(result.stdout)
    assert result.exit_code == 0
    assert [(c["locator"], text[c["text_start"] : c["text_end"]]) for c in given["citations"]] == [
        ("10(1)(b)", "Skerry Rules, rule 10 (1) (b)")
    ]
    assert "no_such_provision" in given["unresolved"][0]["reason"]


CLAIMS = [
    ("No letter shall be opened by anyone but the person whose name it bears.", "sample-rules 9(2)", "supported", 0),
    ("A letter must not be opened by anyone other than the person it is addressed to.", "sample-rules 9(2)", "supported", 0),
    ("Letters may be opened by the head keeper.", "sample-rules 9(2)", "contradicted", 1),
    ("No letter shall be … opened.", "sample-rules 9(2)", "not_supported", 1),
    ("No letter shall be opened.", "sample-rules 99", "not_supported", 1),
]


@pytest.mark.parametrize(("claim", "citation", "status", "code"), CLAIMS)
def test_check(run: Run, claim: str, citation: str, status: str, code: int) -> None:
    """A claim has the verdict of the table, and the exit code says whether it is supported."""
    result = run("check", "--claim", claim, "--citation", citation, "--json", "--scope", "sample")
    assert orjson.loads(result.stdout)["status"] == status
    assert result.exit_code == code


def test_batch_goes_on_after_a_bad_line(run: Run, tmp_path: Path) -> None:
    """One line out for each line in, in order; a bad line is an error object, and the exit code is 3."""
    lines = [
        '{"id": 1, "claim": "The postbag shall not be searched.", "instrument": "sample-rules", "locator": "10(2)"}',
        "not json",
        '{"id": "x", "claim": "Nothing."}',
        '{"id": 4, "claim": "Oil is free.", "symbol": "LK/RES/4/12", "locator": "1"}',
    ]
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    result = run("check", "--jsonl", str(path), "--scope", "sample")
    given = [orjson.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 3
    assert [line["id"] for line in given] == [1, None, "x", 4]
    assert given[0]["verdict"]["status"] == "supported"
    assert given[1]["line"] == 2
    assert "locator" in given[2]["error"]
    assert given[3]["verdict"]["status"] != "supported"


BAD = [
    (("check", "--claim", "x", "--citation", "sample-rules the ninth", "--scope", "sample"), "is not a locator"),
    (("check", "--claim", "x", "--citation", "nowhere 9", "--scope", "sample"), "No instrument 'nowhere'"),
    (("cite", "rule 9", "--scope", "nowhere"), "'nowhere' is not held"),
    (("cite", "--jsonl", "no-such-file.jsonl", "--scope", "sample"), "cannot be read"),
    (("cite", "--scope", "sample"), "Nothing was given"),
]


@pytest.mark.parametrize(("words", "said"), BAD)
def test_bad_input(run: Run, words: tuple[str, ...], said: str) -> None:
    """Wrong use ends with 2, says what is wrong on standard error and puts nothing on standard output."""
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_unwritable_data_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder that cannot be made ends with 2 and names another way."""
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path / "file" / "data"))
    result = run("cite", "rule 9", "--scope", "sample")
    assert result.exit_code == 2
    assert "PINPOINT_DATA" in result.stderr


def test_corpus_commands(run: Run, tmp_path: Path) -> None:
    """Import a folder, see its status, show and export a provision."""
    folder = tmp_path / "texts"
    folder.mkdir()
    sample = Path(__file__).resolve().parents[2] / "corpus" / "sample" / "LK-RES-4-12.en.txt"
    (folder / sample.name).write_bytes(sample.read_bytes())
    (folder / "notes.txt").write_text("mine")
    imported = run("import", str(folder), of_corpus=True)
    assert imported.exit_code == 0
    assert "notes.txt: left alone" in imported.stderr
    assert "complete" in run("status", of_corpus=True).stdout
    assert "Wake the second keeper" in run("show", "sample-rules", "4", of_corpus=True).stdout
    exported = [orjson.loads(line) for line in run("export", "sample-rules", of_corpus=True).stdout.splitlines()]
    assert list(exported[0]) == ["symbol", "lang", "locator", "kind", "parent", "heading_path", "text", "text_status"]
    assert run("show", "sample-rules", "77", of_corpus=True).exit_code == 2


def test_refused_text_keeps_the_old(run: Run, tmp_path: Path) -> None:
    """A truncated text is refused with exit code 3, and what was there before stays."""
    sample = Path(__file__).resolve().parents[2] / "corpus" / "sample" / "LK-RES-4-12.en.txt"
    path = tmp_path / sample.name
    path.write_bytes(sample.read_bytes())
    assert run("import", str(path), of_corpus=True).exit_code == 0
    path.write_bytes(sample.read_bytes()[:2_500])
    refused = run("import", str(path), of_corpus=True)
    assert refused.exit_code == 3
    assert "missing" in refused.stderr
    assert "Wake the second keeper" in run("show", "sample-rules", "4(c)", of_corpus=True).stdout


@pytest.mark.slow
def test_whole_program(tmp_path: Path) -> None:
    """Set-up, a question, a batch and a search with the real model, as processes, on the samples."""
    environment = {**os.environ, "PINPOINT_DATA": str(tmp_path), "PINPOINT_OFFLINE": "1"}
    environment.pop("PINPOINT_TEXTS", None)

    def rag(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "rag", *words, "--scope", "sample"]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    assert "Ready" in rag("index").stdout
    answer = orjson.loads(rag("ask", "Skerry Rules rule 15", "--json").stdout)
    assert answer["status"] == "answered"
    assert answer["claims"][0]["citations"][0]["locator"] == "15"
    batch = tmp_path / "questions.jsonl"
    batch.write_text('{"id": "a", "question": "Skerry Rules rule 15"}\n{"id": "b", "question": ""}\n')
    given = rag("ask", "--jsonl", str(batch))
    assert given.returncode == 3
    assert [orjson.loads(line)["id"] for line in given.stdout.splitlines()] == ["a", "b"]
    again = orjson.loads(rag("ask", "Skerry Rules rule 15", "--json").stdout)
    assert {**again, "timings_ms": None} == {**answer, "timings_ms": None}
    assert len(orjson.loads(rag("search", "lamp oil", "--json", "--top", "3").stdout)["passages"]) == 3
    assert rag("ask", "").returncode == 2
