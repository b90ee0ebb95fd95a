"""Sets of hand-written claims (`eval/datasets/claims-<name>.jsonl`), each with the verdict that is right for it.

They test the checker, so their authors never saw it. Refuses a claim whose label and error do not go together.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from corpus.errors import BadInput, UsageError
from corpus.types import Language, Reference
from eval.locators import expand
from eval.rows import DATASETS, PlaceRow, Strict, read_lines
from eval.types import Split
from rag.types import VerdictStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledClaim:
    """A claim on one provision and the verdict that is right; `error` says what is wrong with it, None if nothing is.

    `id` is the line's, with the language and the claim's place among those in that language: `ca001/en/2`.
    """

    id: str
    dataset: str
    reference: Reference
    language: Language
    text: str
    label: VerdictStatus
    error: str | None
    split: Split
    author: str


class ClaimRow(Strict):
    """A claim as its line has it."""

    language: Literal[Language.EN, Language.ZH]
    text: str = Field(min_length=1)
    label: Literal[VerdictStatus.SUPPORTED, VerdictStatus.CONTRADICTED, VerdictStatus.NOT_SUPPORTED]
    error: str | None


class ClaimsRow(PlaceRow):
    """A line: the claims on one provision."""

    id: str = Field(pattern=r"^[a-z]+[0-9]{3}$")
    split: Split
    author: str = Field(min_length=1)
    claims: tuple[ClaimRow, ...] = Field(min_length=1)


def claim_names(folder: Path = DATASETS) -> tuple[str, ...]:
    """The sets of claims of a folder, such as `claims-a`, in alphabetical order."""
    return tuple(sorted(path.stem for path in folder.glob("claims-*.jsonl")))


def load_claims(name: str, folder: Path = DATASETS) -> tuple[LabelledClaim, ...]:
    """The claims of one set, in order; raises BadInput with file and line."""
    path = folder / f"{name}.jsonl"
    if not path.is_file():
        raise BadInput(f"There is no set of claims {name!r}.", hint=f"There are: {', '.join(claim_names(folder)) or 'none'}.")
    claims: list[LabelledClaim] = []
    for number, row in enumerate(read_lines(path, ClaimsRow), start=1):
        try:
            claims += _claims(row, name)
        except UsageError as error:
            raise BadInput(f"{path.name}, line {number} ({row.id}): {error.message}", hint=error.hint) from error
    return _unrepeated(claims)


def load_all_claims(chosen: Iterable[str] | None = None, folder: Path = DATASETS) -> tuple[LabelledClaim, ...]:
    """The claims of the sets named, or of all; raises BadInput, also where two sets share an id."""
    sets = claim_names(folder) if chosen is None else chosen
    return _unrepeated([claim for name in sets for claim in load_claims(name, folder)])


def _claims(row: ClaimsRow, dataset: str) -> list[LabelledClaim]:
    reference = Reference.parse(f"{row.instrument} {row.locator}")
    if expand(reference) != (reference,):
        raise BadInput(f"{reference} is a rule with numbered paragraphs.", hint="Name the paragraph that the claims are on.")
    seen: Counter[Language] = Counter()
    claims = []
    for claim in row.claims:
        if (claim.label is VerdictStatus.SUPPORTED) != (not claim.error):
            raise BadInput(f"A claim that is {claim.label.value} has the error {claim.error!r}: {claim.text!r}.")
        seen[claim.language] += 1
        claims.append(
            LabelledClaim(
                id=f"{row.id}/{claim.language.value}/{seen[claim.language]}",
                dataset=dataset,
                reference=reference,
                language=claim.language,
                text=claim.text,
                label=claim.label,
                error=claim.error,
                split=row.split,
                author=row.author,
            )
        )
    return claims


def _unrepeated(claims: list[LabelledClaim]) -> tuple[LabelledClaim, ...]:
    twice = [name for name, count in Counter(claim.id for claim in claims).items() if count > 1]
    if twice:
        raise BadInput(f"Two claims are called {', '.join(twice)}.", hint="Give one of their lines another id.")
    return tuple(claims)
