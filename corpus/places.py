"""Places that monitors visit (`corpus/places.toml`): what is looked into there, who may be held there, who acts there.

Foreign data enters here and is checked by pydantic, its ids against the closed lists; what leaves is frozen.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BadFacts, BadInput
from corpus.settings import ROOT
from corpus.types import Language
from corpus.vocabulary import vocabulary

PLACES = ROOT / "corpus" / "places.toml"


class Place(BaseModel):
    """A kind of place; the head of `corpus/places.toml` tells what each field means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    names: dict[Language, str] = Field(min_length=len(Language))
    first: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    not_on: tuple[str, ...] = ()
    topics: tuple[str, ...] = Field(min_length=1)
    persons: tuple[str, ...] = ()
    addressees: tuple[str, ...] = Field(min_length=1)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    place: tuple[Place, ...]


@cache
def places(path: Path = PLACES) -> Mapping[str, Place]:
    """Every place by its id; raises BadFacts, naming an id that is in no closed list."""
    try:
        read = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).place
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadFacts(f"{path.name} cannot be used: {error}", hint="Its head tells what each field means.") from error
    lists = vocabulary()
    for one in read:
        _known(path, one, "topic", (*one.topics, *one.not_on), lists.topics)
        _known(path, one, "person", one.persons, lists.persons)
        _known(path, one, "addressee", one.addressees, lists.addressees)
    return {one.id: one for one in read}


def find_place(name: str) -> Place:
    """A place by its id, or by its name in any language; raises BadInput with those that there are."""
    wanted = " ".join(name.split()).casefold().replace("'", "’")
    for place in places().values():
        if wanted in {place.id, *(one.casefold() for one in place.names.values())}:
            return place
    raise BadInput(f"There is no place {name!r}.", hint=f"Take one of these: {', '.join(places())}.")


def _known(path: Path, place: Place, kind: str, given: Iterable[str], listed: Iterable[str]) -> None:
    strange = sorted(set(given) - set(listed))
    if strange:
        raise BadFacts(
            f"{path.name}: {kind} {strange[0]!r} of {place.id} is not in topics.toml.", hint="Take an id from there."
        )
