"""The whole way from a question to a checked answer, on the sample instrument."""

from dataclasses import replace

import pytest

from corpus.errors import BadInput
from corpus.facts import known_instruments
from corpus.types import Language, Reference, TextStatus
from rag.messages import message
from rag.pipeline import Pipeline
from rag.types import Reason, Status, VerdictStatus


def cited(pipeline: Pipeline, question: str) -> list[str]:
    """The locators that an answer cites, in order."""
    return [citation.locator for claim in pipeline.ask(question).claims for citation in claim.citations]


NAMED = [
    ("What does rule 5 of the Skerry Rules say?", ["5(1)", "5(2)"]),  # a rule is all of its paragraphs that have digests
    ("Skerry Rules, rule 4 (a)", ["4(a)"]),
    ("礁石规则第13条", ["13", "13"]),
    ("rule 15", ["15"]),
]


@pytest.mark.parametrize(("question", "locators"), NAMED)
def test_named_provisions(skerry: Pipeline, question: str, locators: list[str]) -> None:
    """A question that names a provision is answered from it and nothing else."""
    given = [locator for locator in cited(skerry, question) if locator != "5(3)"]
    assert given == locators


def test_claims_are_statements_over_official_words(skerry: Pipeline) -> None:
    """A claim is the digest's statement; its citation quotes the official words at their offsets."""
    answer = skerry.ask("Skerry Rules rule 9(2)")
    (claim,) = answer.claims
    (citation,) = claim.citations
    assert claim.text.startswith("A letter must not be opened")
    assert citation.quote == "No letter shall be opened by anyone but the person whose name it bears."
    provision = skerry.index.library.provision(citation.reference, citation.language)
    assert provision is not None
    assert provision.text[citation.start : citation.end] == citation.quote
    assert claim.verdict.status is VerdictStatus.SUPPORTED


def test_every_quote_is_its_provision(skerry: Pipeline, bare: Pipeline) -> None:
    """Every quote of every citation of an answer is the stored text at its offsets."""
    for pipeline in (skerry, bare):
        answer = pipeline.ask("Skerry Rules rules 1 to 16")
        citations = [c for claim in answer.claims for c in claim.citations] + [p.citation for p in answer.passages]
        assert citations
        for citation in citations:
            provision = pipeline.index.library.provision(citation.reference, citation.language)
            assert provision is not None
            assert provision.text[citation.start : citation.end] == citation.quote


def test_without_digests_sentences_are_quoted(bare: Pipeline) -> None:
    """Without a digest the claim is an official sentence, word for word."""
    answer = bare.ask("Skerry Rules rule 13")
    assert [claim.text for claim in answer.claims] == [
        "Children who live at a station shall be taught on at least four mornings a week.",
        "A child under twelve shall not be given a night watch.",
    ]


@pytest.mark.parametrize("question", ["Skerry Rules rule 13", "Why are all inspections announced beforehand?"])
def test_without_official_words_it_is_said_first(skerry: Pipeline, question: str) -> None:
    """An answer and a correction that rest on digests alone say so before anything else."""
    held = skerry.ask(question)
    library = replace(skerry.index.library, texts={})
    digests = Pipeline(skerry.index.over(library), skerry.embedder).ask(question)
    assert (digests.status, digests.reason) == (held.status, held.reason)
    assert digests.message == f"{message('on_digests', Language.EN)} {held.message}"


