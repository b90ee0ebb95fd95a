"""A claim laid beside its evidence: for each word the nearest word of each sentence, and the sentences that carry it.

Nearness is the same stem, the same concept of the term bank, or the cosine of token vectors; where there is no model, words
alone. Nearness decides nothing here: it says where to look, and what is new.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.types import Language
from corpus.vocabulary import terms_bank
from rag.verify.entities import entities
from rag.verify.evidence import Evidence, Unit
from rag.verify.words import LANGUAGES, Reader, Word, Worded

SAME = 0.85
"""Nearness of words of one stem, at least."""
_SAME_CONCEPT = 0.75
TELLING = 0.3
"""Weight of words that tell what a claim is about, at least."""
IN_ITS_WORDS, HALF_IN_ITS_WORDS = 0.75, 0.5
"""Shares of a claim's telling words that stand in the text itself, from which it counts as said in the text's words."""
_CLOSE = 0.04
"""How far below the best sentence another may lie to be aligned too."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Alignment:
    """`near[u, w]` is how near the claim's word `w` comes to sentence `u` of the evidence, `match[u, w]` to which word.

    `back[u]` is how near the words of sentence `u` come to the claim.
    """

    claim: Worded
    evidence: Evidence
    units: tuple[Worded, ...]
    near: NDArray[np.float32]
    tables: tuple[NDArray[np.float32], ...]
    match: NDArray[np.int64]
    back: tuple[NDArray[np.float32], ...]
    heading: NDArray[np.float32]

    def weights(self) -> NDArray[np.float32]:
        """Weights of the claim's words."""
        return np.array([word.weight for word in self.claim.words], np.float32)

    def scores(self) -> NDArray[np.float32]:
        """How well each sentence covers the claim, by weight."""
        weights = self.weights()
        return np.asarray(self.near @ weights / (weights.sum() or 1.0), np.float32)

    def repeated(self) -> float:
        """Share of the claim's telling words that stand in one sentence in its language, by their stem; numbers aside."""
        telling = self.weights() >= TELLING
        telling &= np.array([not word.text[0].isdigit() for word in self.claim.words], np.bool_)
        if not telling.any():
            return 0.0
        return max((float((self.near[row][telling] >= SAME).mean()) for row in self.own()), default=0.0)

    def own(self) -> list[int]:
        """Rows of the sentences in the claim's language."""
        return [row for row, unit in enumerate(self.evidence.units) if unit.language is self.evidence.language]

    def told(self) -> list[int]:
        """Rows of the digest's statements in the claim's language; without a digest, of all sentences in it."""
        rows = self.own()
        return [row for row in rows if not self.evidence.units[row].official] or rows

    def aligned(self) -> list[int]:
        """Rows of the sentences in the claim's language that cover it best: those close to the best, and of each kind one."""
        scores, rows = self.scores(), self.own()
        if not rows:
            return []
        best = max(scores[row] for row in rows)
        kinds = [[row for row in rows if self.evidence.units[row].official is official] for official in (True, False)]
        firsts = {max(kind, key=lambda row: (scores[row], -row)) for kind in kinds if kind}
        return [row for row in rows if row in firsts or scores[row] >= best - _CLOSE]

    def best_row(self) -> int | None:
        """Row of the sentence in the claim's language that covers it best, else in any."""
        scores = self.scores()
        rows = self.own() or list(range(len(self.units)))
        return max(rows, key=lambda row: (scores[row], -row)) if rows else None

    def best(self) -> Unit | None:
        """The sentence in the claim's language that covers it best, else in any."""
        row = self.best_row()
        return None if row is None else self.evidence.units[row]

    def nearest(self, tie: float) -> tuple[Unit, ...]:
        """The statement of the digest that covers the claim best, with those that tie; without a digest, the sentence."""
        scores, told = self.scores(), self.told()
        best = max((float(scores[row]) for row in told), default=0.0)
        return tuple(self.evidence.units[row] for row in told if scores[row] >= best - tie)


