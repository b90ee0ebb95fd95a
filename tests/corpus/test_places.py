"""Places for visits: whole, of known ids, found by their names."""

from pathlib import Path

import pytest

from corpus.errors import BadFacts, BadInput
from corpus.places import PLACES, find_place, places
from corpus.types import Language


def test_places_are_whole() -> None:
    """The five places are there, named in six languages, each topic once."""
    assert list(places()) == ["police-cell", "prison", "womens-prison", "child-facility", "community-sanction"]
    for place in places().values():
        assert set(place.names) == set(Language)
        assert len(set(place.topics)) == len(place.topics)
        assert not set(place.topics) & set(place.not_on)


NAMES = [
    ("police-cell", "police-cell"),
    ("Women's Prison", "womens-prison"),
    ("女子监狱", "womens-prison"),
    ("prisión", "prison"),
]


@pytest.mark.parametrize(("name", "found"), NAMES)
def test_a_place_goes_by_its_names(name: str, found: str) -> None:
    """A place is found by its id and by its name in any language."""
    assert find_place(name).id == found


def test_unknown_place_is_answered_with_those_there_are() -> None:
    """What is no place is refused, and the places are listed."""
    with pytest.raises(BadInput, match="police-cell, prison"):
        find_place("castle")


BROKEN = [
    ('"torture-ill-treatment"', '"gardening"', "topic 'gardening' of police-cell"),
    ('"women", "pregnant-women"', '"mermaids"', "person 'mermaids'"),
    ('"police", "prison-administration"', '"pirates"', "addressee 'pirates'"),
    ('[[place]]\nid = "police-cell"', '[[place]]\nid = "police-cell"\ncolour = "grey"', "colour"),
]


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_broken_file_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    """An id that no closed list has, and a field that there is not, are named."""
    path = tmp_path / "places.toml"
    path.write_text(PLACES.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadFacts, match=r"places\.toml") as caught:
        places(path)
    assert said in str(caught.value)
