"""The signs of a question say what stands for answering it and what against."""

import numpy as np
import pytest

from corpus.types import Language
from rag.decide.signs import SIGNS, signs
from rag.pipeline import Pipeline
from rag.refer import refer
from rag.retrieve import read_question, retrieve


def read(pipeline: Pipeline, question: str, language: Language = Language.EN) -> dict[str, float]:
    """The signs of a question by their names."""
    index = pipeline.index
    asked = read_question(index, pipeline.embedder, question, language)
    found = signs(index, asked, retrieve(index, asked, 10), refer(index.library, question, language))
    return dict(zip(SIGNS, found, strict=True))


def test_names_are_each_once() -> None:
    """Every sign has a name of its own."""
    assert len(set(SIGNS)) == len(SIGNS)


EDGES = [
    ("what is a keeper paid for each watch", Language.EN, "silence"),
    ("灯塔有多高", Language.ZH, "silence"),
    ("Why are all inspections announced beforehand?", Language.EN, "misbelief"),
    ("Will I win my case against the inspector?", Language.EN, "asks_for_advice"),
    ("Who won the football final?", Language.EN, "off_topic"),
]


@pytest.mark.parametrize(("question", "language", "edge"), EDGES)
def test_edges_stand_before_answers(skerry: Pipeline, question: str, language: Language, edge: str) -> None:
    """A question that stands at an edge is nearer to that edge than to any answer or other edge."""
    found = read(skerry, question, language)
    assert found[f"near_{edge}"] > 0 < found[f"three_{edge}"]
    others = [found[name] for name in SIGNS if name.startswith("near_") and name != f"near_{edge}"]
    assert found[f"near_{edge}"] > max(others)


@pytest.mark.parametrize(
    ("question", "language", "han", "neither"),
    [
        ("who may open a letter", Language.EN, 0.0, 0.0),
        ("谁可以拆信", Language.ZH, 1.0, 0.0),
        ("¿quién puede abrir una carta?", Language.ES, 0.0, 1.0),
        ("من يفتح الرسالة", Language.AR, 0.0, 1.0),
    ],
)
def test_languages(skerry: Pipeline, question: str, language: Language, han: float, neither: float) -> None:
    """A question in Chinese is told from one in English, and both from one in any other language."""
    found = read(skerry, question, language)
    assert (found["han"], found["neither"]) == (han, neither)


def test_answerable_stands_before_edges(skerry: Pipeline) -> None:
    """A question that a provision answers is nearer to the answer than to any edge."""
    found = read(skerry, "Can they read my post?")
    assert max(value for name, value in found.items() if name.startswith(("near_", "three_"))) < 0


def test_wrong_number_clashes(skerry: Pipeline) -> None:
    """A number that the provision fixes otherwise clashes, the right one agrees, and how it is put counts."""
    wrong = read(skerry, "Why must the horn sound every 10 minutes in fog?")
    assert (wrong["clash"], wrong["clash_framed"], wrong["agree"], wrong["presupposes"]) == (1.0, 1.0, 0.0, 1.0)
    right = read(skerry, "Why must the horn sound every 2 minutes in fog?")
    assert (right["clash"], right["clash_framed"], right["agree"]) == (0.0, 0.0, 1.0)
    plain = read(skerry, "must the horn sound every 10 minutes in fog")
    assert (plain["clash"], plain["clash_framed"]) == (1.0, 0.0)


def test_what_is_forbidden(skerry: Pipeline) -> None:
    """Asking where a forbidden thing is allowed is a sign; asking whether it is allowed is not."""
    where = read(skerry, "Which rule lets them read my post?")
    assert (where["frame_where"], where["forbidden"], where["forbidden_framed"]) == (1.0, 1.0, 1.0)
    whether = read(skerry, "Can they read my post?")
    assert (whether["forbidden"], whether["forbidden_framed"]) == (1.0, 0.0)


def test_number_that_is_not_fixed(skerry: Pipeline) -> None:
    """A number of a kind that the provision does not fix is unmet; one that it fixes is met."""
    pay = read(skerry, "How much does a keeper earn for each watch?")
    assert (pay["wants_number"], pay["unmet"], pay["unmet_money"], pay["unmet_by_three"]) == (1.0, 1.0, 1.0, 1.0)
    length = read(skerry, "How long can one stint last?")
    assert (length["wants_number"], length["unmet"], length["unmet_time"]) == (1.0, 0.0, 0.0)
    assert read(skerry, "Can they read my post?")["wants_number"] == 0.0


def test_named_provision_that_is_found(skerry: Pipeline) -> None:
    """A provision that is named and found is a sign, and so is one that is named and not found."""
    same = read(skerry, "Skerry Rules, rule 9(2): can they read my post?")
    assert (same["named"], same["named_found"], same["named_not_found"]) == (1.0, 1.0, 0.0)
    other = read(skerry, "Skerry Rules, rule 15: can they read my post? my envelope was slit when it came")
    assert (other["named"], other["named_found"] + other["named_not_found"]) == (1.0, 1.0)


def test_number_that_does_not_exist(skerry: Pipeline) -> None:
    """A rule that the instrument does not have is a sign."""
    found = read(skerry, "What does rule 99 of the Skerry Rules say about lamps?")
    assert (found["no_such"], found["named"]) == (1.0, 0.0)


def test_other_texts(skerry: Pipeline) -> None:
    """A text that is not searched here is a sign, alone or beside one that is."""
    alone = read(skerry, "What does the Universal Declaration of Human Rights say on lamps?")
    assert (alone["elsewhere"], alone["elsewhere_alone"]) == (1.0, 1.0)
    beside = read(skerry, "Do the Skerry Rules follow the Universal Declaration of Human Rights?")
    assert (beside["elsewhere"], beside["elsewhere_alone"], beside["instrument"]) == (1.0, 0.0, 1.0)
    none = read(skerry, "Can they read my post?")
    assert (none["elsewhere"], none["instrument"]) == (0.0, 0.0)


def test_chinese_has_its_own_level(skerry: Pipeline) -> None:
    """For a Chinese question coverage counts twice, once for all and once for Chinese; for others once."""
    chinese, english = read(skerry, "塔长能看我的信吗", Language.ZH), read(skerry, "Can they read my post?")
    assert chinese["han"] == 1.0
    assert chinese["han_tokens_1"] == chinese["tokens_1"] > 0
    assert english["han"] == english["han_tokens_1"] == 0.0


def test_signs_are_finite(skerry: Pipeline, bare: Pipeline) -> None:
    """No question makes a sign that is not a number."""
    for pipeline in (skerry, bare):
        for question in ("", "?", "a", "灯", "rule 9(2)", "who may open a letter " * 40):
            assert np.isfinite(list(read(pipeline, question).values())).all()
