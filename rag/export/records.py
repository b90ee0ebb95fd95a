"""Where an instrument is published: who adopted it, under which number, in which volume (`records.toml`).

Foreign data enters here and is checked by pydantic. An instrument without a record is cited by title and symbol alone.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BadFacts
from corpus.types import Instrument, Language

RECORDS = Path(__file__).parent / "records.toml"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Body(_Strict):
    """Who adopts instruments: its names, and how its resolutions and documents are written in each style.

    `initials` stand before the symbol of its documents.
    """

    names: dict[Language, str]
    resolution: dict[Language, str] = Field(default_factory=dict)
    initials: str
    oscola: str = ""
    bluebook: str = ""
    bluebook_name: str


class Record(_Strict):
    """One instrument's place of publication; a treaty has a volume, anything else a body."""

    body: str = ""
    resolution: str = ""
    annexed: bool = False
    document: str = ""
    volume: str = ""
    page: str = ""
    number: str = ""
    in_force: date | None = None


class _File(_Strict):
    bodies: dict[str, Body]
    records: dict[str, Record]


def record(instrument: Instrument) -> Record:
    """Where an instrument is published; an empty record where nothing is known."""
    return _file().records.get(instrument.id, Record())


def body(instrument: Instrument) -> Body | None:
    """Who adopted an instrument, or None for a treaty and where nothing is known."""
    return _file().bodies.get(record(instrument).body)


def document(instrument: Instrument) -> str:
    """The document's symbol; empty where the instrument is known by none."""
    given = record(instrument).document or instrument.symbol
    return given if "/" in given else ""


def known() -> Mapping[str, Record]:
    """Every record by instrument id."""
    return _file().records


@cache
def _file() -> _File:
    try:
        return _File.model_validate(tomllib.loads(RECORDS.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadFacts(f"{RECORDS.name} cannot be read: {error}", hint="See docs/export.md.") from error
