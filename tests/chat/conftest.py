"""A pipeline over the sample instrument for the pages, built once."""

import pytest

from rag.pipeline import Pipeline
from tests.chat.pages import sample_pipeline


@pytest.fixture(scope="session")
def skerry(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """The sample instrument with its digests."""
    return sample_pipeline(tmp_path_factory.mktemp("chat"))
