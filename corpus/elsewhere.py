"""Texts that people ask for and that are not searched here (`corpus/elsewhere.toml`): their names in six languages.

Foreign data enters here and is checked by pydantic. Knows names alone: what such a text says is not ours to tell.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BadFacts
from corpus.settings import ROOT
from corpus.types import Language

ELSEWHERE = ROOT / "corpus" / "elsewhere.toml"
_JOINED = re.compile(r"[\u3400-\u9fff\u0600-\u06ff]")


class OtherText(BaseModel):
    """A text by its id, with the names that it goes by in each language, the official title first.

    `forms` are regular expressions of what no list of names can hold, which take notice of case.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    names: dict[Language, tuple[str, ...]]
    forms: dict[Language, re.Pattern[str]] = {}

    def name(self, language: Language) -> str:
        """Its first name in a language, else in any."""
        return (self.names.get(language) or next(iter(self.names.values())))[0]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    text: tuple[OtherText, ...]


@cache
def other_texts(path: Path = ELSEWHERE) -> tuple[OtherText, ...]:
    """Every other text; raises BadFacts."""
    try:
        return _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).text
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadFacts(f"{path.name} cannot be used: {error}", hint="See corpus/README.md.") from error


def find_elsewhere(question: str) -> tuple[OtherText, ...]:
    """The other texts that a question names, in the order of the file; a name counts in whatever language it stands.

    Of names that stand within one another the longest counts: the protocol to a convention is not the convention. Forms count
    where no text is named.
    """
    folded, owners = _fold(question), _owners()
    found = {owners[name] for pattern in _patterns() for name in pattern.findall(folded)}
    found = found or {text.id for text in other_texts() if any(form.search(question) for form in text.forms.values())}
    return tuple(text for text in other_texts() if text.id in found)


@cache
def _owners() -> Mapping[str, str]:
    """The text that each name belongs to."""
    return {_fold(name): text.id for text in other_texts() for names in text.names.values() for name in names}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All names, the longest first: whole words, then those in Han, which has no spaces, and Arabic, which joins particles."""
    names = sorted(_owners(), key=lambda name: (-len(name), name))
    joined = "|".join(re.escape(name) for name in names if _JOINED.search(name))
    spaced = "|".join(re.escape(name) for name in names if not _JOINED.search(name))
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)"), re.compile(joined)


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'")
