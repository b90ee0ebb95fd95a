"""The weights that rank and decide (`rag/weights.json`): fitted on dev questions by `python -m eval.calibrate`, read here.

Foreign data enters here and is checked by pydantic. Refuses weights whose names are not those of what they weigh.
"""

from functools import cache
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import ModelError

WEIGHTS = Path(__file__).with_name("weights.json")
_FIT = "Fit them: python -m eval.calibrate."


class _Weights(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    fitted: str
    embedder: str
    sections: dict[str, dict[str, tuple[float, ...]]]


@cache
def weights(section: str, names: tuple[str, ...], path: Path = WEIGHTS) -> NDArray[np.float64]:
    """The weights of one section in the order of `names`, shape (len(names), classes), or (len(names),) of one class.

    Raises ModelError where the section is not there, a name has no weight, a weight no name, or one more weights than another.
    """
    given = _read(path).sections.get(section, {})
    if set(given) != set(names):
        odd = ", ".join(sorted(set(given) ^ set(names))[:5])
        raise ModelError(f"{path.name} does not fit what it weighs in {section!r}: {odd}.", hint=_FIT)
    if len({len(given[name]) for name in names}) != 1:
        raise ModelError(f"{path.name} has weights for differently many classes, or none, in {section!r}.", hint=_FIT)
    table = np.array([given[name] for name in names], np.float64)
    return table[:, 0] if table.shape[1] == 1 else table


def fitted_for(path: Path = WEIGHTS) -> str:
    """Name of the embedder whose vectors the weights were fitted on."""
    return _read(path).embedder


def forget() -> None:
    """Read the file anew when weights are next asked for."""
    weights.cache_clear()
    _read.cache_clear()


@cache
def _read(path: Path) -> _Weights:
    try:
        return _Weights.model_validate(orjson.loads(path.read_bytes()))
    except (OSError, orjson.JSONDecodeError, ValidationError) as error:
        raise ModelError(f"{path.name} cannot be used: {error}", hint=_FIT) from error
