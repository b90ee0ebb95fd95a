"""Digests, scenarios and boundaries in, what is wrong with them out: the checks that need no opinion.

Those that compare with official words run where the words are held; the rest runs always. Refuses to mend anything.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from corpus.asked import Inquiry, all_asked
from corpus.boundaries import Boundary, all_boundaries
from corpus.boundary_lint import boundary_faults
from corpus.digests import Digest, Statement, all_digests
from corpus.facts import all_facts
from corpus.finding import Finding
from corpus.force_words import FORBIDDEN, FORCE_WORDS
from corpus.hashes import read_hashes
from corpus.language import in_script, surely
from corpus.library import Library
from corpus.quantities import COUNT, quantities
from corpus.scenarios import all_scenarios
from corpus.slots import statement_fault
from corpus.store import Store
from corpus.types import Instrument, Kind, Language, Locator, Modality, Reference, TextStatus
from corpus.vocabulary import Vocabulary, vocabulary

_COPIED = {Language.EN: 12, Language.ZH: 24}
"""Words, or Han characters, in a row that count as copied from the official text."""
_COMMON = 0.2
"""Share of an instrument's asks that a content word may run through."""
_ASKS = {"full": 5, "preamble": 2, "other": 3}
_SMALL = frozenset(
    """a about an and any are as at be been by can could did do does for from get had has have he her him his
        how i if in is it its long many may me much must my no not of off on or our out she should so someone
        than that the their them then there they this to up us was we what when where which who whom whose why
        will with without you your""".split()
)
_POSITIVE = frozenset({Modality.SHALL, Modality.SHOULD, Modality.MAY})
_SPEAKS = re.compile(r"\b(?:Assembly|Committee|Council|Congress)\b|大会|委员会|理事会")
"""Who speaks in a resolution or comment: its own verb (urges, invites) then stands for the modality."""


def lint(library: Library, lists: Vocabulary) -> Iterator[Finding]:
    """Everything that is wrong with the digests, scenarios and boundaries of a library's instruments."""
    for instrument in library.instruments.values():
        digests = tuple(library.digests.get(instrument.id, {}).values())
        if digests:
            yield from _locators(library, instrument, digests)
            yield from _overused(instrument, digests)
            for digest in digests:
                yield from _one(library, lists, instrument, digest)
    yield from _shared_asks(library)
    yield from _scenarios(library)
    yield from boundary_faults(library)


def _scenarios(library: Library) -> Iterator[Finding]:
    """Scenarios must be in six languages and lead to provisions that exist, of the instruments looked at."""
    for scenario in library.scenarios:
        where = scenario.references[0]
        for language in Language:
            if not in_script(scenario.question.get(language, ""), language):
                yield Finding(reference=where, what=f"scenario {scenario.id} is not in {language}")
        for reference in scenario.references:
            known = library.instruments.get(reference.instrument)
            if known is not None and not known.has(reference.locator):
                yield Finding(reference=where, what=f"scenario {scenario.id} leads to {reference}, which does not exist")


def _one(library: Library, lists: Vocabulary, instrument: Instrument, digest: Digest) -> Iterator[Finding]:
    reference = Reference(instrument=instrument.id, locator=digest.locator)
    problems = (
        *_lists(lists, digest),
        *_pointers(library, digest),
        *_items(instrument, digest),
        *_counts(digest),
        *_twins(digest),
        *_statements(digest),
        *_slips(library, reference, digest),
        *_stale(instrument, digest),
        *_against_text(library, reference, digest),
    )
    for problem in problems:
        yield Finding(reference=reference, what=problem)


def _locators(library: Library, instrument: Instrument, digests: Sequence[Digest]) -> Iterator[Finding]:
    """Missing and extra locators, at paragraph level."""
    wanted = {
        r for text in instrument.expected if (r := Reference(instrument=instrument.id, locator=text)) == library.paragraph(r)
    }
    have = {Reference(instrument=instrument.id, locator=digest.locator) for digest in digests}
    for missing in sorted(wanted - have, key=str):
        yield Finding(reference=missing, what="has no digest")
    for extra in sorted(have - wanted, key=str):
        yield Finding(reference=extra, what="is no paragraph of the instrument")