def align(reader: Reader, evidence: Evidence, claim: str) -> Alignment:
    """Lay a claim beside the sentences of its evidence that are in English or Chinese."""
    read = reader.read(claim, evidence.language)
    by_language = {
        language: iter(reader.read_all([u.text for u in evidence.units if u.language is language], language, keep=True))
        for language in dict.fromkeys(unit.language for unit in evidence.units)
        if language in LANGUAGES
    }
    pairs = [(unit, next(by_language[unit.language])) for unit in evidence.units if unit.language in by_language]
    units = tuple(worded for _, worded in pairs)
    tables = [_table(read, worded) for worded in units]
    near = np.stack([t.max(axis=1) for t in tables]) if tables else np.zeros((0, len(read.words)), np.float32)
    heads = reader.read_all(evidence.headings, evidence.language, keep=True)
    above = [_table(read, worded).max(axis=1) for worded in heads] or [np.zeros(len(read.words), np.float32)]
    return Alignment(
        claim=read,
        evidence=replace(evidence, units=tuple(unit for unit, _ in pairs)),
        units=units,
        near=np.asarray(near, np.float32),
        tables=tuple(tables),
        match=np.stack([t.argmax(axis=1) for t in tables]) if tables else np.zeros((0, len(read.words)), np.int64),
        back=tuple(t.max(axis=0) if len(read.words) else np.zeros(t.shape[1], np.float32) for t in tables),
        heading=np.max(above, axis=0),
    )


def _table(claim: Worded, other: Worded) -> NDArray[np.float32]:
    """Nearness of each word of the claim to each of a sentence; a column of zeros where it has none."""
    table = np.zeros((len(claim.words), max(1, len(other.words))), np.float32)
    if not claim.words or not other.words:
        return table
    if claim.vectors.shape[1] and other.vectors.shape[1]:
        table = np.asarray(claim.vectors @ other.vectors.T, np.float32)
    table = np.where(_same(claim.words, other.words), np.maximum(table, SAME), table)
    shared = _shared(_concepts(claim), _concepts(other))
    return np.asarray(np.where(shared, np.maximum(table, _SAME_CONCEPT), table), np.float32)


def _same(mine: Sequence[Word], theirs: Sequence[Word]) -> NDArray[np.bool_]:
    """Which words have the same stem; a Chinese piece of two characters or more may also stand within another."""
    table = np.zeros((len(mine), len(theirs)), np.bool_)
    for row, one in enumerate(mine):
        within = one.is_han and len(one.key) > 1
        for column, two in enumerate(theirs):
            if one.key == two.key or (within and one.key in two.key):
                table[row, column] = True
    return table


def _shared(mine: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> NDArray[np.bool_]:
    """Which words are parts of one concept; most words are a part of none."""
    table = np.zeros((len(mine), len(theirs)), np.bool_)
    told = [(column, two) for column, two in enumerate(theirs) if two]
    for row, one in enumerate(mine):
        for column, two in told if one else ():
            table[row, column] = not one.isdisjoint(two)
    return table


@lru_cache(maxsize=2_000)
def _concepts(sentence: Worded) -> tuple[frozenset[str], ...]:
    """For each word the concepts that it is a part of."""
    places = _places(sentence.text, sentence.language)
    return tuple(
        frozenset(
            name
            for name, (a, b) in places
            if (a <= word.start and word.end <= b) or (a < word.end and word.start < b and word.is_han)
        )
        for word in sentence.words
    )


@lru_cache(maxsize=20_000)
def _places(text: str, language: Language) -> tuple[tuple[str, tuple[int, int]], ...]:
    """The concepts of a text, of the term bank and of whom it names, with their places."""
    found = [(name, span) for (_, name), spans in entities(text, language).items() for span in spans]
    for match in _bank(language).finditer(text):
        found += [(name, match.span()) for name in _names(language).get(match.group().casefold(), ())]
    return tuple(found)


@cache
def _names(language: Language) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for term in terms_bank():
        for form in term.words[language]:
            names[form.casefold()] = (*names.get(form.casefold(), ()), f"term {term.id}")
    return names


@cache
def _bank(language: Language) -> "re.Pattern[str]":
    """All forms of the term bank, the longest first; English ones may take a plural."""
    forms = sorted(_names(language), key=lambda form: (-len(form), form))
    body = "|".join(re.escape(form) for form in forms)
    return re.compile(body if language is Language.ZH else rf"\b(?:{body})(?=s?\b)", re.IGNORECASE)


def rows_of(alignment: Alignment, rows: Sequence[int]) -> tuple[Unit, ...]:
    """The sentences of some rows."""
    return tuple(alignment.evidence.units[row] for row in rows)
