"""Values in, their JSON out: one way of writing for every route and for the MCP server.

Refuses what is no value of ours: such a thing is a mistake of the route's, not of the caller's.
"""

from collections.abc import Mapping

import orjson
from pydantic import BaseModel
from starlette.responses import Response


def written(value: object) -> bytes:
    """A value as JSON: languages as keys, and digests, which are pydantic's, as pydantic has them."""
    return orjson.dumps(value, default=_plain, option=orjson.OPT_NON_STR_KEYS)


def json_response(value: object, headers: Mapping[str, str] | None = None) -> Response:
    """A value as a response."""
    return Response(written(value), headers=headers, media_type="application/json")


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    raise TypeError
