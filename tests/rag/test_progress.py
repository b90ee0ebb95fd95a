"""Progress where nobody watches: a line at the beginning, and one now and then."""

import pytest

from rag.progress import progress


def test_a_line_is_said_every_twenty_seconds(capfd: pytest.CaptureFixture[str]) -> None:
    now = iter([0.0, 5.0, 21.0, 21.0, 30.0, 42.0, 42.0])
    with progress("Indexing", clock=lambda: next(now)) as step:
        for done in (10, 1_250, 2_000, 2_500):
            step(done, 3_000)
    assert capfd.readouterr().err.splitlines() == ["Indexing.", "Indexing: 1,250 of 3,000.", "Indexing: 2,500 of 3,000."]


def test_what_is_done_is_not_said_again(capfd: pytest.CaptureFixture[str]) -> None:
    now = iter([0.0, 50.0])
    with progress("Indexing", clock=lambda: next(now)) as step:
        step(3_000, 3_000)
    assert capfd.readouterr().err.splitlines() == ["Indexing."]
