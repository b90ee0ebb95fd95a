"""Questions of fresh authors: of every language alike, and unknown to the index."""

import json
from pathlib import Path

from corpus.asked import Bearing, all_asked, read_asked
from eval.blind_questions import UNREAD
from eval.new_authors import fresh_questions
from rag.decide.signs import SIGNS
from rag.pipeline import Pipeline

ANSWER, REFUSE, CORRECT = range(3)
TRAINING = UNREAD.parent


def test_fresh_authors_are_asked_in_every_language(pipeline: Pipeline, tmp_path: Path) -> None:
    """Each text by what is due to its line, all of one weight, whatever the language; other files are not read."""
    question = {"en": "How many lamps may burn at night?", "zh": "夜里可以点几盏灯？", "fr": "Combien de lampes la nuit ?"}
    line = {"instrument": "sample-rules", "locator": "5(1)", "author": "BB1", "question": question}
    lines = [line | {"id": f"bb100{place}", "kind": kind} for place, kind in enumerate(Bearing)]
    text = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in lines)
    for name in ("asked-bb.jsonl", "asked-y.jsonl"):
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    found = fresh_questions(pipeline, tmp_path)
    assert sorted(found.courses.tolist()) == [ANSWER] * 3 + [REFUSE] * 3 + [CORRECT] * 3
    assert found.table.shape == (9, 1 + len(SIGNS))
    assert len(set(found.weights.tolist())) == 1
    assert (found.table[:, 1 + SIGNS.index("neither")] > 0).sum() == 3


def test_of_fresh_authors_the_index_knows_nothing() -> None:
    """Neither a question nor an author of theirs is in the index, nor among what the reader's weights are fitted on."""
    fresh = [row for name in ("bb", "bc", "be") for row in read_asked(TRAINING / f"asked-{name}.jsonl")]
    known = (*all_asked(), *all_asked(UNREAD))
    assert fresh
    assert not {text for row in fresh for text in row.question.values()} & {
        text for row in known for text in row.question.values()
    }
    assert not {row.author for row in fresh} & {row.author for row in known}
