"""The sample instrument with a language model behind a stub server."""

from collections.abc import Iterator

import pytest

from rag.drafting.drafter import ModelDrafter
from rag.pipeline import Pipeline
from tests.rag.conftest import sample_pipeline
from tests.rag.drafting.drafters import drafter_of
from tests.rag.drafting.server import Stub, serving


@pytest.fixture
def stub() -> Iterator[Stub]:
    """A model's server that does as it is told."""
    with serving() as running:
        yield running


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """The sample instrument without a language model."""
    return sample_pipeline(tmp_path_factory.mktemp("drafting"))


@pytest.fixture
def drafter(stub: Stub) -> Iterator[ModelDrafter]:
    """A drafter that asks the stub; closed when the test ends."""
    made = drafter_of(stub)
    yield made
    made.close()


@pytest.fixture
def drafting(plain: Pipeline, drafter: ModelDrafter) -> Pipeline:
    """The sample instrument with a language model that drafts."""
    return Pipeline(plain.index, plain.embedder, drafter)
