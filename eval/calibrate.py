"""`python -m eval.calibrate`: fits the weights of retrieval and of the decision on dev questions and writes `rag/weights.json`.

Questions of the test split are never read. The decision is fitted on questions of the corpus's own as well
(`eval.corpus_examples`), at a smaller weight: they are many and show what dev has few of. Prints what the same fit gives on dev
questions that it was not fitted on (five folds by item), which is the figure to choose by; the harness reports the test split.
What the gates ask without naming provisions is bound to come out right (`eval.gate_bound_fit`), but for what no fit has reached
(`eval/unreached.txt`). How heavy it is in the decision is found on all folds: figures by folds are that much too good.
"""

import argparse
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect
from tempfile import TemporaryDirectory

import numpy as np
import orjson
from numpy.typing import NDArray
from scipy.special import log_softmax

from corpus.language import detect
from corpus.settings import Settings
from eval.blind_questions import read_odds
from eval.corpus_examples import asks, draw, edges, open_questions, spoken
from eval.dev import FOLDS, Asking, courses_of, dev_questions, folds_of, names_provision, searched_for, signs_for
from eval.fitting import RIDGE_DENYING, RIDGE_LEANING, RIDGE_RANKING, Examples, Floats, Ranked, fit_decision, fit_ranking, rates
from eval.gate_bound_fit import Bound, Gated, bind, bind_decision
from eval.new_authors import fresh_questions
from eval.questions import load_all
from eval.reading import Reading, read_dev
from eval.rows import CONTRASTS, FURTHER
from eval.types import Expected
from eval.weighing import DECISION, gated_ids, unreached, weigh
from rag.decide.decision import Course
from rag.decide.leaning import LEANINGS
from rag.decide.relevance import FEATURES
from rag.decide.signs import SIGNS
from rag.pipeline import Pipeline
from rag.progress import say
from rag.retrieve import look, read_question
from rag.signals import FIRST, LATE
from rag.weights import WEIGHTS, forget
from rag.wiring import open_pipeline

_DIGITS = 4
_HOLDINGS = 2
"""What the gates ask is bound with the official words and without them."""
_RISING = frozenset(place for place, name in enumerate((*FIRST, *LATE)) if name not in ("named", "not_named"))
"""Signals that say how near a provision is; that its instrument is named, or another one is instead, may count against it."""


def main() -> None:
    """Fit, write, and show what cross-validation gives; where that is broken off, the weights are as they were."""
    parser = argparse.ArgumentParser(prog="python -m eval.calibrate", description="Fit retrieval and the decision on dev.")
    parser.add_argument("--decision", action="store_true", help="fit the decision alone, retrieval stays as it is")
    given = parser.parse_args()
    settings, held = Settings.from_environment(), WEIGHTS.read_bytes()
    pipeline = open_pipeline("core", settings)
    asked = list(dev_questions((*load_all(), *load_all(folder=FURTHER)), pipeline.index.library))
    with TemporaryDirectory(dir=settings.data) as folder:
        bare = _digests_alone(settings, Path(folder))
        try:
            if not given.decision:
                _fit_retrieval(pipeline, asked)
            _fit_decision(pipeline, bare, asked)
        except BaseException:
            WEIGHTS.write_bytes(held)
            raise


def _fit_retrieval(pipeline: Pipeline, asked: Sequence[Asking]) -> None:
    answerable = [one for one in asked if one.turn.expected is Expected.ANSWER and not names_provision(pipeline, one)]
    store(pipeline, {"first": _start(), "second": _start(late=True)})
    say(f"Looking at {len(answerable)} answerable dev questions.")
    first = fit_ranking([ranked for one in answerable if (ranked := _first(pipeline, one)).needed.any()], _RISING)
    store(pipeline, {"first": _named(FIRST, first)})
    second = [(one, _second(pipeline, one)) for one in answerable]
    late = fit_ranking([ranked for _, ranked in second if ranked.needed.any()], _RISING)
    store(pipeline, {"second": _named((*FIRST, *LATE), late)})
    say(f"A needed provision first, on folds that were not fitted: {_folded_ranking(second):.3f}")
    alone = [one for one in asked if one.turn.expected is Expected.CORRECT and not one.follows]
    denied = [(one, _second(pipeline, one)) for one in alone if not names_provision(pipeline, one)]
    against = fit_ranking([ranked for _, ranked in denied if ranked.needed.any()], _RISING, RIDGE_DENYING)
    store(pipeline, {"denying": _named((*FIRST, *LATE), against)})
    say(f"The same of what denies a false premise: {_folded_ranking(denied, RIDGE_DENYING):.3f}")


