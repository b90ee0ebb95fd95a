"""A pipeline whose instrument has digests and no official words."""

from dataclasses import replace

import pytest

from rag.pipeline import Pipeline


@pytest.fixture(scope="session")
def digests_only(skerry: Pipeline) -> Pipeline:
    """The sample instrument as it is where its official text could not be had."""
    library = replace(skerry.index.library, texts={})
    return Pipeline(replace(skerry.index, library=library), skerry.embedder)
