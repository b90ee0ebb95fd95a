"""The content words of a sentence, each with its place, its stem, its weight and, where there is a model, its vector.

English is cut at letters, Chinese at the model's own pieces (at pairs of characters without one). Words that only hold a
sentence together are left out; which words carry a slot is no business of this module.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import Stemmer
from numpy.typing import NDArray

from corpus.library import Library
from corpus.types import Language
from rag.ports import TokenEmbedder

LANGUAGES = (Language.EN, Language.ZH)
"""Those that claims are read in."""
_SAMPLE = 48
"""Sentences of each language that the mean token vector is taken from."""
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]+(?:[’'-][^\W\d_\u3400-\u9fff]+)*|\d+(?:[.,]\d+)*")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_STOP_EN = frozenset(
    """a an the and or of to in on at by for from with as is are was were be been being it its this that these those they
    them their theirs he she him his her hers who whom whose which what there here than then so such into about over under
    has have had having do does did done not no nor shall must should may can could would will might ought cannot
    i we you our us your my if when where while whether also too very own any all each every some other others same both
    either neither one ones up out off down more most just only even still yet again ever per via upon within without
    during before after until unless except because since through between against get gets got getting make makes made
    take takes taken given gives give need needs let way ways thing things how why
    don doesn isn aren didn won s t mustn shouldn them itself themselves himself herself whatever whoever anyone anything
    someone something nobody everyone everybody""".split()
)
_STOP_ZH = frozenset(
    """的 了 在 是 和 与 或 及 把 被 就 也 都 还 要 会 能 可 不 有 这 那 其 他
    她 它 他们 她们 它们 自己 个 对 向 给 让 使 由 于 以 为 而 且 并 但 所
    之 等 中 上 下 里 内 外 时 后 前 得 着 过 地 到 从 应 应当 必须 须 不得
    可以 如果 如 若 的话 只 才 则 将 该 此 每 各 任何 一切 所有 以及 并且
    而且 或者 还是 因为 因 由于 为了 即 例如 比如 就是 不是 没有 没 无 非
    未 又 再 更 最 很 人 者 方面 情况 进行 予以 加以 有关 相关 一 种 名 做
    作 用 来 去 说 一个 什么 怎么 应该 不能 不 不应 不可 一律 只有 只要 即使""".split()
)
_STEM = Stemmer.Stemmer("english")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A content word at `start` to `end` of its sentence; `key` is its stem, `weight` its inverse document frequency."""

    text: str
    key: str
    start: int
    end: int
    weight: float

    @property
    def is_han(self) -> bool:
        """Whether it is a piece of Chinese, which a concept may overlap."""
        return not self.key.isascii()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Worded:
    """A sentence with its words; `vectors` has a row for each word, or none at all without a model."""

    text: str
    language: Language
    words: tuple[Word, ...]
    vectors: NDArray[np.float32] = field(repr=False)


