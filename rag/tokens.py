"""Tokens counted with tiktoken, by the vocabulary that llama-index-core carries, so that nothing is fetched.

An estimate for every model that reads with another vocabulary.
"""

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import tiktoken

_ENCODING = "o200k_base"


def count(text: str) -> int:
    """Tokens of a text.

    >>> count("Lamp oil is free.")
    5
    """
    return len(_encoding().encode_ordinary(text))


@cache
def _encoding() -> tiktoken.Encoding:
    found = find_spec("llama_index.core")
    if found is not None and found.submodule_search_locations:
        folder = Path(next(iter(found.submodule_search_locations))) / "_static" / "tiktoken_cache"
        os.environ.setdefault("TIKTOKEN_CACHE_DIR", str(folder))
    return tiktoken.get_encoding(_ENCODING)
