"""Statements that authors' questions hold out are labelled by what their authors called the questions."""

from dataclasses import replace
from random import Random

import pytest

import eval.training.asserted
from corpus.asked import Bearing, Inquiry
from corpus.types import Language, Reference
from eval.claims import load_all_claims
from eval.training.asserted import asserted_pairs
from eval.training.pair import CONTRADICTED, ENTAILED, Pair
from eval.types import Split
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline


def inquiry(kind: Bearing, english: str, chinese: str, locator: str = "9(1)") -> Inquiry:
    question = {Language.EN: english, Language.ZH: chinese}
    return Inquiry(id="az1001", instrument="sample-rules", locator=locator, author="ZZ1", kind=kind, question=question)


def pairs(pipeline: Pipeline, *rows: Inquiry) -> list[Pair]:
    chance = Random(1)  # noqa: S311 - a sample, no secret
    return list(asserted_pairs(pipeline.index.library, HashEmbedder(), rows, chance))


def test_what_is_answered_is_so_and_what_is_misbelieved_is_denied(pipeline: Pipeline) -> None:
    """In both languages; what is left open tells neither, and who asks openly holds out nothing."""
    found = pairs(
        pipeline,
        inquiry(Bearing.ANSWERED, "The light must burn all night, right?", "灯要亮一整夜，对吧？"),
        inquiry(Bearing.MISBELIEF, "Since the light may go out at night, who trims it?", "夜里灯可以灭吗？"),
        inquiry(Bearing.SILENT, "The light must burn all night, right? Who pays?", "灯要亮一整夜，对吧？"),
    )
    assert [(one.hypothesis, one.label) for one in found] == [
        ("The light must burn all night.", ENTAILED),
        ("灯要亮一整夜。", ENTAILED),
        ("The light may go out at night.", CONTRADICTED),
    ]
    assert all(one.premise and not one.question and one.kind == "asserted" for one in found)


def test_provisions_of_test_claims_are_left_alone(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement near a paragraph of a rule that a test claim is on is not read; one near another is."""
    given = [
        inquiry(Bearing.ANSWERED, "The light must burn all night, right?", "灯要亮一整夜，对吧？", one)
        for one in ("9(1)", "15")
    ]
    claim = next(claim for claim in load_all_claims() if claim.split is Split.TEST)
    tested = replace(claim, reference=Reference.parse("sample-rules 9"))
    monkeypatch.setattr(eval.training.asserted, "load_all_claims", lambda: (tested,))
    assert {one.reference for one in pairs(pipeline, *given)} == {given[1].reference}
