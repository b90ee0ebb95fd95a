"""Snapshots are whole or not there; damage and staleness are seen; a killed build loses nothing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from numpy.typing import NDArray

from corpus.errors import SnapshotError, StoreBusy, StoreUnwritable
from corpus.holdings import in_scope
from corpus.settings import Settings
from corpus.store import Store
from corpus.types import Language
from rag.adapters.chroma import ChromaIndex
from rag.adapters.embedding import LlamaIndexEmbedding
from rag.embedder.fake import HashEmbedder
from rag.index import Index
from rag.ports import Reading
from rag.snapshot import build_snapshot, corpus_version, open_snapshot

from .conftest import sample_store, silent

ROOT = Path(__file__).resolve().parents[2]


def settings_of(folder: Path) -> Settings:
    return Settings(data=folder, texts=None, port=0, offline=True)


def built(folder: Path) -> tuple[Store, Path]:
    store = sample_store(folder)
    return store, build_snapshot(settings_of(folder), store, in_scope(store, "sample"), HashEmbedder(), silent)


def opened(store: Store, path: Path) -> Index:
    return open_snapshot(path, in_scope(store, "sample"), path.name)


def test_nearest_equals_exact_scan(tmp_path: Path) -> None:
    """The top 50 of the vector index are those of an exact scan, ties in citation order."""
    store, path = built(tmp_path)
    index = opened(store, path)
    assert isinstance(index.vectors, ChromaIndex)
    vectors, embedder = index.vectors.vectors(), HashEmbedder()
    for question in ("lamp oil", "who may open a letter", "邮袋", "night watch of a child"):
        vector = embedder.embed_question(question)
        exact = np.round(vectors @ vector, 6)
        expected = sorted(range(len(exact)), key=lambda row: (-exact[row], row))[:50]
        hits = index.vectors.nearest(vector, 50)
        np.testing.assert_allclose([hit.cosine for hit in hits], exact[expected], atol=2e-6)
        clear = [row for row in expected if exact[row] > exact[expected[-1]] + 1e-5]
        assert {hit.row for hit in hits} >= set(clear)


def test_rows_are_wordings(tmp_path: Path) -> None:
    """Each wording, asked for in its own words, is its own nearest row."""
    store, path = built(tmp_path)
    index, embedder = opened(store, path), HashEmbedder()
    for row, wording in list(enumerate(index.wordings))[::7]:
        vector = embedder.embed_passages([wording.text])[0]
        best = index.vectors.nearest(vector, 3)
        assert row in {hit.row for hit in best if hit.cosine > 0.9999}


def test_llama_index_reads_the_same_vectors(tmp_path: Path) -> None:
    """LlamaIndex's own retriever over the finished collection finds the row that we find first, with where it leads."""
    store, path = built(tmp_path)
    index, embedder = opened(store, path), HashEmbedder()
    assert isinstance(index.vectors, ChromaIndex)
    retriever = index.vectors.as_llama_index(LlamaIndexEmbedding.over(embedder)).as_retriever(similarity_top_k=1)
    (found,) = retriever.retrieve("who may open a letter")
    (ours,) = index.vectors.nearest(embedder.embed_question("who may open a letter"), 1)
    assert int(found.node_id) == ours.row
    assert found.metadata["reference"] == str(index.wordings[ours.row].reference)


class FullDisk(HashEmbedder):
    """An embedder under whom the disk is full."""

    def read(self, texts: Sequence[str]) -> tuple[Reading, ...]:
        """Nothing."""
        raise OSError(28, f"No space left on device for {len(texts)} vectors")


def chroma_of(path: Path) -> Path:
    (found,) = path.glob("chroma*")
    return found


def remove_graph(path: Path) -> None:
    shutil.rmtree(next(p for p in chroma_of(path).iterdir() if p.is_dir()))


def flip_bytes(path: Path) -> None:
    data = next(chroma_of(path).glob("*/data_level0.bin"))
    content = bytearray(data.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 400] = bytes(400)
    data.write_bytes(content)


def empty_database(path: Path) -> None:
    (chroma_of(path) / "chroma.sqlite3").write_bytes(b"")


def remove_manifest(path: Path) -> None:
    (path / "manifest.json").unlink()


