"""Lint finds boundaries that lead nowhere, say nothing, stand twice or are in another language."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.asked import Bearing, Inquiry
from corpus.boundaries import Boundary, Edge
from corpus.boundary_lint import boundary_faults
from corpus.finding import Finding
from corpus.holdings import in_scope, load_sample
from corpus.library import Library
from corpus.lint import lint_all
from corpus.scenarios import Scenario
from corpus.store import Store
from corpus.types import Language, Reference


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The sample instruments."""
    store = Store(tmp_path_factory.mktemp("lint") / "store.sqlite3")
    load_sample(store, lambda _: None)
    return Library.read(store, in_scope(store, "sample"))


def near(locator: str, edge: Edge = Edge.SILENCE, instrument: str = "sample-rules", **asks: list[str]) -> Boundary:
    """A boundary near a provision."""
    questions = {Language(language): tuple(of) for language, of in asks.items()}
    return Boundary(edge=edge, near=f"{instrument} {locator}", asks=questions)


def general(edge: Edge, **asks: list[str]) -> Boundary:
    """A boundary that belongs to no provision."""
    return Boundary(edge=edge, asks={Language(language): tuple(of) for language, of in asks.items()})


def faults(library: Library, *boundaries: Boundary) -> list[str]:
    """What lint finds in these boundaries."""
    held = Library(
        instruments=library.instruments,
        texts=library.texts,
        digests=library.digests,
        scenarios=library.scenarios,
        boundaries=boundaries,
    )
    return [str(finding) for finding in boundary_faults(held)]


def test_sample_is_clean(library: Library) -> None:
    """The boundaries of the sample have no fault."""
    assert library.boundaries
    assert faults(library, *library.boundaries) == []


def test_unknown_locator(library: Library) -> None:
    """A provision that does not exist is named; a whole rule, a paragraph and an item exist."""
    assert faults(library, near("99", en=["how wide is the door"])) == [
        "sample-rules 99: a silence stands near it, and it does not exist"
    ]
    assert faults(library, near("5", en=["a"]), near("5(1)", en=["b"]), near("4(a)", en=["c"])) == []


def test_unknown_instrument(library: Library) -> None:
    """A file that is named after no instrument with digests is named."""
    assert faults(library, near("1", instrument="skelly", en=["how wide is the door"])) == [
        "skelly 1: 'skelly' is no instrument with digests"
    ]


def test_empty(library: Library) -> None:
    """A boundary without questions, a language without any, and a question without letters are each named."""
    assert faults(library, near("1")) == ["sample-rules 1: a silence has no ask"]
    assert faults(library, near("1", en=["how wide is the door"], zh=[])) == ["sample-rules 1: a silence has no ask in zh"]
    assert faults(library, general(Edge.OFF_TOPIC, en=[" ?"])) == ["general: a off_topic has an empty ask in en"]


ANSWERED = [
    "Can they read my post?",
    "can they read my POST",  # letters alone count
    "信被拆开了",
]


@pytest.mark.parametrize("ask", ANSWERED)
def test_ask_of_a_digest(library: Library, ask: str) -> None:
    """A question that a digest answers word for word is on the wrong side."""
    language = Language.ZH if ask.startswith("信") else Language.EN
    (found,) = faults(library, Boundary(edge=Edge.MISBELIEF, near="sample-rules 1", asks={language: (ask,)}))
    assert found == f"sample-rules 1: the misbelief {ask!r} is an ask of sample-rules 9(2) too"


def test_question_of_a_scenario(library: Library) -> None:
    """So is one that a scenario answers."""
    scenario = Scenario(id="fog", question={Language.EN: "What do we do in fog?"}, answers=("sample-rules 4", "sample-rules 3"))
    held = Library(
        instruments=library.instruments,
        texts={},
        digests={},
        scenarios=(scenario,),
        boundaries=(near("4", en=["what do we do in fog"]),),
    )
    assert [one.what for one in boundary_faults(held)] == ["the silence 'what do we do in fog' is an ask of scenario fog too"]


