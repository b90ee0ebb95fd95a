"""The blind operators: what each does to invented sentences, and where it keeps its hands off."""

from random import Random

import pytest

from corpus.types import Language, Modality, Reference
from eval.mutations.blind import BLIND
from eval.mutations.types import Operator, Sample
from rag.types import VerdictStatus

OPERATORS: dict[str, Operator] = {operator.name: operator for operator in BLIND}


def sample(text: str, language: str = "en", reference: str = "invented 4(1)") -> Sample:
    """A faithful claim of an instrument that does not exist."""
    return Sample(reference=Reference.parse(reference), language=Language(language), text=text, modality=Modality.SHALL)


def seeded(seed: int = 0) -> Random:
    """Numbers that only choose a place in a sentence."""
    return Random(seed)  # noqa: S311 - no secret hangs on them


CHANGED = [
    # a reason nobody gave
    ("purpose_swapped", "The aim of the garden is to calm the guests.", "The aim of the garden is to keep costs down."),
    ("purpose_swapped", "花园必须常开，目的是让来客安心。", "花园必须常开，目的是节省开支。"),
    # more and less, first and last
    ("comparison_reversed", "The hut must be used only as a last resort.", "The hut must be used only as a first resort."),
    ("comparison_reversed", "关在小屋的时间必须尽可能短。", "关在小屋的时间必须尽可能长。"),
    # another moment
    ("time_anchor_moved", "On admission, a guest must get a map.", "On release, a guest must get a map."),
    ("time_anchor_moved", "来客入狱时，必须得到地图。", "来客出狱时，必须得到地图。"),
    # what a decision rests on is thrown away
    (
        "basis_set_aside",
        "The choice of a room must be based on the guest's health.",
        "The choice of a room may be settled without regard to the guest's health.",
    ),
    ("basis_set_aside", "选房必须以来客的健康为依据。", "选房可以不顾来客的健康。"),
    # somebody else gets it
    ("recipient_swapped", "A guest may speak with the lawyer alone.", "A guest may speak with the prosecutor alone."),
    ("recipient_swapped", "来客可以随时与家人通话。", "来客可以随时与其他囚犯通话。"),
    # a neighbour of the same class; the article follows its noun
    ("near_neighbour", "A guest charged with theft keeps the key.", "A guest convicted of theft keeps the key."),
    ("near_neighbour", "An untried prisoner keeps the key.", "A convicted prisoner keeps the key."),
    ("near_neighbour", "被控犯罪的来客保留钥匙。", "被判犯罪的来客保留钥匙。"),
    # somewhere else
    ("place_moved", "Boys must sleep apart from men.", "Boys must sleep together with men."),
    ("place_moved", "男孩必须与成年人分开关押。", "男孩必须与成年人一同关押。"),
    # examples are taken for the whole list
    (
        "examples_made_exhaustive",
        "Tools, such as spades, must be lent.",
        "Tools, limited to spades, must be lent.",
    ),
    ("examples_made_exhaustive", "必须出借工具，例如铲子。", "必须出借工具，仅限于铲子。"),
    # those named first of all are left out
    (
        "emphasis_made_exception",
        "Guests, especially young ones, must be fed.",
        "Guests, except young ones, must be fed.",
    ),
    ("emphasis_made_exception", "必须照顾来客，特别是孩子。", "必须照顾来客，但不包括孩子。"),
    # the safeguard becomes its opposite
    ("safeguard_reversed", "Maps must be given free of charge.", "Maps must be given at their own expense."),
    ("safeguard_reversed", "A qualified cook must be there.", "An unqualified cook must be there."),
    ("safeguard_reversed", "地图必须免费发给来客。", "地图必须自费发给来客。"),
    # the duty works the other way
    ("effect_reversed", "Guests must be allowed to sing.", "Guests must be forbidden to sing."),
    ("effect_reversed", "必须采取措施防止火灾。", "必须采取措施容许火灾。"),
    # everyone becomes whoever it is convenient for
    ("every_loosened", "Every guest must have a lamp.", "A guest must, where possible, have a lamp."),
    ("every_loosened", "The lamp must always burn.", "The lamp must, where possible, burn."),
    ("every_loosened", "每名来客都必须有灯。", "来客只要可能就应有灯。"),
    # who owes and who is owed
    ("roles_exchanged", "The director must ask the physician.", "The physician must ask the director."),
    ("roles_exchanged", "States parties should help children.", "Children should help States parties."),
    ("roles_exchanged", "监狱长必须立即通知医生。", "医生必须立即通知监狱长。"),
]
KEPT = [
    # nothing of the kind is said
    *[(name, "A lamp is red.") for name in OPERATORS],
    *[(name, "灯是红的。") for name in OPERATORS],
    # the title of an instrument is no claim
    ("near_neighbour", "大会回顾《非拘禁措施规则》。"),
    ("near_neighbour", "The Assembly recalls the Solitary Confinement Rules."),
    # a duty that the text itself loosens would stay as it was
    ("every_loosened", "Every guest must, so far as practicable, have a lamp."),
    ("every_loosened", "在可行范围内，每名来客都必须有灯。"),
    # the two ends of a list change nothing when exchanged
    ("roles_exchanged", "The director and the physician must meet."),
    ("roles_exchanged", "监狱长和医生必须与囚犯见面。"),
    # both moments are in the claim already
    ("time_anchor_moved", "On admission and on release, a guest must get a map."),
    # "in charge" is no charge
    ("near_neighbour", "The cook in charge must sing."),
    # an aim denied stays denied, whatever the aim
    ("purpose_swapped", "The rules do not aim to end all noise."),
]


