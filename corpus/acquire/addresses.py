"""Where a text may be fetched from: its addresses in order of preference, and the rule that each must pass.

The rule is a list of origins (scheme, host, port), so that https and the hosts stand in one place. Refuses every
other origin, for the first request and for each redirect alike, and addresses that carry a user name.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx

from corpus.acquire.reading import MAX_BYTES
from corpus.errors import FetchFailed
from corpus.facts import FactsFile
from corpus.settings import UN_HOSTS, Settings
from corpus.types import Language

UN_ADDRESSES = (
    "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf",
    "https://docs.un.org/{language}/{symbol}",
    "https://undocs.org/{language}/{symbol}",
)
UN_ORIGINS = tuple(f"https://{host}" for host in UN_HOSTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How texts are fetched; times in seconds.

    `attempts` counts requests to one address; the pause after the n-th is `first_pause` doubled n - 1 times, at most
    `longest_pause`, of which `jitter` (0 to 1) takes up to a half. `attempt_seconds` bounds one download as a whole.
    """

    folder: Path
    offline: bool = False
    addresses: tuple[str, ...] = UN_ADDRESSES
    origins: tuple[str, ...] = UN_ORIGINS
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    attempt_seconds: float = 120.0
    probe_seconds: float = 5.0
    attempts: int = 4
    first_pause: float = 1.0
    longest_pause: float = 30.0
    max_bytes: int = MAX_BYTES
    max_redirects: int = 5
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random

    @classmethod
    def of(cls, settings: Settings) -> "FetchSettings":
        """As this process was told by its environment."""
        return cls(folder=settings.downloads, offline=settings.offline)


def addresses_of(facts: FactsFile, language: Language, settings: FetchSettings) -> tuple[str, ...]:
    """Every address of a text, best first; the last is the one that its facts file names."""
    symbol = quote(facts.symbol, safe="/")
    by_symbol = [template.format(symbol=symbol, language=language.value) for template in settings.addresses]
    of_facts = [facts.urls[language]] if language in facts.urls else []
    known = by_symbol if "/" in facts.symbol else []
    return tuple(dict.fromkeys([*known, *of_facts]))


def require_permitted(url: httpx.URL, settings: FetchSettings) -> None:
    """Let through what texts may be fetched from; raises FetchFailed for anything else."""
    origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
    if origin not in settings.origins or url.userinfo:
        raise FetchFailed(
            f"{origin} is not among the hosts that texts are fetched from: {', '.join(settings.origins)}.",
            hint="Get the text by hand and import it: python -m corpus import FILE",
        )
