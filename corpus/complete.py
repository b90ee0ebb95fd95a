"""Whether a segmented text is whole and sound: every expected provision there, none empty, each as it was checked.

Judges and flags; mends nothing. `admit` is the only door by which a text comes in, and it refuses what is not the
document, not in the language or not all there. Damaged provisions come in, flagged, and are never quoted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.errors import IncompleteText, UnreadableDocument
from corpus.facts import FactsFile
from corpus.hashes import fingerprint, read_hashes
from corpus.segment import Segmentation, segment
from corpus.segment.identity import identify
from corpus.types import Kind, Language, Provision, TextStatus

LONGEST = 3_000_000
MOST_LINES = 50_000
_NAMED = 8
"""So many missing provisions are named in a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A provision whose words cannot be relied on, and why."""

    locator: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """What a segmented text has and lacks, in document order.

    `hashes` is `agree` or `differ`, or `none` where no checked text is known for the language and structure alone
    was looked at. `missing_footnotes` do not make a text incomplete.
    """

    instrument: str
    language: Language
    missing: tuple[str, ...]
    unexpected: tuple[str, ...]
    empty: tuple[str, ...]
    damaged: tuple[Damage, ...]
    missing_footnotes: tuple[str, ...]
    hashes: str

    @property
    def complete(self) -> bool:
        """Whether every expected provision is there and says something, and nothing else is."""
        return not (self.missing or self.empty or self.unexpected)


def admit(text: str, facts: FactsFile, language: Language) -> tuple[Segmentation, Completeness]:
    """Identify, cut and check a text; damaged provisions are flagged.

    Raises UnreadableDocument for a text of impossible length, WrongDocument, WrongLanguage, or IncompleteText where
    expected provisions are missing or empty.
    """
    _bound(text, facts)
    identify(text, facts, language)
    segmentation = segment(text, facts, language)
    completeness = check(segmentation, facts, language)
    lost = (*completeness.missing, *completeness.empty)
    if lost:
        expected = len(facts.expected_in(language))
        more = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
        raise IncompleteText(
            f"{facts.names[Language.EN]} ({language}): {len(lost)} of {expected} expected provisions are missing: "
            f"{', '.join(lost[:_NAMED])}{more}.",
            hint="Get the whole document and import it again.",
        )
    return flag(segmentation, completeness), completeness


def _bound(text: str, facts: FactsFile) -> None:
    """Refuse a text that no official document could be: cutting it would take for ever."""
    if len(text) > LONGEST or text.count("\n") > MOST_LINES:
        raise UnreadableDocument(
            f"The text of {facts.names[Language.EN]} has {len(text):,} characters in {text.count(chr(10)):,} lines, "
            f"far more than any official text ({LONGEST:,} in {MOST_LINES:,}).",
            hint="Check that the file is the document that its name says.",
        )


def check(segmentation: Segmentation, facts: FactsFile, language: Language) -> Completeness:
    """Hold a segmentation to the expected structure and, where there are any, to the fingerprints of checked texts."""
    expected = facts.expected_in(language)
    found = segmentation.locators
    known = read_hashes(facts.id, language)
    damaged = tuple(_damaged(segmentation.provisions, expected, known))
    held = {provision.locator for provision in segmentation.provisions}
    differ = any(p.locator in known and known[p.locator] != fingerprint(p.text) for p in segmentation.provisions)
    return Completeness(
        instrument=facts.id,
        language=language,
        missing=tuple(locator for locator in expected if locator not in set(found)),
        unexpected=tuple(locator for locator in found if locator not in set(expected)),
        empty=tuple(p.locator for p in segmentation.provisions if p.kind is not Kind.FOOTNOTE and not _says(p.text)),
        damaged=damaged,
        missing_footnotes=tuple(locator for locator in known if locator.startswith("fn") and locator not in held),
        hashes="none" if not known else "differ" if differ else "agree",
    )


def flag(segmentation: Segmentation, completeness: Completeness) -> Segmentation:
    """The segmentation with its damaged provisions flagged."""
    reasons = {damage.locator: damage.reason for damage in completeness.damaged}
    provisions = tuple(
        replace(p, status=TextStatus.DAMAGED, damage=reasons[p.locator]) if p.locator in reasons else p
        for p in segmentation.provisions
    )
    return replace(segmentation, provisions=provisions)


def _damaged(provisions: Sequence[Provision], expected: Sequence[str], known: Mapping[str, str]) -> Iterator[Damage]:
    """The damaged provisions, each with its first reason."""
    counts = Counter(provision.locator for provision in provisions)
    body = [provision for provision in provisions if provision.kind is not Kind.FOOTNOTE]
    for provision in provisions:
        reason = _reason(provision, expected, known, last=bool(body) and provision is body[-1])
        if counts[provision.locator] > 1:
            reason = "the text has two provisions of this number"
        if reason:
            yield Damage(locator=provision.locator, reason=reason)


def _reason(provision: Provision, expected: Sequence[str], known: Mapping[str, str], *, last: bool) -> str:
    """Why a provision cannot be relied on, or nothing."""
    if provision.kind is not Kind.FOOTNOTE and provision.locator not in expected:
        return "the instrument has no provision of this number"
    if not _says(provision.text):
        return "no words were found"
    if provision.locator in known:
        agrees = known[provision.locator] == fingerprint(provision.text)
        return "" if agrees else "its letters differ from the checked official text"
    if "\ufffd" in provision.text:
        return "it holds characters that could not be read"
    if last and provision.text[-1].isalnum():
        return "it breaks off without a stop"
    return ""


def _says(text: str) -> bool:
    return any(character.isalnum() for character in text)
