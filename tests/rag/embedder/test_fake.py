"""The fake embedder is deterministic to the letter."""

import hashlib

import numpy as np

from rag.embedder.fake import HashEmbedder


def test_fixed_for_good() -> None:
    """The vector of a sentence is the same on every machine, or the fake has to change its name."""
    vector = HashEmbedder().embed_question("The keeper trims the lamp.")
    assert hashlib.sha256(vector.tobytes()).hexdigest()[:16] == "cec5af12a8555277"


def test_spelling_is_all_it_knows() -> None:
    """A sentence is nearer to one with a word changed than to one that shares no word."""
    vectors = HashEmbedder().embed_passages(["the keeper trims the lamp", "the keeper fills the lamp", "no boat at sea"])
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2]


def test_token_vectors() -> None:
    """Each word has a vector, the same wherever it stands, and a text without words one."""
    one, other, none = HashEmbedder().token_vectors(["trim the lamp", "THE lamp", ""])
    assert (one.shape, other.shape, none.shape) == ((3, 384), (2, 384), (1, 384))
    assert np.array_equal(one[1:], other)


def test_token_spans() -> None:
    """There is a place for each token vector, and the token stands there."""
    text = "trim  the lamp"
    spans = HashEmbedder().token_spans(text)
    assert [text[a:b] for a, b in spans] == ["trim", "the", "lamp"]
    assert len(spans) == len(HashEmbedder().token_vectors([text])[0])
