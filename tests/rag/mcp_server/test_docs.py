"""docs/mcp.md says what the server does: its examples are run, its tables held to what the server lists."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from rag.mcp_server.desk import Desk
from rag.mcp_server.serve import PATH, http_app
from rag.mcp_server.server import create_server
from rag.pipeline import Pipeline
from tests.rag.api.serving import listening, settings_in
from tests.rag.api.test_docs import run
from tests.rag.mcp_server.asking import asked, called, said

DOCS = (Path(__file__).resolve().parents[3] / "docs" / "mcp.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(sh|python)\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def address(skerry: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server on a free port of loopback."""
    settings = settings_in(tmp_path_factory.mktemp("docs"))
    with listening(http_app(create_server(Desk(skerry)), settings), settings) as at:
        yield at


@pytest.mark.parametrize(("kind", "code", "printed"), BLOCK.findall(DOCS), ids=["client", "curl"])
def test_example(address: str, kind: str, code: str, printed: str) -> None:
    """An example runs and prints what the page says."""
    if kind == "sh" and not (shutil.which("curl") and shutil.which("jq")):
        pytest.skip("no curl and jq: apt-get install curl jq")
    assert f"http://127.0.0.1:8502{PATH}" in code
    done = run(kind, code.replace("http://127.0.0.1:8502", address), address)
    assert done.returncode == 0, done.stderr
    assert done.stdout == printed


def test_tools_are_told_of(skerry: Pipeline) -> None:
    """The table has a row for each tool, naming all that it takes."""
    rows = {row[0]: row[1] for row in re.findall(r"^\| `(\w+)` \| (.*?) \| .* \|$", DOCS, re.MULTILINE)}
    tools = {tool.name: tool for tool in asked(skerry, lambda client: client.list_tools()).tools}
    assert set(rows) == set(tools)
    for name, tool in tools.items():
        assert re.findall(r"`(\w+)`(?! ?\))", re.sub(r"\([^)]*\)", "", rows[name])) == list(tool.input_schema["properties"])


def test_resources_and_prompts_are_told_of(skerry: Pipeline) -> None:
    """Every template and prompt stands on the page."""
    templates = asked(skerry, lambda client: client.list_resource_templates()).resource_templates
    for one in templates:
        assert f"`{one.uri_template}`" in DOCS
    for prompt in asked(skerry, lambda client: client.list_prompts()).prompts:
        takes = ", ".join(one.name for one in prompt.arguments or ())
        assert re.search(rf"`{prompt.name}`\s+\({takes}\)", DOCS)


def test_error_is_as_told(skerry: Pipeline) -> None:
    """The error on the page is the one that comes."""
    assert f"```text\n{said(called(skerry, 'fetch', {'id': 'nothing'}))}\n```" in DOCS


def test_configurations_agree() -> None:
    """Each configuration is JSON, and those that start a process start the same one."""
    loaded = [orjson.loads(block) for block in re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL)]
    entries = [next(iter(one.values()))["pinpoint"] for one in loaded]
    assert entries[1] == {"type": "stdio", **entries[0]}
    assert entries[2] == {"url": f"http://127.0.0.1:8502{PATH}"}
