"""A question's candidates in, the signals that rank them out: how near each paragraph is, by every way of looking.

Dense signals are cosines of the question with a paragraph's wordings, lexical ones BM25 scores by field, late ones the
coverage of the question's tokens. Weighs nothing; `rag.retrieve` does, with weights fitted on dev questions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.boundaries import Edge
from corpus.types import Language
from rag.expand import expansion
from rag.index import Index, field_code, language_code
from rag.lexical import question_terms
from rag.ports import Reading
from rag.types import Field

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

_LEXICAL_FIELDS = (Field.TEXT, Field.STATEMENT, Field.ASK, Field.SCENARIO)
FIRST = (
    *("ask_own", "ask_english", "ask_chinese", "ask_other", "ask_three", "statement_english", "statement_chinese", "text"),
    *("scenario", "five", "best", "misbelief", "silence"),
    *("named", "not_named"),
    *(f"bm25_{field}" for field in _LEXICAL_FIELDS),
    *(f"bank_{field}" for field in _LEXICAL_FIELDS),
    "bm25",
)
"""Names of the signals that every candidate has, in order."""
LATE = (
    *("late_own", "late_ask", "late_three", "late_statement", "late_text", "late_scenario", "late_misbelief", "late_silence"),
    "late_together",
)
"""Names of the signals of late interaction, which the best candidates alone have."""
_DENSE_SCALE, _DENSE_MISSING = 20.0, -0.02
_LATE_SCALE, _LATE_MISSING = 6.0, -0.1
_APART, _TIED = 4.0, 1e-12
_FAR = slice(200, 500)
"""Ranks of the wordings whose cosines are the background of a question."""
_BACKGROUND = slice(100, 200)
_BANK = 0.15
"""Weight of the term bank's words beside the question's own in the sum over all fields."""
_SCENARIO = 0.5
_OWN_FIELDS = tuple(field for field in Field if field is not Field.SCENARIO)
"""Fields whose wordings are a paragraph's own."""
_OTHERS = tuple(language for language in Language if language not in (Language.EN, Language.ZH))
READ = 10
"""Wordings of a paragraph whose tokens are compared with the question's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with all that is read off it once.

    `subject` is the question without the names of `instruments`; `reading`, by the model `embedder`, and `tokens`, centred,
    are the subject's.
    """

    text: str
    subject: str
    language: Language
    reading: Reading
    embedder: str
    tokens: NDArray[np.float32]
    instruments: frozenset[str]

    @property
    def of_instruments(self) -> bool:
        """Whether it asks for instruments as such: nothing but words for asking is left beside their names."""
        return bool(self.instruments) and self.subject == self.text


def background(cosines: NDArray[np.float32]) -> float:
    """Mean cosine of the wordings that stand 201st to 500th: how near just anything is to this question."""
    best = np.partition(cosines, len(cosines) - _FAR.stop)[-_FAR.stop :] if len(cosines) > _FAR.stop else cosines
    last = np.sort(best)[::-1][min(_FAR.start, max(len(best) - 1, 0)) :]
    return float(last.mean(dtype=np.float64)) if len(last) else 0.0


def first_signals(
    index: Index, asked: Asked, places: Places, level: float, cosines: NDArray[np.float32], lexical: Floats
) -> Floats:
    """Dense and lexical signals, shape (len(places), len(FIRST)).

    `level` is the background; `cosines` those of every wording and edge; `lexical` what `lexical_signals` gave.
    """
    leads, of = _leads(index, places)
    table = _Table(index, leads, of, cosines[index.leads.row[leads]].astype(np.float64), len(places), asked.language)
    every = table.best(*_OWN_FIELDS)
    columns = [*table.columns(), table.top(5), every, *_edge_columns(index, places, cosines[len(index.wordings) :])]
    missing = level + _DENSE_MISSING
    stacked = _filled(columns, missing)
    return np.hstack([(stacked - level) * _DENSE_SCALE, _named(index, asked, places), lexical[places]])


def late_signals(
    index: Index, asked: Asked, places: Places, cosines: NDArray[np.float32], edges: NDArray[np.float32]
) -> tuple[Floats, float]:
    """Signals of late interaction, shape (len(places), len(LATE)), and the background that they were measured from.

    Reads the tokens of the wordings of each paragraph that have the best `cosines`. `edges` is the coverage of each edge,
    NaN where it was not read.
    """
    leads, of = _leads(index, places)
    kept = np.flatnonzero(_rank_within(of, cosines[index.leads.row[leads]]) < READ)
    leads, of = leads[kept], of[kept]
    matches = index.readings.matches(asked.tokens, index.leads.row[leads])
    coverage = matches.mean(axis=1).astype(np.float64)
    level = float(np.sort(coverage)[::-1][_BACKGROUND].mean()) if len(coverage) > _BACKGROUND.start else float(coverage.min())
    table = _Table(index, leads, of, coverage, len(places), asked.language)
    own, _, _, _, three, statement_en, statement_zh, text, scenario = table.columns()
    columns = [
        own,
        table.best(Field.ASK),
        three,
        np.fmax(statement_en, statement_zh),
        text,
        scenario,
        *_edge_columns(index, places, edges),
        _best_of(of, matches, len(places)).mean(axis=1),
    ]
    missing = level + _LATE_MISSING
    stacked = _filled(columns, missing)
    return (stacked - level) * _LATE_SCALE, level