def _lists(lists: Vocabulary, digest: Digest) -> Iterator[str]:
    yield from (f"topic {name!r} is not in topics.toml" for name in digest.topics if name not in lists.topics)
    yield from (f"person {name!r} is not in topics.toml" for name in digest.persons if name not in lists.persons)
    told = {name for statement in digest.statements for name in statement.topics}
    groups = {name for statement in digest.statements for name in statement.persons or ()}
    yield from (f"person {name!r} of a statement is none of the paragraph's" for name in sorted(groups - set(digest.persons)))
    yield from (f"topic {name!r} of a statement is none of the paragraph's" for name in sorted(told - set(digest.topics)))
    if all(statement.topics for statement in digest.statements):
        yield from (f"topic {name!r} is of no statement" for name in digest.topics if name not in told)
    named = {name for statement in digest.statements for name in statement.addressee}
    yield from (f"addressee {name!r} is not in topics.toml" for name in sorted(named - set(lists.addressees)))


def _pointers(library: Library, digest: Digest) -> Iterator[str]:
    """See-also must lead to provisions of the instruments that have digests."""
    for text in digest.see_also:
        reference = Reference.parse(text) if " " in text else None
        if reference is None:
            yield f"see_also {text!r} names no provision"
        elif reference.instrument in library.instruments and not library.instruments[reference.instrument].has(
            reference.locator
        ):
            yield f"see_also {text!r} does not exist"


def _items(instrument: Instrument, digest: Digest) -> Iterator[str]:
    under = {text for text in instrument.expected if text.startswith(f"{digest.locator}(") and text != digest.locator}
    paragraphs = {text for text in under if digest.locator not in instrument.expected}
    wanted = {text for text in under - paragraphs if Locator.parse(text).steps}
    have = {f"{digest.locator}{statement.item}" for statement in digest.statements if statement.item}
    yield from (
        f"item {name} has no statement" for name in sorted(wanted - have) if not any(w.startswith(f"{name}(") for w in have)
    )
    yield from (f"item {name} is not in the text" for name in sorted(have - wanted))
    yield from (f"item_asks {name} is not in the text" for name in digest.item_asks if f"{digest.locator}{name}" not in wanted)


def _counts(digest: Digest) -> Iterator[str]:
    """How many asks there are in each language, and that they are in it."""
    preamble = digest.locator.startswith(("pp", "op"))
    for language in Language:
        asks = digest.asks.get(language, ())
        full = "full" if language in (Language.EN, Language.ZH) else "other"
        least = (_ASKS["preamble"] if full == "full" else 0) if preamble else _ASKS[full]
        if len(asks) < least:
            yield f"{len(asks)} asks in {language}, at least {least} are wanted"
        for ask in asks:
            if not in_script(ask, language):
                yield f"the ask {ask!r} is not in {language}"
    for statement in digest.statements:
        for language, text in statement.texts.items():
            if not in_script(text, language) or surely(text) not in (language, None):
                yield f"the statement {text!r} is not in {language}"


def _twins(digest: Digest) -> Iterator[str]:
    """Two asks of one provision that share more than half of their content words."""
    for language in (Language.EN, Language.ZH):
        for first, second in combinations(digest.asks.get(language, ()), 2):
            one, other = _content(first, language), _content(second, language)
            shared = len(one & other)
            if shared > 1 and shared / (min(len(one), len(other)) or 1) > 0.5:
                yield f"two asks are alike: {first!r}, {second!r}"


def _statements(digest: Digest) -> Iterator[str]:
    for statement in digest.statements:
        if not _SPEAKS.search(statement.en + statement.zh):
            for language, pattern in FORCE_WORDS.get(statement.modality, {}).items():
                denied = statement.modality in _POSITIVE and _denies(statement, language)
                if denied or not pattern.search(statement.said(language)):
                    yield f"{statement.modality} is not what {statement.said(language)!r} says"


def _denies(statement: Statement, language: Language) -> bool:
    """Whether a verb is denied in a language, and nothing is in English."""
    pattern = FORBIDDEN.get(language)
    return bool(pattern and pattern.search(statement.said(language))) and not FORBIDDEN[Language.EN].search(statement.en)


def _slips(library: Library, reference: Reference, digest: Digest) -> Iterator[str]:
    """Statements that verification would not let pass as claims."""
    for statement in digest.statements:
        _, fault = statement_fault(library, reference, digest, statement)
        if fault:
            yield f"{fault}: {statement.en!r}"


def _stale(instrument: Instrument, digest: Digest) -> Iterator[str]:
    """A digest written from words that are no longer the checked ones."""
    known = read_hashes(instrument.id, digest.text_lang).get(digest.locator, "")
    if known and known != digest.text_sha256:
        yield "its text_sha256 is not that of the checked official text: read the text again"


