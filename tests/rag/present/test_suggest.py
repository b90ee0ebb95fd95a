"""Suggested questions: only such as were tried and are answered from the provision that they belong to."""

from collections.abc import Callable, Sequence

from corpus.types import Language, Reference
from rag.citing import cite
from rag.pipeline import Pipeline
from rag.present.suggest import answerable, suggestions
from rag.types import Answer, Passage

POST = "Skerry Rules, rule 9 (2)"
LETTERS = Reference(instrument="sample-rules", locator="9(2)")


class Willing(Pipeline):
    """Answers the questions that it is told of from the provision that it is told, and refuses all others."""

    def __init__(self, over: Pipeline, known: dict[str, str]) -> None:
        super().__init__(over.index, over.embedder)
        self.known = known

    def ask(
        self, question: str, history: Sequence[str] = (), found: Callable[[tuple[Passage, ...]], None] | None = None
    ) -> Answer:
        """The answer to what the question stands for."""
        return super().ask(self.known.get(question, "Skerry Rules, rule 99"), history, found)


def test_only_what_is_answered_is_suggested(skerry: Pipeline) -> None:
    """Of a provision's asks the first that is answered from it is suggested, once."""
    citation = cite(skerry.index.library, LETTERS, Language.EN)
    willing = Willing(skerry, {"Can they read my post?": POST})
    assert suggestions(willing, [citation, citation], Language.EN) == ("Can they read my post?",)


def test_nothing_answered_nothing_suggested(skerry: Pipeline) -> None:
    """Asks that are refused, or answered from elsewhere, are not suggested."""
    citation = cite(skerry.index.library, LETTERS, Language.EN)
    assert suggestions(Willing(skerry, {}), [citation], Language.EN) == ()
    elsewhere = Willing(skerry, {"Can they read my post?": "Skerry Rules, rule 15"})
    assert suggestions(elsewhere, [citation], Language.EN) == ()


def test_answerable(skerry: Pipeline) -> None:
    """Of a list the first that are answered are kept, with who asks them."""
    listed = [("Nobody", "Skerry Rules, rule 99"), ("Keeper", POST), ("Clerk", "Skerry Rules, rule 15")]
    assert answerable(skerry, listed, 1) == (("Keeper", POST),)
    assert answerable(skerry, listed, 5) == tuple(listed[1:])
