"""The embedder at run time: a converted folder, run by onnxruntime; implements `Embedder` and `TokenEmbedder`.

What is searched with is read by a network that was fitted to it; passages and questions that others embed, and texts that are
read closely, by the one that came. All but the first are opened when they are first wanted.

Texts are embedded one by one, on as many threads as are given: what a text is embedded with can then not move its
vector, and no time goes into padding. Refuses to open a folder that is not whole.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rag.embedder.adapter import CLAIMS, QUESTIONS, SEARCH
from rag.embedder.manifest import ADAPTED, NETWORK, TOKENIZER, read_manifest
from rag.embedder.network import EMBEDDING, ENTAILMENT, IDS, TOKENS
from rag.ports import Entailment, Reading

_PASSAGE, _QUESTION = "passage: ", "query: "
"""What the model was taught to read before texts that are to be found, and before questions."""

_CLAIM = "claim: "
"""What the model of entailment was taught to read before claims; questions have their own mark."""
_HYPOTHESIS, _PREMISE = 70, 160
"""Tokens that it reads of a hypothesis and of a premise, at most."""

_ERRORS_ONLY = 3


class OnnxEmbedder:
    """multilingual-e5-small: 384 numbers a text, of which it reads 512 tokens at most.

    Any number of threads may use one at once; each question runs on its caller's.
    """

    def __init__(self, folder: Path, *, threads: int = 2) -> None:
        """Open a converted folder; raises ModelError where it is missing or damaged.

        `threads` is how many texts are embedded at a time.
        """
        self.name = read_manifest(folder).name
        self._folder = folder
        self._threads = threads
        self._sessions: dict[str, onnxruntime.InferenceSession] = {}
        self._opening = Lock()
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._before = len(self._ids(_QUESTION.strip())) - 1
        self.dimensions: int = self._session(ADAPTED[SEARCH]).get_outputs()[0].shape[-1]

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of texts that are to be found, shape (len(texts), 384), each of length one."""
        vectors = np.empty((len(texts), self.dimensions), np.float32)
        for row, vector in enumerate(self._each([_PASSAGE + text for text in texts], EMBEDDING)):
            vectors[row] = vector
        return vectors

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """Vector of a question, shape (384,), of length one."""
        return self._run(_QUESTION + text, EMBEDDING)

    def read(self, texts: Sequence[str]) -> tuple[Reading, ...]:
        """Texts that are searched with and among, read as questions, with the vectors of their own tokens."""
        if len(texts) == 1:
            return (self._reading(texts[0]),)
        order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        with ThreadPoolExecutor(self._threads) as pool:
            found = dict(zip(order, pool.map(lambda place: self._reading(texts[place]), order), strict=True))
        return tuple(found[place] for place in range(len(texts)))

    def token_vectors(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], ...]:
        """For each text the vectors of its own tokens, shape (tokens, 384), each of length one.

        Texts are read as questions, on both sides of a comparison, as the model's authors advise for likeness; its
        prefix and marks are left off.
        """
        found = self._each([_QUESTION + text for text in texts], TOKENS)
        return tuple(_normalized(vectors[self._before : -1]) for vectors in found)

    def token_spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the tokens of `token_vectors` stand in the text; the mark of a word's beginning is no part of it."""
        encoded = self._tokenizer.encode(_characters(_QUESTION + text))
        own = encoded.offsets[self._before : -1]
        return tuple((max(start - len(_QUESTION), 0), max(end - len(_QUESTION), 0)) for start, end in own)

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:
        """What the premise does to the hypothesis, a claim or a question; what is read of either is bounded."""
        ids = self.pair_ids(premise, hypothesis, question=question)
        session = self._session(ADAPTED[QUESTIONS if question else CLAIMS])
        scores = session.run([ENTAILMENT], {IDS: np.array([ids], np.int64)})[0][0]
        entailed, neutral, contradicted = scores.tolist()
        return Entailment(entailed=entailed, neutral=neutral, contradicted=contradicted)

    def pair_ids(self, premise: str, hypothesis: str, *, question: bool = False) -> list[int]:
        """What the model of entailment reads of a pair: the hypothesis, then the premise, each as far as it may go."""
        first = self._ids((_QUESTION if question else _CLAIM) + hypothesis)
        second, end = self._ids(premise), first[-1]
        return [*first[:-1][: _HYPOTHESIS - 1], end, end, *second[1:-1][: _PREMISE - 2], end]

    def question_ids(self, text: str) -> list[int]:
        """What the network reads of a question."""
        return self._ids(_QUESTION + text)

    def _session(self, name: str) -> onnxruntime.InferenceSession:
        """One of the networks, opened when first asked for."""
        with self._opening:
            if name not in self._sessions:
                self._sessions[name] = _open(self._folder / name)
            return self._sessions[name]

    def count_tokens(self, text: str) -> int:
        """Tokens that the model reads of a passage, its prefix and marks included: 512 at most."""
        return len(self._ids(_PASSAGE + text))

    def _each(self, texts: Sequence[str], output: str) -> list[NDArray[np.float32]]:
        """The output for each text; the longest go first, so that no thread is left with one at the end."""
        order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        with ThreadPoolExecutor(self._threads) as pool:
            found = dict(zip(order, pool.map(lambda place: self._run(texts[place], output), order), strict=True))
        return [found[place] for place in range(len(texts))]

    def _reading(self, text: str) -> Reading:
        ids = np.array([self.question_ids(text)], np.int64)
        vectors, tokens = self._session(ADAPTED[SEARCH]).run([EMBEDDING, TOKENS], {IDS: ids})
        return Reading(vector=vectors[0], tokens=_normalized(tokens[0][self._before : -1]))

    def _run(self, text: str, output: str) -> NDArray[np.float32]:
        ids = np.array([self._ids(text)], np.int64)
        result: NDArray[np.float32] = self._session(NETWORK).run([output], {IDS: ids})[0][0]
        return result

    def _ids(self, text: str) -> list[int]:
        return self._tokenizer.encode(_characters(text)).ids


def _characters(text: str) -> str:
    """The text; half a surrogate pair, which is no character, is read as the replacement character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _open(path: Path) -> onnxruntime.InferenceSession:
    """A session that keeps to its caller's thread, stays silent and tells nobody."""
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    options.enable_cpu_mem_arena = False  # lengths vary: an arena keeps the longest text's memory and saves no time
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _normalized(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)
