"""Texts fetched and kept: what comes, what is unchanged, and what is said of it."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.acquire.downloads import alone_in
from corpus.acquire.fetch import fetch, fetch_all
from corpus.acquire.outcomes import report
from corpus.errors import FetchFailed, StoreBusy, StoreUnwritable
from corpus.types import Language
from tests.corpus.acquire.desk import BY_HAND, FIRST, GOOD, OTHER, PDF, RULE, SECOND, Desk, admit, had
from tests.corpus.acquire.host import Reply


def test_good_file(desk: Desk) -> None:
    """A good file is kept as it came, admitted, and has a receipt that says from where."""
    desk.host.says(FIRST, Reply(status=302, headers={"Location": "/doc/n1.pdf"}))
    desk.host.says("/doc/n1.pdf", GOOD)
    fetched = had(desk.fetch())
    assert (fetched.text, fetched.admitted, fetched.unchanged) == (RULE, "sample-rules en", False)
    assert fetched.path.name == "LK-RES-4-12.en.pdf"
    assert desk.files["LK-RES-4-12.en.pdf"] == PDF
    receipt = json.loads(desk.files["LK-RES-4-12.en.receipt.json"])
    assert receipt.pop("fetched_at").endswith("Z")
    assert receipt == {
        "symbol": "LK/RES/4/12",
        "language": "en",
        "file": "LK-RES-4-12.en.pdf",
        "address": f"{desk.host.origin}{FIRST}",
        "final_address": f"{desk.host.origin}/doc/n1.pdf",
        "sha256": sha256(PDF).hexdigest(),
        "bytes": len(PDF),
        "etag": '"v1"',
    }
    assert len(desk.files) == 2


def test_plain_text_without_a_length(desk: Desk) -> None:
    """Plain text is taken too, and a host need not say how long it is."""
    desk.host.says(FIRST, Reply(body=RULE.encode(), declares_length=False))
    assert had(desk.fetch()).path.name == "LK-RES-4-12.en.txt"
    assert desk.seen == [("LK/RES/4/12 en", len(RULE), None)]


def test_progress(desk: Desk) -> None:
    """Progress counts up to the whole length."""
    body = RULE.encode() + b"\n" * 300_000
    desk.host.says(FIRST, Reply(body=body))
    had(desk.fetch())
    steps = [so_far for _, so_far, _ in desk.seen]
    assert steps == sorted(steps)
    assert desk.seen[-1] == ("LK/RES/4/12 en", len(body), len(body))


def test_unchanged(desk: Desk) -> None:
    """What the host says is unchanged is not sent again, and is admitted anew."""
    desk.host.says(FIRST, GOOD)
    before = had(desk.fetch())
    again = had(desk.fetch())
    assert again == replace(before, unchanged=True)
    assert desk.asked() == [{}, {"If-None-Match": '"v1"'}]


def test_same_bytes_without_an_etag(desk: Desk) -> None:
    """Where a host knows no ETag, the same bytes are unchanged too."""
    desk.host.says(FIRST, Reply(body=PDF))
    assert [had(desk.fetch()).unchanged for _ in range(2)] == [False, True]


def test_changed_file_on_disk(desk: Desk) -> None:
    """A kept file that somebody changed is asked for anew, not confirmed by its ETag."""
    desk.host.says(FIRST, GOOD)
    had(desk.fetch()).path.write_bytes(OTHER)
    assert had(desk.fetch()).path.read_bytes() == PDF


def test_offline(desk: Desk) -> None:
    """With PINPOINT_OFFLINE no host is contacted and no folder made."""
    assert desk.reasons(offline=True) == ["PINPOINT_OFFLINE is set: no host was contacted."]
    assert desk.host.asked == []
    assert not desk.settings.folder.exists()


def test_no_address(desk: Desk) -> None:
    """A text without symbol and address is a line of the report too."""
    nowhere = desk.facts.model_copy(update={"symbol": "SKERRY"})
    (outcome,) = fetch_all([(nowhere, Language.EN)], settings=desk.settings, admit=admit)
    assert str(outcome) == "SKERRY en: not had\n  Neither its symbol nor its facts file gives an address."


def test_single_text_that_fails(desk: Desk) -> None:
    """`fetch` raises what `fetch_all` reports."""
    with pytest.raises(FetchFailed) as failure:
        fetch(desk.facts, Language.EN, settings=desk.settings, admit=admit)
    origin = desk.host.origin
    assert str(failure.value) == (
        "LK/RES/4/12 en: not had\n"
        f"  {origin}{FIRST}: The host answered 404 Not Found.\n"
        f"  {origin}{SECOND}: The host answered 404 Not Found. {BY_HAND}"
    )


def test_report(desk: Desk) -> None:
    """One text that fails is a line of the report and keeps none of the others back."""
    desk.host.says(FIRST, GOOD)
    had(desk.fetch())
    desk.host.says("/first/fr/LK/RES/4/12", Reply(body=RULE.encode()))
    desk.host.says("/first/zh/LK/RES/4/12", Reply(body=OTHER))
    wanted = [(desk.facts, language) for language in (Language.EN, Language.ZH, Language.FR)]
    outcomes = fetch_all(wanted, settings=desk.settings, admit=admit)
    origin = desk.host.origin
    assert report(outcomes) == (
        f"LK/RES/4/12 en: unchanged, {len(PDF):,} bytes from {origin}{FIRST}\n"
        "LK/RES/4/12 zh: not had\n"
        f"  {origin}/first/zh/LK/RES/4/12: The text does not name LK/RES/4/12.\n"
        f"  {origin}/second/zh/LK/RES/4/12: The host answered 404 Not Found.\n"
        f"LK/RES/4/12 fr: had, {len(RULE)} bytes from {origin}/first/fr/LK/RES/4/12\n"
        f"1 had, 1 unchanged, 1 not had. {BY_HAND}"
    )


def test_report_without_failures(desk: Desk) -> None:
    """Where all is well the report gives no advice."""
    desk.host.says(FIRST, GOOD)
    assert report([desk.fetch()]).splitlines()[-1] == "1 had, 0 unchanged, 0 not had."


def test_another_fetcher_at_work(desk: Desk) -> None:
    """Two processes do not write into one folder."""
    with alone_in(desk.settings.folder), pytest.raises(StoreBusy, match="Another process is fetching into"):
        desk.fetch()
    assert desk.host.asked == []


def test_folder_that_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    """A folder that cannot be written ends the run: it is not about one text."""
    (tmp_path / "downloads").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(StoreUnwritable, match="cannot be written: File exists"):
        desk.fetch()
