"""What is found is one a paragraph, best first, the same each time, and says why."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.types import Language, Reference
from rag.index import Index
from rag.pipeline import Pipeline
from rag.ports import Hit
from rag.retrieve import Found, Retrieved, blend, look, read_question, retrieve
from rag.signals import FIRST, LATE
from rag.types import Field

QUESTIONS = [
    ("Can they read my post?", Language.EN, "9(2)"),  # an ask, letter for letter
    ("how long can a stint last at night", Language.EN, "5(1)"),  # an ask, put otherwise
    ("may anybody open a letter", Language.EN, "9(2)"),
    ("塔长能看我的信吗", Language.ZH, "9(2)"),
    ("horn in fog", Language.EN, "4"),
]


def found_for(pipeline: Pipeline, question: str, language: Language = Language.EN, count: int = 10) -> Retrieved:
    """What is found for a question."""
    return retrieve(pipeline.index, read_question(pipeline.index, pipeline.embedder, question, language), count)


@pytest.mark.parametrize(("question", "language", "locator"), QUESTIONS)
def test_needed_paragraph_is_first(skerry: Pipeline, question: str, language: Language, locator: str) -> None:
    """The paragraph that answers comes first."""
    assert found_for(skerry, question, language).found[0].paragraph == Reference(instrument="sample-rules", locator=locator)


PLAIN_WORDS = [
    ("Every station shall hold oil for forty nights", "2(1)", 3),
    ("a watch shall not last longer than six hours", "5(1)", 1),
    ("No letter is opened by anyone but whose name it bears", "9(2)", 1),
    ("Sound the horn every two minutes on a blind night", "4(a)", 1),
    ("children living at a station taught four mornings", "13", 1),
]


@pytest.mark.parametrize(("question", "locator", "count"), PLAIN_WORDS)
def test_without_digests(bare: Pipeline, question: str, locator: str, count: int) -> None:
    """Where there are no digests the official words alone lead near: the weights were fitted where there are."""
    found = found_for(bare, question, count=count).found
    assert f"sample-rules {locator}" in {str(one.reference) for one in found}
    assert {wording.field for one in found for wording, _ in one.near} == {Field.TEXT}


@pytest.mark.parametrize(("question", "language", "_locator"), QUESTIONS)
def test_one_a_paragraph_best_first(skerry: Pipeline, question: str, language: Language, _locator: str) -> None:
    """No paragraph stands twice, scores fall, and fewer asked for are the first of more."""
    found = found_for(skerry, question, language, 30).found
    assert len({one.paragraph for one in found}) == len(found) == 30
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert [one.paragraph for one in found_for(skerry, question, language, 4).found] == [one.paragraph for one in found[:4]]


def test_what_a_found_provision_says_of_itself(skerry: Pipeline) -> None:
    """The reference is the paragraph or an item of it; `near` are the first five of its wordings and every statement.

    Signals have all their names.
    """
    index = skerry.index
    found = found_for(skerry, "who sounds the horn, and how often", count=60).found
    for rank, one in enumerate(found):
        assert index.library.paragraph(one.reference) == one.paragraph
        cosines = [cosine for _, cosine in one.near]
        assert cosines == sorted(cosines, reverse=True)
        assert {index.library.paragraph(wording.reference) for wording, _ in one.near} == {one.paragraph}
        own = [index.wordings[row] for row in index.rows_of(index.place[one.paragraph]).tolist()]
        told = {wording.text for wording in own if wording.field is Field.STATEMENT}
        assert len(one.rows) == (len(own) if rank < 10 else 1)
        assert [wording for wording, _ in one.near[:5]] == [index.wordings[row] for row in one.rows[:5]]
        assert {wording.text for wording, _ in one.near[5:]} <= told
        assert rank >= 10 or told <= {wording.text for wording, _ in one.near}
        assert len(one.signals) == len(FIRST) + (len(LATE) if rank < 50 else 0)
    assert any(len(one.near) > 5 for one in found)


def test_item_is_pinned(skerry: Pipeline) -> None:
    """Where an item's wording is the nearest, the item is pinned, and the paragraph stands beside it."""
    first = found_for(skerry, "write in the log the hour at which the fog came").found[0]
    assert (str(first.reference), str(first.paragraph)) == ("sample-rules 4(b)", "sample-rules 4")


def test_what_answers_as_well_is_told_as_itself(skerry: Pipeline) -> None:
    """A question that leads to two paragraphs finds each as itself, whichever of them it names first."""
    index, question, other = skerry.index, "Can they read my post?", Reference(instrument="sample-rules", locator="5(1)")
    wordings = tuple(replace(one, also=(other,)) if one.text == question else one for one in index.wordings)
    found = found_for(Pipeline(replace(index, wordings=wordings), skerry.embedder), question, count=60).found
    as_well = next(one for one in found if one.paragraph == other)
    assert (as_well.reference, str(as_well.near[0][0].reference)) == (other, "sample-rules 9(2)")
    assert all(index.library.paragraph(one.reference) == one.paragraph for one in found)


