"""docs/api.md says what the API does: its examples are run, and what they print is compared."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rag.api.conftest import Live

DOCS = Path(__file__).resolve().parents[3] / "docs" / "api.md"
_BLOCK = re.compile(r"```(sh|python)\n(.*?)```\n(?:\n```text\n(.*?)```)?", re.DOTALL)
_ADDRESS = "http://127.0.0.1:8501"
EXAMPLES = [
    pytest.param(kind, code, printed, id=f"line {DOCS.read_text(encoding='utf-8').count(chr(10), 0, found.start()) + 1}")
    for found in _BLOCK.finditer(DOCS.read_text(encoding="utf-8"))
    for kind, code, printed in [found.groups()]
]


def run(kind: str, code: str, address: str) -> subprocess.CompletedProcess[str]:
    """Run an example against a server in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-c"] if kind == "python" else ["bash", "-euo", "pipefail", "-c"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "NO_PROXY": "127.0.0.1"}
    return subprocess.run(
        [*command, code.replace(_ADDRESS, address)], capture_output=True, text=True, check=False, env=environment, timeout=60
    )


@pytest.mark.parametrize(("kind", "code", "printed"), EXAMPLES)
def test_example(live: Live, kind: str, code: str, printed: str | None) -> None:
    """An example of the docs runs and prints what the docs say."""
    if kind == "sh" and not (shutil.which("curl") and shutil.which("jq")):
        pytest.skip("no curl and jq: apt-get install curl jq")
    done = run(kind, code, live.address)
    assert done.returncode == 0, done.stderr
    if printed is not None:
        assert done.stdout == printed


def test_examples_are_found() -> None:
    """The page has examples of both kinds, and nearly all say what they print."""
    kinds = [param.values[0] for param in EXAMPLES]
    assert kinds.count("sh") >= 5
    assert kinds.count("python") >= 5


def test_settings_are_all_told_of() -> None:
    """Every variable that the settings read is on a page of the docs or in the README."""
    settings = (DOCS.parents[1] / "corpus" / "settings.py").read_text(encoding="utf-8")
    told = "".join(page.read_text(encoding="utf-8") for page in (*DOCS.parent.glob("*.md"), DOCS.parents[1] / "README.md"))
    for name in set(re.findall(r'"(PINPOINT_[A-Z_]+)"', settings)):
        assert name in told, name
