"""`python -m eval.calibrate`: fits the weights of retrieval and of the decision on dev questions and writes `rag/weights.json`.

Questions of the test split are never read. The decision is fitted on questions of the corpus's own as well (`eval.drawn`), at
a smaller weight: they are many and show what dev has few of. Prints what the same fit gives on dev questions that it was not
fitted on (five folds by item), which is the figure to choose by; the harness reports the test split. What the gates ask and
today's weights of the reader have right stays right, so that those weights enter the new ones.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import orjson
from numpy.typing import NDArray
from scipy.special import log_softmax

from corpus.errors import ModelError
from corpus.language import detect
from corpus.types import Language, Reference
from eval.bound import Bound, bind
from eval.drawn import asks, draw, edges, open_questions, spoken
from eval.first import came_first, read_odds, read_table
from eval.fitting import RIDGE_DENYING, RIDGE_LEANING, RIDGE_RANKING, Examples, Floats, Ranked, fit_decision, fit_ranking, rates
from eval.questions import load_all
from eval.rows import CONTRASTS, FURTHER, GROUP
from eval.types import Expected, Item, Split, Turn
from eval.weighing import DECISION, UNSURE, gated, weigh
from rag.decide.decision import Course
from rag.decide.leaning import LEANINGS
from rag.decide.relevance import FEATURES, unsure, weighed
from rag.decide.signs import SIGNS, signs
from rag.dialogue import resolve_question
from rag.pipeline import Pipeline
from rag.progress import say
from rag.refer import refer, refer_after
from rag.retrieve import DEPTH, Searched, look, read_question, search
from rag.signals import FIRST, LATE
from rag.weights import WEIGHTS, forget, weights
from rag.wiring import open_pipeline

FOLDS, _DIGITS = 5, 4
_THE_READERS_OWN = "closer"
"""A set on which the reader of questions alone is fitted; with it the signs lost elsewhere what they gained on contrasts."""
_RISING = frozenset(place for place, name in enumerate((*FIRST, *LATE)) if name not in ("named", "not_named"))
"""Signals that say how near a provision is; that its instrument is named, or another one is instead, may count against it."""
_COURSES = {Expected.ANSWER: Course.ANSWER, Expected.REFUSE: Course.REFUSE, Expected.CORRECT: Course.CORRECT}
_BY_RULE = frozenset({"unsafe_input", "no_such_provision", "ambiguous_reference"})
"""Refusals that are decided before the model is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One dev question in one language, resolved from the turns before its `latest` one; `fold` is its item's, or group's."""

    item: Item
    turn: Turn
    language: Language
    latest: str
    question: str
    fold: int

    @property
    def needed(self) -> frozenset[Reference]:
        """What must be found."""
        return frozenset(need.reference for need in self.turn.gold if need.must)


def main() -> None:
    """Fit, write, and show what cross-validation gives; where that is broken off, the weights are as they were."""
    parser = argparse.ArgumentParser(prog="python -m eval.calibrate", description="Fit retrieval and the decision on dev.")
    parser.add_argument("--decision", action="store_true", help="fit the decision alone, retrieval stays as it is")
    given = parser.parse_args()
    held = WEIGHTS.read_bytes()
    try:
        pipeline, asked = open_pipeline("core"), list(_dev((*load_all(), *load_all(folder=FURTHER))))
        if not given.decision:
            _fit_retrieval(pipeline, asked)
        _fit_decision(pipeline, asked)
    except BaseException:
        WEIGHTS.write_bytes(held)
        raise


def _fit_retrieval(pipeline: Pipeline, asked: Sequence[Asking]) -> None:
    answerable = [one for one in asked if one.turn.expected is Expected.ANSWER and not _names(pipeline, one)]
    _store(pipeline, {"first": _start(), "second": _start(late=True)})
    say(f"Looking at {len(answerable)} answerable dev questions.")
    first = fit_ranking([ranked for one in answerable if (ranked := _first(pipeline, one)).needed.any()], _RISING)
    _store(pipeline, {"first": _named(FIRST, first)})
    second = [(one, _second(pipeline, one)) for one in answerable]
    late = fit_ranking([ranked for _, ranked in second if ranked.needed.any()], _RISING)
    _store(pipeline, {"second": _named((*FIRST, *LATE), late)})
    say(f"A needed provision first, on folds that were not fitted: {_folded_ranking(second):.3f}")
    alone = [one for one in asked if one.turn.expected is Expected.CORRECT and one.question == one.latest]
    denied = [(one, _second(pipeline, one)) for one in alone if not _names(pipeline, one)]
    against = fit_ranking([ranked for _, ranked in denied if ranked.needed.any()], _RISING, RIDGE_DENYING)
    _store(pipeline, {"denying": _named((*FIRST, *LATE), against)})
    say(f"The same of what denies a false premise: {_folded_ranking(denied, RIDGE_DENYING):.3f}")


def _fit_decision(pipeline: Pipeline, asked: Sequence[Asking]) -> None:
    _store(pipeline, {"decision": dict.fromkeys(("bias", *SIGNS), (0.0,) * 3)})
    drawn = draw(pipeline.index)
    say(f"Asking {len(drawn.edges)} questions at the edge and {len(drawn.asks)} asks, each while it is hidden.")
    _store(pipeline, {"leaning": _leaning(pipeline, drawn.hidden)})
    own = edges(pipeline, drawn).and_(asks(pipeline, drawn))
    _store(pipeline, {"leaning": _leaning(pipeline)})
    own = own.and_(open_questions(pipeline))
    courses = _courses(asked)
    dev = Examples(
        table=np.stack([np.array([1.0, *_signs(pipeline, one)]) for one in asked]),
        courses=courses,
        weights=weigh([one.item for one in asked], courses, DECISION),
    )
    table = fit_decision(dev.and_(own))
    _store(pipeline, {"decision": _named(("bias", *SIGNS), table)})
    folds = np.array([one.fold for one in asked])
    scores = _folded_scores(dev, own, folds)
    say(_rates(dev.courses, scores))
    _fit_reading(pipeline, asked, scores, log_softmax(dev.table @ table, axis=1))


def _fit_reading(pipeline: Pipeline, asked: Sequence[Asking], scores: Floats, answering: Floats) -> None:
    """What the reader adds where the decision is unsure, on questions that it has not read; `scores` are of unseen folds.

    What the gates ask is bound to stay right (`eval.bound`), by `answering`, the scores of weights that were fitted on it. What
    is read beside a question was ranked by such weights as well. Those that came first are judged, author by author, by fits
    with what is bound to stay right by all of them.
    """
    plain = np.array([one.item.dataset not in CONTRASTS for one in asked])
    doubtful = np.flatnonzero(plain & unsure(scores))
    first = came_first(pipeline)
    say(f"Reading the best provision beside {len(doubtful)} questions; {first.read.sum()} came first.")
    courses, folds = _courses(asked), np.array([one.fold for one in asked])
    odds = [read_odds(pipeline, scores[at], _searched(pipeline, asked[at])) for at in doubtful.tolist()]
    examples = Examples(
        table=read_table(scores[doubtful], odds),
        courses=courses[doubtful],
        weights=weigh([one.item for one in asked], courses, UNSURE)[doubtful],
    )
    bound = _bound(pipeline, asked, answering)
    right = _right_so_far(bound)

    def fit(dev: Examples, kept: NDArray[np.bool_]) -> tuple[Floats, Examples]:
        heavy = bound.examples(bind(dev.and_(first.but()), bound, kept))
        return fit_decision(dev.and_(first.but()).and_(heavy)), dev.and_(heavy)

    table, with_bound = fit(examples, right)
    _store(pipeline, {"reading": _named(FEATURES, table)})
    lost = int((bound.wrong(table.round(_DIGITS)) & right).sum())
    say(f"Of {right.sum()} questions that the gates ask and today's weights have right, {lost} are lost.")
    found = scores.copy()
    for fold in range(FOLDS):
        unseen = folds[doubtful] == fold
        fitted, _ = fit(examples.where(~unseen), right & (bound.folds != fold))
        for place in np.flatnonzero(unseen).tolist():
            found[doubtful[place]] = weighed(scores[doubtful[place]], iter(odds[place]), fitted)
    for name, given in (("before", scores), ("with the reader", found)):
        say(f"Without contrasts, {name}: {_rates(courses[plain], given[plain])}")
    for name, given in (("before", first.scores), ("with the reader", first.folded(with_bound))):
        say(f"Those that came first, {name}: {_rates(first.courses, given)}")


def _bound(pipeline: Pipeline, asked: Sequence[Asking], scores: Floats) -> Bound:
    """What the gates ask and the decision weighs as it is weighed here: no follow-up, none that names its provision."""
    seen = gated()
    rows = [
        place
        for place, one in enumerate(asked)
        if one.item.id in seen and one.question == one.latest and not _names(pipeline, one)
    ]
    odds = [
        read_odds(pipeline, scores[place], _searched(pipeline, asked[place])) if unsure(scores[place]) else () for place in rows
    ]
    return Bound(
        scores=scores[rows],
        odds=tuple(odds),
        table=read_table(scores[rows], odds),
        courses=_courses(asked)[rows],
        folds=np.array([asked[place].fold for place in rows]),
    )


def _right_so_far(bound: Bound) -> NDArray[np.bool_]:
    """What today's weights of the reader have right, shape (n,); nothing where there are none for these features."""
    try:
        return ~bound.wrong(weights("reading", FEATURES))
    except ModelError:
        return np.zeros(len(bound.courses), np.bool_)


