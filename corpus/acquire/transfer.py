"""One request to one address, its answer streamed into a part of a file.

Follows redirects by hand, each against the rule of `addresses`; goes on from where an earlier attempt broke off.
Refuses what is too long, too slow, no answer, or a web page. `MayPass` marks what another attempt may not meet.
"""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import httpx

from corpus.acquire.addresses import FetchSettings, require_permitted
from corpus.acquire.downloads import Part
from corpus.errors import FetchFailed

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_TAIL = 1024


class Progress(Protocol):
    """Is told how far a download is."""

    def __call__(self, text: str, so_far: int, total: int | None) -> None:
        """`text` names it, such as `A/RES/70/175 en`; `total` is None where the host does not say."""


class MayPass(FetchFailed):
    """A failure that another attempt may not meet; `pause` is how long the host asks to wait, in seconds."""

    def __init__(self, message: str, *, pause: float = 0.0) -> None:
        super().__init__(message)
        self.pause = pause


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A file has come whole, by the host's own account."""

    final_address: str
    etag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The host says that what is kept is what it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """What one download needs to know: the client and limits, which text it is, and who is told how far it is."""

    client: httpx.Client
    settings: FetchSettings
    text: str
    progress: Progress

    def run(self, address: str, part: Part, *, etag: str) -> Arrived | NotModified:
        """Ask for `address` unless it still has `etag`, and append the answer to `part`; raises FetchFailed."""
        deadline = time.monotonic() + self.settings.attempt_seconds
        try:
            with self._following(address, _conditions(part, address, etag)) as response:
                if response.status_code == httpx.codes.NOT_MODIFIED:
                    return NotModified()
                _accept(response, part)
                if response.status_code == httpx.codes.OK:
                    part.begin(address, _validator(response))
                self._receive(response, part, deadline)
                return Arrived(final_address=str(response.url), etag=response.headers.get("etag", ""))
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
            # Without a retry: the next address is on another host, and offline each text would cost half a minute.
            raise FetchFailed(f"The host cannot be reached: {str(error) or type(error).__name__}.") from error
        except httpx.TimeoutException as error:
            raise MayPass(f"The host did not answer in time ({type(error).__name__}).") from error
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise MayPass(f"The connection failed after {part.size:,} bytes: {error}.") from error

    @contextmanager
    def _following(self, address: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
        """The first answer that is no redirect."""
        url, seen = httpx.URL(address), set[httpx.URL]()
        while True:
            require_permitted(url, self.settings)
            if url in seen:
                raise FetchFailed(f"The host redirects in a circle, back to {url}.")
            if len(seen) > self.settings.max_redirects:
                raise FetchFailed(f"The host redirects more than {self.settings.max_redirects} times, last to {url}.")
            seen.add(url)
            with self.client.stream("GET", url, headers=headers, follow_redirects=False) as response:
                if response.next_request is None:
                    yield response
                    return
                url = response.next_request.url

    def _receive(self, response: httpx.Response, part: Part, deadline: float) -> None:
        """Append the body to the part, within the limits on length and time."""
        so_far, total, limit = part.size, _total(response, part), self.settings.max_bytes
        if (total or 0) > limit:
            part.drop()
            raise FetchFailed(f"The file is {total:,} bytes long, over the limit of {limit:,}.")
        with part.path.open("ab") as file:
            for block in response.iter_raw():
                so_far += len(block)
                if so_far > limit:
                    part.drop()
                    raise FetchFailed(f"The file is longer than the limit of {limit:,} bytes.")
                if time.monotonic() > deadline:
                    raise MayPass(f"The file took longer than {self.settings.attempt_seconds:g} seconds.")
                file.write(block)
                self.progress(self.text, so_far, total)
            file.flush()
            os.fsync(file.fileno())


def require_whole_pdf(part: Part) -> None:
    """Let a PDF through that has its end; raises MayPass, and forgets the part, where it breaks off."""
    with part.path.open("rb") as file:
        file.seek(max(part.size - _TAIL, 0))
        if b"%%EOF" in file.read():
            return
    size = part.size
    part.drop()
    raise MayPass(f"The PDF breaks off after {size:,} bytes.")


def _conditions(part: Part, address: str, etag: str) -> dict[str, str]:
    """The request's headers: go on after the part, or send nothing if nothing has changed."""
    headers = {"Accept": "application/pdf, text/plain;q=0.9, */*;q=0.1", "Accept-Encoding": "identity"}
    validator = part.validator(address)
    if validator:
        return headers | {"Range": f"bytes={part.size}-", "If-Range": validator}
    return headers | ({"If-None-Match": etag} if etag else {})


def _accept(response: httpx.Response, part: Part) -> None:
    """Let through an answer that carries the file, whole or its rest; raises FetchFailed for any other."""
    status = response.status_code
    if status in _PASSING:
        asked = response.headers.get("retry-after", "")
        raise MayPass(f"The host answered {status} {response.reason_phrase}.", pause=float(asked) if asked.isdecimal() else 0.0)
    if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE or (
        status == httpx.codes.PARTIAL_CONTENT and not _goes_on(response, part)
    ):
        size = part.size
        part.drop()
        raise MayPass(f"The host does not go on after byte {size:,}.")
    if status not in {httpx.codes.OK, httpx.codes.PARTIAL_CONTENT}:
        raise FetchFailed(f"The host answered {status} {response.reason_phrase}.")
    if response.headers.get("content-type", "").lower().startswith("text/html"):
        raise FetchFailed("The host answered with a web page (text/html) instead of the text.")
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise FetchFailed(f"The host answered in an encoding not asked for: {response.headers['content-encoding']}.")


def _goes_on(response: httpx.Response, part: Part) -> bool:
    """Whether a partial answer begins where the part ends."""
    return str(response.headers.get("content-range", "")).startswith(f"bytes {part.size}-")


def _validator(response: httpx.Response) -> str:
    """What tells this version of the file from another: a strong ETag, else the time of its last change."""
    etag = str(response.headers.get("etag", ""))
    return etag if etag.startswith('"') else str(response.headers.get("last-modified", ""))


def _total(response: httpx.Response, part: Part) -> int | None:
    """Bytes of the whole file, or None where the host does not say."""
    length = response.headers.get("content-length", "")
    return part.size + int(length) if re.fullmatch(r"\d{1,15}", length) else None
