"""What differs where a claim copies a sentence."""

import pytest

from corpus.types import Language
from rag.verify.copied import compare, load
from rag.verify.meanings import Mark

SENTENCE = "A keeper shall not be moved to another station for having complained to the Council."


def test_a_changed_word_is_named() -> None:
    """A word in place of another is the one change of a copied sentence."""
    copy = compare(SENTENCE.replace("Council", "press"), SENTENCE, Language.EN)
    assert [(change.new, change.old) for change in copy.changes] == [("press", "Council")]
    assert copy.share > 0.9


def test_a_lost_negation_is_named_and_loaded() -> None:
    """A negation left out is found, and carries a slot."""
    copy = compare(SENTENCE.replace("shall not", "shall"), SENTENCE, Language.EN)
    assert [change.old for change in copy.changes] == ["not"]
    assert load("not", Language.EN) is Mark.NOT


def test_must_for_shall_is_no_change() -> None:
    """The two words for a duty are one."""
    assert not compare(SENTENCE.replace("shall", "must"), SENTENCE, Language.EN).changes


def test_has_to_for_shall_is_no_change_but_for_may_it_is() -> None:
    """A duty said in two words is one; what follows stands where it stood, and a permission is no duty."""
    text = "A keeper shall log the wind in the third column."
    said = text.replace("shall", "has to")
    changed = said.replace("third", "fourth")
    [change] = compare(changed, text, Language.EN).changes
    assert (change.new, change.old) == ("fourth", "third")
    assert changed[change.start : change.end] == "fourth"
    assert not compare(said, text, Language.EN).changes
    assert compare(said, text.replace("shall", "may"), Language.EN).changes
    assert compare(text.replace("shall", "had to"), text, Language.EN).changes


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("No keeper shall be posted to a rock.", "No keeper has to be posted to a rock."),
        ("Nobody shall leave the tower at night.", "Nobody has to leave the tower at night."),
        ("In no case shall keepers sleep on watch.", "In no case do keepers have to sleep on watch."),
        ("Keepers shall not be moved at night.", "Keepers have to not be moved at night."),
    ],
)
def test_who_need_not_is_not_forbidden(text: str, claim: str) -> None:
    """Beside a denial "has to" takes a duty away, where "shall" puts one on: it is a change."""
    assert compare(claim, text, Language.EN).changes


def test_other_words_share_nothing() -> None:
    """A sentence worded anew is no copy."""
    assert compare("Nobody loses a post over a grievance.", SENTENCE, Language.EN).share == 0.0


def test_chinese_is_compared_by_character() -> None:
    """One character changed in a Chinese sentence is found."""
    copy = compare("看守人出塔时必须登记姓名。", "看守人入塔时必须登记姓名。", Language.ZH)
    assert [(change.new, change.old) for change in copy.changes] == [("出", "入")]


def test_a_short_end_counts_as_copied() -> None:
    """Two words with which both sentences end are copied as well, though two in between would not be."""
    copy = compare("Keepers who wait are not presumed idle.", "Keepers who wait are presumed idle.", Language.EN)
    assert copy.of_sentence == 1.0
    assert [change.new for change in copy.changes] == ["not"]
