"""Scenarios (`corpus/scenarios.jsonl`): broad questions, with the provisions of several instruments that answer them together.

Foreign data enters here and is checked by pydantic; what leaves is frozen.
"""

from functools import cache
from pathlib import Path

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BadFacts, BadLocator
from corpus.settings import ROOT
from corpus.types import Language, Reference

SCENARIOS = ROOT / "corpus" / "scenarios.jsonl"


class Scenario(BaseModel):
    """A broad question in six languages; `answers` are printed citations such as `mandela 71(1)`, the weightiest first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    question: dict[Language, str]
    answers: tuple[str, ...] = Field(min_length=2)

    @property
    def references(self) -> tuple[Reference, ...]:
        """What answers the question together."""
        return tuple(Reference.parse(text) for text in self.answers)


@cache
def all_scenarios(path: Path = SCENARIOS) -> tuple[Scenario, ...]:
    """Every scenario, none where the file is not there; raises BadFacts with the line at fault."""
    found = []
    for number, line in enumerate(path.read_bytes().splitlines() if path.is_file() else (), start=1):
        try:
            scenario = Scenario.model_validate(orjson.loads(line))
            _ = scenario.references
        except (orjson.JSONDecodeError, ValidationError, BadLocator) as error:
            raise BadFacts(f"{path.name}, line {number}, is not a scenario: {error}", hint="See corpus/README.md.") from error
        found.append(scenario)
    return tuple(found)
