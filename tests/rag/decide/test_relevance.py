"""What is found is read beside the question: which premises, how it is weighed, and what becomes of the decision."""

import math
from dataclasses import dataclass, replace

import numpy as np
import pytest

from corpus.types import Language
from rag.decide import decision
from rag.decide.decision import Course, Decision
from rag.decide.relevance import FEATURES, Odds, answer_share, beside, features, log_odds, premise, readings, settled, weighed
from rag.decide.signs import SIGNS
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline
from rag.ports import Entailment, TokenEmbedder
from rag.refer import Referred, refer
from rag.retrieve import Found, Searched, read_question, retrieve, search
from rag.types import Field

POST = "May the head keeper open a keeper's letters?"


def found_for(pipeline: Pipeline, question: str, language: Language = Language.EN) -> tuple[Found, ...]:
    """What retrieval finds."""
    return retrieve(pipeline.index, read_question(pipeline.index, pipeline.embedder, question, language), 10).found


class Listening(HashEmbedder):
    """Notes what it is asked and says that nothing is told."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, bool]] = []

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:
        """The same of every pair."""
        self.asked.append((premise, hypothesis, question))
        return Saying(0.2, 0.2).entailment(premise, hypothesis)


@dataclass(frozen=True)
class Saying(HashEmbedder):
    """A model of entailment that says the same of every pair, as chances."""

    answers: float
    denies: float

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        """What it always says."""
        rest = 1 - self.answers - self.denies
        return Entailment(entailed=math.log(self.answers), neutral=math.log(rest), contradicted=math.log(self.denies))


def test_odds_are_against_leaving_it_open() -> None:
    """Logarithms of how much likelier an answer and a denial are than neither; what is next to nothing counts as one in 400."""
    found = log_odds(Saying(0.5, 0.1), "A premise.", POST)
    assert (found.answers, found.denies) == pytest.approx((math.log(5 / 4), math.log(1 / 4)))
    assert log_odds(Saying(1e-9, 1e-12), "A premise.", POST).answers == pytest.approx(-6.0)


def test_features_are_what_their_names_say() -> None:
    """A constant, the scores of refusal and correction over an answer's, and both log-odds."""
    found = dict(zip(FEATURES, features(np.array([-1.0, -3.0, 4.0]), Odds(answers=0.5, denies=-0.25)), strict=True))
    assert found == {"bias": 1.0, "refuse": -2.0, "correct": 5.0, "answers": 0.5, "denies": -0.25}


