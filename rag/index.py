"""The index that questions are put to: the library, its wordings, and both ways of searching them.

A value: it is opened by `rag.snapshot` and never changes.
"""

from dataclasses import dataclass

from corpus.library import Library
from rag.lexical import LexicalIndex
from rag.ports import VectorIndex
from rag.types import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An opened snapshot; row i of `vectors` is `wordings[i]`, row j of `lexical` is `library.references[j]`."""

    version: str
    library: Library
    wordings: tuple[Wording, ...]
    vectors: VectorIndex
    lexical: LexicalIndex
