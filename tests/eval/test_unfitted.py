"""Questions on which nothing is fitted: that nobody has seen them, and what is refused, corrected and right, by language."""

from collections import Counter

import numpy as np

from corpus.asked import Bearing, all_asked
from corpus.types import Language
from eval.blind_questions import UNFITTED, UNREAD, First
from eval.training.asked import asked_rows
from eval.unfitted import table
from rag.decide.relevance import FEATURES, Odds
from tests.eval.training.evaluated import questions


def first(**given: object) -> First:
    """Six questions in two languages, the first two answered, the next two left open, the last two denied; none is read."""
    held: dict[str, object] = {
        "scores": np.log(np.full((6, 3), 1 / 3)),
        "odds": ((),) * 6,
        "table": np.zeros((6, len(FEATURES))),
        "courses": np.array([0, 0, 1, 1, 2, 2]),
        "authors": np.array(["AP1", "BQ1", "AP2", "BQ12", "AP2", "BQ1"]),
        "languages": np.array(["en", "zh"] * 3),
        "read": np.zeros(6, np.bool_),
        "falsity": (None,) * 6,
    }
    return First(**(held | given))  # type: ignore[arg-type]  # one of the fields may be given


def test_nobody_has_seen_them() -> None:
    """Neither they nor their authors are in the index or among what reader or weights are fitted on; no set asks them."""
    own, known = all_asked(UNFITTED), (*all_asked(), *asked_rows(), *all_asked(UNREAD))
    texts = {text for row in own for text in row.question.values()}
    assert Counter(row.kind for row in own) == {Bearing.ANSWERED: 1156, Bearing.SILENT: 911, Bearing.MISBELIEF: 989}
    assert not {row.author for row in own} & {row.author for row in known}
    assert not texts & {text for row in known for text in row.question.values()}
    assert not texts & questions()
    assert {len(row.question) for row in own if row.author.startswith("AS")} == {len(Language)}
    assert {len(row.question) for row in own if row.author.startswith(("BA", "BF"))} == {4}
    assert {len(row.question) for row in own if row.author.startswith(("BH", "BM"))} == {2}
    assert {len(row.question) for row in own if row.author.startswith("BJ")} == {3}


def test_a_row_for_all_for_each_language_and_for_each_set_of_authors() -> None:
    """Each rate is of its own class: English misses the premise, Chinese corrects all."""
    courses = np.array([0, 2, 1, 2, 1, 2])
    told = table(first(), np.log(np.eye(3)[courses] + 0.01)).splitlines()
    assert told[0].startswith("|  | n | refused of the unanswerable | refused of the answerable |")
    assert len(told) == 7
    assert told[2] == "| all | 6 | 0.500 | 0.000 | 0.500 | 0.500 | 0.500 |"
    assert told[3] == "| en | 3 | 1.000 | 0.000 | 0.000 | 0.000 | 0.667 |"
    assert told[4] == "| zh | 3 | 0.000 | 0.000 | 1.000 | 1.000 | 0.333 |"
    assert told[5] == "| AP | 3 | 1.000 | 0.000 | 0.000 | 0.000 | 0.667 |"
    assert told[6] == "| BQ | 3 | 0.000 | 0.000 | 1.000 | 1.000 | 0.333 |"
    refused = table(first(), np.log(np.eye(3)[np.ones(6, np.int64)] + 0.01)).splitlines()
    assert refused[2] == "| all | 6 | 1.000 | 1.000 | 0.000 | 0.000 | 0.333 |"


def test_what_is_presupposed_is_told_apart() -> None:
    """Where something is, its own odds share an answer and a correction anew, and a refusal stays one."""
    scores = np.log(np.array([[0.5, 0.1, 0.4], [0.4, 0.1, 0.5], [0.1, 0.8, 0.1]] * 2))
    made = first(scores=scores, falsity=(9.0, -9.0, 9.0, None, None, None)).standing(np.zeros((len(FEATURES), 3)))
    assert made.argmax(axis=1).tolist() == [2, 0, 1, 0, 2, 1]


def test_what_was_read_stands_by_the_reader() -> None:
    """By its own odds, of those that are read, and of these only those that are kept; the rest is as it was."""
    read = np.array([True, True, False, False, False, False])
    odds = ((Odds(answers=0.0, denies=2.0),), (Odds(answers=0.0, denies=3.0),), *((),) * 4)
    seen = first(read=read, odds=odds)
    reading = np.zeros((len(FEATURES), 3))
    reading[FEATURES.index("denies"), 2] = 1.0
    assert seen.standing(reading)[:2].tolist() == [[0.0, 0.0, 2.0], [0.0, 0.0, 3.0]]
    assert seen.standing(reading)[2:].tolist() == seen.scores[2:].tolist()
    kept = seen.standing(reading, np.arange(6) == 1)
    assert kept[1].tolist() == [0.0, 0.0, 3.0]
    assert kept[0].tolist() == seen.scores[0].tolist()
