"""The closed lists of topics, addressees and persons (`corpus/topics.toml`) and the term bank (`corpus/terms.toml`).

Foreign data enters here and is checked by pydantic; what leaves is frozen.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import BadFacts
from corpus.settings import ROOT
from corpus.types import Language

TOPICS = ROOT / "corpus" / "topics.toml"
TERMS = ROOT / "corpus" / "terms.toml"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Named(_Strict):
    id: str
    names: dict[Language, str]
    scope: str = ""


class _TopicsFile(_Strict):
    topic: tuple[_Named, ...]
    addressee: tuple[_Named, ...]
    person: tuple[_Named, ...]


class _Term(_Strict):
    id: str
    en: tuple[str, ...]
    zh: tuple[str, ...]
    fr: tuple[str, ...]
    es: tuple[str, ...]
    ru: tuple[str, ...]
    ar: tuple[str, ...]


class _TermsFile(_Strict):
    term: tuple[_Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Topics, addressees and persons by id, each with its name in six languages."""

    topics: Mapping[str, Mapping[Language, str]]
    addressees: Mapping[str, Mapping[Language, str]]
    persons: Mapping[str, Mapping[Language, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One concept of law with its words in each language, the standard term first; known by its id."""

    id: str
    words: Mapping[Language, tuple[str, ...]] = field(compare=False)


@cache
def vocabulary(path: Path = TOPICS) -> Vocabulary:
    """The closed lists; raises BadFacts."""
    read = _read(path, _TopicsFile)
    return Vocabulary(
        topics={one.id: one.names for one in read.topic},
        addressees={one.id: one.names for one in read.addressee},
        persons={one.id: one.names for one in read.person},
    )


@cache
def terms_bank(path: Path = TERMS) -> tuple[Term, ...]:
    """The term bank; raises BadFacts."""
    read = _read(path, _TermsFile)
    return tuple(Term(id=one.id, words={lang: getattr(one, lang.value) for lang in Language}) for one in read.term)


F = TypeVar("F", bound=_Strict)


def _read(path: Path, shape: type[F]) -> F:
    try:
        return shape.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadFacts(f"{path.name} cannot be used: {error}", hint="See corpus/README.md.") from error
