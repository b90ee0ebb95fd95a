"""What a comparison and a checklist say around their statements, in the six languages: a view of the catalogues.

Display text only: nothing here states what a provision requires; verbs and boxes are called as the interface calls them. A
number stands behind its unit ("days: 15"), so that no alphabetic language has to bend the noun.
"""

from collections.abc import Mapping

from corpus.types import Binding, Language
from rag.catalogue import in_all, keys, said

_Words = Mapping[Language, str]


def _family(name: str) -> Mapping[str, _Words]:
    """Every message of a family by its key without the family's name."""
    found = [key for key in keys() if key.startswith(f"{name}.")]
    return {key.removeprefix(f"{name}."): dict(zip(Language, in_all(key), strict=True)) for key in found}


FORCE: Mapping[Binding, _Words] = {Binding(key): words for key, words in _family("force").items()}
"""Binding force as a lawyer would put it to a reader."""
LABEL = _family("compared")
"""Words around statements."""


def reason(key: str, language: Language, **parts: str) -> str:
    """The reason of a mark with its parts filled in."""
    return said(f"mark.{key}", language, **parts)


def measured(value: float, unit: str, language: Language) -> str:
    """A number with its unit.

    >>> measured(15.0, "day", Language.EN), measured(15.0, "day", Language.ZH)
    ('days: 15', '15天')
    """
    return said(f"measured.{unit}", language, value=f"{value:g}")