def test_on_both_sides(library: Library) -> None:
    """A question that stands among silences and misbeliefs, or among two reasons of refusal, is named with both."""
    ask = ["how wide is the door"]
    assert faults(library, near("1", en=ask), near("2(1)", Edge.MISBELIEF, en=["How wide is the door?"])) == [
        "sample-rules 2(1): the misbelief 'How wide is the door?' is a silence of sample-rules 1 too"
    ]
    assert faults(library, general(Edge.NOT_IN_TEXTS, en=ask), general(Edge.OFF_TOPIC, en=ask)) == [
        "general: the off_topic 'how wide is the door' is a not_in_texts of general too"
    ]


def test_twice_on_one_side(library: Library) -> None:
    """A question that stands twice in one line, or in two, is named once for each time too many."""
    ask = "how wide is the door"
    assert len(faults(library, near("1", en=[ask, ask]))) == 1
    assert len(faults(library, near("1", en=[ask]), near("4", en=[ask]), near("6", en=[ask]))) == 2


LANGUAGES = [
    ("en", "Quelle est la largeur de la porte de la tour ?", "not in en"),
    ("fr", "how wide is the door of the tower", "not in fr"),
    ("en", "灯塔有多高", "not in en"),
    ("zh", "how wide is the door", "not in zh"),
    ("ru", "how wide is the door", "not in ru"),
    ("ar", "", "empty ask in ar"),
    ("en", "sniffer dogs near women's bodies", None),  # too short to be sure of
    ("es", "dime algo", None),
    ("zh", "OPCAT是什么", None),  # Latin letters outnumber Han
]


@pytest.mark.parametrize(("language", "ask", "said"), LANGUAGES)
def test_language(library: Library, language: str, ask: str, said: str | None) -> None:
    """A question in another language is named where that is sure, and only there."""
    found = faults(library, Boundary(edge=Edge.SILENCE, near="sample-rules 1", asks={Language(language): (ask,)}))
    assert len(found) == (said is not None)
    assert said is None or said in found[0]


def test_lint_all_looks_at_boundaries(tmp_path: Path) -> None:
    """The command's lint looks at boundaries, those near the named instruments where some are named."""
    store = Store(tmp_path / "store.sqlite3")
    wrong = (near("999", instrument="tokyo", en=["a"]), near("999", instrument="mandela", en=["b"]), general(Edge.OFF_TOPIC))

    def found(*names: str) -> list[str]:
        return [str(finding) for finding in lint_all(store, names, boundaries=wrong)]

    tokyo = "tokyo 999: a silence stands near it, and it does not exist"
    assert found("tokyo") == [tokyo]
    assert found() == [tokyo, "mandela 999: a silence stands near it, and it does not exist", "general: a off_topic has no ask"]


def test_what_answers_as_well_must_exist(library: Library, tmp_path: Path) -> None:
    """Each provision that a question names, in another instrument where that is looked at too."""
    question = {Language.EN: "How wide is the door?", Language.ZH: "门有多宽？"}
    row = Inquiry(id="ax0001", instrument="sample-rules", locator="5(1)", author="A1", kind=Bearing.ANSWERED, question=question)
    missing = "a question ax0001 stands near it, and it does not exist"
    for also, found in ((("sample-rules 5(2)",), []), (("sample-rules 99",), [missing])):
        as_well = row.model_copy(update={"also": also})
        assert [one.what for one in boundary_faults(replace(library, asked=(as_well,)))] == found
    elsewhere = row.model_copy(update={"instrument": "mandela", "locator": "1", "also": ("tokyo 999",)})
    store = Store(tmp_path / "store.sqlite3")
    assert lint_all(store, ("mandela",), boundaries=(), asked=(elsewhere,)) == ()
    assert [one.what for one in lint_all(store, boundaries=(), asked=(elsewhere,))] == [missing]


def test_finding_prints_where_it_is() -> None:
    """A finding prints its provision, or that it is general."""
    where = Reference(instrument="sample-rules", locator="1")
    assert str(Finding(reference=where, what="is dark")) == "sample-rules 1: is dark"
    assert str(Finding(reference=None, what="is dark")) == "general: is dark"
