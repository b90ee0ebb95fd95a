"""The command line: what goes where, and which exit code ends it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner, Result

from eval.cli import app
from rag.wiring import open_pipeline
from tests.eval.sample import write_sets
from tests.lending import Lend

Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run a verb in a data folder of its own on the sample question sets."""
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path / "data"))
    for name in ("PINPOINT_TEXTS", "PINPOINT_LLM"):
        monkeypatch.delenv(name, raising=False)
    sets = write_sets(tmp_path / "sets")

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, [*words, "--folder", str(sets)])

    return run


WRONG = [
    (["run", "--split", "tset"], "'tset' is none of dev, test, all, smoke"),
    (["run", "--lang", "en,xx"], "'xx' is none of en, zh, fr, es, ru, ar"),
    (["run", "--system", "oracel"], "'oracel' is none of assistant, oracle"),
    (["run", "--ids", "s999"], "No item is called s999. There are: s001"),
    (["run", "--judge"], "Set PINPOINT_LLM (openai-like, ollama or anthropic) and PINPOINT_LLM_MODEL"),
    (["score", "--judge"], "Set PINPOINT_LLM (openai-like, ollama or anthropic) and PINPOINT_LLM_MODEL"),
    (["score"], "No finished run is in"),
    (["score", "nobody"], "No run is called 'nobody'"),
    (["compare", "nobody", "none"], "No run is called 'nobody'"),
    (["gate", "nobody"], "No run is called 'nobody'"),
    (["report", "nobody"], "No run is called 'nobody'"),
    (["gate", "--gates", "."], "A file of the right shape is printed by: python -m eval gate --ratchet"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_wrong_use(call: Call, words: list[str], told: str) -> None:
    """Wrong use exits 2 and says what there is, before anything is opened."""
    result = call(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_datasets(call: Call, tmp_path: Path) -> None:
    """The lock is checked: agreement is printed while it holds, a changed set exits 2 by name."""
    assert call("datasets").exit_code == 0
    with (tmp_path / "sets" / "smoke.txt").open("a", encoding="utf-8") as file:
        file.write("s004\n")
    result = call("datasets")
    assert result.exit_code == 2
    assert "smoke.txt" in result.stderr


@pytest.mark.slow
def test_from_run_to_report(call: Call, tmp_path: Path, lend: Lend, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the real embedder on the sample: run, score, gate, ratchet, gate again, compare, report."""
    lend(tmp_path / "data")
    monkeypatch.setattr("eval.wiring.open_pipeline", cache(open_pipeline))  # opened once for all verbs
    ran = call("run", "--scope", "sample", "--split", "smoke")
    assert ran.exit_code == 0
    assert ran.stdout.startswith("# Evaluation of assistant:")
    scored = call("score", "--scope", "sample", "--json")
    report = orjson.loads(scored.stdout)
    name = report["record"]["id"]
    assert report["record"]["cached"] == 0
    assert report["record"]["made"]["holdings"] == "official"

    gates = tmp_path / "gates.toml"
    missing = call("gate", name, "--scope", "sample", "--gates", str(gates))
    assert (missing.exit_code, "FAILS smoke on official: there are no gates" in missing.stdout) == (1, True)
    raised = call("gate", name, "--scope", "sample", "--gates", str(gates), "--ratchet")
    assert raised.exit_code == 0
    gates.write_text(raised.stdout, encoding="utf-8")
    held = call("gate", "--scope", "sample", "--gates", str(gates))
    assert held.exit_code == 0, held.stdout
    gates.write_text(raised.stdout.replace("type.lookup]\nright = 0", "type.lookup]\nright = 1"), encoding="utf-8")
    fallen = call("gate", "--scope", "sample", "--gates", str(gates))
    assert (fallen.exit_code, "FAILS type.lookup.right" in fallen.stdout) == (1, True)

    oracle = call("run", "--scope", "sample", "--split", "smoke", "--system", "oracle")
    assert "# Evaluation of oracle: 100.0 % right" in oracle.stdout
    newest = orjson.loads(call("score", "--scope", "sample", "--json").stdout)["record"]["id"]
    compared = call("compare", name, newest, "--scope", "sample")
    assert "- system: assistant → oracle" in compared.stdout
    assert call("compare", name, "nobody", "--scope", "sample").exit_code == 2

    written = call("report", name, "--scope", "sample", "--out", str(tmp_path / "out"))
    assert written.exit_code == 0
    files = {Path(line).name for line in written.stdout.split()}
    assert files == {"report.html", "report.md", "report.json", "junit.xml", "inspect.json"}
    assert all((tmp_path / "out" / file).stat().st_size > 500 for file in files)
    ranked = call("baselines", "--scope", "sample")
    assert ranked.exit_code in (0, 1)
    assert ranked.stdout.startswith("| system | right")
