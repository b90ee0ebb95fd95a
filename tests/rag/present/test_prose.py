"""An answer as running text: every claim beside its label, items under their chapeau, places that hold."""

from dataclasses import replace

from corpus.library import Library
from corpus.types import Language
from rag.citing import cite
from rag.pipeline import Pipeline
from rag.present.prose import pieces
from rag.types import Answer


def _text(library: Library, answer: Answer) -> str:
    return "".join(piece.text for piece in pieces(library, answer))


def test_items_stand_under_their_chapeau(skerry: Pipeline, library: Library) -> None:
    """Claims come with their labels, then the official words once: the chapeau, then each item."""
    text = _text(library, skerry.ask("What does rule 4 of the Skerry Rules say?"))
    assert text == (
        "What the texts say, paragraph by paragraph:\n\n"
        "On a blind night the keeper on watch must sound the horn once every 2 minutes. [Skerry Rules, rule 4 (a)]\n\n"
        "On a blind night the keeper on watch must note in the log when the fog came and went. [Skerry Rules, rule 4 (b)]\n\n"
        "On a blind night the keeper on watch must wake the second keeper, unless that keeper has slept less than 5 hours."
        " [Skerry Rules, rule 4 (c)]\n\n"
        "> “On a blind night the keeper on watch shall:”\n"
        "> (a) “Sound the horn once every two minutes;”\n"
        "> (b) “Write in the log the hour at which the fog came and the hour at which it went;”\n"
        "> (c) “Wake the second keeper, unless that keeper has slept for less than five hours.”"
    )


def test_nearest_item_stands_under_its_chapeau(skerry: Pipeline, library: Library) -> None:
    """Among the nearest of a refusal an item is quoted under its chapeau too."""
    refusal = skerry.ask("What does rule 99 of the Skerry Rules say?")
    item = skerry.ask("Skerry Rules, rule 4 (a)").claims[0].citations[0]
    assert _text(library, replace(refusal, nearest=(item,))).endswith(
        "[Skerry Rules, rule 4 (a)]\n> “On a blind night the keeper on watch shall:”\n"
        "> (a) “Sound the horn once every two minutes;”"
    )


def test_digests_are_called_so(skerry: Pipeline, library: Library) -> None:
    """Where no official words are held nothing is quoted, and each label says that it is of a digest."""
    held = replace(library, texts={})
    official = skerry.ask("Skerry Rules, rule 4")
    claims = [
        replace(one, citations=tuple(cite(held, c.reference, Language.EN) for c in one.citations)) for one in official.claims
    ]
    answer = replace(official, claims=tuple(claims), nearest=(), see_also=())
    assert answer.claims
    text = _text(held, answer)
    assert text.count("] (digest)") == len(answer.claims)
    assert "\n> " not in text
    assert _text(held, replace(answer, language=Language.FR)).count("] (résumé)") == len(answer.claims)


def test_places_hold_in_every_language(skerry: Pipeline, library: Library) -> None:
    """Each label stands where its place says, in Chinese too, and every citation of a claim has one."""
    answer = skerry.ask("礁石规则第4条说了什么？")
    assert answer.language is Language.ZH
    text = _text(library, answer)
    labels = [label for piece in pieces(library, answer) for label in piece.labels]
    assert [text[label.start : label.end] for label in labels] == [f"[{label.citation.label}]" for label in labels]
    assert [label.citation for label in labels] == [c for claim in answer.claims for c in claim.citations]
