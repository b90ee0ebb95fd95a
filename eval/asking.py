"""Items in, single questions out: each turn of each item in each language, with what was asked before it.

Lists what is to be asked and chooses nothing but languages. Knows no system.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.types import Language
from eval.choice import speaks
from eval.types import Item, Outcome, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One turn of an item in one language. Honest systems read `question` and `history` and nothing else."""

    item: Item
    turn: int
    language: Language

    @property
    def now(self) -> Turn:
        """The turn with its gold."""
        return self.item.turns[self.turn]

    @property
    def question(self) -> str:
        """What is asked."""
        return self.now.question[self.language]

    @property
    def history(self) -> tuple[str, ...]:
        """What was asked before, oldest first."""
        return tuple(turn.question[self.language] for turn in self.item.turns[: self.turn])

    @property
    def key(self) -> str:
        """Identity within a run, the same as its outcome's."""
        return f"{self.item.id}/{self.turn}/{self.language.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """Something that answers; `sees_gold` for those that are told what is right, to show how far a measure reaches."""

    name: str
    answer: Callable[[Asked], Outcome]
    sees_gold: bool = False


def every_question(items: Sequence[Item], languages: Sequence[Language]) -> Iterator[Asked]:
    """Every turn in every wanted language that an item has in all its turns, in the order of the items."""
    for item in items:
        for language in (language for language in languages if speaks(item, language)):
            for number in range(len(item.turns)):
                yield Asked(item=item, turn=number, language=language)
