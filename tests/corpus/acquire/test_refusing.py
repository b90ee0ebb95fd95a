"""Hosts that give the wrong thing, nothing, too much, too slowly, or send elsewhere."""

import socket
from dataclasses import replace

import pytest

from tests.corpus.acquire.desk import FIRST, GOOD, OTHER, PAGE, PDF, SECOND, Desk, had
from tests.corpus.acquire.host import Reply

REFUSED = [
    # an error page with status 200, said to be what it is
    (
        Reply(body=PAGE, headers={"Content-Type": "text/html; charset=utf-8"}),
        "The host answered with a web page (text/html) instead of the text.",
    ),
    # the same, said to be a PDF
    (
        Reply(body=PAGE, headers={"Content-Type": "application/pdf"}),
        "What came is a web page (HTML or XML).",
    ),
    # a wrong document
    (Reply(body=OTHER), "The text does not name LK/RES/4/12."),
    # nothing
    (Reply(body=b""), "What came is empty."),
    # compressed although not asked for
    (
        Reply(body=b"...", headers={"Content-Encoding": "gzip"}),
        "The host answered in an encoding not asked for: gzip.",
    ),
    # not there, forbidden
    (Reply(status=404), "The host answered 404 Not Found."),
    (Reply(status=403), "The host answered 403 Forbidden."),
    # nothing has changed since never
    (Reply(status=304, declares_length=False), "The host answered 304 Not Modified to a first request."),
    # too long by its own account
    (
        Reply(body=b"x" * 90_001),
        "The file is 90,001 bytes long, over the limit of 90,000.",
    ),
    # too long without saying so
    (
        Reply(body=b"x" * 90_001, declares_length=False),
        "The file is longer than the limit of 90,000 bytes.",
    ),
]


@pytest.mark.parametrize(("reply", "reason"), REFUSED, ids=[reason[:40] for _, reason in REFUSED])
def test_refused_at_once(desk: Desk, reply: Reply, reason: str) -> None:
    """What another attempt would not mend is refused after one, and the next address has its turn."""
    desk.host.says(FIRST, reply)
    desk.host.says(SECOND, reply)
    assert desk.reasons(max_bytes=90_000) == [f"{FIRST}: {reason}", f"{SECOND}: {reason}"]
    assert len(desk.host.asked) == 2
    assert desk.pauses == []
    assert desk.files == {}


@pytest.mark.parametrize(("reply", "reason"), REFUSED[:4], ids=[reason[:40] for _, reason in REFUSED[:4]])
def test_what_was_there_before_stays(desk: Desk, reply: Reply, reason: str) -> None:
    """A refused file changes nothing of what an earlier fetch brought."""
    desk.host.says(FIRST, Reply(body=PDF))
    had(desk.fetch())
    before = desk.files
    desk.host.says(FIRST, reply)
    assert desk.reasons()[0] == f"{FIRST}: {reason}"
    assert desk.files == before


def test_second_address_has_it(desk: Desk) -> None:
    """Where the first address serves a page, the second is asked and named in the receipt."""
    desk.host.says(FIRST, Reply(body=PAGE))
    desk.host.says(SECOND, GOOD)
    assert had(desk.fetch()).receipt.address == f"{desk.host.origin}{SECOND}"


def test_slow_host(desk: Desk) -> None:
    """A host that does not answer in time is asked again, then given up."""
    desk.host.says(FIRST, Reply(wait=30))
    expected = f"{FIRST}: The host did not answer in time (ReadTimeout). Tried 2 times."
    assert desk.reasons(read_seconds=0.1)[0] == expected