def test_a_correction_is_told_from_what_denies(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the ranking of denials puts first is cited first; where that is turned round, another provision is."""
    question = "Why are all inspections announced beforehand?"
    first = skerry.ask(question)
    assert str(first.claims[0].citations[0].reference) == "sample-rules 15"
    assert first.passages[0].citation.reference.locator == "15"
    monkeypatch.setattr("rag.pipeline.denying", lambda searched, _: searched.retrieved.found[1:])
    other = skerry.ask(question)
    assert (other.status, other.reason) == (first.status, first.reason)
    assert str(other.claims[0].citations[0].reference) != "sample-rules 15"


def test_chinese_question_gets_chinese_words(skerry: Pipeline) -> None:
    """A Chinese question is answered in Chinese, from the Chinese official words where they are held."""
    answer = skerry.ask("礁石规则第15条说了什么？")
    assert answer.language is Language.ZH
    assert answer.claims[0].text == "每座灯塔每年必须检查2次，其中一次不预先通知。"
    assert answer.claims[0].citations[0].language is Language.ZH


def test_missing_provision(skerry: Pipeline) -> None:
    """A number that does not exist is refused as such."""
    answer = skerry.ask("What does rule 99 of the Skerry Rules say?")
    assert (answer.status, answer.reason) == (Status.REFUSED, Reason.NO_SUCH_PROVISION)
    assert "99" in answer.message
    assert answer.claims == ()
    assert {citation.locator for citation in answer.nearest} >= {"16(1)", "16(2)"}


def test_how_far_a_text_runs_is_told_in_the_readers_language(skerry: Pipeline) -> None:
    """In words in English, elsewhere in numbers alone."""
    assert skerry.ask("What does rule 99 of the Skerry Rules say?").message.endswith(
        "99 (the Skerry Rules have rules 1 to 16)."
    )
    assert skerry.ask("礁石规则第99条说了什么？").message.endswith("《礁石规则》第99条（1–16）。")
    assert skerry.ask("礁石规则第16条第9款说了什么？").message.endswith("《礁石规则》第16条第9款（16(1)–16(2)）。")


def test_off_the_texts(skerry: Pipeline) -> None:
    """A question that shares nothing with the texts is refused, with what is nearest."""
    answer = skerry.ask("Who won the football final of 1954?")
    assert (answer.status, answer.reason) == (Status.REFUSED, Reason.OFF_TOPIC)
    assert answer.nearest


def test_question_on_several_lines(skerry: Pipeline) -> None:
    """Lines and tabs in a question are blanks."""
    assert skerry.ask("Skerry Rules,\n\trule 4").claims == skerry.ask("Skerry Rules, rule 4").claims != ()


def test_unsafe_input(skerry: Pipeline) -> None:
    """Control characters are refused, not read."""
    assert skerry.ask("lamp\x00 oil").reason is Reason.UNSAFE_INPUT


def test_empty_question(skerry: Pipeline) -> None:
    """An empty question is bad input."""
    with pytest.raises(BadInput):
        skerry.ask("  ")


def test_same_question_same_answer(skerry: Pipeline) -> None:
    """The same question gives the same answer, times apart."""
    first, second = skerry.ask("who wakes the second keeper"), skerry.ask("who wakes the second keeper")
    assert replace(first, timings_ms={}) == replace(second, timings_ms={})


def test_search_has_no_provision_twice(skerry: Pipeline) -> None:
    """Ten passages, ten provisions, ranks from one."""
    result = skerry.search("letters and the postbag")
    references = [passage.citation.reference for passage in result.passages]
    assert len(set(references)) == len(references) == 10
    assert [passage.rank for passage in result.passages] == list(range(1, 11))


def test_ask_finds_by_everyday_words(skerry: Pipeline) -> None:
    """A question in words of an ask finds its provision first."""
    best = skerry.search("boss steams open love notes").passages[0].citation.reference
    assert best == Reference(instrument="sample-rules", locator="9(2)")


def test_item_is_pinned(skerry: Pipeline) -> None:
    """A question that an item's own asks match is led to the item."""
    best = skerry.search("how often does the foghorn go").passages[0].citation.reference
    assert best == Reference(instrument="sample-rules", locator="4(a)")


def test_official_status(skerry: Pipeline) -> None:
    """Where official words are held the citation says so."""
    assert {p.citation.text_status for p in skerry.search("lamp oil").passages} == {TextStatus.OFFICIAL}


def test_outside_the_scope(skerry: Pipeline) -> None:
    """A provision of an instrument that is not in scope is refused as such, and named."""
    answer = skerry.ask("ICCPR article 9")
    assert answer.reason is Reason.NOT_IN_TEXTS
    name = known_instruments()["iccpr"].names[Language.EN]
    assert f"{name}, article 9." in answer.message


def test_a_number_that_several_have_is_settled_by_the_rest(skerry: Pipeline) -> None:
    """Where the rest of the question leads to one of an ambiguous number's provisions, that one alone is told."""
    answer = skerry.ask("What does rule 15 ask about inspections of stations?")
    assert answer.status is Status.ANSWERED
    assert {citation.locator for claim in answer.claims for citation in claim.citations} == {"15"}


def test_rule_zero(skerry: Pipeline) -> None:
    """No instrument has a rule 0, and whoever asks for it is told so."""
    assert skerry.ask("Skerry Rules, rule 0").reason is Reason.NO_SUCH_PROVISION


def test_footnote(skerry: Pipeline) -> None:
    """A footnote that is held is quoted whole; one that is not is no provision."""
    library = skerry.index.library
    named = {
        f"{one.instrument} {locator}"
        for one in library.references
        for provisions in library.texts.get(one.instrument, {}).values()
        for locator in provisions
        if locator.startswith("fn")
    }
    reference = Reference.parse(min(named))
    name = library.instrument(reference.instrument).names[Language.EN]
    answer = skerry.ask(f"{name}, footnote {reference.locator.removeprefix('fn')}")
    assert [citation.locator for claim in answer.claims for citation in claim.citations] == [reference.locator]
    answer = skerry.ask(f"{name}, footnote 99")
    assert (answer.reason, "footnotes 1 to" in answer.message) == (Reason.NO_SUCH_PROVISION, True)
