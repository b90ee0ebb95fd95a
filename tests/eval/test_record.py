"""Run folders: what is written is read again, what was tampered with is not."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import BadInput, StoreUnwritable
from eval.record import Stage, find_run, read_run, stages, timeless_hash, write_outcomes, write_record
from tests.eval.outcomes import answer, item, record, refusal

OUTCOMES = (answer(item(1)), refusal(item(2)))


def written(folder: Path, name: str = "run", *, finished: bool = True) -> Path:
    """A run folder."""
    (folder / name).mkdir()
    kept = replace(record(name), outcomes_sha256=timeless_hash(OUTCOMES), started=f"2026-01-0{len(name)}")
    write_record(folder / name, kept if finished else replace(kept, finished=None))
    write_outcomes(folder / name, OUTCOMES)
    return folder / name


def test_round_trip(tmp_path: Path) -> None:
    """Record and outcomes come back equal, references, enums and times included."""
    found = read_run(written(tmp_path))
    assert found.outcomes == OUTCOMES
    assert found.record == replace(
        record(), outcomes_sha256=timeless_hash(OUTCOMES), started=found.record.started, stages_ms={}
    )


def test_the_hash_leaves_times_out() -> None:
    """Outcomes that differ in their times only have the same hash; any other difference shows."""
    slower = tuple(replace(one, timings_ms={"total": 99.0}) for one in OUTCOMES)
    assert timeless_hash(slower) == timeless_hash(OUTCOMES)
    assert timeless_hash(OUTCOMES[::-1]) != timeless_hash(OUTCOMES)


def test_tampered_outcomes(tmp_path: Path) -> None:
    """Outcomes that were changed by hand are refused."""
    path = written(tmp_path) / "outcomes.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"refused"', b'"answered"'))
    with pytest.raises(BadInput, match="are not those that its record names"):
        read_run(tmp_path / "run")


def test_torn_outcomes(tmp_path: Path) -> None:
    """A file cut off in the middle of a line is refused."""
    path = written(tmp_path) / "outcomes.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(BadInput, match="cannot be read"):
        read_run(tmp_path / "run")


def test_unfinished(tmp_path: Path) -> None:
    """An unfinished run cannot be judged; the error says how to finish it."""
    with pytest.raises(BadInput, match="--resume"):
        read_run(written(tmp_path, finished=False))


def test_find(tmp_path: Path) -> None:
    """A run is found by id, by path, or as the newest finished one; folders of other things are passed over."""
    written(tmp_path, "a")
    written(tmp_path, "bb")
    written(tmp_path, "ccc", finished=False)
    (tmp_path / "junk").mkdir()
    (tmp_path / "junk" / "record.json").write_text("{}", encoding="utf-8")
    assert find_run(tmp_path, "a").record.id == "a"
    assert find_run(tmp_path, str(tmp_path / "a")).record.id == "a"
    assert find_run(tmp_path, None).record.id == "bb"
    with pytest.raises(BadInput, match="python -m eval run"):
        find_run(tmp_path / "none", None)


def test_stages() -> None:
    """Median, 95th percentile and sum of each stage, over the outcomes that have it."""
    timed = [replace(OUTCOMES[0], timings_ms={"total": float(n)}) for n in range(1, 101)]
    assert stages(timed) == {"total": Stage(median=50.5, p95=95.0, total=5050.0)}


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """Where no run can be kept, the error names the place and what to do."""
    (tmp_path / "runs").touch()
    with pytest.raises(StoreUnwritable, match="cannot be kept") as told:
        write_record(tmp_path / "runs" / "a", record("a"))
    assert "PINPOINT_DATA" in told.value.hint
