"""The service keeps to its own OpenAPI: every example works, and whatever is sent gets what the description allows.

Over a real connection, with all that stands around the routes.
"""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.core.result import Ok

from tests.rag.api.conftest import Live

_FEW, _MANY = 5, 150
_REFUSED = ["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "428", "429"]
_CHECKS = {
    "negative_data_rejection": {"expected-statuses": _REFUSED},  # with 413, which comes before the body is read
    # A request that fits the schema may still ask for what cannot be: a locator that is none, a question without a word.
    "positive_data_acceptance": {"expected-statuses": ["2xx", "400", "401", "403", "404", "429"]},
}


@pytest.fixture(scope="session")
def description(live: Live) -> schemathesis.BaseSchema:
    """The OpenAPI of a server that listens."""
    config = schemathesis.config.SchemathesisConfig.from_dict({"checks": _CHECKS})
    return schemathesis.openapi.from_url(f"{live.address}/openapi.json", config=config)


def probe(description: schemathesis.BaseSchema, examples: int, *, derandomize: bool) -> int:
    """Send requests to every route, such as fit its description and such as do not; gives how many routes there are."""
    found = list(description.get_all_operations())
    routes = [one.ok() for one in found if isinstance(one, Ok)]
    assert len(routes) == len(found)
    for route in routes:
        for mode in schemathesis.GenerationMode:

            @settings(
                max_examples=examples,
                deadline=None,
                derandomize=derandomize,
                database=None,
                suppress_health_check=list(HealthCheck),
            )
            @given(case=route.as_strategy(generation_mode=mode))
            def sent(case: schemathesis.Case[Any]) -> None:
                case.call_and_validate(timeout=60)

            try:
                sent()
            except Unsatisfiable:  # a route without parameters has nothing to get wrong
                assert mode is schemathesis.GenerationMode.NEGATIVE
    return len(routes)


def test_routes_keep_to_their_description(description: schemathesis.BaseSchema, api: FastAPI) -> None:
    """No request makes a server error, and no response leaves what OpenAPI says of it."""
    told = sum(len(methods) for methods in api.openapi()["paths"].values())
    assert probe(description, _FEW, derandomize=True) == told


@pytest.mark.slow
def test_routes_keep_to_their_description_at_length(description: schemathesis.BaseSchema) -> None:
    """The same for many more requests, other ones each time."""
    assert probe(description, _MANY, derandomize=False)


def examples(api: FastAPI) -> Iterator[tuple[str, str, Any]]:
    """Path, name and body of every example of a request in OpenAPI."""
    for path, methods in api.openapi()["paths"].items():
        if "post" in methods:
            shown = methods["post"]["requestBody"]["content"]["application/json"].get("examples", {})
            for name, example in shown.items():
                yield path, name, example["value"]


def test_every_example_works(api: FastAPI, live: Live) -> None:
    """Every example of a request in OpenAPI is answered as the description says, and every route that takes one has one."""
    told = api.openapi()["paths"]
    shown = list(examples(api))
    assert {path for path, _, _ in shown} == {path for path, methods in told.items() if "post" in methods}
    for path, name, body in shown:
        answered = httpx.post(f"{live.address}{path}", json=body, timeout=20)
        assert answered.status_code == 200, (path, name, answered.text)
        kinds = told[path]["post"]["responses"]["200"]["content"]
        assert answered.headers["content-type"].partition(";")[0] in kinds, (path, name)


def test_every_address_of_an_example_works(api: FastAPI, live: Live) -> None:
    """Every GET route works with the examples of its parameters."""
    for path, methods in api.openapi()["paths"].items():
        if "get" not in methods:
            continue
        for parameter in methods["get"].get("parameters", []):
            if parameter["in"] == "path":
                example = (parameter["schema"].get("examples") or parameter.get("examples") or [None])[0]
                assert example is not None, (path, parameter["name"])
                path = path.replace("{" + parameter["name"] + "}", str(example))  # noqa: PLW2901 - filled in step by step
        answered = httpx.get(f"{live.address}{path}", timeout=20)
        assert answered.status_code == 200, (path, answered.text)


def test_every_route_is_told_of(api: FastAPI) -> None:
    """Every route has a summary, a description, and says how it fails."""
    for path, methods in api.openapi()["paths"].items():
        for method, route in methods.items():
            assert route["summary"], path
            assert route["description"], path
            assert {"401", "429", "503"} <= set(route["responses"]), (path, method)
