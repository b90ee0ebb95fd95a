"""Files of one JSON object a line: read in order, each line by its own parser.

Refuses a line that the parser refuses, with file and number; knows no shape itself.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import orjson
from pydantic import ValidationError

from corpus.errors import BadFacts, BadLocator

Read = TypeVar("Read")


def read_lines(path: Path, parse: Callable[[object], Read], what: str) -> tuple[Read, ...]:
    """What `parse` makes of each line; raises BadFacts that names the line and says `what` it is, the first being line 1."""
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            found.append(parse(orjson.loads(line)))
        except (orjson.JSONDecodeError, ValidationError, BadLocator) as error:
            raise BadFacts(f"{path.name}, line {number}, is {what}: {error}", hint="See corpus/README.md.") from error
    return tuple(found)
