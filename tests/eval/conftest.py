"""An evaluation over the sample instrument with a fake embedder; the pipeline is built once."""

from pathlib import Path

import pytest

from eval.wiring import Evaluation
from rag.pipeline import Pipeline
from tests.eval.sample import evaluation
from tests.rag.conftest import sample_pipeline


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the sample pipeline."""
    return tmp_path_factory.mktemp("built")


@pytest.fixture(scope="session")
def pipeline(built: Path) -> Pipeline:
    """The sample instrument with its digests."""
    return sample_pipeline(built)


@pytest.fixture
def opened(pipeline: Pipeline, built: Path, tmp_path: Path) -> Evaluation:
    """Sample question sets over the sample pipeline, with an empty place for runs."""
    return evaluation(pipeline, built, tmp_path)