def break_manifest(path: Path) -> None:
    (path / "manifest.json").write_text('{"rows"')


def change_vectors(path: Path) -> None:
    change(path / "readings" / "vectors.npy")


def change_tokens(path: Path) -> None:
    change(path / "readings" / "tokens.npy")


def change_starts(path: Path) -> None:
    change(path / "readings" / "starts.npy")


def change_mean(path: Path) -> None:
    change(path / "readings" / "mean.npy")


def cut_tokens(path: Path) -> None:
    content = (path / "readings" / "tokens.npy").read_bytes()
    (path / "readings" / "tokens.npy").write_bytes(content[:-1])


def remove_lengths(path: Path) -> None:
    (path / "readings" / "lengths.npy").unlink()


def change_lexical(path: Path) -> None:
    change(next((path / "lexical" / "ask").glob("data*")))


def remove_lexical(path: Path) -> None:
    shutil.rmtree(path / "lexical")


def change_store(path: Path) -> None:
    """One letter of a provision's words, which SQLite itself does not notice."""
    content = (path / "store.sqlite3").read_bytes()
    assert content.count(b"forty nights") == 1
    (path / "store.sqlite3").write_bytes(content.replace(b"forty nights", b"ninty nights"))


def old_manifest(path: Path) -> None:
    (path / "manifest.json").write_text('{"rows": 247, "vectors": "0", "graph": "0"}')


def change(file: Path) -> None:
    """One bit in the middle."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


DAMAGE = [
    *(remove_graph, flip_bytes, empty_database, remove_manifest, break_manifest, old_manifest),
    *(change_vectors, change_tokens, change_starts, change_mean, cut_tokens, remove_lengths),
    *(change_lexical, remove_lexical, change_store),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Path]:
    """A store and its snapshot, to be copied and not to be touched."""
    return built(tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_seen(whole: tuple[Store, Path], tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """A damaged snapshot is refused with the command that mends it."""
    store, path = whole
    copy = shutil.copytree(path, tmp_path / path.name)
    damage(copy)
    with pytest.raises(SnapshotError, match="make index"):
        opened(store, copy)


def test_copy_opens(whole: tuple[Store, Path], tmp_path: Path) -> None:
    """A snapshot copied to another place opens there: names, sizes and contents count, places and times do not."""
    store, path = whole
    assert opened(store, shutil.copytree(path, tmp_path / path.name)).wordings


@pytest.mark.parametrize("damage", [flip_bytes, cut_tokens, remove_manifest])
def test_damage_is_mended(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """Building again mends a damaged snapshot."""
    store, path = built(tmp_path)
    damage(path)
    again = build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), HashEmbedder(), silent)
    assert opened(store, again).vectors.nearest(HashEmbedder().embed_question("oil"), 1)


def test_new_build_is_not_the_one_held_open(tmp_path: Path) -> None:
    """Whoever still has a snapshot open, and opens what was built in its place, is given the new build: its damage is seen."""
    store, path = built(tmp_path)
    held, before = opened(store, path), chroma_of(path).name
    again = build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), HashEmbedder(), silent)
    assert again == path
    assert chroma_of(again).name != before
    empty_database(again)
    with pytest.raises(SnapshotError, match="make index"):
        opened(store, again)
    assert isinstance(held.vectors, ChromaIndex)
    held.vectors.close()


def test_build_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last rename fails, the snapshot that was moved aside for it is put back, and opens."""
    store, path = built(tmp_path)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name.startswith(".building-"):
            raise OSError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(StoreUnwritable, match="Permission denied"):
        build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), HashEmbedder(), silent)
    assert opened(store, path).wordings


def test_snapshot_moved_aside_is_put_back(tmp_path: Path) -> None:
    """A build killed between its two renames: the next one begins by putting the snapshot back."""
    store, path = built(tmp_path)
    path.rename(path.with_name(f".replaced-{path.name}"))

    (tmp_path / "readings.sqlite3").unlink()
    with pytest.raises(StoreUnwritable, match="No space left"):
        build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), FullDisk(), silent)
    assert opened(store, path).wordings
    build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), HashEmbedder(), silent)
    assert not list((tmp_path / "snapshots").glob(".*"))