def _fit_decision(pipeline: Pipeline, bare: Pipeline, asked: Sequence[Asking]) -> None:
    store(pipeline, {"decision": dict.fromkeys(("bias", *SIGNS), (0.0,) * 3)})
    drawn = draw(pipeline.index)
    say(f"Asking {len(drawn.edges)} questions at the edge and {len(drawn.asks)} asks, each while it is hidden.")
    store(pipeline, {"leaning": _leaning(pipeline, drawn.hidden)})
    own = edges(pipeline, drawn).and_(asks(pipeline, drawn))
    store(pipeline, {"leaning": _leaning(pipeline)})
    own = own.and_(open_questions(pipeline)).and_(fresh_questions(pipeline))
    courses = courses_of(asked)
    dev = Examples(
        table=np.stack([signs_for(pipeline, one) for one in asked]),
        courses=courses,
        weights=weigh([one.item for one in asked], courses, DECISION),
    )
    store(pipeline, {"decision": _named(("bias", *SIGNS), fit_decision(dev.and_(own)))})
    gates = _gates(pipeline, asked)
    without = np.stack([signs_for(bare, asked[place]) for place in gates.tolist()])
    gated = _gated(pipeline, asked, gates, dev.table[gates]).and_(_gated(bare, asked, gates, without))
    names = np.array([f"{asked[place].name}{held}" for held in ("", " (digests alone)") for place in gates.tolist()])
    kept = ~np.isin(np.tile([asked[place].name for place in gates.tolist()], _HOLDINGS), list(unreached()))
    say("Before anything is bound:")
    before = _read(pipeline, asked, dev, own)
    times = bind_decision(lambda found: fit_decision(_heavier(dev, gates, found).and_(own)), gated, before.examples, kept)
    dev = _heavier(dev, gates, times)
    say(f"Of {len(gates)} questions that the gates ask, {(times > 1).sum()} weigh up to {times.max():.1f} times as much.")
    table = fit_decision(dev.and_(own)).round(_DIGITS)
    store(pipeline, {"decision": _named(("bias", *SIGNS), table)})
    bound = gated.bound(table)
    wrong = bound.wrong(_fit_reading(pipeline, asked, _read(pipeline, asked, dev, own), bound, kept))
    say(f"Lost of what the gates ask: {', '.join(names[wrong & kept]) or 'nothing'}.")
    say(f"Right, though `eval/unreached.txt` lists it: {', '.join(names[~wrong & ~kept]) or 'nothing'}.")


def _digests_alone(settings: Settings, folder: Path) -> Pipeline:
    """The pipeline of who has no official words, opened from an empty folder.

    Its index is built: how vectors are put into bytes depends on all of them, and a question of the gates may hang on that.
    """
    folder.joinpath("model").symlink_to(settings.model)
    with closing(connect(settings.data / "readings.sqlite3")) as held, closing(connect(folder / "readings.sqlite3")) as copy:
        held.backup(copy)
    return open_pipeline("core", replace(settings, data=folder, texts=None, llm=None))


def _read(pipeline: Pipeline, asked: Sequence[Asking], dev: Examples, own: Examples) -> Reading:
    """What the reader's weights are fitted on by the decision that is stored, dev by folds."""
    scores = _folded_scores(dev, own, folds_of(asked))
    say(_rates(dev.courses, scores))
    read = read_dev(pipeline, asked, scores)
    say(f"Read the best provision beside {len(read.doubtful)} questions and {read.first.read.sum()} that came first.")
    return read