def _courses(asked: Sequence[Asking]) -> NDArray[np.int64]:
    return np.array([list(Course).index(_COURSES[one.turn.expected]) for one in asked])


def _leaning(pipeline: Pipeline, hidden: frozenset[str] = frozenset()) -> dict[str, tuple[float, ...]]:
    """What leanings are read by, each with its constant first; `hidden` texts have no part in it."""
    return _named(LEANINGS, fit_decision(spoken(pipeline.index, hidden), RIDGE_LEANING).T)


def _dev(items: Sequence[Item]) -> Iterator[Asking]:
    """Every dev question that the model decides, in every language."""
    chosen = [item for item in items if item.split is Split.DEV and item.dataset != _THE_READERS_OWN]
    counts: Counter[str] = Counter()
    for item in sorted(chosen, key=lambda one: one.id):
        group = counts[item.dataset] // (GROUP if item.dataset in CONTRASTS else 1)
        counts[item.dataset] += 1
        for place, turn in enumerate(item.turns):
            if turn.reason not in _BY_RULE:
                for language, question in turn.question.items():
                    earlier = [other.question[language] for other in item.turns[:place]]
                    resolved = resolve_question(question, earlier)
                    yield Asking(
                        item=item, turn=turn, language=language, latest=question, question=resolved, fold=group % FOLDS
                    )


