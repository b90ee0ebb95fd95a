"""Texts from the document hosts of the United Nations into the downloads folder, each admitted before it is kept.

Tries a text's addresses in turn and each several times. Refuses to put a file in place that `admit` does not take: what
was there before stays. One text that fails is a line of the report and never the end of the run.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Generic

import httpx

from corpus.acquire.addresses import FetchSettings, addresses_of
from corpus.acquire.downloads import Downloads, Receipt, alone_in
from corpus.acquire.importing import Admit, T
from corpus.acquire.outcomes import BY_HAND, Fetched, NotHad, Outcome
from corpus.acquire.plain import Format, format_of
from corpus.acquire.reading import read_bytes, read_document, text_of
from corpus.acquire.transfer import Arrived, MayPass, Progress, Transfer, require_whole_pdf
from corpus.errors import FetchFailed, TextRefused
from corpus.facts import FactsFile
from corpus.types import Language


def silent(text: str, so_far: int, total: int | None) -> None:
    """A Progress that tells nobody."""


def fetch(
    facts: FactsFile,
    language: Language,
    *,
    settings: FetchSettings,
    admit: Admit[T],
    progress: Progress = silent,
) -> Fetched[T]:
    """One text, from the first of its addresses that has it.

    Raises FetchFailed with a reason for each address, StoreBusy where another process fetches, StoreUnwritable.
    """
    wanted = [(facts, language)]
    (outcome,) = fetch_all(wanted, settings=settings, admit=admit, progress=progress)
    if isinstance(outcome, NotHad):
        raise FetchFailed(str(outcome), hint=BY_HAND)
    return outcome


def fetch_all(
    wanted: Iterable[tuple[FactsFile, Language]],
    *,
    settings: FetchSettings,
    admit: Admit[T],
    progress: Progress = silent,
) -> Iterator[Outcome[T]]:
    """Every text in turn, each reported as it comes in or fails; raises StoreBusy and StoreUnwritable only."""
    with _open_client(settings) as client:
        for facts, language in wanted:
            name = f"{facts.symbol} {language}"
            yield _Errand(
                facts=facts,
                language=language,
                downloads=Downloads(folder=settings.folder, symbol=facts.symbol, language=language),
                transfer=Transfer(client=client, settings=settings, text=name, progress=progress),
                admit=admit,
            ).run()


def _open_client(settings: FetchSettings) -> httpx.Client:
    """A client with the time limits of the settings, which follows no redirect by itself."""
    timeout = httpx.Timeout(settings.read_seconds, connect=settings.connect_seconds)
    return httpx.Client(timeout=timeout, follow_redirects=False, headers={"User-Agent": "pinpoint/0.1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Errand(Generic[T]):
    """The way of one text from its addresses into the downloads folder."""

    facts: FactsFile
    language: Language
    downloads: Downloads
    transfer: Transfer
    admit: Admit[T]

    def run(self) -> Outcome[T]:
        """Try each address until one has the text."""
        settings, reasons = self.transfer.settings, list[str]()
        if settings.offline:
            return self._not_had(["PINPOINT_OFFLINE is set: no host was contacted."])
        with alone_in(settings.folder):
            for address in addresses_of(self.facts, self.language, settings):
                try:
                    return self._ask(address)
                except (FetchFailed, TextRefused) as error:
                    reasons.append(f"{address}: {error.message}")
        return self._not_had(reasons or ["Neither its symbol nor its facts file gives an address."])

    def _ask(self, address: str) -> Fetched[T]:
        """Ask one address, again while its failure may pass; raises FetchFailed or TextRefused where it does not."""
        settings, attempt = self.transfer.settings, 1
        while True:
            try:
                return self._once(address)
            except MayPass as error:
                if attempt == settings.attempts:
                    raise FetchFailed(f"{error.message} Tried {attempt} times.") from error
                settings.sleep(_pause(attempt, error.pause, settings))
                attempt += 1

    def _once(self, address: str) -> Fetched[T]:
        """Download, look, admit, and only then put in place."""
        kept = self.downloads.kept()
        etag = kept.etag if kept and kept.address == address else ""
        arrived = self.transfer.run(address, self.downloads.part, etag=etag)
        if isinstance(arrived, Arrived):
            try:
                return self._take(arrived, address, kept)
            except TextRefused:
                self.downloads.part.drop()
                raise
        if kept is None:
            raise FetchFailed("The host answered 304 Not Modified to a first request.")
        path = self.downloads.file(kept)
        text = read_document(path)
        return self._fetched(path, kept, text, self.admit(text, self.facts, self.language), unchanged=True)

    def _take(self, arrived: Arrived, address: str, kept: Receipt | None) -> Fetched[T]:
        """Admit what has arrived and put it in place; raises TextRefused, or MayPass where it breaks off."""
        part = self.downloads.part
        data = read_bytes(part.path)
        kind = format_of(data[:1024], "What came")
        if kind is Format.PDF:
            require_whole_pdf(part)
        text = text_of(data, "What came")
        admitted = self.admit(text, self.facts, self.language)
        receipt = Receipt(
            symbol=self.facts.symbol,
            language=self.language,
            file=self.downloads.name(kind),
            address=address,
            final_address=arrived.final_address,
            fetched_at=datetime.now(UTC),
            sha256=sha256(data).hexdigest(),
            bytes=len(data),
            etag=arrived.etag,
        )
        unchanged = kept is not None and kept.sha256 == receipt.sha256
        return self._fetched(self.downloads.keep(receipt), receipt, text, admitted, unchanged=unchanged)

    def _fetched(self, path: Path, receipt: Receipt, text: str, admitted: T, *, unchanged: bool) -> Fetched[T]:
        return Fetched(
            facts=self.facts,
            language=self.language,
            path=path,
            receipt=receipt,
            unchanged=unchanged,
            text=text,
            admitted=admitted,
        )

    def _not_had(self, reasons: list[str]) -> NotHad:
        return NotHad(facts=self.facts, language=self.language, reasons=tuple(reasons))


def _pause(attempt: int, asked: float, settings: FetchSettings) -> float:
    """Seconds to wait after the n-th attempt: doubling, with jitter, no less than the host asks for, and bounded."""
    doubled = min(settings.first_pause * 2.0 ** (attempt - 1), settings.longest_pause)
    return max(doubled * (0.5 + settings.jitter() / 2), min(asked, settings.longest_pause))
