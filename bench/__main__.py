"""`python -m bench`: seconds to build, milliseconds a question, start-up and memory, beside plain LlamaIndex on Chroma.

Both sides index the same provisions with the same model in one run; read the ratios, not the seconds. The data folder
is a fresh one, so that nothing is warm but the converted model.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from corpus.holdings import in_scope
from corpus.settings import Settings
from rag.pipeline import Pipeline
from rag.snapshot import build_snapshot, corpus_version, open_snapshot
from rag.wiring import open_embedder, open_store

QUESTIONS = (
    "How long may someone be kept alone in a cell?",
    "Can a baby stay with its mother?",
    "Who may look into a complaint?",
    "Must the food be healthy?",
    "May guards read letters to a lawyer?",
    "What happens when probation is broken?",
    "At what age can a child be charged?",
    "Is there a doctor at admission?",
    "最多可以关多久禁闭？",
    "孩子能和母亲住在一起吗？",
    "谁来处理投诉？",
    "违反缓刑规定会怎样？",
)
"""Questions of the bench's own; speed does not hang on what is asked."""
ROUNDS = 8


def main() -> None:
    """Measure and print."""
    settings = Settings.from_environment()
    with tempfile.TemporaryDirectory(prefix="pinpoint-bench-") as folder:
        _measure(replace(settings, data=Path(folder)), settings.model)


def _measure(settings: Settings, model: Path) -> None:
    settings.data.mkdir(exist_ok=True)
    settings.model.symlink_to(model)
    embedder = open_embedder(settings)
    started = time.perf_counter()
    store = open_store(settings, "core")
    _row("texts, digests and scenarios into the store", time.perf_counter() - started, "s")
    instruments = in_scope(store, "core")
    version = corpus_version(store, instruments, embedder.name)
    first = _timed(lambda: build_snapshot(settings, store, instruments, embedder, _no_step))
    again = _timed(lambda: build_snapshot(settings, store, instruments, embedder, _no_step))
    index = open_snapshot(settings.snapshots / version, instruments, version)
    _row(f"first index, {len(index.library.references):,} provisions, {len(index.wordings):,} wordings", first, "s")
    _row("index again, nothing embedded anew", again, "s")
    pipeline = Pipeline(index, embedder)
    for question in QUESTIONS:
        pipeline.ask(question)
    answers = [pipeline.ask(question) for _ in range(ROUNDS) for question in QUESTIONS]
    for stage in ("refer", "retrieve", "decide", "compose", "verify", "total"):
        _spread(f"ask: {stage}", [a.timings_ms[stage] for a in answers if stage in a.timings_ms])
    _parts(pipeline)
    _peer(settings, pipeline)
    environment = {"PINPOINT_DATA": str(settings.data)}
    command = [sys.executable, "-m", "rag", "ask", QUESTIONS[0]]
    _row("start of `ask`, whole process", _timed(lambda: _run(command, environment)), "s")
    _row("peak memory of this process", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MiB")


def _parts(pipeline: Pipeline) -> None:
    """The encoder, dense and lexical search, and all of retrieval apart."""
    from corpus.language import detect  # noqa: PLC0415 - beside what it serves
    from rag.retrieve import read_question, retrieve  # noqa: PLC0415
    from rag.signals import lexical_signals  # noqa: PLC0415

    index, embedder = pipeline.index, pipeline.embedder
    asked = [read_question(index, embedder, question, detect(question)) for question in QUESTIONS]
    _spread("part: encoder", [_ms(partial(embedder.read, [question])) for question in QUESTIONS * ROUNDS])
    _spread("part: dense, every cosine", [_ms(partial(index.readings.cosines, a.reading.vector)) for a in asked * ROUNDS])
    _spread("part: lexical", [_ms(partial(lexical_signals, index, a)) for a in asked * ROUNDS])
    _spread("part: retrieval without the encoder", [_ms(partial(retrieve, index, a, 60)) for a in asked * ROUNDS])


def _peer(settings: Settings, pipeline: Pipeline) -> None:
    """Plain LlamaIndex over Chroma with its defaults: the same texts and the same model."""
    import chromadb  # noqa: PLC0415 - the peer alone needs them here
    from llama_index.core import StorageContext, VectorStoreIndex  # noqa: PLC0415
    from llama_index.core.schema import TextNode  # noqa: PLC0415
    from llama_index.vector_stores.chroma import ChromaVectorStore  # noqa: PLC0415

    from rag.adapters.embedding import LlamaIndexEmbedding  # noqa: PLC0415

    client = chromadb.PersistentClient(path=str(settings.data / "peer"), settings=chromadb.Settings(anonymized_telemetry=False))
    collection = client.create_collection("peer", embedding_function=None)
    storage = StorageContext.from_defaults(vector_store=ChromaVectorStore(chroma_collection=collection))
    embedding = LlamaIndexEmbedding.over(pipeline.embedder)
    texts = [wording.text for wording in pipeline.index.wordings]
    nodes = [TextNode(text=text, id_=str(row)) for row, text in enumerate(texts)]
    started = time.perf_counter()
    peer = VectorStoreIndex(nodes[:5_000], storage_context=storage, embed_model=embedding)
    if len(nodes) > 5_000:
        peer.insert_nodes(nodes[5_000:10_000])
    seconds = time.perf_counter() - started
    taken = min(len(nodes), 10_000)
    _row(f"peer: LlamaIndex + Chroma, first index of {taken:,} wordings", seconds, "s")
    retriever = peer.as_retriever(similarity_top_k=10)
    retriever.retrieve(QUESTIONS[0])
    _spread("peer: 10 nearest, encoder included", [_ms(partial(retriever.retrieve, q)) for q in QUESTIONS * ROUNDS])


def _run(command: Sequence[str], environment: dict[str, str]) -> None:
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})  # noqa: S603 - our own


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _ms(work: Callable[[], object]) -> float:
    return _timed(work) * 1000


def _row(what: str, value: float, unit: str) -> None:
    print(f"{what:72} {value:9.2f} {unit}")


def _spread(what: str, values: Sequence[float]) -> None:
    ordered = sorted(values)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    print(f"{what:72} {statistics.median(ordered):9.2f} ms median {p95:9.2f} ms p95")


def _no_step(done: int, total: int) -> None:
    """Nobody waits for these steps."""


if __name__ == "__main__":
    main()
