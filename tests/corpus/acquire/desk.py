"""A desk that fetches the sample instrument from a host, and what that host has to give."""

from dataclasses import dataclass, field, replace

from corpus.acquire.addresses import FetchSettings
from corpus.acquire.fetch import fetch_all
from corpus.acquire.outcomes import Fetched, NotHad
from corpus.errors import WrongDocument
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


def had(outcome: Fetched[str] | NotHad) -> Fetched[str]:
    """The text; fails with the reasons where it was not had."""
    assert isinstance(outcome, Fetched), str(outcome)
    return outcome
