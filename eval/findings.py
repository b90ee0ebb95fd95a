"""What `baselines` and `meta` found, each in a file beside the runs, so that a report can show them later.

A finding of another corpus version or code is not shown: it would speak of another system.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import orjson
from pydantic import TypeAdapter, ValidationError

from corpus.errors import BadInput
from eval.ranking import Expectation, Standing
from eval.record import put_whole

MadeWith = tuple[str, str]
"""Corpus version and code that a finding hangs on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """How all systems stand, and whether that is as it should be."""

    made_with: MadeWith
    standings: tuple[Standing, ...] = ()
    expectations: tuple[Expectation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the checker makes of claims whose verdict is known, as Markdown."""

    made_with: MadeWith
    markdown: str = ""


F = TypeVar("F", Ranked, Checked)


def read_finding(folder: Path, shape: type[F], made_with: MadeWith) -> F:
    """The finding of a kind made with this corpus version and code; an empty one where there is none. Raises BadInput."""
    path = folder / _name(shape)
    try:
        found = TypeAdapter(shape).validate_json(path.read_bytes())
    except FileNotFoundError:
        return shape(made_with=made_with)
    except (OSError, ValidationError) as error:
        raise BadInput(f"{path} cannot be read: {error}.", hint="Remove it and make it anew.") from error
    return found if found.made_with == made_with else shape(made_with=made_with)


def keep_finding(folder: Path, finding: Ranked | Checked) -> None:
    """Put a finding in place whole; raises StoreUnwritable."""
    put_whole(folder, _name(type(finding)), orjson.dumps(finding, option=orjson.OPT_NON_STR_KEYS))


def _name(shape: type[Ranked] | type[Checked]) -> str:
    return f"{shape.__name__.lower()}.json"