def _names(pipeline: Pipeline, one: Asking) -> bool:
    """Whether a question names its provisions, so that they are resolved and not ranked."""
    return bool(refer(pipeline.index.library, one.question, detect(one.question)).resolved)


def _first(pipeline: Pipeline, one: Asking) -> Ranked:
    index = pipeline.index
    looked = look(index, read_question(index, pipeline.embedder, one.question, detect(one.question)))
    return _ranked(pipeline, one, looked.first, looked.places)


def _second(pipeline: Pipeline, one: Asking) -> Ranked:
    index = pipeline.index
    looked = look(index, read_question(index, pipeline.embedder, one.question, detect(one.question)))
    closely = np.hstack([looked.first[: len(looked.late)], looked.late])
    return _ranked(pipeline, one, closely, looked.places)


def _ranked(pipeline: Pipeline, one: Asking, signals: Floats, places: NDArray[np.int64]) -> Ranked:
    index = pipeline.index
    needed = {index.place[reference] for reference in one.needed if reference in index.place}
    return Ranked(signals=signals, needed=np.isin(places[: len(signals)], list(needed)))


def _signs(pipeline: Pipeline, one: Asking) -> tuple[float, ...]:
    index, searched = pipeline.index, _searched(pipeline, one)
    language = searched.asked.language
    referred = refer_after(index.library, one.question, one.latest, language)
    return signs(index, searched.asked, searched.retrieved, referred)


def _searched(pipeline: Pipeline, one: Asking) -> Searched:
    return search(pipeline.index, pipeline.embedder, one.latest, one.question, detect(one.latest), DEPTH)


def _folded_ranking(questions: Sequence[tuple[Asking, Ranked]], ridge: float = RIDGE_RANKING) -> float:
    right = []
    for fold in range(FOLDS):
        fitted_on = [ranked for one, ranked in questions if one.fold != fold and ranked.needed.any()]
        weights = fit_ranking(fitted_on, _RISING, ridge)
        right += [ranked.needed[(ranked.signals @ weights).argmax()] for one, ranked in questions if one.fold == fold]
    return float(np.mean(right))


def _folded_scores(dev: Examples, own: Examples, folds: NDArray[np.int64]) -> Floats:
    """The logarithm of each course's share, shape (n, 3), of each fold by a fit to the others."""
    scores = np.zeros((len(dev.courses), len(Course)))
    for fold in range(FOLDS):
        held = folds == fold
        scores[held] = dev.table[held] @ fit_decision(dev.where(~held).and_(own))
    return np.asarray(log_softmax(scores, axis=1), np.float64)


def _rates(courses: NDArray[np.int64], scores: Floats) -> str:
    return "On folds that were not fitted: " + ", ".join(f"{name} {rate:.3f}" for name, rate in rates(courses, scores).items())


def _named(names: Sequence[str], table: Floats) -> dict[str, tuple[float, ...]]:
    rows = table.reshape(len(names), -1)
    return {name: tuple(round(float(value), _DIGITS) for value in row) for name, row in zip(names, rows, strict=True)}


def _start(*, late: bool = False) -> dict[str, tuple[float, ...]]:
    """Weights to begin with: the best cosine and BM25."""
    names = (*FIRST, *LATE) if late else FIRST
    return {name: ({"best": 1.0, "bm25": 5.0}.get(name, 0.0),) for name in names}


def _store(pipeline: Pipeline, sections: dict[str, dict[str, tuple[float, ...]]]) -> None:
    """Write the sections over those of the file and have them read anew."""
    held = orjson.loads(WEIGHTS.read_bytes())["sections"]
    fitted, embedder = "python -m eval.calibrate, on the dev split", pipeline.embedder.name
    written = {"fitted": fitted, "embedder": embedder, "sections": {**held, **sections}}
    WEIGHTS.write_bytes(orjson.dumps(written, option=orjson.OPT_INDENT_2) + b"\n")
    forget()


if __name__ == "__main__":
    main()
