"""Claims in free wording on the sample instrument: errors never pass, whatever the words, with a model or without."""

from dataclasses import replace

import pytest

from corpus.digests import all_digests
from corpus.facts import all_facts
from corpus.language import detect
from corpus.library import Library
from corpus.types import Language, Reference
from rag.embedder.fake import HashEmbedder
from rag.ports import TokenEmbedder
from rag.types import Step, VerdictStatus
from rag.verify.check import check

EN, ZH = Language.EN, Language.ZH
SUPPORTED = VerdictStatus.SUPPORTED
COPIES = [  # digest statements with one thing changed: locator, language, claim, step that must say so
    ("5(1)", EN, "A watch must not go on for more than 8 hours.", Step.NUMBER),
    ("5(1)", EN, "A watch must not go on for more than 6 days.", Step.UNIT),
    ("5(1)", ZH, "一班不得超过9小时。", Step.NUMBER),
    ("9(2)", EN, "A letter must be opened by anyone other than the person it is addressed to.", Step.NEGATION),
    ("9(2)", EN, "A letter must not be opened by anyone.", Step.EXCEPTION),
    ("11(3)", EN, "A keeper should not be moved to another station for having complained.", Step.MODALITY),
    ("13", EN, "Adults who live at a station must be taught on at least 4 mornings a week.", Step.PERSON),
    ("13", EN, "Children who live at a station must be taught on at most 4 mornings a week.", Step.NEGATION),
    ("13", ZH, "未满12岁的儿童可以排夜班。", Step.MODALITY),
    ("15", EN, "Each station must be inspected 2 times a year, one of these without notice and at its own cost.", Step.NOVELTY),
    ("5(2)", EN, "A keeper must have at least 8 hours of rest between two watches.", Step.EXCEPTION),
    ("1", ZH, "看守人必须为了省油而熄灯。", Step.NEGATION),
]


@pytest.fixture(params=[None, HashEmbedder()], ids=["words", "vectors"])
def embedder(request: pytest.FixtureRequest) -> TokenEmbedder | None:
    """No model, and a fake one."""
    given: TokenEmbedder | None = request.param
    return given


def rule(locator: str) -> tuple[Reference, ...]:
    """A reference to the sample rules."""
    return (Reference(instrument="sample-rules", locator=locator),)


@pytest.mark.parametrize(("locator", "language", "claim", "step"), COPIES)
def test_a_changed_copy_does_not_pass(
    library: Library, embedder: TokenEmbedder | None, locator: str, language: Language, claim: str, step: Step
) -> None:
    """A statement with one thing changed is not supported, and the reason begins with a step and what differs."""
    verdict = check(library, claim, rule(locator), language, embedder=embedder)
    assert verdict.status is not VerdictStatus.SUPPORTED
    assert verdict.reason.split(":")[0] in set(Step)
    without = check(library, claim, rule(locator), language, embedder=embedder, without=frozenset(Step) - {step})
    assert without.status is not VerdictStatus.SUPPORTED, "the step alone finds it"


def test_a_number_is_told_with_the_texts(library: Library) -> None:
    """The reason names the number of the claim and that of the text."""
    verdict = check(library, "A watch must not go on for more than 8 hours.", rule("5(1)"), EN)
    assert verdict.status is VerdictStatus.CONTRADICTED
    assert verdict.reason == "number: 8 hours, the text has 6 hours"


def test_a_step_left_out_is_skipped(library: Library) -> None:
    """With its steps left out, the wrong number passes: nothing else sees it."""
    claim = "A watch must not go on for more than 8 hours."
    without = frozenset({Step.NUMBER, Step.UNIT, Step.NOVELTY, Step.SUPPORT})
    assert check(library, claim, rule("5(1)"), EN, without=without).status is VerdictStatus.SUPPORTED


def test_what_does_not_exist_is_not_supported(library: Library) -> None:
    """A claim on nothing fails at existence; with that step left out, nobody can say."""
    verdict = check(library, "Lamps burn.", (), EN)
    assert verdict.reason.startswith("existence:")
    assert check(library, "Lamps burn.", (), EN, without=frozenset({Step.EXISTENCE})).status is VerdictStatus.UNCHECKED


def test_a_claim_in_another_language_is_unchecked(library: Library, embedder: TokenEmbedder | None) -> None:
    """A claim in a language that no claims are read in is neither supported nor refuted, and says why."""
    verdict = check(library, "Une garde ne dure pas plus de huit heures.", rule("5(1)"), Language.FR, embedder=embedder)
    assert verdict.status is VerdictStatus.UNCHECKED
    assert verdict.reason == "support: only claims in English and Chinese are checked"


