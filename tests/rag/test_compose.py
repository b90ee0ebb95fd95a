"""Of a provision's statements the one that answers is told first."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.digests import Statement
from corpus.library import Library
from corpus.types import Language, Modality, Reference
from rag.compose import compose
from rag.pipeline import Pipeline
from rag.retrieve import Found
from rag.types import Field, Wording

FOG = Reference(instrument="sample-rules", locator="4")
ASKED = [("How long?", "once every 2 minutes"), ("Which ones?", "when the fog came and went")]


@pytest.mark.parametrize(("question", "answer"), ASKED)
def test_the_number_that_is_asked_for_comes_first(skerry: Pipeline, question: str, answer: str) -> None:
    """Where a kind of number is asked for, the statement that fixes one passes another that is a little nearer."""
    near = tuple(
        (Wording(reference=FOG, field=Field.STATEMENT, language=Language.EN, text=statement.en), cosine)
        for statement, cosine in zip(skerry.index.library.statements(FOG), (0.87, 0.90, 0.80), strict=True)
    )
    found = Found(reference=FOG, paragraph=FOG, score=1.0, near=near, rows=(), signals=())
    assert answer in compose(skerry.index.library, found, question, Language.EN, 2)[0].text


UNITS = [
    ("How many hours of sleep?", "5 hours", (0.87, 0.86)),
    ("How many minutes between two?", "2 minutes", (0.87, 0.88)),
    ("How many days?", "2 minutes", (0.87, 0.8)),  # neither has it
]


@pytest.mark.parametrize(("question", "answer", "cosines"), UNITS)
def test_the_unit_that_is_asked_for_comes_first(
    skerry: Pipeline, question: str, answer: str, cosines: tuple[float, float]
) -> None:
    """Of numbers of the kind asked for, one of the very unit passes another that is a little nearer; else the nearer leads."""
    first, _, third = skerry.index.library.statements(FOG)
    near = tuple(
        (Wording(reference=FOG, field=Field.STATEMENT, language=Language.EN, text=one.en), cosine)
        for one, cosine in zip((first, third), cosines, strict=True)
    )
    found = Found(reference=FOG, paragraph=FOG, score=1.0, near=near, rows=(), signals=())
    assert answer in compose(skerry.index.library, found, question, Language.EN, 1)[0].text


def test_what_is_near_in_all_languages_comes_first(skerry: Pipeline) -> None:
    """A statement that is nearest in one language and far in another stands behind one that is near in both."""
    first, second, _ = skerry.index.library.statements(FOG)
    cosines = {first.en: 0.95, first.zh: 0.5, second.en: 0.9, second.zh: 0.9}
    near = tuple(
        (Wording(reference=FOG, field=Field.STATEMENT, language=Language.EN, text=text), cosine)
        for text, cosine in cosines.items()
    )
    found = Found(reference=FOG, paragraph=FOG, score=1.0, near=near, rows=(), signals=())
    assert compose(skerry.index.library, found, "Which ones?", Language.EN, 2)[0].text == second.en


def fog_led_by(library: Library, *leads: str) -> tuple[Library, tuple[Statement, ...]]:
    """The library with sentences before the items of rule 4, and all that rule 4 then says."""
    digests = library.digests["sample-rules"]
    items = digests["4"].statements
    statements = (*(items[0].model_copy(update={"item": None, "en": text}) for text in leads), *items)
    fog = digests["4"].model_copy(update={"statements": statements})
    return replace(library, digests={"sample-rules": {**digests, "4": fog}}), statements


def items_told(held: Library, statements: Sequence[Statement], cosines: Sequence[float], most: int) -> list[str | None]:
    """The items of the claims about rule 4, by how near its statements are."""
    near = tuple(
        (Wording(reference=FOG, field=Field.STATEMENT, language=Language.EN, text=one.en), cosine)
        for one, cosine in zip(statements, cosines, strict=True)
    )
    found = Found(reference=FOG, paragraph=FOG, score=1.0, near=near, rows=(), signals=())
    drafts = compose(held, found, "Which ones?", Language.EN, most)
    return [one.reference.locator.removeprefix("4") or None for one in drafts]


LED = "On a blind night the keeper must do this:"


@pytest.mark.parametrize(("most", "told"), [(1, ["(b)"]), (2, [None, "(a)", "(b)"]), (5, [None, "(a)", "(b)", "(c)"])])
def test_a_list_is_led(skerry: Pipeline, most: int, told: list[str | None]) -> None:
    """Where most items are near enough, the sentence that they stand under is told first, besides what may be told."""
    held, statements = fog_led_by(skerry.index.library, LED)
    assert items_told(held, statements, (0.2, 0.85, 0.9, 0.84), most) == told


def test_the_item_that_answers_comes_before_the_lead(skerry: Pipeline) -> None:
    """Of a list of which little is near, the nearest item is told first and what leads to it second."""
    held, statements = fog_led_by(skerry.index.library, LED)
    longer = (*statements, *(statements[1].model_copy(update={"item": item, "en": f"Or {item}."}) for item in ("(d)", "(e)")))
    digests = held.digests["sample-rules"]
    fog = digests["4"].model_copy(update={"statements": longer})
    held = replace(held, digests={"sample-rules": {**digests, "4": fog}})
    assert items_told(held, longer, (0.2, 0.85, 0.9, 0.1, 0.1, 0.1), 5) == ["(b)", None, "(a)"]
    assert items_told(held, longer, (0.2, 0.85, 0.9, 0.84, 0.1, 0.1), 5) == [None, "(a)", "(b)", "(c)"]


def test_what_needs_no_lead(skerry: Pipeline) -> None:
    """One item, also with two sentences; a lead that is near itself; one that only announces; one of two sentences."""
    held, statements = fog_led_by(skerry.index.library, LED)
    assert items_told(held, statements, (0.2, 0.1, 0.9, 0.1), 5) == ["(b)"]
    assert items_told(held, statements, (0.9, 0.1, 0.1, 0.1), 5) == [None]
    twice = (*statements, statements[2].model_copy(update={"en": "The log is kept dry."}))
    digests = held.digests["sample-rules"]
    saying = {**digests, "4": digests["4"].model_copy(update={"statements": twice})}
    of_one_item = replace(held, digests={"sample-rules": saying})
    assert items_told(of_one_item, twice, (0.2, 0.1, 0.9, 0.1, 0.88), 5) == ["(b)", "(b)"]
    announced = (statements[0].model_copy(update={"modality": Modality.DECLARATORY}), *statements[1:])
    digests = held.digests["sample-rules"]
    announcing = {**digests, "4": digests["4"].model_copy(update={"statements": announced})}
    told = items_told(replace(held, digests={"sample-rules": announcing}), announced, (0.2, 0.85, 0.9, 0.84), 5)
    assert told == ["(b)", "(a)", "(c)"]
    held, statements = fog_led_by(skerry.index.library, LED, "No keeper may sleep.")
    assert items_told(held, statements, (0.2, 0.2, 0.85, 0.9, 0.84), 5) == ["(b)", "(a)", "(c)"]