def _fit_reading(
    pipeline: Pipeline, asked: Sequence[Asking], reading: Reading, bound: Bound, kept: NDArray[np.bool_]
) -> Floats:
    """The reader's weights, shape (features, 3): what it adds where the decision is unsure, on questions that it has not read.

    What the gates ask is bound to come out right, by the scores of weights that were fitted on it; what is read beside a
    question was ranked by such weights too. Those that came first are judged, author by author, by fits with what all bind.
    """
    courses, folds = courses_of(asked), folds_of(asked)

    def fit(dev: Examples, right: NDArray[np.bool_]) -> tuple[Floats, Examples]:
        own = dev.and_(reading.first.but())
        heavy = bound.examples(bind(own, bound, right))
        return fit_decision(own.and_(heavy)), dev.and_(heavy)

    table, with_bound = fit(reading.dev, kept)
    store(pipeline, {"reading": _named(FEATURES, table)})
    unseen = [folds == fold for fold in range(FOLDS)]
    fits = (
        (rows, fit(reading.dev.where(~rows[reading.doubtful]), kept & (bound.folds != fold))[0])
        for fold, rows in enumerate(unseen)
    )
    found, first = reading.standing(fits), reading.first
    plain = np.array([one.item.dataset not in CONTRASTS for one in asked])
    for name, given in (("before", reading.scores), ("with the reader", found)):
        say(f"Without contrasts, {name}: {_rates(courses[plain], given[plain])}")
    for name, given in (("before", first.scores), ("with the reader", first.folded(with_bound))):
        say(f"Those that came first, {name}: {_rates(first.courses, given)}")
    return table.round(_DIGITS)


def _gates(pipeline: Pipeline, asked: Sequence[Asking]) -> NDArray[np.int64]:
    """Places of what the gates ask, shape (n,), but for what names provisions, which is decided otherwise."""
    ids = gated_ids()
    seen = [place for place, one in enumerate(asked) if one.item.id in ids]
    return np.array([place for place in seen if not names_provision(pipeline, asked[place])])


def _gated(pipeline: Pipeline, asked: Sequence[Asking], gates: NDArray[np.int64], signs: Floats) -> Gated:
    found = [searched_for(pipeline, asked[place]) for place in gates.tolist()]
    return Gated(
        signs=signs,
        readings=lambda place, scores: read_odds(pipeline, scores, found[place]),
        courses=courses_of(asked)[gates],
        folds=folds_of(asked)[gates],
        questions=np.arange(len(gates)),
    )


def _heavier(dev: Examples, gates: NDArray[np.int64], times: Floats) -> Examples:
    """The same, with what the gates ask so many times as heavy."""
    weights = dev.weights.copy()
    weights[gates] *= times
    return replace(dev, weights=weights)


def _leaning(pipeline: Pipeline, hidden: frozenset[str] = frozenset()) -> dict[str, tuple[float, ...]]:
    """What leanings are read by, each with its constant first; `hidden` texts have no part in it."""
    return _named(LEANINGS, fit_decision(spoken(pipeline.index, hidden), RIDGE_LEANING).T)


def _first(pipeline: Pipeline, one: Asking) -> Ranked:
    index = pipeline.index
    looked = look(index, read_question(index, pipeline.embedder, one.resolved.text, detect(one.resolved.text)))
    return _ranked(pipeline, one, looked.first, looked.places)


def _second(pipeline: Pipeline, one: Asking) -> Ranked:
    index = pipeline.index
    looked = look(index, read_question(index, pipeline.embedder, one.resolved.text, detect(one.resolved.text)))
    closely = np.hstack([looked.first[: len(looked.late)], looked.late])
    return _ranked(pipeline, one, closely, looked.places)


def _ranked(pipeline: Pipeline, one: Asking, signals: Floats, places: NDArray[np.int64]) -> Ranked:
    index = pipeline.index
    needed = {index.place[reference] for reference in one.needed if reference in index.place}
    return Ranked(signals=signals, needed=np.isin(places[: len(signals)], list(needed)))


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


def store(pipeline: Pipeline, sections: dict[str, dict[str, tuple[float, ...]]]) -> None:
    """Write the sections over those of the file and have them read anew."""
    held = orjson.loads(WEIGHTS.read_bytes())["sections"]
    fitted = "python -m eval.calibrate, on the dev split; falsity: python -m eval.calibrate_falsity"
    embedder = pipeline.embedder.name
    written = {"fitted": fitted, "embedder": embedder, "sections": {**held, **sections}}
    WEIGHTS.write_bytes(orjson.dumps(written, option=orjson.OPT_INDENT_2) + b"\n")
    forget()


if __name__ == "__main__":
    main()