def test_scopes_keep_one_another_s_snapshots(tmp_path: Path) -> None:
    """Each scope keeps its latest snapshots, however many are built of another."""
    store, path = built(tmp_path)
    other = shutil.copytree(path, path.with_name("of-another-scope"))
    manifest = other / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("sample-rules", "sample-letters"), "utf-8")
    made = []
    for number in range(3):
        embedder = HashEmbedder()
        embedder.name = f"hash-{number}"
        made.append(build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), embedder, silent))
    assert {one for one in (tmp_path / "snapshots").iterdir() if one.is_dir()} == {other, *made[1:]}


def test_changed_text_is_another_version(tmp_path: Path) -> None:
    """One changed letter of a text makes the old snapshot stale."""
    store, path = built(tmp_path)
    (text,) = [t for t in store.texts() if t.instrument == "sample-rules" and t.language is Language.EN]
    provisions = store.provisions("sample-rules", Language.EN)
    store.remove_text("sample-rules", Language.EN)
    assert corpus_version(store, in_scope(store, "sample"), HashEmbedder().name) != path.name
    store.put_text(text, provisions)
    assert corpus_version(store, in_scope(store, "sample"), HashEmbedder().name) == path.name


def test_one_builder_at_a_time(tmp_path: Path) -> None:
    """While another process builds, a second builder is told so at once."""
    store = sample_store(tmp_path)
    with FileLock(tmp_path / "build.lock"), pytest.raises(StoreBusy, match="Another process"):
        build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), HashEmbedder(), silent)


def test_nothing_is_embedded_twice(tmp_path: Path) -> None:
    """A second build asks the embedder for nothing."""
    store, _ = built(tmp_path)

    class Counting(HashEmbedder):
        """Counts what it is asked for."""

        asked = 0

        def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            Counting.asked += len(texts)
            return super().embed_passages(texts)

    build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), Counting(), silent)
    assert Counting.asked == 0


def test_full_disk_keeps_the_old(tmp_path: Path) -> None:
    """A disk that fills up while building gives a clear error, and the old snapshot still opens."""
    store, path = built(tmp_path)

    (tmp_path / "readings.sqlite3").unlink()
    with pytest.raises(StoreUnwritable, match="No space left"):
        build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), FullDisk(), silent)
    assert opened(store, path).wordings


BUILDER = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.rag.conftest import sample_store, silent
from corpus.holdings import in_scope
from corpus.settings import Settings
from rag.embedder.fake import HashEmbedder
from rag.snapshot import build_snapshot

class Slow(HashEmbedder):
    name = "slow"
    def embed_passages(self, texts):
        time.sleep(0.1)
        return super().embed_passages(texts)

folder = Path(sys.argv[1])
store = sample_store(folder)
print("building", flush=True)
build_snapshot(Settings(data=folder, texts=None, port=0, offline=True), store, in_scope(store, "sample"), Slow(), silent)
print("built", flush=True)
"""


@pytest.mark.slow
def test_killed_builds_lose_nothing(tmp_path: Path) -> None:
    """Twenty builds killed at different moments: the old snapshot opens after each, and no provision is lost."""
    store, path = built(tmp_path)
    before = [p.locator for p in store.provisions("sample-rules", Language.EN)]
    finished = 0
    for round_ in range(20):
        (tmp_path / "readings.sqlite3").unlink(missing_ok=True)
        builder = subprocess.Popen(
            [sys.executable, "-c", BUILDER, str(tmp_path), str(ROOT)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert builder.stdout is not None
        assert builder.stdout.readline() == "building\n"
        time.sleep(0.02 + round_ * 0.04)
        os.kill(builder.pid, signal.SIGKILL)
        finished += "built" in (builder.communicate()[0] or "")
        fresh = Store(tmp_path / "store.sqlite3")
        assert [p.locator for p in fresh.provisions("sample-rules", Language.EN)] == before
        assert len(opened(fresh, path).library.references) > 40
        fresh.close()
    assert finished < 20
    again = build_snapshot(settings_of(tmp_path), store, in_scope(store, "sample"), HashEmbedder(), silent)
    assert opened(store, again).wordings
    assert not list((tmp_path / "snapshots").glob(".building-*"))
