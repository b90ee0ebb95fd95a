"""The API over the sample instruments: in this process for most tests, under a real uvicorn for real clients."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from rag.api.app import create_app, protected
from rag.api.keys import KeyRing
from rag.pipeline import Pipeline
from tests.rag.api.guarding import Made, maker
from tests.rag.api.serving import listening, near, settings_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A server that listens: its address, and the app in it."""

    address: str
    app: FastAPI


@pytest.fixture(scope="session")
def api(skerry: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The routes over the sample instruments."""
    return create_app(skerry, settings_in(tmp_path_factory.mktemp("api")))


@pytest.fixture(scope="session")
def client(api: FastAPI) -> TestClient:
    """A client of the protected app."""
    return near(protected(api))


@pytest.fixture(scope="session")
def live(skerry: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The protected app under uvicorn, on a free port of loopback."""
    settings = settings_in(tmp_path_factory.mktemp("live"))
    app = create_app(skerry, settings)
    with listening(protected(app), settings) as address:
        yield Live(address=address, app=app)


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    """A ring of its own."""
    return KeyRing(tmp_path / "keys.json")


@pytest.fixture
def made(keys: KeyRing) -> Made:
    """Makes a client of a guarded app."""
    return maker(keys)
