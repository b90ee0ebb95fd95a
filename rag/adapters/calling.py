"""A language model's server called over HTTP: lines of its reply out, within a time and a size.

Speaks to one address and no other: follows no redirect, reads no proxy or key from the environment. Refuses a reply
that is compressed, and one that goes on past its size.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from corpus.errors import BadInput, DraftingFailed
from rag.adapters.wires import Json
from rag.drafting.faults import Fault

_CONNECT = 5.0
_MOST = 2_000_000
"""Bytes that a reply may have in all, its frame included; a reply at its budget has a tenth of them."""
_TOLD = 300
_LONGEST = 60.0
_NEAR = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where a model is served; `seconds` may pass between two pieces of its reply."""

    address: str
    headers: dict[str, str] = field(repr=False)
    seconds: float

    def lines(self, body: Json) -> Iterator[str]:
        """The lines of a reply as they come; raises DraftingFailed."""
        with self._answering(body) as response:
            taken, rest = 0, b""
            for block in response.iter_raw():
                taken += len(block)
                if taken > _MOST:
                    raise DraftingFailed(f"The model's server sent over {_MOST:,} bytes.", fault=Fault.TOO_LARGE)
                *whole, rest = (rest + block).split(b"\n")
                yield from (line.decode(errors="replace").rstrip("\r") for line in whole)
            if rest:
                yield rest.decode(errors="replace")

    @contextmanager
    def _answering(self, body: Json) -> Iterator[httpx.Response]:
        """A response that has begun well; raises DraftingFailed for all that may go wrong until it is read."""
        timeout = httpx.Timeout(self.seconds, connect=min(_CONNECT, self.seconds))
        try:
            with (
                httpx.Client(timeout=timeout, trust_env=False, follow_redirects=False) as client,
                client.stream("POST", self.address, json=body, headers=self.headers) as response,
            ):
                if response.status_code != httpx.codes.OK:
                    raise _refusal(response)
                if response.headers.get("content-encoding", "identity") != "identity":
                    raise DraftingFailed("The model's server sent a compressed reply.", fault=Fault.BROKEN)
                yield response
        except httpx.TimeoutException as error:
            raise DraftingFailed(
                "The model's server was too slow.", fault=Fault.TIMEOUT, hint="Raise PINPOINT_LLM_SECONDS."
            ) from error
        except httpx.RemoteProtocolError as error:
            raise DraftingFailed(f"The reply broke off: {error}.", fault=Fault.CUT_OFF, again=True) from error
        except httpx.HTTPError as error:
            raise DraftingFailed(
                f"The model's server cannot be reached: {error}.",
                fault=Fault.UNREACHABLE,
                hint="Is it running? See PINPOINT_LLM_URL.",
                again=True,
            ) from error


def checked_address(url: str, *, key: str, offline: bool) -> str:
    """The address of a server without its last slash; raises BadInput for one that may not be spoken to."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise BadInput(f"PINPOINT_LLM_URL is {url!r}, which is no plain address.", hint="Set it like http://127.0.0.1:8080/v1.")
    near = parts.hostname in _NEAR
    if offline and not near:
        raise BadInput(
            f"PINPOINT_OFFLINE=1, and PINPOINT_LLM_URL leads to {parts.hostname}.",
            hint="Name a server on this machine, or unset PINPOINT_OFFLINE.",
        )
    if key and parts.scheme == "http" and not near:
        raise BadInput(f"PINPOINT_LLM_KEY would go to {parts.hostname} unencrypted.", hint="Use https, or unset the key.")
    return url.rstrip("/")


def _refusal(response: httpx.Response) -> DraftingFailed:
    """What a status other than 200 means: busy and broken servers may be asked again."""
    status = response.status_code
    body = b""
    for block in response.iter_raw():
        body += block
        if len(body) > _TOLD:
            break
    told = f"HTTP {status}: {body[:_TOLD].decode(errors='replace')!r}"
    if status in (httpx.codes.REQUEST_TIMEOUT, httpx.codes.TOO_MANY_REQUESTS):
        wait = response.headers.get("retry-after", "")
        seconds = min(float(wait), _LONGEST) if wait.isascii() and wait.isdigit() else 0.0
        return DraftingFailed(f"The model's server is busy: {told}.", fault=Fault.BUSY, again=True, retry_after=seconds)
    if response.is_server_error:
        return DraftingFailed(f"The model's server failed: {told}.", fault=Fault.BROKEN, again=True)
    return DraftingFailed(
        f"The model's server refused: {told}.", fault=Fault.REFUSED, hint="See PINPOINT_LLM_KEY, _MODEL, _URL."
    )
