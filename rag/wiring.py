"""The composition root: settings, store, embedder and index put together into a pipeline.

The only place that chooses adapters. Sets up what is missing or older than its inputs, then opens it.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import SnapshotError
from corpus.holdings import import_into, in_scope, load_asked, load_boundaries, load_digests, load_sample, load_scenarios
from corpus.library import Library
from corpus.settings import Settings
from corpus.store import Store
from corpus.types import Instrument
from rag.drafting.drafted import Drafter
from rag.drafting.drafter import Limits, ModelDrafter
from rag.embedder.convert import convert
from rag.embedder.onnx import OnnxEmbedder
from rag.index import Index
from rag.pipeline import Pipeline
from rag.ports import Embedder, Entailment, Progress, TokenEmbedder
from rag.progress import progress, say
from rag.snapshot import build_snapshot, corpus_version, open_snapshot
from rag.weights import fitted_for


def open_store(settings: Settings, scope: str) -> Store:
    """The store, brought up to its inputs: texts of `PINPOINT_TEXTS`, digests, and the samples where a scope names them."""
    store = Store(settings.store)
    if settings.texts is not None:
        import_into(store, settings.texts, say)
    load_digests(store, say)
    load_scenarios(store, say)
    load_boundaries(store, say)
    load_asked(store, say)
    if "sample" in scope:
        load_sample(store, say)
    return store


def open_library(scope: str) -> Library:
    """All that the instruments in scope say, without an index."""
    store = open_store(Settings.from_environment(), scope)
    return Library.read(store, in_scope(store, scope))


def open_pipeline(scope: str, settings: Settings | None = None, watch: Progress | None = None) -> Pipeline:
    """A pipeline over a fresh index; builds it where it is missing, damaged or stale, and tells `watch` how far it is."""
    settings = settings or Settings.from_environment()
    drafter = open_drafter(settings)  # before the work begins: a wrong setting is told at once
    store = open_store(settings, scope)
    instruments = in_scope(store, scope)
    embedder = open_embedder(settings)
    return Pipeline(fresh_index(settings, store, instruments, embedder, watch), embedder, drafter)


def prepare(scope: str, *, rebuild: bool = False) -> str:
    """Set everything up; gives a line on what is ready."""
    settings = Settings.from_environment()
    store = open_store(settings, scope)
    instruments = in_scope(store, scope)
    embedder = open_embedder(settings)
    if rebuild:
        _build(settings, store, instruments, embedder)
    index = fresh_index(settings, store, instruments, embedder)
    return (
        f"Ready: {len(instruments)} instruments, {len(index.library.references):,} provisions, "
        f"{len(index.wordings):,} wordings, corpus version {index.version}."
    )


def fresh_index(
    settings: Settings,
    store: Store,
    instruments: tuple[Instrument, ...],
    embedder: Embedder,
    watch: Progress | None = None,
) -> Index:
    """The index of the store as it stands."""
    version = corpus_version(store, instruments, embedder.name)
    folder = settings.snapshots / version
    try:
        return open_snapshot(folder, instruments, version)
    except SnapshotError as error:
        if folder.exists():
            say(f"{error.message} It is rebuilt.")
    return open_snapshot(_build(settings, store, instruments, embedder, watch), instruments, version)


def open_embedder(settings: Settings) -> Embedder:
    """The embedder, converted first where that has not been done; says where no weights were fitted for what it makes."""
    convert(settings.model, say)
    embedder = OnnxEmbedder(settings.model)
    if embedder.name != fitted_for():
        say(
            f"The weights of the decision were fitted for {fitted_for()}, the embedder in {settings.model} is {embedder.name}: "
            "how a question leans is left out. Remove that folder and run: make index."
        )
    return embedder


def open_drafter(settings: Settings) -> Drafter | None:
    """The language model that drafts, where the settings turn one on; raises BadInput where they do not suffice."""
    llm = settings.llm
    if llm is None:
        return None
    from rag.adapters.llm import open_language_model  # noqa: PLC0415 - LlamaIndex takes a second to load

    return ModelDrafter(open_language_model(llm, offline=settings.offline), Limits.of(llm), LazyTokens(settings))


class LazyTokens:
    """The embedder's token vectors, opened when first asked for: a claim that is settled before needs no model."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _embedder(self) -> TokenEmbedder:
        return open_tokens(self._settings)

    def token_vectors(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], ...]:
        """See `TokenEmbedder`."""
        return self._embedder.token_vectors(texts)

    def token_spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """See `TokenEmbedder`."""
        return self._embedder.token_spans(text)

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:
        """See `EntailmentModel`."""
        return self._embedder.entailment(premise, hypothesis, question=question)


def open_tokens(settings: Settings) -> TokenEmbedder:
    """The same embedder, for its token vectors."""
    convert(settings.model, say)
    return OnnxEmbedder(settings.model)


def _build(
    settings: Settings,
    store: Store,
    instruments: tuple[Instrument, ...],
    embedder: Embedder,
    watch: Progress | None = None,
) -> Path:
    with progress("Indexing") as step:

        def both(done: int, total: int) -> None:
            step(done, total)
            if watch is not None:
                watch(done, total)

        return build_snapshot(settings, store, instruments, embedder, both)
