"""Leads take a wording to its paragraph; edges know the paragraph that they stand near."""

import numpy as np
import pytest

from corpus.errors import UnknownInstrument
from corpus.types import Language, Reference
from rag.index import field_code, language_code
from rag.pipeline import Pipeline
from rag.retrieve import read_question, retrieve
from rag.types import Field, Reason, Status
from rag.wordings import edges, wordings


def reference(locator: str) -> Reference:
    """A provision of the Skerry Rules."""
    return Reference(instrument="sample-rules", locator=locator)


def test_items_lead_to_their_paragraph(skerry: Pipeline) -> None:
    """Every wording of a paragraph and of its items leads to the paragraph, and no other does."""
    index = skerry.index
    for place, paragraph in enumerate(index.paragraphs):
        rows = set(index.rows_of(place).tolist())
        expected = {row for row, one in enumerate(index.wordings) if index.library.paragraph(one.reference) == paragraph}
        assert rows == expected
    items = [one for one in index.wordings if str(one.reference) == "sample-rules 4(b)"]
    assert items


def test_leads_are_sorted_and_told_apart(skerry: Pipeline) -> None:
    """Leads stand by paragraph, each once, with the field and language of their wording."""
    leads, wordings = skerry.index.leads, skerry.index.wordings
    pairs = list(zip(leads.paragraph.tolist(), leads.row.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    assert leads.bounds[0] == 0
    assert leads.bounds[-1] == len(pairs)
    for lead, row in enumerate(leads.row.tolist()):
        assert leads.field[lead] == field_code(wordings[row].field)
        assert leads.language[lead] == language_code(wordings[row].language)


def test_codes_differ() -> None:
    """Each field and each language has a code of its own."""
    assert len({field_code(field) for field in Field}) == len(Field)
    assert len({language_code(language) for language in Language}) == len(Language)


def test_places_of_items_are_those_of_paragraphs(skerry: Pipeline) -> None:
    """An item stands where its paragraph stands, and paragraphs stand in citation order."""
    index = skerry.index
    assert index.place[reference("4(b)")] == index.place[reference("4")]
    order = [index.library.order[paragraph] for paragraph in index.paragraphs]
    assert order == sorted(order)
    assert index.paragraph_of_reference.tolist() == [index.place[one] for one in index.library.references]


def test_edges_stand_near_paragraphs(skerry: Pipeline) -> None:
    """An edge knows its paragraph's place and its kind; a general one has no place."""
    index = skerry.index
    found = {
        index.edges[row].text: (kind.value, int(index.edge_places[row]))
        for kind, rows in index.edges_of.items()
        for row in rows.tolist()
    }
    assert len(found) == len(index.edges)
    assert all((np.diff(index.edge_places[rows]) >= 0).all() for rows in index.edges_of.values())
    assert found["how tall is the tower"] == ("silence", index.place[reference("1")])
    assert found["Why are all inspections announced beforehand?"] == ("misbelief", index.place[reference("15")])
    assert found["Will I win my case against the inspector?"] == ("asks_for_advice", -1)


def test_readings_hold_wordings_then_edges(skerry: Pipeline) -> None:
    """Rows of the readings are the wordings and, behind them, the edges: each is its own nearest."""
    index = skerry.index
    texts = [*(one.text for one in index.wordings), *(one.text for one in index.edges)]
    assert len(index.readings) == len(texts)
    for row in (0, 100, len(index.wordings), len(texts) - 1):
        cosines = index.readings.cosines(skerry.embedder.embed_question(texts[row]))
        assert cosines[row] > 0.999  # rows are kept in bytes
        assert texts[int(np.argmax(cosines))] == texts[row]


def test_paragraphs_with_a_word(skerry: Pipeline) -> None:
    """A term leads to every paragraph that has it in any wording, and a term that nobody uses to none."""
    index = skerry.index
    assert {str(index.paragraphs[place]) for place in index.paragraphs_with("horn")} == {"sample-rules 4"}
    assert index.paragraphs_with("submarin") == frozenset()


def test_edges_of_a_library(skerry: Pipeline, bare: Pipeline) -> None:
    """Edges come once each; without digests they are there too."""
    found = edges(skerry.index.library)
    assert len(set(found)) == len(found) == 26
    assert bare.index.edges == found


SOME = ("sample-rules", "sample-treaty")


def test_within_holds_these_instruments_alone(skerry: Pipeline) -> None:
    """A narrower index has the wordings and edges of its instruments, each with the vectors and tokens of its own words."""
    index, narrow = skerry.index, skerry.index.within(SOME)
    assert tuple(narrow.library.instruments) == SOME
    assert narrow.wordings == wordings(narrow.library)
    assert {one.reference.instrument for one in narrow.wordings} == set(SOME)
    assert 0 < len(narrow.edges) == len(edges(narrow.library))
    rows = {one.text: row for row, one in enumerate(index.wordings)}
    whole = [rows[one.text] for one in narrow.wordings]
    assert np.array_equal(narrow.readings.vectors[: len(whole)], index.readings.vectors[whole])
    asked = read_question(index, skerry.embedder, "Who must sound the horn in fog?", Language.EN)
    row = np.array([3], np.int64)
    assert narrow.readings.coverage(asked.tokens, row) == index.readings.coverage(asked.tokens, row * 0 + whole[3])


def test_within_finds_what_the_whole_finds(skerry: Pipeline) -> None:
    """Nearest rows are those of the whole without the others'; a term is in the paragraphs that it is in, at their places."""
    index, narrow = skerry.index, skerry.index.within(SOME)
    vector = skerry.embedder.embed_question("Who must sound the horn in fog?")
    expected = [index.wordings[hit.row] for hit in index.vectors.nearest(vector, len(index.wordings))]
    found = [narrow.wordings[hit.row] for hit in narrow.vectors.nearest(vector, 10)]
    assert found == [one for one in expected if one in set(narrow.wordings)][:10]
    with_horn = {narrow.paragraphs[place] for place in narrow.paragraphs_with("horn")}
    assert with_horn == {index.paragraphs[p] for p in index.paragraphs_with("horn")} & set(narrow.paragraphs) != set()
    asked = read_question(narrow, skerry.embedder, "Who must sound the horn in fog?", Language.EN)
    assert str(retrieve(narrow, asked, 3).found[0].paragraph) == "sample-rules 4"


def test_within_answers_from_them_and_says_what_is_left_out(skerry: Pipeline) -> None:
    """A narrower pipeline answers from its instruments, under a version that names them; another's number is out of scope."""
    narrow = skerry.within(["sample-treaty", "sample-rules"])
    answer = narrow.ask("What does rule 4 of the Skerry Rules say?")
    assert answer.status is Status.ANSWERED
    assert answer.corpus_version == f"{skerry.index.version}:{','.join(SOME)}"
    other = next(one for one in skerry.index.library.references if one.instrument == "sample-comment")
    name = skerry.index.library.instrument("sample-comment").names[Language.EN]
    asked = f"What does paragraph {other.locator} of the {name} say?"
    assert skerry.ask(asked).status is Status.ANSWERED
    refused = narrow.ask(asked)
    assert (refused.status, refused.reason) == (Status.REFUSED, Reason.NOT_IN_TEXTS)
    assert narrow.ask(f"Footnote 1 of the {name}").reason is Reason.NOT_IN_TEXTS
    assert {passage.citation.reference.instrument for passage in refused.passages} <= set(SOME)


def test_within_everything_is_the_same(skerry: Pipeline) -> None:
    """All instruments make the index itself; from a narrower one the whole is still at hand."""
    index = skerry.index
    assert index.within(tuple(index.library.instruments)) is index
    assert index.within(SOME).within(SOME[:1]).whole is index
    assert index.whole is index


def test_within_nothing_known(skerry: Pipeline) -> None:
    """A name that is none is told of."""
    with pytest.raises(UnknownInstrument, match="no-such"):
        skerry.within(["no-such"])
