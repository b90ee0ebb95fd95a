"""Files that break off: what is there is kept, and only what is missing is asked for."""

from dataclasses import replace

from corpus.acquire.outcomes import NotHad
from tests.corpus.acquire.desk import FIRST, GOOD, PDF, RULE, SECOND, Desk, had
from tests.corpus.acquire.host import Reply
from tests.corpus.acquire.pdfs import pdf_of


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