PLAIN, LOADED = "Can someone else read what a keeper gets by post?", "Why are all inspections announced beforehand each year?"
KEPT = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
"""Weights that leave the scores as they are."""
PLAINLY = KEPT + np.array([[0.0] * 3] * 3 + [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
"""Weights that add what the reader makes of it to the scores of an answer and of a correction."""
READ = [
    (PLAIN, Saying(0.5, 0.1), Course.ANSWER, Course.ANSWER),
    (PLAIN, Saying(0.01, 0.1), Course.ANSWER, Course.REFUSE),
    (PLAIN, Saying(0.01, 0.9), Course.ANSWER, Course.CORRECT),
    (LOADED, Saying(0.1, 0.5), Course.CORRECT, Course.CORRECT),
    (LOADED, Saying(0.9, 0.001), Course.CORRECT, Course.ANSWER),
    (LOADED, Saying(0.1, 0.001), Course.CORRECT, Course.REFUSE),
    (PLAIN, Saying(0.9, 0.01), Course.REFUSE, Course.ANSWER),
]


def decided(
    pipeline: Pipeline,
    question: str,
    model: TokenEmbedder,
    likeliest: Course,
    score: float,
    monkeypatch: pytest.MonkeyPatch,
) -> Decision:
    """The decision where the fitted model gives one course a score and the others none, and the reader is weighed plainly."""
    table = np.zeros((len(SIGNS) + 1, len(Course)))
    table[0] = [score if one is likeliest else 0.0 for one in Course]
    monkeypatch.setattr(decision, "weights", lambda section, _: PLAINLY if section == "reading" else table)
    asked = read_question(pipeline.index, pipeline.embedder, question, Language.EN)
    referred = refer(pipeline.index.library, question, Language.EN)
    searched = Searched(asked=asked, retrieved=retrieve(pipeline.index, asked, 10))
    return decision.decide(pipeline.index, model, searched, referred, referred)


@pytest.mark.parametrize(("question", "model", "likeliest", "course"), READ)
def test_where_it_is_unsure_the_best_provision_is_read(
    skerry: Pipeline, question: str, model: Saying, likeliest: Course, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is made of the question beside the provision is weighed with what was thought before, whatever that was."""
    made = decided(skerry, question, model, likeliest, 1.0, monkeypatch)
    assert made.course is course
    assert (made.reason is None) is (course is Course.ANSWER)
    assert 1 / 3 < made.probability <= 1


@pytest.mark.parametrize(
    ("thought", "sure", "other", "read", "stands"),
    [
        (Course.ANSWER, 0.9, Course.REFUSE, 0.4, False),
        (Course.ANSWER, 0.9, Course.CORRECT, 0.4, False),
        (Course.REFUSE, 0.6, Course.ANSWER, 0.6, True),  # less than it takes
        (Course.REFUSE, 0.6, Course.ANSWER, 0.7, False),
        (Course.REFUSE, 0.6, Course.CORRECT, 0.4, False),
        (Course.CORRECT, 0.6, Course.ANSWER, 0.5, False),  # however sure the decision was of it
        (Course.CORRECT, 0.5, Course.REFUSE, 0.6, False),
    ],
)
def test_what_it_takes_to_overturn(thought: Course, sure: float, other: Course, read: float, stands: bool) -> None:
    """A refusal gives way to an answer that is likely enough, all else to what is likeliest with the reading."""
    before = np.log([sure if one is thought else (1 - sure) / 2 for one in Course])
    after = np.log([read if one is other else (1 - read) / 2 for one in Course])
    assert list(Course)[settled(before, after).argmax()] is (thought if stands else other)


UNSURE = np.array([1.0, 0.0, 0.0])
"""An answer, by a share of 0.58."""


@pytest.mark.parametrize(
    ("told", "course", "read"),
    [
        ([(0.0, -6.0), (9.0, -6.0)], Course.ANSWER, 1),  # the best provision answers: nothing else is read
        ([(-3.0, -6.0), (-3.0, -6.0), (-0.58, -6.0)], Course.ANSWER, 3),  # the second in rank upholds the answer: 0.602
        ([(-3.0, -6.0), (-3.0, -6.0), (-0.6, -6.0)], Course.REFUSE, 3),  # 0.597 is not enough
        ([(-3.0, -6.0), (0.0, -6.0), (-9.0, -6.0)], Course.ANSWER, 2),  # the best in the other language upholds it
        ([(-1.0, 3.0), (-1.0, 3.0)], Course.CORRECT, 2),  # a denial in both languages
        ([(-1.0, 3.0), (1.0, -6.0)], Course.ANSWER, 2),  # a denial in one
    ],
)
def test_an_answer_is_overturned_only_if_nothing_upholds_it(told: list[tuple[float, float]], course: Course, read: int) -> None:
    """Where the best provision does not answer, further readings are asked for, one after the other."""
    given = iter([Odds(answers=answers, denies=denies) for answers, denies in told])
    table = KEPT + np.array([[0.0] * 3] * 3 + [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    assert list(Course)[weighed(UNSURE, given, table).argmax()] is course
    assert len(told) - len(list(given)) == read


@pytest.mark.parametrize(("scores", "share"), [((0.0, 5.0, 0.0), 0.5), ((0.0, 0.0, 3.0), 0.0474), ((3.0, 0.0, 0.0), 0.9526)])
def test_an_answers_share_is_against_a_correction_alone(scores: tuple[float, float, float], share: float) -> None:
    """How likely a refusal is does not matter; what cannot be corrected is answered."""
    assert answer_share(np.array(scores)) == pytest.approx(share, abs=1e-4)
    assert answer_share(np.array([0.0, 0.0, -np.inf])) == 1.0


def test_what_denies_is_read_where_a_correction_is_likelier(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside a likelier answer the best found is read, beside a likelier correction what most likely denies."""
    question = "Why are all inspections announced beforehand?"
    searched = search(skerry.index, skerry.embedder, question, question, Language.EN, 10)
    found = searched.retrieved.found
    monkeypatch.setattr("rag.decide.relevance.denying", lambda given, answers: (given.retrieved.found[1], answers))
    assert beside(searched, np.array([0.1, 0.9, 0.0])) == found
    assert beside(searched, np.array([0.0, 0.9, 0.1])) == (found[1], pytest.approx(0.475, abs=1e-3))


def test_the_decision_reads_what_denies_and_says_how_likely_an_answer_is(
    skerry: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two that the ranking of denials turns round, the second is read; a comparison of texts reads the first."""
    found, model = found_for(skerry, LOADED), Listening()
    monkeypatch.setattr("rag.decide.relevance.denying", lambda given, _: given.retrieved.found[1::-1])
    made = decided(skerry, LOADED, model, Course.CORRECT, 1.0, monkeypatch)
    assert model.asked[0][0] == premise(skerry.index.library, found[1], Language.EN)
    assert 0.0 < made.answer_share < 0.5
    monkeypatch.setattr(decision, "_compares_texts", lambda _: True)
    model.asked.clear()
    made = decided(skerry, LOADED, model, Course.CORRECT, 1.0, monkeypatch)
    assert model.asked[0][0] == premise(skerry.index.library, found[0], Language.EN)
    assert made.answer_share == 1.0


@pytest.mark.parametrize(
    ("model", "course", "least", "most"),
    [(Saying(0.01, 0.98), Course.CORRECT, 0.26, 0.27), (Saying(0.98, 0.01), Course.ANSWER, 0.9, 1.0)],
)
def test_an_answers_share_is_the_larger_of_before_and_after_the_reader(
    skerry: Pipeline, model: Saying, course: Course, least: float, most: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it, where it read a denial: 1 / (1 + e); after it, where it read an answer."""
    made = decided(skerry, LOADED, model, Course.CORRECT, 1.0, monkeypatch)
    assert made.course is course
    assert least < made.answer_share < most


def test_a_refusal_is_not_read_twice() -> None:
    """What is no answer stands or falls with the best provision."""
    given = iter([Odds(answers=-6.0, denies=-6.0), Odds(answers=9.0, denies=-6.0)])
    assert weighed(np.array([0.0, 1.0, 0.0]), given, PLAINLY).argmax() == list(Course).index(Course.REFUSE)
    assert len(list(given)) == 1


def test_what_upholds_an_answer_is_read_in_the_decision(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """The best provision leaves the question open, the same in the other language does not."""

    class Bilingual(Listening):
        """Reads an answer in Chinese words alone."""

        def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:
            super().entailment(premise, hypothesis, question=question)
            return Saying(0.01 if premise.isascii() else 0.9, 0.01).entailment(premise, hypothesis)

    model = Bilingual()
    assert decided(skerry, PLAIN, model, Course.ANSWER, 1.0, monkeypatch).course is Course.ANSWER
    assert len(model.asked) == 2


def test_readings_are_of_the_best_then_in_the_other_language_then_of_the_next(skerry: Pipeline) -> None:
    """The best provision in the reader's script and in the other, then the two that are ranked behind it."""
    library, model, found = skerry.index.library, Listening(), found_for(skerry, POST)
    assert len(list(readings(library, model, found, POST, Language.EN))) == 4
    premises = [premise(library, found[0], Language.EN), premise(library, found[0], Language.ZH)]
    premises += [premise(library, one, Language.EN) for one in found[1:3]]
    assert model.asked == [(text, POST, True) for text in premises]


def test_words_that_are_held_in_one_language_are_read_once(bare: Pipeline) -> None:
    """Without a digest and without a text in the other language there is one reading less."""
    found = found_for(bare, POST)
    english = next(one for one in bare.index.library.references if one.instrument == "sample-comment")
    best, model = replace(found[0], reference=english, paragraph=english, near=()), Listening()
    others = [one for one in found if one.paragraph != english]
    assert len(list(readings(bare.index.library, model, [best, *others[:2]], POST, Language.EN))) == 3
    assert len({text for text, _, _ in model.asked}) == 3


def test_a_sure_decision_is_not_questioned(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read beside a question that is decided without doubt."""
    model, best = Listening(), found_for(skerry, PLAIN)[0]
    for score, read in ((9.0, False), (3.7, False), (3.6, True)):  # a share of 0.9998, of 0.953 and of 0.948
        model.asked.clear()
        assert decided(skerry, PLAIN, model, Course.ANSWER, score, monkeypatch).course is Course.ANSWER
        assert model.asked == [(premise(skerry.index.library, best, Language.EN), PLAIN, True)] * read


def test_a_correction_is_questioned_sooner(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to where it is all but certain: rare as it is, that costs little."""
    model = Listening()
    for score, read in ((9.0, 0), (4.7, 0), (4.5, 1), (3.0, 1)):  # a share of 0.9998, of 0.982, of 0.978 and of 0.91
        model.asked.clear()
        decided(skerry, LOADED, model, Course.CORRECT, score, monkeypatch)
        assert len(model.asked) == read


@pytest.mark.parametrize(
    ("question", "granted"),
    [
        ("What does rule 15 say about inspections?", False),
        ("What does rule 15 say about inspections that nobody may see?", True),
        ("Why does rule 15 allow inspections?", True),
    ],
)
def test_a_subject_grants_nothing(skerry: Pipeline, question: str, granted: bool) -> None:
    """Who asks what a number that several texts have says on a subject, and finds one of these, is answered."""
    asked = read_question(skerry.index, skerry.embedder, question, Language.EN)
    searched = Searched(asked=asked, retrieved=retrieve(skerry.index, asked, 10))
    best = searched.retrieved.found[0].paragraph
    library = skerry.index.library
    others = [one for one in library.references if one.instrument != best.instrument]
    assert decision.asks_what_one_says(library, searched, Referred(ambiguous=(best, others[0]))) is not granted
    assert not decision.asks_what_one_says(library, searched, Referred(ambiguous=(others[0], others[1])))


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
    monkeypatch.setattr(decision, "weights", lambda section, _: KEPT if section == "reading" else table)
    joined = f"How long may a watch last? {latest}"
    searched = search(skerry.index, skerry.embedder, latest, joined, Language.EN, 10)
    assert searched.alone is not None
    referred, alone = (refer(skerry.index.library, text, Language.EN) for text in (joined, latest))
    model = Listening()
    assert decision.decide(skerry.index, model, searched, referred, alone).course is course
    assert {question for _, question, _ in model.asked} == {joined}  # as it was resolved: alone it says too little
    whole = replace(searched, alone=None)
    assert decision.decide(skerry.index, model, whole, referred, alone).course is Course.REFUSE


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


@pytest.mark.parametrize(
    ("question", "likeliest", "false", "course"),
    [
        ("Inspections are announced beforehand, right?", Course.CORRECT, -9.0, Course.ANSWER),
        ("Inspections are announced beforehand, right?", Course.CORRECT, 9.0, Course.CORRECT),
        ("Inspections are announced beforehand, right?", Course.ANSWER, 9.0, Course.CORRECT),
        ("Inspections are announced beforehand, right?", Course.ANSWER, -9.0, Course.ANSWER),
        ("Inspections are announced beforehand, right?", Course.REFUSE, 9.0, Course.REFUSE),
        ("Inspections are announced beforehand, right?", Course.CORRECT, None, Course.CORRECT),
        ("Rule 4 has inspections announced beforehand, right?", Course.CORRECT, -9.0, Course.CORRECT),
    ],
)
def test_what_is_presupposed_is_told_apart(
    skerry: Pipeline, question: str, likeliest: Course, false: float | None, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether to answer or to correct, its truth tells; not whether to refuse, nor where a number is cited."""
    monkeypatch.setattr(decision, "falsity", lambda *_: false)
    made = decided(skerry, question, Saying(0.3, 0.3), likeliest, 9.0, monkeypatch)
    assert made.course is course
