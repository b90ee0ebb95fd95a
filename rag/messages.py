"""What an answer says around its claims, in the six languages.

Display text only: nothing here states what a provision requires. The words stand in the catalogues, under `answer.`.
"""

from collections.abc import Iterable

from corpus.types import Language
from rag.catalogue import said

_BETWEEN = {Language.ZH: "；", Language.AR: "؛ "}


def message(key: str, language: Language, detail: str = "") -> str:
    """One message in the reader's language.

    >>> message("no_such_provision", Language.EN, "Skerry Rules, rule 99")
    'There is no such provision: Skerry Rules, rule 99.'
    """
    return said(f"answer.{key}", language, detail=detail)


def listed(details: Iterable[str], language: Language) -> str:
    """Details one behind the other, as the language divides them.

    >>> listed(["礁石规则", "浮标公约"], Language.ZH)
    '礁石规则；浮标公约'
    """
    return _BETWEEN.get(language, "; ").join(details)
