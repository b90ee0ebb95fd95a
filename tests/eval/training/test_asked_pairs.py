"""Questions that came before their provisions: beside what is found for them; nothing of them is in a set of the evaluation."""

from collections import Counter
from dataclasses import replace

import pytest

import eval.training.asked
from corpus.asked import Bearing, Inquiry, all_asked
from corpus.types import Language
from eval.blind_questions import UNREAD
from eval.training.asked import asked_pairs, asked_rows
from eval.training.pair import CONTRADICTED, ENTAILED, NEUTRAL
from eval.training.questions import found_for
from rag.embedder.fake import HashEmbedder
from rag.index import Index
from rag.pipeline import Pipeline
from rag.ports import Embedder
from rag.retrieve import Found
from tests.eval.training.evaluated import needed, questions


def test_the_lines_that_are_kept() -> None:
    """In both languages at least, none twice, and of each kind about the share that their briefs asked for."""
    rows = asked_rows()
    assert len({row.id for row in rows}) == len(rows) > 0
    assert all(set(row.question) >= {Language.EN, Language.ZH} for row in rows)
    assert len({row.question[Language.EN] for row in rows}) == len(rows)
    kinds = Counter(row.kind for row in rows)
    shares = [kinds[kind] / len(rows) for kind in (Bearing.ANSWERED, Bearing.SILENT, Bearing.MISBELIEF)]
    assert shares == pytest.approx([0.345, 0.375, 0.28], abs=0.02)


def test_they_are_in_no_set_and_need_no_provision_of_the_contrast_tests() -> None:
    """None is in the evaluation; none that is read is answered or denied by what a test question of the contrast sets needs."""
    assert not questions() & {text for row in (*all_asked(), *asked_rows()) for text in row.question.values()}
    told = {f"{row.instrument} {row.locator}" for row in asked_rows() if row.kind is not Bearing.SILENT}
    assert not needed() & told
    assert not any(cited.startswith(f"{one}(") for cited in needed() for one in told)


def test_the_files_that_are_read() -> None:
    """All that the index holds, but for asked-l, and what stands beside it."""
    assert {row.author[:2] for row in all_asked()} - {row.author[:2] for row in asked_rows()} == {"AL"}
    assert {row.author[:2] for row in asked_rows()} - {row.author[:2] for row in all_asked()} == {
        "AY",
        "AZ",
        "BA",
        "BB",
        "BC",
        "BE",
        "BG",
        "BI",
        "BK",
    }


def test_what_no_reader_reads() -> None:
    """Their own authors and questions, none of which is in the index or in a set of the evaluation."""
    held, unread = (*all_asked(), *asked_rows()), all_asked(UNREAD)
    assert unread
    assert not {row.author for row in unread} & {row.author for row in held}
    assert not {text for row in unread for text in row.question.values()} & questions()
    assert not {row.question[Language.EN] for row in unread} & {row.question[Language.EN] for row in held}
    assert not needed() & {f"{row.instrument} {row.locator}" for row in unread if row.kind is not Bearing.SILENT}


@pytest.mark.parametrize(
    ("kind", "label"), [(Bearing.ANSWERED, ENTAILED), (Bearing.SILENT, NEUTRAL), (Bearing.MISBELIEF, CONTRADICTED)]
)
def test_beside_its_provision(pipeline: Pipeline, kind: Bearing, label: int) -> None:
    """What is answered or denied stands beside its provision; what is left open beside several that are found first."""
    question = {Language.EN: "How many lamps may burn at night?", Language.ZH: "夜里可以点几盏灯？"}
    row = Inquiry(id="ax0001", instrument="sample-rules", locator="5(1)", author="A1", kind=kind, question=question)
    pairs = list(asked_pairs(pipeline.index, HashEmbedder(), [row]))
    assert {one.label for one in pairs} == {label}
    for text in question.values():
        beside = [str(one.reference) for one in pairs if one.hypothesis == text]
        assert len(set(beside)) == len(beside) == 3 if label == NEUTRAL else beside == ["sample-rules 5(1)"]


def test_none_is_found_by_itself(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are looked for in an index that does not hold them."""
    question = {"en": "Who mends the glass of the lamp?", "zh": "灯罩谁来修？"}
    row = Inquiry.model_validate(
        {
            "id": "ax0001",
            "instrument": "sample-rules",
            "locator": "5(1)",
            "author": "A1",
            "kind": "silent",
            "question": question,
        }
    )
    holding = replace(pipeline.index, library=replace(pipeline.index.library, asked=(row,)))
    seen: list[int] = []

    def spying(index: Index, embedder: Embedder, text: str) -> tuple[Found, ...]:
        seen.append(len(index.library.asked))
        return found_for(index, embedder, text)

    monkeypatch.setattr(eval.training.asked, "found_for", spying)
    assert list(asked_pairs(holding, HashEmbedder(), [row]))
    assert seen == [0, 0]
