"""The README says what the program does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_example_is_what_the_program_answers(texts: Path) -> None:
    """The README's example is the program's answer on the official texts.

    Their index takes minutes to build, so it is the one that `make test` built beforehand to hold the smoke set to its gates.
    """
    data = ROOT / "build" / "gate"
    environment = {**os.environ, "PINPOINT_TEXTS": str(texts), "PINPOINT_DATA": str(data), "PINPOINT_OFFLINE": "1"}
    command = [sys.executable, str(ROOT / "docs" / "examples.py"), "--check"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-2000:]


def test_commands_exist() -> None:
    """Every make target and module command that the README names exists."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"(?:`|^|\$ |folder )make ([a-z]+)", readme, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for package, verb in set(re.findall(r"python -m (rag|corpus) ([a-z]+)", readme)):
        cli = (ROOT / package / "cli.py").read_text(encoding="utf-8")
        assert re.search(rf'def {verb}_?\(|name="{verb}"', cli), verb


def test_links_lead_somewhere() -> None:
    """Every file that the README links to is there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (ROOT / link).exists(), link


def test_every_dependency_is_explained() -> None:
    """Each package that we ask for has a line in the docs that says why."""
    asked = re.findall(r"^([A-Za-z0-9_-]+)==", (ROOT / "requirements.in").read_text(encoding="utf-8"), re.MULTILINE)
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert [name for name in asked if not re.search(rf"\| [^|]*\b{name}\b", explained)] == []
