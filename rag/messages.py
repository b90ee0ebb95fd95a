"""What an answer says around its claims, in the six languages.

Display text only: nothing here states what a provision requires. The words stand in the catalogues, under `answer.`.
"""

from corpus.types import Language
from rag.catalogue import said


def message(key: str, language: Language, detail: str = "") -> str:
    """One message in the reader's language.

    >>> message("no_such_provision", Language.EN, "Skerry Rules, rule 99")
    'There is no such provision: Skerry Rules, rule 99.'
    """
    return said(f"answer.{key}", language, detail=detail)
