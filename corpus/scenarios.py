"""Scenarios (`corpus/scenarios.jsonl`): broad questions, with the provisions of several instruments that answer them together.

Foreign data enters here and is checked by pydantic; what leaves is frozen.
"""

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from corpus.lines import read_lines
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
    return read_lines(path, _scenario, "not a scenario") if path.is_file() else ()


def _scenario(line: object) -> Scenario:
    scenario = Scenario.model_validate(line)
    _ = scenario.references
    return scenario