def test_nobody_listens(desk: Desk) -> None:
    """A host that takes no connection is left at once for the next address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        deaf = f"http://127.0.0.1:{listener.getsockname()[1]}"
    desk.host.says(SECOND, GOOD)
    addresses = (f"{deaf}/{{language}}/{{symbol}}", desk.settings.addresses[1])
    origins = (deaf, desk.host.origin)
    had(desk.fetch(addresses=addresses, origins=origins))
    outcome = desk.fetch(addresses=addresses[:1], origins=origins)
    assert str(outcome) == (
        f"LK/RES/4/12 en: not had\n  {deaf}/en/LK/RES/4/12: The host cannot be reached: [Errno 111] Connection refused."
    )
    assert desk.pauses == []


def test_dripping_host(desk: Desk) -> None:
    """A host that sends byte after byte for ever meets the limit on the whole."""
    desk.host.says(FIRST, replace(GOOD, drip=0.02))
    expected = f"{FIRST}: The file took longer than 0.2 seconds. Tried 2 times."
    assert desk.reasons(attempt_seconds=0.2)[0] == expected


def test_busy_then_good(desk: Desk) -> None:
    """A busy host is asked again after pauses that double, with jitter, up to the longest."""
    busy = Reply(status=503)
    desk.host.says(FIRST, busy, busy, busy, busy, GOOD)
    had(desk.fetch(attempts=5, longest_pause=5.0))
    assert desk.pauses == [1.0, 2.0, 4.0, 5.0]


def test_jitter(desk: Desk) -> None:
    """Jitter takes off up to half of a pause."""
    desk.host.says(FIRST, Reply(status=503), GOOD)
    had(desk.fetch(jitter=lambda: 0.0))
    assert desk.pauses == [0.5]


WAITS = [
    # as long as the host asks for
    ("7", 7.0),
    # but no longer than the longest pause
    ("3600", 30.0),
    # a date, or anything else, is not read
    ("Tue, 14 May 2024 00:00:00 GMT", 1.0),
]


@pytest.mark.parametrize(("retry_after", "pause"), WAITS)
def test_retry_after(desk: Desk, retry_after: str, pause: float) -> None:
    """A host that says when to come back is heard, within reason."""
    desk.host.says(FIRST, Reply(status=429, headers={"Retry-After": retry_after}), GOOD)
    had(desk.fetch())
    assert desk.pauses == [pause]


def test_busy_for_good(desk: Desk) -> None:
    """A host that stays busy is given up after the last attempt, without a pause after it."""
    desk.host.says(FIRST, Reply(status=503))
    assert desk.reasons()[0] == f"{FIRST}: The host answered 503 Service Unavailable. Tried 2 times."
    assert desk.pauses == [1.0]


ELSEWHERE = [
    # another host
    ("https://example.org/LK", "https://example.org"),
    # the same host, another port
    ("http://127.0.0.1:1/LK", "http://127.0.0.1:1"),
    # a file of this machine
    ("file:///etc/hosts", "file://127.0.0.1"),
]


@pytest.mark.parametrize(("location", "origin"), ELSEWHERE)
def test_redirect_elsewhere(desk: Desk, location: str, origin: str) -> None:
    """A redirect out of the permitted hosts is not followed."""
    desk.host.says(FIRST, Reply(status=302, headers={"Location": location}))
    expected = f"{FIRST}: {origin} is not among the hosts that texts are fetched from: {desk.host.origin}."
    assert desk.reasons()[0] == expected


def test_redirect_loop(desk: Desk) -> None:
    """Redirects in a circle end when the circle closes."""
    desk.host.says(FIRST, Reply(status=301, headers={"Location": "/a"}))
    desk.host.says("/a", Reply(status=307, headers={"Location": FIRST}))
    expected = f"{FIRST}: The host redirects in a circle, back to {desk.host.origin}{FIRST}."
    assert desk.reasons()[0] == expected


def test_too_many_redirects(desk: Desk) -> None:
    """Redirects that lead on and on end at the limit."""
    desk.host.says(FIRST, Reply(status=302, headers={"Location": "/1"}))
    for step in range(1, 9):
        desk.host.says(f"/{step}", Reply(status=302, headers={"Location": f"/{step + 1}"}))
    expected = f"{FIRST}: The host redirects more than 5 times, last to {desk.host.origin}/6."
    assert desk.reasons()[0] == expected
