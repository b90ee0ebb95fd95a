"""Exact references in a question: resolved, never searched.

Refuses to guess: a number that several instruments have is handed back with all of them, one that none has with
what the instrument runs to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.citations.find import find, find_instruments
from corpus.citations.mention import Mention
from corpus.citations.resolve import Ambiguous, NoSuchProvision, Resolved, Superseded, resolve
from corpus.elsewhere import OtherText, find_elsewhere
from corpus.errors import BadLocator
from corpus.facts import known_instruments
from corpus.library import Library
from corpus.types import Language, Locator, Reference
from rag.instrument_questions import AskedAbout, asked_about, says_itself
from rag.words import terms

_GENERIC = {
    Language.EN: """say says said state states text tell explain show read give mean means content contents quote full
        provide provides require requires ask asks asked about please exact wording rule article paragraph para""",
    Language.ZH: """怎么规定 是什么 说了什么 规定了什么 有什么规定 内容是什么 讲的是什么 写了什么 怎么说 怎么写 的规定 的内容
        请问 原文 全文 解释 告诉 条文 讲什么 讲了什么 具体 规则 条是 条规 款规 条的 条说 条讲 要求什么 段要求 条要求""",
    Language.FR: "dit règle article paragraphe texte contenu quoi prévoit",
    Language.ES: "dice regla artículo párrafo texto contenido establece",
    Language.RU: "говорит правило статья пункт текст гласит сказано говорится",
    Language.AR: "تقول نص القاعدة المادة الفقرة تنص",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A text that is not in scope, and the provision `by` which one in scope replaced it."""

    text: OtherText
    by: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """What a question names.

    `resolved` are paragraphs or items held, in the order named; `outside` references to instruments that are not in
    scope, and to footnotes of texts that are not held; `ambiguous` the candidates of a number without an instrument;
    `missing` numbers that do not exist; `superseded` those of an edition no longer in force; `replaced` the texts
    that one in scope took the place of, unless that is named too; `instruments` every instrument named; `rest` says whether the
    question asks for more than the provisions themselves. Where it asks for texts themselves, `resolved` are the provisions in
    which they say it, and `unsaid` the instruments that do not.
    """

    resolved: tuple[Reference, ...] = ()
    outside: tuple[Reference, ...] = ()
    ambiguous: tuple[Reference, ...] = ()
    missing: tuple[NoSuchProvision, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    instruments: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    rest: bool = True


def refer(library: Library, question: str, language: Language) -> Referred:
    """Every exact reference in a question, resolved within the library's scope."""
    about = asked_about(question, language)
    if about is not None:
        return _of_texts(library, about)
    known = known_instruments()
    mentions = find(question, known)
    results = [resolve(mention, known, tuple(library.instruments)) for mention in mentions]
    resolved = [r for result in results if isinstance(result, Resolved) for r in result.references]
    candidates = [r for result in results if isinstance(result, Ambiguous) for r in result.candidates]
    lacking = [m for result in results if isinstance(result, Resolved) for m in result.missing]
    unheld = [one for one in resolved if not library.has(one)]
    no_footnotes = [one for one in unheld if _footnotes(library, one)]
    lacking += [_no_footnote(library, one) for one in no_footnotes]
    instruments = tuple(dict.fromkeys(name for _, _, name in find_instruments(question, known)))
    replaced = [Replaced(text=text, by=one) for text in find_elsewhere(question) for one in replacing(library, text)]
    return Referred(
        resolved=tuple(dict.fromkeys(reference for reference in resolved if library.has(reference))),
        outside=tuple(dict.fromkeys(reference for reference in unheld if reference not in no_footnotes)),
        ambiguous=tuple(dict.fromkeys(reference for reference in candidates if library.has(reference))),
        missing=(*(result for result in results if isinstance(result, NoSuchProvision)), *lacking),
        superseded=tuple(result for result in results if isinstance(result, Superseded)),
        replaced=tuple(one for one in replaced if one.by.instrument not in instruments),
        instruments=instruments,
        rest=asks_for_more(question, mentions, language),
    )


def _of_texts(library: Library, about: AskedAbout) -> Referred:
    """What a question refers to that asks for texts themselves: the provisions in which they say it."""
    saying = {name: found for name in about.instruments if (found := says_itself(library, name, about.aspect))}
    unsaid = tuple(name for name in about.instruments if name not in saying)
    return Referred(resolved=tuple(saying.values()), instruments=about.instruments, unsaid=unsaid, rest=False)


def replacing(library: Library, text: OtherText) -> tuple[Reference, ...]:
    """The provisions by which a text in scope replaced another one, as their digests say."""
    return tuple(
        Reference(instrument=instrument, locator=digest.locator)
        for instrument, digests in library.digests.items()
        for digest in digests.values()
        if digest.supersedes in text.names[Language.EN]
    )


def _footnotes(library: Library, reference: Reference) -> tuple[int, ...]:
    """Where a footnote is referred to, the numbers of those that its text has; none where no text is held."""
    if not reference.locator.startswith("fn"):
        return ()
    versions = library.texts.get(reference.instrument, {}).values()
    return tuple(int(locator[2:]) for provisions in versions for locator in provisions if locator.startswith("fn"))


def _no_footnote(library: Library, reference: Reference) -> NoSuchProvision:
    """What is said of a footnote that the text does not have."""
    last = max(_footnotes(library, reference))
    return NoSuchProvision(
        instrument=reference.instrument, locator=reference.locator, nearest=f"footnotes 1 to {last}", reach=f"1–{last}"
    )


def refer_after(library: Library, whole: str, latest: str, language: Language) -> Referred:
    """What a question refers to that ends in its `latest` part, without what stands before that; all where it is whole."""
    referred = refer(library, whole, language)
    return (
        referred
        if whole == latest or asked_about(whole, language)
        else newly(referred, refer(library, whole.removesuffix(latest), language))
    )


def newly(referred: Referred, earlier: Referred) -> Referred:
    """What a follow-up refers to that the questions before it did not: what was named then is not asked for again."""
    return replace(
        referred,
        resolved=tuple(one for one in referred.resolved if one not in earlier.resolved),
        outside=tuple(one for one in referred.outside if one not in earlier.outside),
        ambiguous=tuple(one for one in referred.ambiguous if one not in earlier.ambiguous),
        missing=tuple(one for one in referred.missing if one not in earlier.missing),
        superseded=tuple(one for one in referred.superseded if one not in earlier.superseded),
        replaced=tuple(one for one in referred.replaced if one not in earlier.replaced),
    )


def successors(library: Library, superseded: Superseded) -> tuple[Reference, ...]:
    """The provisions that took the place of a superseded one, by what their digests say of it."""
    number = Locator.parse(superseded.locator).number if superseded.locator[:1].isdigit() else superseded.locator
    pattern = re.compile(rf"\brules? [\d, and()–-]*\b{re.escape(number)}\b")
    digests = library.digests.get(superseded.instrument, {}).values()
    return tuple(
        Reference(instrument=superseded.instrument, locator=digest.locator)
        for digest in digests
        if pattern.search(digest.supersedes)
    )


def closest(library: Library, missing: NoSuchProvision) -> tuple[Reference, ...]:
    """The provisions whose numbers are nearest to one that does not exist; none where no instrument was named."""
    if missing.instrument not in library.instruments:
        return ()
    try:
        wanted = Locator.parse(missing.locator)
        number = float(wanted.number)
    except (BadLocator, ValueError):
        return ()
    alike = [
        (abs(float(locator.number) - number), reference)
        for reference in library.references
        if reference.instrument == missing.instrument
        and (locator := Locator.parse(reference.locator)).prefix == wanted.prefix
        and locator.number
        and library.paragraph(reference) == reference
    ]
    least = min((distance for distance, _ in alike), default=0.0)
    return tuple(reference for distance, reference in alike if distance == least)


def asks_for_more(question: str, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a question has words of its own beside the references in it."""
    kept, position = [], 0
    for mention in sorted(mentions, key=lambda m: m.text_start):
        kept.append(question[position : mention.text_start])
        position = max(position, mention.text_end)
    kept.append(question[position:])
    generic = set(terms(_GENERIC[language], language))
    return bool(set(terms(" ".join(kept), language)) - generic)
