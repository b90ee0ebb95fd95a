"""What a claim is held against: the official words of a provision and, beside them, its digest's wordings.

An item stands under its paragraph's chapeau, a paragraph has its items. The official words come first where they are
held intact in the claim's language; refuses damaged words and footnotes.
"""

from dataclasses import dataclass

from corpus.library import Library
from corpus.modality import modality_of
from corpus.sentences import sentences
from corpus.types import Kind, Language, Modality, Provision, Reference, TextStatus
from rag.types import Against


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One sentence of the evidence: of the official words, or a digest's statement."""

    text: str
    language: Language
    official: bool
    force: Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All sentences that a provision gives to hold a claim against, and the names of what they stand under.

    `named` is what its instrument is known by in numbers: its symbol, and the year it was adopted in.
    """

    reference: Reference
    language: Language
    against: Against
    units: tuple[Unit, ...]
    headings: tuple[str, ...]
    named: str = ""

    def own(self) -> tuple[Unit, ...]:
        """The sentences in the claim's language."""
        return tuple(unit for unit in self.units if unit.language is self.language)


def gather(library: Library, reference: Reference, language: Language) -> Evidence:
    """The evidence for claims in a language on a provision."""
    official = _official(library, reference, language)
    held = [provision for provision in official if provision.language is language]
    instrument = library.instruments[reference.instrument]
    return Evidence(
        reference=reference,
        language=language,
        against=Against.OFFICIAL if held else Against.DIGEST,
        units=(*_sentences(official), *_statements(library, reference)),
        headings=_headings(library, reference, language),
        named=f"{instrument.symbol} {instrument.adopted.year}",
    )


def _headings(library: Library, reference: Reference, language: Language) -> tuple[str, ...]:
    """What a provision stands under: a claim may name it without the provision saying it again."""
    digest = library.digest(reference)
    provision = library.provision(reference, language)
    titles = library.instruments[reference.instrument].titles
    short = (digest.heading.said(language),) if digest else ()
    return (*short, *(provision.heading_path if provision else ()), titles.get(language, titles[Language.EN]))


def _official(library: Library, reference: Reference, language: Language) -> tuple[Provision, ...]:
    """The provision with its chapeau or its items, in the claim's language if they are held, else in another."""
    paragraph = library.paragraph(reference)
    around = library.items(reference) if paragraph == reference else ()
    found = [library.provision(one, language) for one in dict.fromkeys((paragraph, reference, *around))]
    return tuple(one for one in found if one and one.status is TextStatus.OFFICIAL and one.kind is not Kind.FOOTNOTE)


def _sentences(provisions: tuple[Provision, ...]) -> tuple[Unit, ...]:
    return tuple(
        Unit(
            text=sentence.text,
            language=provision.language,
            official=True,
            force=modality_of(sentence.text, provision.language),
        )
        for provision in provisions
        for sentence in sentences(provision.text)
    )


def _statements(library: Library, reference: Reference) -> tuple[Unit, ...]:
    """The digest's statements on the provision; for an item those on the chapeau too."""
    digest = library.digest(reference)
    if digest is None:
        return ()
    paragraph = library.paragraph(reference).locator
    wanted = [s for s in digest.statements if reference.locator in (paragraph, f"{paragraph}{s.item}") or s.item is None]
    return tuple(
        Unit(text=text, language=language, official=False, force=statement.modality)
        for statement in wanted
        for text, language in ((statement.en, Language.EN), (statement.zh, Language.ZH))
    )
