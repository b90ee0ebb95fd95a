"""What every embedder promises, ours, the fake, and those that came through LlamaIndex."""

import numpy as np
import pytest

from rag.adapters.embedding import LlamaIndexEmbedding, from_llama_index
from rag.embedder.fake import HashEmbedder
from rag.ports import Embedder

TEXTS = ("The keeper trims the lamp.", "守灯人修剪灯芯。", "Смотритель чинит лестницу.", "x", "", "The keeper trims the lamp.")


@pytest.fixture(
    params=["hash", "borrowed", pytest.param("onnx", marks=pytest.mark.slow)],
)
def any_embedder(request: pytest.FixtureRequest) -> Embedder:
    """Each embedder in turn."""
    if request.param == "hash":
        return HashEmbedder()
    if request.param == "borrowed":
        return from_llama_index(LlamaIndexEmbedding.over(HashEmbedder()))
    found: Embedder = request.getfixturevalue("embedder")
    return found


def test_shapes(any_embedder: Embedder) -> None:
    """Vectors are float32, as many as the texts, as long as announced, and of length one."""
    vectors = any_embedder.embed_passages(TEXTS)
    question = any_embedder.embed_question(TEXTS[0])
    assert vectors.shape == (len(TEXTS), any_embedder.dimensions)
    assert question.shape == (any_embedder.dimensions,)
    assert {vectors.dtype, question.dtype} == {np.dtype(np.float32)}
    assert np.allclose(np.linalg.norm(np.vstack([vectors, question]), axis=1), 1, atol=1e-5)


def test_no_texts(any_embedder: Embedder) -> None:
    """No texts give no vectors, of the right length."""
    assert any_embedder.embed_passages([]).shape == (0, any_embedder.dimensions)


def test_same_text_same_bytes(any_embedder: Embedder) -> None:
    """A text gets the same bytes alone, twice in one call, and in any order."""
    vectors = any_embedder.embed_passages(TEXTS)
    assert vectors[0].tobytes() == vectors[-1].tobytes()
    assert any_embedder.embed_passages(TEXTS[::-1])[::-1].tobytes() == vectors.tobytes()
    assert any_embedder.embed_passages(TEXTS[1:2]).tobytes() == vectors[1].tobytes()
    assert any_embedder.embed_question("x").tobytes() == any_embedder.embed_question("x").tobytes()


def test_a_question_finds_its_words(any_embedder: Embedder) -> None:
    """A question is nearest to the text that answers it in its own words."""
    likeness = any_embedder.embed_passages(TEXTS) @ any_embedder.embed_question("Who trims the lamp?")
    assert TEXTS[int(likeness.argmax())] == TEXTS[0]


def test_tokens_are_counted(any_embedder: Embedder) -> None:
    """Longer texts have more tokens."""
    assert 0 <= any_embedder.count_tokens("lamp") < any_embedder.count_tokens("lamp and oil and stairs")


def test_it_has_a_name(any_embedder: Embedder) -> None:
    """The name is there, in one line."""
    assert any_embedder.name.split() == [any_embedder.name]