def _against_text(library: Library, reference: Reference, digest: Digest) -> Iterator[str]:
    """What can be held against the official words where they are held intact."""
    provisions = [library.provision(one, digest.text_lang) for one in (reference, *library.items(reference))]
    held = [p for p in provisions if p and p.language is digest.text_lang and p.kind is not Kind.FOOTNOTE]
    if not held or any(p.status is not TextStatus.OFFICIAL for p in held):
        return
    text = " ".join(p.text for p in held)
    language = digest.text_lang
    ours = [statement.said(language) for statement in digest.statements]
    said, required = ({one.value for one in quantities(t, language) if one.unit != COUNT} for t in (" ".join(ours), text))
    yield from (f"the text's {value:g} is in no statement" for value in sorted(required - said))
    yield from (f"{value:g} is not in the text" for value in sorted(said - required))
    official = _grams(text, language)
    for one in ours:
        copied = _grams(one, language) & official
        if copied:
            yield f"copied from the text: {sorted(copied)[0]!r}"


def _grams(text: str, language: Language) -> set[str]:
    size = _COPIED.get(language, 12)
    if language is Language.ZH:
        letters = "".join(re.findall(r"[\u4e00-\u9fff0-9]", text))
        return {letters[i : i + size] for i in range(len(letters) - size + 1)}
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", ""))
    return {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}


def _content(text: str, language: Language) -> set[str]:
    if language is Language.ZH:
        letters = "".join(re.findall(r"[\u4e00-\u9fff]", text))
        return {letters[i : i + 2] for i in range(len(letters) - 1)}
    return {word for word in re.findall(r"[a-z]+", text.lower()) if word not in _SMALL}


def _overused(instrument: Instrument, digests: Sequence[Digest]) -> Iterator[Finding]:
    """Content words that run through too many asks of an instrument."""
    asks = [ask for digest in digests for ask in digest.asks.get(Language.EN, ())]
    counts = Counter(word for ask in asks for word in _content(ask, Language.EN))
    for word, count in counts.most_common(5):
        if len(asks) > 50 and count / len(asks) > _COMMON:
            where = Reference(instrument=instrument.id, locator=digests[0].locator)
            yield Finding(reference=where, what=f"{word!r} runs through {count} of {len(asks)} asks of the instrument")


def _shared_asks(library: Library) -> Iterator[Finding]:
    """Asks that stand in two provisions neither of which points to the other."""
    owners: dict[str, list[Reference]] = defaultdict(list)
    for name, digests in library.digests.items():
        for digest in digests.values():
            for asks in digest.asks.values():
                for ask in asks:
                    owners[ask.casefold().strip("?？ ")].append(Reference(instrument=name, locator=digest.locator))
    for ask, references in owners.items():
        for first, second in combinations(references, 2):
            if not _points(library, first, second) and not _points(library, second, first):
                yield Finding(reference=second, what=f"the ask {ask!r} stands in {first} too, and neither points to the other")


def _points(library: Library, first: Reference, second: Reference) -> bool:
    digest = library.digest(first)
    return digest is not None and str(second) in digest.see_also


def lint_all(
    store: Store,
    names: Sequence[str] = (),
    digests: Mapping[str, Sequence[Digest]] | None = None,
    boundaries: Sequence[Boundary] | None = None,
    asked: Sequence[Inquiry] | None = None,
) -> tuple[Finding, ...]:
    """Everything that is wrong with digests, scenarios, boundaries and questions, the repository's own unless others are given.

    Digests are held against the official words that the store has. `names` are the instruments to look at, or none for all;
    questions that belong to no instrument are looked at with all.
    """
    files = all_digests() if digests is None else digests
    instruments = [facts.instrument() for name, facts in all_facts().items() if name in files and name in (names or files)]
    held = Library.read(store, instruments)
    near = [one for one in (all_boundaries() if boundaries is None else boundaries) if not names or _is_near(one, names)]
    rows = [_within(row, names) for row in (all_asked() if asked is None else asked) if not names or row.instrument in names]
    library = Library(
        instruments=held.instruments,
        texts=held.texts,
        digests={i.id: {d.locator: d for d in files[i.id]} for i in instruments},
        scenarios=all_scenarios(),
        boundaries=tuple(near),
        asked=tuple(rows),
    )
    return tuple(lint(library, vocabulary()))


def _within(row: Inquiry, names: Sequence[str]) -> Inquiry:
    """The question with what answers it as well in the instruments that are looked at; of another nothing is seen."""
    also = tuple(text for text in row.also if not names or Reference.parse(text).instrument in names)
    return row.model_copy(update={"also": also})


def _is_near(boundary: Boundary, names: Sequence[str]) -> bool:
    return boundary.reference is not None and boundary.reference.instrument in names
