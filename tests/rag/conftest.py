"""A pipeline over the sample instrument with a fake embedder; built once for all tests of the stages."""

from pathlib import Path

import pytest

from corpus.holdings import in_scope, load_sample
from corpus.library import Library
from corpus.settings import Settings
from corpus.store import Store
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline
from rag.snapshot import build_snapshot, open_snapshot


def silent(*_: object) -> None:
    """Nobody waits for a test."""


def sample_store(folder: Path, *, digests: bool = True) -> Store:
    """A store that holds the sample instrument, with its digests or without."""
    store = Store(folder / "store.sqlite3")
    load_sample(store, silent)
    if not digests:
        store.put_digests("sample-rules", (), "none")
    return store


def sample_pipeline(folder: Path, *, digests: bool = True) -> Pipeline:
    """A pipeline over the sample instrument in a folder of its own."""
    settings = Settings(data=folder, texts=None, port=0, offline=True)
    store = sample_store(folder, digests=digests)
    instruments = in_scope(store, "sample")
    embedder = HashEmbedder()
    built = build_snapshot(settings, store, instruments, embedder, silent)
    return Pipeline(open_snapshot(built, instruments, built.name), embedder)


@pytest.fixture(scope="session")
def skerry(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """The sample instrument with its digests."""
    return sample_pipeline(tmp_path_factory.mktemp("skerry"))


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """The sample instrument without digests."""
    return sample_pipeline(tmp_path_factory.mktemp("bare"), digests=False)


@pytest.fixture(scope="session")
def library(skerry: Pipeline) -> Library:
    """All that the sample instrument says."""
    return skerry.index.library
