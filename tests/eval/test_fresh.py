"""Questions on which nothing is fitted: theirs alone, and how often each course is taken, by language."""

import numpy as np

from corpus.asked import all_asked
from corpus.types import Language
from eval.first import FRESH, UNREAD, First
from eval.fresh import table
from rag.decide.relevance import FEATURES, Odds
from tests.eval.training.evaluated import questions


def first(**given: object) -> First:
    """Six questions in two languages, the first two answered, the next two left open, the last two denied; none is read."""
    held: dict[str, object] = {
        "scores": np.log(np.full((6, 3), 1 / 3)),
        "odds": ((),) * 6,
        "table": np.zeros((6, len(FEATURES))),
        "courses": np.array([0, 0, 1, 1, 2, 2]),
        "authors": np.array(["AP1"] * 6),
        "languages": np.array(["en", "zh"] * 3),
        "read": np.zeros(6, np.bool_),
    }
    return First(**(held | given))  # type: ignore[arg-type]  # one of the fields may be given


def test_nobody_has_seen_them() -> None:
    """Neither they nor their authors are in the index or among what weights are fitted on; no set asks them."""
    fresh, known = all_asked(FRESH), (*all_asked(), *all_asked(UNREAD))
    texts = {text for row in fresh for text in row.question.values()}
    assert len({row.id for row in fresh}) == len(fresh) > 2000
    assert not {row.author for row in fresh} & {row.author for row in known}
    assert not texts & {text for row in known for text in row.question.values()}
    assert not texts & questions()
    assert all({Language.EN, Language.ZH} <= row.question.keys() for row in fresh)


def test_a_row_for_each_language_and_one_for_all() -> None:
    """English is decided rightly throughout; in Chinese what is answered is refused, what is open is corrected."""
    courses = np.array([0, 1, 1, 2, 2, 2])
    told = table(first(), np.log(np.eye(3)[courses] + 0.01)).splitlines()
    assert told[0].startswith("|  | n | refused of the unanswerable | refused of the answerable |")
    assert len(told) == 5
    assert told[2] == "| all | 6 | 0.500 | 0.500 | 1.000 | 0.000 | 0.667 |"
    assert told[3] == "| en | 3 | 1.000 | 0.000 | 1.000 | 0.000 | 1.000 |"
    assert told[4] == "| zh | 3 | 0.000 | 1.000 | 1.000 | 0.000 | 0.333 |"


def test_what_was_read_stands_by_the_reader() -> None:
    """Of those that are read, and of these only those that are kept."""
    read = np.array([True, True, False, False, False, False])
    seen = first(read=read, odds=((Odds(answers=0.0, denies=0.0),),) * 6)
    reading = np.zeros((len(FEATURES), 3))
    reading[0, 2] = 9.0
    assert (seen.standing(reading)[:, 2] == 9.0).tolist() == read.tolist()
    assert (seen.standing(reading, np.arange(6) == 1)[:, 2] == 9.0).tolist() == [False, True, False, False, False, False]