class Reader:
    """Reads the sentences of one library into words; keeps what it has read of the evidence."""

    def __init__(self, library: Library, embedder: TokenEmbedder | None) -> None:
        self._embedder = embedder
        self._kept: dict[tuple[str, Language], Worded] = {}
        self._counts: dict[Language, Counter[str]] = {language: Counter() for language in LANGUAGES}
        self._total: dict[Language, int] = dict.fromkeys(self._counts, 1)
        self._count(library)
        self._mean = self._middle(library)

    def read(self, text: str, language: Language, *, keep: bool = False) -> Worded:
        """The words of one sentence."""
        return self.read_all([text], language, keep=keep)[0]

    def read_all(self, texts: Sequence[str], language: Language, *, keep: bool = False) -> tuple[Worded, ...]:
        """The words of several sentences in one language; `keep` remembers them."""
        new = [text for text in dict.fromkeys(texts) if (text, language) not in self._kept]
        vectors = self._embedder.token_vectors(new) if self._embedder and new else [None] * len(new)
        read = {text: self._worded(text, language, found) for text, found in zip(new, vectors, strict=True)}
        if keep:
            self._kept.update({(text, language): worded for text, worded in read.items()})
        return tuple(read[text] if text in read else self._kept[text, language] for text in texts)

    def _worded(self, text: str, language: Language, vectors: NDArray[np.float32] | None) -> Worded:
        tokens = self._embedder.token_spans(text) if self._embedder else ()
        spans = self._spans(text, language, tokens)
        words = tuple(
            Word(text=text[a:b], key=stem(text[a:b]), start=a, end=b, weight=self.weight(stem(text[a:b]), language))
            for a, b in spans
        )
        rows = np.zeros((len(words), 0), np.float32)
        if vectors is not None and words:
            centred = vectors - self._mean[language]
            rows = np.stack([_pooled(centred, tokens, a, b) for a, b in spans])
        return Worded(text=text, language=language, words=words, vectors=rows)

    def _spans(self, text: str, language: Language, tokens: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Places of content words, in order."""
        latin = [m.span() for m in _LATIN.finditer(text) if not _is_light(m.group())]
        han = _han_pieces(text, tokens) if language is Language.ZH else []
        return sorted(latin + [(a, b) for a, b in han if text[a:b] not in _STOP_ZH])

    def weight(self, key: str, language: Language) -> float:
        """How much a word tells: its inverse document frequency, brought to between 0 and 1."""
        total = self._total[language]
        return min(1.0, math.log((total + 1) / (self._counts[language][key] + 0.5)) / math.log(total + 1))

    def _count(self, library: Library) -> None:
        for language, counts in self._counts.items():
            for text in _sentences(library, language):
                tokens = self._embedder.token_spans(text) if self._embedder and language is Language.ZH else ()
                counts.update({stem(text[a:b]) for a, b in self._spans(text, language, tokens)})
                self._total[language] += 1

    def _middle(self, library: Library) -> dict[Language, NDArray[np.float32]]:
        """The mean token vector of each language: what all tokens have in common tells nothing."""
        if self._embedder is None:
            return {}
        found = {}
        for language in self._counts:
            texts = _sentences(library, language)
            sample = texts[:: max(1, len(texts) // _SAMPLE)][:_SAMPLE] or ["."]
            found[language] = np.asarray(np.concatenate(self._embedder.token_vectors(sample)).mean(axis=0), np.float32)
        return found


def _sentences(library: Library, language: Language) -> list[str]:
    return [
        statement.said(language)
        for digests in library.digests.values()
        for digest in digests.values()
        for statement in digest.statements
    ]


def _is_light(word: str) -> bool:
    """Whether an English word only holds a sentence together, a shortened "not" among them."""
    folded = word.casefold().replace("’", "'")
    return folded in _STOP_EN or folded.endswith("n't")


def stem(word: str) -> str:
    """The stem of an English word; a Chinese one as it stands."""
    folded = word.casefold().replace("’", "'").removesuffix("'s")
    return _stemmed(folded) if folded.isascii() else folded


@lru_cache(maxsize=50_000)
def _stemmed(word: str) -> str:
    return str(_STEM.stemWord(word))


def _han_pieces(text: str, tokens: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of Han characters cut at the model's tokens, or into pairs that overlap."""
    pieces = []
    for run in _HAN.finditer(text):
        start, end = run.span()
        if tokens:
            cut = [(max(a, start), min(b, end)) for a, b in tokens if a < end and b > start]
        else:
            cut = [(i, i + 2) for i in range(start, end - 1)] or [(start, end)]
        pieces += [(a, b) for a, b in cut if b > a]
    return pieces


def _pooled(vectors: NDArray[np.float32], tokens: Sequence[tuple[int, int]], start: int, end: int) -> NDArray[np.float32]:
    """The mean of the vectors of a word's tokens, of length one."""
    rows = [row for row, (a, b) in enumerate(tokens) if a < end and b > start and row < len(vectors)]
    mean = vectors[rows].mean(axis=0) if rows else vectors.mean(axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) or 1.0), np.float32)
