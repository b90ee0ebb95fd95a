"""What is found is read beside the question: which premises, which chances, and which decisions they object to."""

import math
from dataclasses import dataclass, replace

import numpy as np
import pytest

from corpus.types import Language
from rag.decide import decision
from rag.decide.decision import Course, Decision
from rag.decide.relevance import premise, relevance
from rag.decide.signs import SIGNS
from rag.pipeline import Pipeline
from rag.ports import Entailment, EntailmentModel
from rag.refer import refer
from rag.retrieve import Found, Searched, read_question, retrieve, search
from rag.types import Field

POST = "May the head keeper open a keeper's letters?"


def found_for(pipeline: Pipeline, question: str, language: Language = Language.EN) -> tuple[Found, ...]:
    """What retrieval finds."""
    return retrieve(pipeline.index, read_question(pipeline.index, pipeline.embedder, question, language), 10).found


class Listening:
    """Notes what it is asked and answers by the order of the questions."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, bool]] = []

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:
        """The more letters in the premise, the likelier."""
        self.asked.append((premise, hypothesis, question))
        return Entailment(entailed=-1.0 / len(premise), neutral=-5.0, contradicted=-6.0)


def test_the_two_best_are_read_as_premises_of_a_question(skerry: Pipeline) -> None:
    """The first two provisions and no more, each beside the question as it was asked."""
    found, model = found_for(skerry, POST), Listening()
    assert len([*relevance(skerry.index.library, model, found, POST, Language.EN)]) == 2
    premises = [premise(skerry.index.library, one, Language.EN) for one in found[:2]]
    assert model.asked == [(one, POST, True) for one in premises]
    assert len(set(premises)) == 2


def test_what_is_not_wanted_is_not_read(skerry: Pipeline) -> None:
    """Whoever has seen enough after the first provision does not pay for the second."""
    model = Listening()
    next(relevance(skerry.index.library, model, found_for(skerry, POST), POST, Language.EN))
    assert len(model.asked) == 1


def test_the_likeliest_of_both_counts(skerry: Pipeline) -> None:
    """Where the second provision answers better than the first, its chance is the one that is told."""
    library = skerry.index.library
    found = sorted(found_for(skerry, POST)[:2], key=lambda one: len(premise(library, one, Language.EN)))
    longest = len(premise(library, found[1], Language.EN))
    first, both = relevance(library, Listening(), found, POST, Language.EN)
    assert both.answers == pytest.approx(math.exp(-1.0 / longest))
    assert both.answers > first.answers
    assert both.denies == first.denies == pytest.approx(math.exp(-6.0))
    *_, other_way = relevance(library, Listening(), found[::-1], POST, Language.EN)
    assert other_way == both


def test_a_single_provision_is_enough(skerry: Pipeline) -> None:
    """With one provision its own chance is told."""
    model = Listening()
    assert len([*relevance(skerry.index.library, model, found_for(skerry, POST)[:1], POST, Language.EN)]) == 1
    assert len(model.asked) == 1


@dataclass(frozen=True)
class Saying:
    """A model of entailment that says the same of every pair, as chances."""

    answers: float
    denies: float

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        """What it always says."""
        rest = 1 - self.answers - self.denies
        return Entailment(entailed=math.log(self.answers), neutral=math.log(rest), contradicted=math.log(self.denies))


PLAIN, LOADED = "Can someone else read what a keeper gets by post?", "Why are all inspections announced beforehand each year?"
OBJECTIONS = [
    (PLAIN, Saying(0.5, 0.1), Course.ANSWER, Course.ANSWER),
    (PLAIN, Saying(0.01, 0.1), Course.ANSWER, Course.REFUSE),
    (LOADED, Saying(0.1, 0.5), Course.CORRECT, Course.CORRECT),
    (LOADED, Saying(0.9, 0.001), Course.CORRECT, Course.ANSWER),
    (LOADED, Saying(0.1, 0.001), Course.CORRECT, Course.CORRECT),  # none surely answers it
]


def decided(
    pipeline: Pipeline,
    question: str,
    model: EntailmentModel,
    likeliest: Course,
    score: float,
    monkeypatch: pytest.MonkeyPatch,
) -> Decision:
    """The decision where the fitted model gives one course a score and the others none."""
    table = np.zeros((len(SIGNS) + 1, len(Course)))
    table[0] = [score if one is likeliest else 0.0 for one in Course]
    monkeypatch.setattr(decision, "weights", lambda *_: table)
    asked = read_question(pipeline.index, pipeline.embedder, question, Language.EN)
    referred = refer(pipeline.index.library, question, Language.EN)
    searched = Searched(asked=asked, retrieved=retrieve(pipeline.index, asked, 10))
    return decision.decide(pipeline.index, model, searched, referred, referred)


@pytest.mark.parametrize(("question", "model", "likeliest", "course"), OBJECTIONS)
def test_a_decision_must_be_borne_out(
    skerry: Pipeline, question: str, model: Saying, likeliest: Course, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that no provision gives is refused; a correction that none makes, though one surely answers, is an answer."""
    made = decided(skerry, question, model, likeliest, 1.0, monkeypatch)
    assert made.course is course
    assert (made.reason is None) is (course is Course.ANSWER)
    assert (made.probability > 0.5) is (course is likeliest)


