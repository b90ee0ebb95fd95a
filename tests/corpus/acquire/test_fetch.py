"""Texts fetched from a host that does everything that hosts do."""

import json
import socket
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.acquire.addresses import FetchSettings
from corpus.acquire.downloads import alone_in
from corpus.acquire.fetch import fetch, fetch_all
from corpus.acquire.outcomes import Fetched, NotHad, report
from corpus.errors import FetchFailed, StoreBusy, StoreUnwritable, WrongDocument
from corpus.facts import FactsFile
from corpus.types import Language
from tests.corpus.acquire.host import Host, Reply
from tests.corpus.acquire.pdfs import pdf_of

RULE = "LK/RES/4/12: the keeper shall trim every wick at dusk."
PDF = pdf_of(RULE)
OTHER = pdf_of("LK/RES/5/1: the postbag is weighed on Mondays.")
PAGE = b"<!DOCTYPE html><title>Not found</title>"
FIRST, SECOND = "/first/en/LK/RES/4/12", "/second/en/LK/RES/4/12"
GOOD = Reply(body=PDF, etag='"v1"')
BY_HAND = "Get the missing by hand and import them: python -m corpus import FOLDER (docs/texts.md says how)."


def admit(text: str, facts: FactsFile, language: Language) -> str:
    """Take what names the symbol."""
    if facts.symbol not in text:
        raise WrongDocument(f"The text does not name {facts.symbol}.", hint="Check the file.")
    return f"{facts.id} {language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Fetches the sample instrument from a host, and notes the pauses and the progress."""

    host: Host
    facts: FactsFile
    settings: FetchSettings
    pauses: list[float]
    seen: list[tuple[str, int, int | None]] = field(default_factory=list)

    def fetch(self, **changes: object) -> Fetched[str] | NotHad:
        """One English text, with some settings changed."""
        settings = replace(self.settings, **changes)  # type: ignore[arg-type] # names of fields, as tests write them
        wanted = [(self.facts, Language.EN)]
        (outcome,) = fetch_all(wanted, settings=settings, admit=admit, progress=self._note)
        return outcome

    def reasons(self, **changes: object) -> list[str]:
        """Why the text was not had, by path."""
        outcome = self.fetch(**changes)
        assert isinstance(outcome, NotHad)
        return [reason.removeprefix(self.host.origin) for reason in outcome.reasons]

    def asked(self, path: str = FIRST) -> list[dict[str, str]]:
        """The headers about ranges and versions in each request for a path."""
        telling = ("Range", "If-Range", "If-None-Match")
        return [
            {name: asked.headers[name] for name in telling if name in asked.headers}
            for asked in self.host.asked
            if asked.path == path
        ]

    @property
    def files(self) -> dict[str, bytes]:
        """What lies in the downloads folder, the lock apart."""
        return {path.name: path.read_bytes() for path in self.settings.folder.glob("[!.]*")}

    def _note(self, text: str, so_far: int, total: int | None) -> None:
        self.seen.append((text, so_far, total))


@pytest.fixture
def desk(host: Host, skerry: FactsFile, tmp_path: Path) -> Desk:
    """A desk with two addresses, two attempts at each, and pauses that take no time."""
    pauses: list[float] = []
    settings = FetchSettings(
        folder=tmp_path / "downloads",
        addresses=(f"{host.origin}/first/{{language}}/{{symbol}}", f"{host.origin}/second/{{language}}/{{symbol}}"),
        origins=(host.origin,),
        attempts=2,
        read_seconds=5,
        sleep=pauses.append,
        jitter=lambda: 1.0,
    )
    return Desk(host=host, facts=skerry, settings=settings, pauses=pauses)


def had(outcome: Fetched[str] | NotHad) -> Fetched[str]:
    """The text; fails with the reasons where it was not had."""
    assert isinstance(outcome, Fetched), str(outcome)
    return outcome


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


def test_truncated_then_resumed(desk: Desk) -> None:
    """A file that breaks off goes on where it broke off, and is whole in the end."""
    desk.host.says(FIRST, replace(GOOD, cut=500), GOOD)
    assert had(desk.fetch()).path.read_bytes() == PDF
    assert desk.asked() == [{}, {"Range": "bytes=500-", "If-Range": '"v1"'}]
    assert desk.seen[-1] == ("LK/RES/4/12 en", len(PDF), len(PDF))


def test_resumed_by_the_next_run(desk: Desk) -> None:
    """What a run leaves behind half done, the next one completes."""
    desk.host.says(FIRST, replace(GOOD, cut=500))
    assert isinstance(desk.fetch(attempts=1), NotHad)
    assert len(desk.files["LK-RES-4-12.en.part"]) == 500
    desk.host.says(FIRST, GOOD)
    assert had(desk.fetch()).path.read_bytes() == PDF
    assert desk.asked()[1:] == [{"Range": "bytes=500-", "If-Range": '"v1"'}]


def test_changed_between_the_parts(desk: Desk) -> None:
    """A file that changed in between is taken from the start, not stitched together."""
    new = pdf_of(RULE, "The second edition has a second page.")
    desk.host.says(FIRST, replace(GOOD, cut=500), Reply(body=new, etag='"v2"'))
    assert had(desk.fetch()).path.read_bytes() == new


def test_wrong_rest(desk: Desk) -> None:
    """A rest that does not begin where the part ends is thrown away with the part."""
    wrong = Reply(status=206, body=PDF[400:], headers={"Content-Range": f"bytes 400-{len(PDF) - 1}/{len(PDF)}"})
    desk.host.says(FIRST, replace(GOOD, cut=500), wrong, GOOD)
    assert had(desk.fetch(attempts=3)).path.read_bytes() == PDF
    assert desk.asked()[2] == {}


def test_nothing_left_to_send(desk: Desk) -> None:
    """A host that cannot go on after the part is asked for the whole."""
    desk.host.says(FIRST, replace(GOOD, cut=500), Reply(status=416), GOOD)
    assert had(desk.fetch(attempts=3)).path.read_bytes() == PDF


def test_without_a_strong_etag_nothing_is_resumed(desk: Desk) -> None:
    """A weak ETag does not prove two parts equal, so that the file is asked for from the start."""
    desk.host.says(FIRST, Reply(body=PDF, etag='W/"v1"', cut=500), Reply(body=PDF))
    assert had(desk.fetch()).path.read_bytes() == PDF
    assert desk.asked() == [{}, {}]


def test_truncated_for_good(desk: Desk) -> None:
    """A file that breaks off each time is refused after the last attempt."""
    desk.host.says(FIRST, Reply(body=PDF, cut=500))
    first, second = desk.reasons()
    assert first.startswith(f"{FIRST}: The connection failed after 500 bytes: peer closed connection without sending")
    assert first.endswith(". Tried 2 times.")
    assert second == f"{SECOND}: The host answered 404 Not Found."


def test_pdf_without_its_end(desk: Desk) -> None:
    """A PDF that is cut although its length agrees is asked for again and then refused."""
    desk.host.says(FIRST, Reply(body=PDF[:500], etag='"v1"'))
    assert desk.reasons()[0] == f"{FIRST}: The PDF breaks off after 500 bytes. Tried 2 times."
    assert desk.asked() == [{}, {}]
    assert desk.files == {}


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
