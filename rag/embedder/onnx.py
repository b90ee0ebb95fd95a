"""The embedder at run time: a converted folder, run by onnxruntime; implements `Embedder` and `TokenEmbedder`.

What is searched with is read by a network that was fitted to it; passages and questions that others embed, and texts that are
read closely, by the one that came. All but the first are opened when they are first wanted.

Texts that are equally long go through the network together, on as many threads as are given: they come out the same to the bit
as alone, and no time goes into padding. Refuses to open a folder that is not whole.
"""

import math
from collections import defaultdict
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
from rag.onnx_session import open_session
from rag.ports import Entailment, Reading

_PASSAGE, _QUESTION = "passage: ", "query: "
"""What the model was taught to read before texts that are to be found, and before questions."""

_CLAIM = "claim: "
"""What the model of entailment was taught to read before claims; questions have their own mark."""
_HYPOTHESIS, _PREMISE = 70, 160
"""Tokens that it reads of a hypothesis and of a premise, at most."""

_READERS = frozenset({ADAPTED[CLAIMS], ADAPTED[QUESTIONS]})
"""Networks that read a pair at a time."""
_TOGETHER = 160
"""Tokens of the texts that go through the network at a time; what more would gain is lost in memory."""


class OnnxEmbedder:
    """multilingual-e5-small: 384 numbers a text, of which it reads 512 tokens at most.

    Any number of threads may use one at once. Of many texts each is embedded on one thread; a pair, which is long, is
    read on as many as are given.
    """

    def __init__(self, folder: Path, *, threads: int = 2) -> None:
        """Open a converted folder; raises ModelError where it is missing or damaged.

        `threads` is how many texts are embedded at a time, and how many threads a pair is read on.
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
        ids = [self._ids(_PASSAGE + text) for text in texts]
        for row, (vector,) in enumerate(self._run(NETWORK, [EMBEDDING], ids)):
            vectors[row] = vector
        return vectors

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """Vector of a question, shape (384,), of length one."""
        [(vector,)] = self._run(NETWORK, [EMBEDDING], [self.question_ids(text)])
        return vector

    def read(self, texts: Sequence[str]) -> tuple[Reading, ...]:
        """Texts that are searched with and among, read as questions, with the vectors of their own tokens."""
        found = self._run(ADAPTED[SEARCH], [EMBEDDING, TOKENS], [self.question_ids(text) for text in texts])
        return tuple(Reading(vector=vector, tokens=self._own(tokens)) for vector, tokens in found)

    def token_vectors(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], ...]:
        """For each text the vectors of its own tokens, shape (tokens, 384), each of length one.

        Texts are read as questions, on both sides of a comparison, as the model's authors advise for likeness; its
        prefix and marks are left off.
        """
        found = self._run(NETWORK, [TOKENS], [self.question_ids(text) for text in texts])
        return tuple(self._own(tokens) for (tokens,) in found)

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
        """One of the networks, opened when first asked for: a reader of pairs for all threads, the others for one."""
        with self._opening:
            if name not in self._sessions:
                self._sessions[name] = open_session(self._folder / name, self._threads if name in _READERS else 1)
            return self._sessions[name]

    def count_tokens(self, text: str) -> int:
        """Tokens that the model reads of a passage, its prefix and marks included: 512 at most."""
        return len(self._ids(_PASSAGE + text))

    def _run(self, name: str, outputs: Sequence[str], ids: Sequence[Sequence[int]]) -> list[tuple[NDArray[np.float32], ...]]:
        """The outputs of a network for each text, on several threads where there is more than one batch."""
        session = self._session(name)
        batches = _batches([len(one) for one in ids], self._threads)

        def run(batch: Sequence[int]) -> Sequence[NDArray[np.float32]]:
            return tuple(session.run(outputs, {IDS: np.array([ids[place] for place in batch], np.int64)}))

        if len(batches) == 1:
            found = [run(batches[0])]
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                found = list(pool.map(run, batches))
        rows = {
            place: tuple(output[row] for output in given)
            for batch, given in zip(batches, found, strict=True)
            for row, place in enumerate(batch)
        }
        return [rows[place] for place in range(len(ids))]

    def _own(self, tokens: NDArray[np.float32]) -> NDArray[np.float32]:
        """Vectors of a question's own tokens, its mark and the ends left off, each of length one."""
        own = tokens[self._before : -1]
        return np.asarray(own / np.linalg.norm(own, axis=1, keepdims=True), dtype=np.float32)

    def _ids(self, text: str) -> list[int]:
        return self._tokenizer.encode(_characters(text)).ids


def _characters(text: str) -> str:
    """The text; half a surrogate pair, which is no character, is read as the replacement character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _batches(lengths: Sequence[int], threads: int) -> list[list[int]]:
    """Places of texts that are equally long, some at a time; the longest first, so that no thread waits at the end."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, length in enumerate(lengths):
        places[length].append(place)
    batches = []
    for length, same in sorted(places.items(), reverse=True):
        size = max(1, min(_TOGETHER // length, math.ceil(len(same) / threads)))
        batches += [same[start : start + size] for start in range(0, len(same), size)]
    return batches