def test_a_sure_decision_is_not_questioned(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read beside a question that is decided without doubt."""
    model = Listening()
    made = decided(skerry, PLAIN, model, Course.ANSWER, 9.0, monkeypatch)
    assert made.course is Course.ANSWER
    assert model.asked == []
    decided(skerry, PLAIN, model, Course.ANSWER, 1.0, monkeypatch)
    assert len(model.asked) == 1


@dataclass
class InTurn:
    """A model of entailment that says the next of what it was given, as chances of an answer and of a denial."""

    chances: list[tuple[float, float]]

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        """What comes next."""
        return Saying(*self.chances.pop(0)).entailment("", "")


IN_TURN = [
    (PLAIN, [(0.5, 0.1), (0.001, 0.001)], Course.ANSWER, Course.ANSWER, 1),  # the first answers it: that is enough
    (PLAIN, [(0.001, 0.1), (0.5, 0.1)], Course.ANSWER, Course.ANSWER, 0),
    (PLAIN, [(0.001, 0.1), (0.002, 0.1)], Course.ANSWER, Course.REFUSE, 0),
    (LOADED, [(0.8, 0.1), (0.001, 0.001)], Course.CORRECT, Course.CORRECT, 1),  # the first denies it: that is enough
    (LOADED, [(0.9, 0.001), (0.1, 0.1)], Course.CORRECT, Course.CORRECT, 0),
    (LOADED, [(0.9, 0.001), (0.1, 0.001)], Course.CORRECT, Course.ANSWER, 0),  # it is the best of both that counts
    (LOADED, [(0.1, 0.001), (0.9, 0.001)], Course.CORRECT, Course.ANSWER, 0),
]


@pytest.mark.parametrize(("question", "chances", "likeliest", "course", "unread"), IN_TURN)
def test_the_second_is_read_where_the_first_does_not_settle_it(
    skerry: Pipeline,
    question: str,
    chances: list[tuple[float, float]],
    likeliest: Course,
    course: Course,
    unread: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The course is what the best of both provisions makes of it; no more is read than that needs."""
    model = InTurn([*chances])
    assert decided(skerry, question, model, likeliest, 1.0, monkeypatch).course is course
    assert len(model.chances) == unread


FOLLOW_UPS = [
    ("And how long does it take?", Course.REFUSE),  # a number is wanted now
    ("And who reads it first?", Course.ANSWER),  # it was wanted before
]


@pytest.mark.parametrize(("latest", "course"), FOLLOW_UPS)
def test_a_follow_up_weighs_more_than_what_stands_before_it(
    skerry: Pipeline, latest: str, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What counts against an earlier question does not count as much against one that follows it."""
    table = np.zeros((len(SIGNS) + 1, len(Course)))
    table[0, 0], table[1 + SIGNS.index("wants_number"), 1] = 1.5, 3.0
    monkeypatch.setattr(decision, "weights", lambda *_: table)
    joined = f"How long may a watch last? {latest}"
    searched = search(skerry.index, skerry.embedder, latest, joined, Language.EN, 10)
    assert searched.alone is not None
    referred, alone = (refer(skerry.index.library, text, Language.EN) for text in (joined, latest))
    assert decision.decide(skerry.index, Saying(0.5, 0.1), searched, referred, alone).course is course
    whole = replace(searched, alone=None)
    assert decision.decide(skerry.index, Saying(0.5, 0.1), whole, referred, alone).course is Course.REFUSE


def test_premises_are_statements_nearest_first_in_the_readers_script(skerry: Pipeline) -> None:
    """Statements in Chinese beside a Chinese question and in English beside any other, the nearest in front."""
    best = found_for(skerry, POST)[0]
    statements = [one.text for one, _ in best.near if one.field is Field.STATEMENT and one.language is Language.EN]
    assert premise(skerry.index.library, best, Language.FR).startswith(statements[0])
    chinese = {one.zh for one in skerry.index.library.statements(best.paragraph)}
    assert any(text in premise(skerry.index.library, best, Language.ZH) for text in chinese)


def test_what_was_not_compared_is_read_in_its_own_order(skerry: Pipeline) -> None:
    """A provision that was named and not found has no nearest statement: its digest is read as it stands."""
    best = replace(found_for(skerry, POST)[0], near=())
    first = skerry.index.library.statements(best.paragraph)[0].en
    assert premise(skerry.index.library, best, Language.EN).startswith(first)


def test_without_a_digest_the_official_words_are_read(bare: Pipeline) -> None:
    """Where there are no statements, the provision's own words are the premise."""
    best = found_for(bare, POST)[0]
    provision = bare.index.library.provision(best.paragraph, Language.EN)
    assert provision is not None
    assert premise(bare.index.library, best, Language.EN) == provision.text


COMPARISONS = [
    ("How do the Mandela Rules differ from the Bangkok Rules on letters of a keeper?", False),
    ("《曼德拉规则》和《曼谷规则》在信件上有什么不同？", False),
    ("How do the Mandela Rules differ for letters of a keeper?", True),  # from one another only two texts can
    ("Do the Mandela Rules and the Bangkok Rules speak of letters of a keeper?", True),  # two texts, and no comparison
]


@pytest.mark.parametrize(("question", "corrected"), COMPARISONS)
def test_a_comparison_of_texts_is_not_corrected(
    skerry: Pipeline, question: str, corrected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks how texts differ takes nothing for granted, however surely the signs say so."""
    made = decided(skerry, question, Saying(0.5, 0.1), Course.CORRECT, 9.0, monkeypatch)
    assert (made.course is Course.CORRECT) is corrected
