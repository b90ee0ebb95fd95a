"""What lint finds: one thing that is wrong, and where. A value only."""

from dataclasses import dataclass

from corpus.types import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, and the provision that it is wrong at; None where it belongs to no provision."""

    reference: Reference | None
    what: str

    def __str__(self) -> str:
        return f"{self.reference or 'general'}: {self.what}"
