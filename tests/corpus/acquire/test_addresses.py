"""Where texts may be fetched from."""

from pathlib import Path

import httpx
import pytest

from corpus.acquire.addresses import FetchSettings, addresses_of, require_permitted
from corpus.errors import FetchFailed
from corpus.facts import FactsFile, find_facts
from corpus.settings import Settings
from corpus.types import Language

UN = FetchSettings(folder=Path("downloads"))

PERMITTED = [
    # each host of the United Nations' document system, the port of https written out or not
    "https://documents.un.org/api/symbol/access?s=A/RES/70/175&l=en&t=pdf",
    "https://docs.un.org/en/A/RES/70/175",
    "https://undocs.org:443/en/A/RES/70/175",
    "https://DAccess-ODS.un.org/TMP/1.html",
]

REFUSED = [
    # no encryption
    ("http://docs.un.org/en/A/RES/70/175", "http://docs.un.org"),
    # another port
    ("https://docs.un.org:8443/en/A/RES/70/175", "https://docs.un.org:8443"),
    # hosts that only look alike
    ("https://docs.un.org.example/en/A/RES/70/175", "https://docs.un.org.example"),
    ("https://un.org/en/A/RES/70/175", "https://un.org"),
    # a user name in front of a permitted host, and a permitted host as user name
    ("https://keeper:oil@docs.un.org/en/A/RES/70/175", "https://docs.un.org"),
    ("https://docs.un.org@example.org/", "https://example.org"),
    # other schemes
    ("file:///etc/hosts", "file://"),
    ("ftp://docs.un.org/", "ftp://docs.un.org"),
]


def test_addresses_of_a_text() -> None:
    """By symbol on each host, and once only where the facts file names the same."""
    assert addresses_of(find_facts("crc-gc24"), Language.ZH, UN) == (
        "https://documents.un.org/api/symbol/access?s=CRC/C/GC/24&l=zh&t=pdf",
        "https://docs.un.org/zh/CRC/C/GC/24",
        "https://undocs.org/zh/CRC/C/GC/24",
    )


def test_symbol_with_brackets(skerry: FactsFile) -> None:
    """Brackets of a symbol are escaped in an address."""
    facts = skerry.model_copy(update={"symbol": "A/RES/217(III)"})
    assert addresses_of(facts, Language.EN, UN)[1] == "https://docs.un.org/en/A/RES/217%28III%29"


def test_no_document_symbol(skerry: FactsFile) -> None:
    """A short title is no document symbol: only the address of the facts file remains."""
    facts = skerry.model_copy(update={"symbol": "OPCAT", "urls": {Language.EN: "https://docs.un.org/en/A/RES/57/199"}})
    assert addresses_of(facts, Language.EN, UN) == ("https://docs.un.org/en/A/RES/57/199",)
    assert addresses_of(facts, Language.FR, UN) == ()


@pytest.mark.parametrize("address", PERMITTED)
def test_permitted(address: str) -> None:
    """The document hosts pass, over https."""
    require_permitted(httpx.URL(address), UN)


@pytest.mark.parametrize(("address", "origin"), REFUSED)
def test_refused(address: str, origin: str) -> None:
    """Everything else does not, and the message names what was asked for and what is permitted."""
    with pytest.raises(FetchFailed) as failure:
        require_permitted(httpx.URL(address), UN)
    assert failure.value.message == (
        f"{origin} is not among the hosts that texts are fetched from: https://docs.un.org, https://undocs.org, "
        "https://documents.un.org, https://daccess-ods.un.org."
    )


def test_settings_of_a_process() -> None:
    """Folder and offline switch come from the environment, the rest stays as it is."""
    settings = Settings.from_environment({"PINPOINT_DATA": "/somewhere", "PINPOINT_OFFLINE": "1"})
    assert FetchSettings.of(settings) == FetchSettings(folder=Path("/somewhere/downloads"), offline=True)