def test_a_follow_ups_ranking_is_a_sharper_mean(skerry: Pipeline) -> None:
    """Of the whole conversation and of the latest question alone, somewhat further apart than the mean."""
    joined, alone = found_for(skerry, "May they read my post? At night?", count=60), found_for(skerry, "At night?", count=60)
    both = [{one.paragraph: one.score for one in part.found} for part in (joined, alone)]
    mixed = {one.paragraph: one.score for one in blend(joined, alone).found}
    shared = [one for one in mixed if one in both[0] and one in both[1]]
    assert len(shared) > 2
    assert [mixed[one] for one in shared] == pytest.approx(
        [1.15 * (both[0][one] + both[1][one]) / 2 for one in shared], abs=1e-5
    )


def test_same_question_same_result(skerry: Pipeline) -> None:
    """The same question gives the same value, signals and all."""
    for question, language, _ in QUESTIONS:
        assert found_for(skerry, question, language) == found_for(skerry, question, language)


class _Missing:
    """A graph of vectors that misses everything."""

    def nearest(self, vector: NDArray[np.float32], count: int) -> tuple[Hit, ...]:
        """Nothing."""
        del vector, count
        return ()


def test_what_a_graph_misses_is_found(skerry: Pipeline) -> None:
    """Candidates come of exact cosines: an approximate graph comes out otherwise each time that it is built."""
    missing = replace(skerry.index, vectors=_Missing())
    for question, language, _ in QUESTIONS:
        asked = read_question(missing, skerry.embedder, question, language)
        assert retrieve(missing, asked, 10) == found_for(skerry, question, language)


def test_ties_fall_in_citation_order(bare: Pipeline) -> None:
    """Provisions of equal score stand in citation order: here all, since their signals are put at nothing."""
    index = bare.index
    asked = read_question(index, bare.embedder, "lamp", Language.EN)
    nothing = replace(asked, text="", reading=replace(asked.reading, vector=asked.reading.vector * 0), tokens=asked.tokens[:0])
    found = retrieve(index, nothing, 60).found
    by_score: dict[float, list[int]] = {}
    for one in found:
        by_score.setdefault(one.score, []).append(index.place[one.paragraph])
    assert max(len(places) for places in by_score.values()) > 5
    assert all(places == sorted(places) for places in by_score.values())


def test_edges_are_found_best_covered_first(skerry: Pipeline) -> None:
    """The edge that is asked word for word comes first with cosine and coverage of one; coverage falls."""
    near = found_for(skerry, "What is the weather tomorrow?").edges
    assert near[0].edge.text == "What is the weather tomorrow?"
    assert near[0].cosine == pytest.approx(1.0, abs=1e-3)  # rows are kept in bytes
    assert near[0].cosine == max(one.cosine for one in near)
    assert near[0].coverage == pytest.approx(1.0, abs=0.01)
    coverage = [one.coverage for one in near]
    assert coverage == sorted(coverage, reverse=True)


def rows_near(index: Index, locator: str) -> list[int]:
    """Rows of the edges near a paragraph of the Skerry Rules."""
    place = index.place[Reference(instrument="sample-rules", locator=locator)]
    return [row for row, near in enumerate(index.edge_places.tolist()) if near == place]


def signal(found: Found, name: str) -> float:
    """A signal by its name."""
    return dict(zip((*FIRST, *LATE), found.signals, strict=True))[name]


def test_hidden_edges_are_as_if_they_were_not_there(skerry: Pipeline) -> None:
    """A hidden edge is neither handed on nor a signal: its paragraph has the value of one without edges."""
    index = skerry.index
    question = "Why are all inspections announced beforehand?"
    asked = read_question(index, skerry.embedder, question, Language.EN)
    rows = rows_near(index, "15")
    seen, unseen = retrieve(index, asked, 60), retrieve(index, asked, 60, hidden=rows)
    assert question in {one.edge.text for one in seen.edges}
    assert len(unseen.edges) == len(index.edges) - len(rows)
    assert question not in {one.edge.text for one in unseen.edges}
    by_name = {str(one.paragraph): one for one in unseen.found}
    without = next(one for one in unseen.found if not rows_near(index, one.paragraph.locator) and len(one.signals) > len(FIRST))
    for name in ("misbelief", "late_misbelief"):
        assert signal(by_name["sample-rules 15"], name) == pytest.approx(signal(without, name))


def test_hiding_all_edges(skerry: Pipeline) -> None:
    """With every edge hidden there is none, and provisions are found as ever."""
    index = skerry.index
    asked = read_question(index, skerry.embedder, "Can they read my post?", Language.EN)
    found = retrieve(index, asked, 3, hidden=range(len(index.edges)))
    assert found.edges == ()
    assert str(found.found[0].reference) == "sample-rules 9(2)"


def test_hiding_leaves_the_index_alone(skerry: Pipeline) -> None:
    """What one question hides the next one sees."""
    index = skerry.index
    asked = read_question(index, skerry.embedder, "Who won the football final?", Language.EN)
    before = retrieve(index, asked, 5)
    retrieve(index, asked, 5, hidden=range(10))
    assert retrieve(index, asked, 5) == before


def test_candidates_are_each_once(skerry: Pipeline) -> None:
    """Candidates from dense search, lexical search and edges are each looked at once."""
    places = look(skerry.index, read_question(skerry.index, skerry.embedder, "lamp oil letters", Language.EN)).places.tolist()
    assert len(set(places)) == len(places)