@pytest.mark.parametrize("language", Language)
def test_a_statement_is_supported_in_each_language(library: Library, language: Language) -> None:
    """What a digest says is held to the official words by its numbers and verb, in whatever language it is said."""
    (statement,) = library.statements(*rule("5(1)"))
    assert check(library, statement.said(language), rule("5(1)"), language).status is VerdictStatus.SUPPORTED
    for mistaken in Language:  # what the claim is taken for says nothing of whose sentence it is
        assert check(library, statement.said(language), rule("5(1)"), mistaken).status is VerdictStatus.SUPPORTED


@pytest.mark.parametrize("language", Language)
def test_a_statement_with_another_number_in_one_language_is_used_in_none(library: Library, language: Language) -> None:
    """Where one of the six says eight hours for six, none of them passes."""
    digests = library.digests["sample-rules"]
    (statement,) = digests["5(1)"].statements
    wrong = statement.model_copy(update={language: statement.said(language).replace("6", "8")})
    changed = digests["5(1)"].model_copy(update={"statements": (wrong,)})
    torn = replace(library, digests={"sample-rules": {**digests, "5(1)": changed}})
    for spoken in Language:
        verdict = check(torn, wrong.said(spoken), rule("5(1)"), spoken)
        assert verdict.status is VerdictStatus.NOT_SUPPORTED
        assert verdict.reason.startswith("its languages differ, ")


@pytest.mark.parametrize("language", Language)
def test_all_that_ships_is_known_for_what_it_is(language: Language) -> None:
    """Every statement is supported in the language that it is taken for when it is shown."""
    library = Library(
        instruments={name: all_facts()[name].instrument() for name in all_digests()},
        texts={},
        digests={name: {one.locator: one for one in digests} for name, digests in all_digests().items()},
    )
    lost = [
        (name, digest.locator, statement.said(language))
        for name, digests in library.digests.items()
        for digest in digests.values()
        for statement in digest.statements
        if _verdict(library, name, f"{digest.locator}{statement.item or ''}", statement.said(language)) is not SUPPORTED
    ]
    assert lost == []


def _verdict(library: Library, instrument: str, locator: str, text: str) -> VerdictStatus:
    return check(library, text, (Reference(instrument=instrument, locator=locator),), detect(text)).status


def test_a_quote_may_not_drop_a_negation(library: Library) -> None:
    """An ellipsis over a negation fails at the quote."""
    verdict = check(library, "A watch shall … last longer than six hours.", rule("5(1)"), EN)
    assert verdict.status is VerdictStatus.NOT_SUPPORTED
    assert verdict.reason.startswith("quote:")


def test_the_official_sentence_is_supported(library: Library) -> None:
    """The words themselves carry themselves."""
    assert check(library, "A watch shall not last longer than six hours.", rule("5(1)"), EN).status is VerdictStatus.SUPPORTED


def test_shall_for_must_is_no_error(library: Library, embedder: TokenEmbedder | None) -> None:
    """A statement with the law's verb for ours is carried, with a model or without."""
    claim = "Each station shall be inspected 2 times a year, one of these without notice."
    assert check(library, claim, rule("15"), EN, embedder=embedder).status is VerdictStatus.SUPPORTED


def test_another_rule_does_not_carry_it(library: Library, embedder: TokenEmbedder | None) -> None:
    """A statement cited to another provision is not supported."""
    claim = "A keeper must not be moved to another station for having complained."
    assert check(library, claim, rule("5(1)"), EN, embedder=embedder).status is not VerdictStatus.SUPPORTED


def test_a_number_may_be_put_in_another_unit(library: Library) -> None:
    """A quantity said in another unit of the same length is no fault of number or unit."""
    verdict = check(library, "A watch must not go on for more than 360 minutes.", rule("5(1)"), EN)
    assert not verdict.reason.startswith(("number:", "unit:"))


REVERSED = [  # the text's own words with the opposite force
    ("11(3)", EN, "A keeper must be moved to another station for having complained."),
    ("11(3)", EN, "For having complained a keeper must be moved."),
    ("5(1)", EN, "A watch must go on for more than 6 hours."),
    ("1", ZH, "看守人必须为了省油而熄灯。"),
    ("15", EN, "Each station must not be inspected 2 times a year."),
    ("13", ZH, "住在灯塔站的儿童不得每周至少有4个上午上课。"),
]


@pytest.mark.parametrize(("locator", "language", "claim"), REVERSED)
def test_the_opposite_in_the_texts_own_words_contradicts_it(
    library: Library, embedder: TokenEmbedder | None, locator: str, language: Language, claim: str
) -> None:
    """Must for must not, and the reverse, is contradicted, with a model or without, whole sentence or part."""
    assert check(library, claim, rule(locator), language, embedder=embedder).status is VerdictStatus.CONTRADICTED


def test_one_letter_of_a_chinese_word_turns_a_copied_sentence(library: Library) -> None:
    """Weekly for daily, as one letter in place of another, is no synonym."""
    verdict = check(library, "住在灯塔站的儿童每周至多有4个上午上课。", rule("13"), ZH)
    assert verdict.status is not VerdictStatus.SUPPORTED
