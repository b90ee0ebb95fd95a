"""The model of entailment: the network with its additions, in bytes as in floats, and what it tells apart."""

import math
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from rag.embedder.adapter import ADAPTERS, CLAIMS, read_adapter
from rag.embedder.network import ENTAILMENT, IDS, write_network
from rag.embedder.onnx import OnnxEmbedder
from rag.embedder.products import Precision
from rag.embedder.weights import Weights
from rag.ports import Entailment

pytestmark = pytest.mark.slow

POST = "A letter must not be opened by anyone but the keeper to whom it is addressed."
LAMP = "The lamp must be trimmed twice each night."
PAIRS = [
    (POST, "Only the keeper a letter is written to may open it.", "Anybody at the station may open a keeper's letter."),
    (LAMP, "每天夜里灯必须修剪两次。", "每天夜里灯只需修剪一次。"),
    ("信件只能由收信的看守人拆开。", "别人不得拆开写给看守人的信。", "塔长可以拆开看守人的信。"),
]


def numbers(read: Entailment) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The three log-probabilities."""
    return np.array([read.entailed, read.neutral, read.contradicted])


@pytest.mark.parametrize(("premise", "faithful", "wrong"), PAIRS)
def test_faithful_from_wrong(embedder: OnnxEmbedder, premise: str, faithful: str, wrong: str) -> None:
    """What says the same is likelier to be entailed than what says otherwise, in a language and across two."""
    assert embedder.entailment(premise, faithful).entailed > embedder.entailment(premise, wrong).entailed


def test_questions(embedder: OnnxEmbedder) -> None:
    """One that takes for granted what is forbidden is likelier contradicted than one that asks, which its rule answers best."""
    asked, taken = "Who may open a keeper's letter?", "Which rule lets the warden open a keeper's letter?"
    fair, loaded = (embedder.entailment(POST, question, question=True) for question in (asked, taken))
    assert fair.contradicted < loaded.contradicted
    assert fair.entailed > loaded.entailed
    assert fair.entailed > embedder.entailment(LAMP, asked, question=True).entailed


def test_the_same_pair_gives_the_same(embedder: OnnxEmbedder) -> None:
    """Probabilities add up to one, are the same each time, and hang on the order."""
    first = embedder.entailment(POST, LAMP)
    assert math.exp(first.entailed) + math.exp(first.neutral) + math.exp(first.contradicted) == pytest.approx(1, abs=1e-5)
    assert embedder.entailment(POST, LAMP) == first
    assert embedder.entailment(LAMP, POST) != first
    assert embedder.pair_ids(POST, LAMP) != embedder.pair_ids(POST, LAMP, question=True)


def test_long_texts_are_read_as_far_as_they_may_be(embedder: OnnxEmbedder) -> None:
    """Neither text can crowd out the other, and what lies beyond the bounds changes nothing."""
    long = LAMP * 200
    assert len(embedder.pair_ids(long, long)) == 70 + 160
    assert embedder.entailment(long, POST) == embedder.entailment(long + POST, POST)
    assert embedder.pair_ids("", "").count(2) == 3


def test_bytes_agree_with_floats(weights: Weights, embedder: OnnxEmbedder) -> None:
    """Quantized, the network says about what it says in floats."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    network = write_network(weights, Precision.FLOAT32, read_adapter(ADAPTERS[CLAIMS]))
    floats = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    for premise, *hypotheses in PAIRS:
        for hypothesis in hypotheses:
            ids = embedder.pair_ids(premise, hypothesis)
            (exact,) = floats.run([ENTAILMENT], {IDS: np.array([ids], np.int64)})
            assert np.exp(numbers(embedder.entailment(premise, hypothesis))) == pytest.approx(np.exp(exact[0]), abs=0.08)


def test_the_embedder_is_as_it_was(weights: Weights, converted: Path) -> None:
    """The additions are networks of their own: the vectors that others are given do not change with them."""
    assert (converted / "network.onnx").read_bytes() == write_network(weights, Precision.INT8)