def language_of(text: str) -> str:
    """Chinese where it has a Chinese full stop."""
    return "zh" if text.endswith("。") else "en"


@pytest.mark.parametrize(("name", "text", "expected"), CHANGED)
def test_claim_is_broken_in_the_way_the_operator_names(name: str, text: str, expected: str) -> None:
    """An operator makes exactly the error of its name and leaves the other words alone."""
    claim = sample(text, language_of(text))
    mutant = OPERATORS[name].mutate(claim, (claim,), seeded())
    assert mutant is not None
    assert (mutant.text, mutant.reference) == (expected, claim.reference)


@pytest.mark.parametrize(("name", "text"), KEPT)
def test_claim_without_the_words_is_left_alone(name: str, text: str) -> None:
    """A claim in which the error would change nothing, or nothing that is wrong, yields no mutant."""
    claim = sample(text, language_of(text))
    assert OPERATORS[name].mutate(claim, (claim,), seeded()) is None


def test_what_the_rule_says_elsewhere_is_no_error() -> None:
    """An error that another statement of the same rule would make true is not made."""
    claim = sample("On admission, a guest must get a map.")
    sibling = sample("On release, a guest must give the map back.", reference="invented 4(2)")
    stranger = sample("On release, a guest must give the map back.", reference="invented 5")
    operator = OPERATORS["time_anchor_moved"]
    assert operator.mutate(claim, (claim, sibling), seeded()) is None
    assert operator.mutate(claim, (claim, stranger), seeded()) is not None


def test_word_inside_another_word_does_not_count_as_said() -> None:
    """A sibling that has the wrong word only inside a longer one does not stop the error."""
    claim = sample("A guest must have more bread.")
    sibling = sample("Unless it rains, the door is open.", reference="invented 4(2)")
    mutant = OPERATORS["comparison_reversed"].mutate(claim, (claim, sibling), seeded())
    assert mutant is not None
    assert mutant.text == "A guest must have less bread."


def test_place_is_chosen_by_the_random_numbers_alone() -> None:
    """With the same seed a claim is broken at the same place, and over many seeds at each of its places."""
    claim = sample("A voluntary helper must give written notes.")
    operator = OPERATORS["safeguard_reversed"]
    made = {seed: operator.mutate(claim, (), seeded(seed)) for seed in range(20)}
    again = {seed: operator.mutate(claim, (), seeded(seed)) for seed in range(20)}
    assert made == again
    assert {mutant.text for mutant in made.values() if mutant} == {
        "A compulsory helper must give written notes.",
        "A voluntary helper must give spoken notes.",
    }


def test_other_languages_are_left_alone() -> None:
    """A claim in a language without a table yields no mutant."""
    claim = sample("Tout visiteur doit avoir une lampe, including at all times.", "fr")
    assert all(operator.mutate(claim, (claim,), seeded()) is None for operator in BLIND)


def test_no_operator_calls_its_errors_supported() -> None:
    """Each operator has its own name, no slot, and only verdicts that reject the claim."""
    wrong = {VerdictStatus.NOT_SUPPORTED, VerdictStatus.CONTRADICTED}
    assert len(OPERATORS) == len(BLIND)
    assert all(operator.slot == "" for operator in BLIND)
    assert all(operator.labels and operator.labels <= wrong for operator in BLIND)


def test_every_operator_is_shown_at_work_in_both_languages() -> None:
    """The table of changed claims has a row for each operator in English and in Chinese."""
    shown = {(name, language_of(text)) for name, text, _ in CHANGED}
    assert shown == {(name, language) for name in OPERATORS for language in ("en", "zh")}