class _Table:
    """Values of the candidates' leads, reduced by paragraph; NaN where a paragraph has no such lead."""

    def __init__(self, index: Index, leads: Places, of: Places, values: Floats, size: int, language: Language) -> None:
        self._field = index.leads.field[leads]
        self._of, self._values, self._size, self._own = of, values, size, language
        best = np.full((size, len(Field), len(Language)), -np.inf)
        cells = (of * len(Field) + self._field) * len(Language) + index.leads.language[leads]
        np.maximum.at(best.reshape(-1), cells, values)
        best[np.isinf(best)] = np.nan
        self._best = best

    def best(self, *fields: Field, languages: Sequence[Language] = tuple(Language)) -> Floats:
        """The best value of each paragraph among the leads of these fields and languages."""
        held = self._best[:, [field_code(field) for field in fields]][:, :, [language_code(one) for one in languages]]
        return np.asarray(np.fmax.reduce(held, axis=(1, 2)), np.float64)

    def top(self, count: int, *, field: Field | None = None) -> Floats:
        """The mean of each paragraph's `count` best values, fewer where it has fewer."""
        of_field = self._field == field_code(field) if field else self._field != field_code(Field.SCENARIO)
        kept = np.flatnonzero(of_field)
        order = kept[_rank_within(self._of[kept], self._values[kept]) < count]
        total = np.bincount(self._of[order], weights=self._values[order], minlength=self._size)
        counts = np.bincount(self._of[order], minlength=self._size)
        return np.where(counts > 0, total / np.maximum(counts, 1), np.nan)

    def columns(self) -> tuple[Floats, ...]:
        """Own, English, Chinese and other asks; mean of three asks; statements in English and in Chinese; text; scenario."""
        return (
            self.best(Field.ASK, languages=(self._own,)),
            self.best(Field.ASK, languages=(Language.EN,)),
            self.best(Field.ASK, languages=(Language.ZH,)),
            self.best(Field.ASK, languages=_OTHERS),
            self.top(3, field=Field.ASK),
            self.best(Field.STATEMENT, languages=(Language.EN,)),
            self.best(Field.STATEMENT, languages=(Language.ZH,)),
            self.best(Field.TEXT),
            self.best(Field.SCENARIO),
        )


def _leads(index: Index, places: Places) -> tuple[Places, Places]:
    """The leads of the candidates, and for each the candidate's position."""
    bounds = index.leads.bounds
    sizes = bounds[places + 1] - bounds[places]
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    leads = np.arange(int(sizes.sum())) + np.repeat(bounds[places] - first, sizes)
    return leads, np.repeat(np.arange(len(places)), sizes)


def _named(index: Index, asked: Asked, places: Places) -> Floats:
    """Whether a paragraph's instrument is named in the question, and whether another one is instead."""
    held = asked.instruments & frozenset(index.library.instruments)
    named = np.array([index.paragraphs[place].instrument in held for place in places.tolist()], np.float64)
    return np.stack([named, bool(held) - named], axis=1)


def _rank_within(groups: Places, values: NDArray[np.floating]) -> Places:
    """The rank of each value within its group, the highest 0, ties in order; `groups` are sorted, values cosines.

    One key for both, so that one sort does: groups stand further apart than any two cosines, places closer than unequal ones.
    """
    ranks = np.empty(len(groups), np.int64)
    places = np.arange(len(groups))
    ranks[np.argsort(groups * _APART - values + places * _TIED)] = places - np.searchsorted(groups, groups)
    return ranks


def _filled(columns: Sequence[Floats], missing: float) -> Floats:
    """The columns side by side, shape (rows, columns), with a value for what is missing."""
    stacked = np.stack(columns, axis=1)
    stacked[np.isnan(stacked)] = missing
    return stacked


def _best_of(groups: Places, values: NDArray[np.floating], size: int) -> Floats:
    """The highest value of each of `size` groups, NaN for one without any; `groups` are sorted, and -1 is the last of them.

    Values may have further axes, which are kept.
    """
    found = np.full((size, *values.shape[1:]), np.nan)
    if len(groups):
        first = np.flatnonzero(np.concatenate([[True], groups[1:] != groups[:-1]]))
        found[groups[first]] = np.maximum.reduceat(values, first)
    return found


def _edge_columns(index: Index, places: Places, values: NDArray[np.float32]) -> tuple[Floats, Floats]:
    """The best misbelief and the best silence near each candidate."""
    found, read = [], ~np.isnan(values)
    for edge in (Edge.MISBELIEF, Edge.SILENCE):
        rows = index.edges_of[edge]
        kept = rows[read[rows]]
        found.append(_best_of(index.edge_places[kept], values[kept], len(index.paragraphs) + 1)[places])
    return found[0], found[1]


def lexical_signals(index: Index, asked: Asked) -> Floats:
    """BM25 of every paragraph by field, the question's own words, then the term bank's, then the weighted sum.

    Shape (len(index.paragraphs), 9); each column over its best.
    """
    own = _by_field(index, question_terms(asked.subject, asked.language))
    bank = _by_field(index, expansion(asked.subject, asked.language))
    weights = np.array([_SCENARIO if field is Field.SCENARIO else 1.0 for field in _LEXICAL_FIELDS])
    scored = np.hstack([own, bank, ((own + _BANK * bank) @ weights)[:, None]])
    return np.asarray(scored / np.maximum(scored.max(axis=0, keepdims=True), 1e-6), dtype=np.float64)


def _by_field(index: Index, words: tuple[str, ...]) -> Floats:
    """BM25 of each paragraph in each field, shape (len(index.paragraphs), 4)."""
    found = np.zeros((len(index.paragraphs), len(_LEXICAL_FIELDS)))
    of = index.paragraph_of_reference
    order = np.argsort(of, kind="stable")
    for column, field in enumerate(_LEXICAL_FIELDS):
        scores = index.lexical.scores(words, {field: 1.0}, len(index.library.references))
        found[:, column] = np.nan_to_num(_best_of(of[order], scores[order], len(found)))
    return found
