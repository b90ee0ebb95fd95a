"""Whether an answer says a nugget, on the sample instrument."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.types import Language, Reference
from eval.judge import DigestJudge, compared_texts, open_judge
from eval.metrics.nuggets import Coverage
from eval.types import Nugget
from rag.pipeline import Pipeline
from tests.eval.outcomes import answer, item, refusal, said
from tests.eval.sample import quiet

NIGHT = "A child under 12 must not be given a night watch."
NUGGET = Nugget(
    text={Language.EN: "No night watch for a child under twelve", Language.ZH: "十二岁以下儿童不值夜班"},
    references=(Reference.parse("sample-rules 13"),),
    vital=True,
)
ASKED = item(1)
WITH_NUGGET = replace(ASKED, turns=(replace(ASKED.turns[0], nuggets=(NUGGET,)),))
THIRTEEN = Reference.parse("sample-rules 13")


@pytest.fixture
def judge(pipeline: Pipeline, tmp_path: Path) -> DigestJudge:
    """A judge that knows the nugget and the free wording of this file."""
    wordings = (said(THIRTEEN, text="Nobody younger than 12 gets the night watch."), said(text="something else"))
    texts = compared_texts(pipeline.index.library, [WITH_NUGGET], [answer(ASKED, *wordings)])
    return open_judge(pipeline.index.library, pipeline.embedder, tmp_path / "vectors.sqlite3", texts, quiet)


def test_full_where_the_statement_is_said(judge: DigestJudge, pipeline: Pipeline) -> None:
    """A supported claim that is the nearest statement to the nugget covers it, in either language."""
    statement = next(s for s in pipeline.index.library.statements(THIRTEEN) if s.en == NIGHT)
    for text in (statement.en, statement.zh):
        assert judge(NUGGET, answer(ASKED, said(THIRTEEN, text=text))) is Coverage.FULL


def test_full_where_it_is_said_in_other_words(judge: DigestJudge) -> None:
    """A supported claim stands for the statement of its provision that it is nearest to."""
    outcome = answer(ASKED, said(THIRTEEN, text="Nobody younger than 12 gets the night watch."))
    assert judge(NUGGET, outcome) is Coverage.FULL


def test_partial_where_another_statement_of_it_is_said(judge: DigestJudge, pipeline: Pipeline) -> None:
    """A supported claim that says something else of the same provision covers the nugget in part."""
    other = next(s for s in pipeline.index.library.statements(THIRTEEN) if s.en != NIGHT)
    assert judge(NUGGET, answer(ASKED, said(THIRTEEN, text=other.en))) is Coverage.PARTIAL


def test_none_for_what_is_not_supported(judge: DigestJudge) -> None:
    """The very statement covers nothing where the checker did not support it."""
    assert judge(NUGGET, answer(ASKED, said(THIRTEEN, "unchecked", NIGHT))) is Coverage.NONE


def test_none_for_another_provision_or_a_refusal(judge: DigestJudge, pipeline: Pipeline) -> None:
    """What is said of another provision covers nothing, nor does silence."""
    fifteen = Reference.parse("sample-rules 15")
    (statement,) = pipeline.index.library.statements(fifteen)
    assert judge(NUGGET, answer(ASKED, said(fifteen, text=statement.en))) is Coverage.NONE
    assert judge(NUGGET, refusal(ASKED)) is Coverage.NONE


def test_provisions_out_of_scope(judge: DigestJudge) -> None:
    """A nugget of an instrument that is not held is not covered, and is no error."""
    elsewhere = Nugget(text=NUGGET.text, references=(Reference.parse("mandela 1"),), vital=True)
    assert judge(elsewhere, answer(ASKED, said(THIRTEEN, text=NIGHT))) is Coverage.NONE


def test_compared_texts(pipeline: Pipeline) -> None:
    """Free wording is compared with the statements of what it cites, in its language; a statement itself with nothing."""
    library = pipeline.index.library
    statements = {statement.en for statement in library.statements(THIRTEEN)}
    free = answer(ASKED, said(THIRTEEN, text="Children sleep at night."))
    assert compared_texts(library, [ASKED], [free]) == {"Children sleep at night.", *statements}
    assert compared_texts(library, [ASKED], [answer(ASKED, said(THIRTEEN, text=NIGHT))]) == set()
    assert compared_texts(library, [WITH_NUGGET], []) == {NUGGET.text[Language.EN], *statements}


def test_nothing_to_compare(pipeline: Pipeline, tmp_path: Path) -> None:
    """A run of refusals alone needs no vector."""
    assert open_judge(pipeline.index.library, pipeline.embedder, tmp_path / "vectors.sqlite3", set(), quiet).vectors == {}
