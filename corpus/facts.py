"""Facts files (`corpus/instruments/<id>.toml`) read into Instruments and their numbering grammar.

Foreign data enters here and is checked by pydantic; what leaves is frozen. Refuses a file with unknown keys.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpus.errors import BadFacts, UnknownInstrument
from corpus.expected import expand
from corpus.grammar import Grammar
from corpus.settings import ROOT
from corpus.types import Binding, Instrument, Language, Unit

INSTRUMENTS = ROOT / "corpus" / "instruments"
SAMPLES = ROOT / "corpus" / "sample"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FactsFile(_Strict):
    """The shape of a facts file; `corpus/README.md` says what each field means.

    `lacking` names the expected provisions that a language version as published does not have; `stems` are further
    names under which files of the text go about, beside its symbol; `nicknames` what people call the instrument for
    short, as `the Assembly`, which may mean something else and so never makes a reference; `force` the locator of the
    provision in which the text says itself whether it binds.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    symbol: str
    adopted: date
    binding: Binding
    unit: Unit
    core: bool = False
    status: str = "in force"
    supersedes: tuple[str, ...] = ()
    force: str = ""
    titles: dict[Language, str]
    names: dict[Language, str]
    aliases: dict[Language, tuple[str, ...]]
    urls: dict[Language, str]
    expected: tuple[str, ...]
    lacking: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    stems: tuple[str, ...] = ()
    nicknames: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    grammar: Grammar

    @model_validator(mode="after")
    def _force_is_there(self) -> Self:
        if self.force and self.force not in expand(self.expected):
            raise ValueError(f"force names {self.force!r}, which is not among the expected provisions")
        return self

    def expected_in(self, language: Language) -> tuple[str, ...]:
        """The locators that a complete text in this language has, in order, footnotes apart."""
        lacking = set(self.lacking.get(language, ()))
        return tuple(locator for locator in expand(self.expected) if locator not in lacking)

    def instrument(self) -> Instrument:
        """The Instrument that this file tells of."""
        return Instrument(
            id=self.id,
            symbol=self.symbol,
            titles=self.titles,
            names=self.names,
            aliases=self.aliases,
            adopted=self.adopted,
            binding=self.binding,
            unit=self.unit,
            core=self.core,
            status=self.status,
            supersedes=self.supersedes,
            urls=self.urls,
            expected=expand(self.expected),
        )


def read_facts(path: Path) -> FactsFile:
    """One facts file; raises BadFacts with the field at fault."""
    try:
        return FactsFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadFacts(f"{path.name} is not a facts file: {error}", hint="See corpus/README.md.") from error


@cache
def all_facts(folder: Path = INSTRUMENTS) -> Mapping[str, FactsFile]:
    """Every facts file of a folder by instrument id, core instruments first."""
    files = [read_facts(path) for path in sorted(folder.glob("*.toml"))]
    return {facts.id: facts for facts in sorted(files, key=lambda f: (not f.core, f.id))}


def find_facts(name: str, folder: Path = INSTRUMENTS) -> FactsFile:
    """The facts of an instrument, or of a sample, by id or symbol; raises UnknownInstrument."""
    known = all_facts(folder)
    for facts in (*known.values(), *all_facts(SAMPLES).values()):
        if name.casefold() in (facts.id, facts.symbol.casefold()):
            return facts
    raise UnknownInstrument(f"No instrument {name!r} is known.", hint=f"Known: {', '.join(known)}.")


@cache
def known_instruments() -> Mapping[str, Instrument]:
    """Every instrument that has a facts file, the samples too, by id."""
    return {facts.id: facts.instrument() for folder in (INSTRUMENTS, SAMPLES) for facts in all_facts(folder).values()}


def find_by_filename(name: str) -> tuple[FactsFile, Language]:
    """The instrument and language that a file's name says; raises UnknownInstrument.

    >>> facts, language = find_by_filename("LK-RES-4-12.zh.txt")
    >>> facts.id, str(language)
    ('sample-rules', 'zh')
    """
    stem, _, ending = name.partition(".")
    language = ending.partition(".")[0].casefold()
    for facts in (*all_facts().values(), *all_facts(SAMPLES).values()):
        if stem.casefold() in {_stem(facts.symbol), *map(str.casefold, facts.stems)} and language in set(Language):
            return facts, Language(language)
    raise UnknownInstrument(
        f"The file name {name!r} gives no known symbol and language.", hint="Name it like A-RES-70-175.en.txt."
    )


def _stem(symbol: str) -> str:
    """A symbol as names of files write it: letters and digits with hyphens between."""
    return "-".join(re.findall(r"[a-z0-9]+", symbol.casefold()))
