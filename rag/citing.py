"""References in, citations out: label, heading, address, the exact words and the verb.

Quotes are cut from the stored text by offsets, so they cannot differ from it. Where no intact official words are
held, a citation has no quote and says `digest` or `damaged`.
"""

from corpus.citations.label import label
from corpus.library import Library
from corpus.modality import modality_of
from corpus.sentences import sentences
from corpus.types import Citation, Kind, Language, Modality, Provision, Reference, TextStatus


def cite(
    library: Library,
    reference: Reference,
    language: Language,
    *,
    span: tuple[int, int] | None = None,
    modality: Modality | None = None,
) -> Citation:
    """A citation of a provision for a reader in `language`; `span` are the code points to quote, or the whole."""
    instrument = library.instrument(library.known(reference).instrument)
    provision = library.provision(reference, language)
    quote, start, end = _quote(provision, span)
    status = provision.status if provision else TextStatus.DIGEST
    shown = provision.language if provision else language
    return Citation(
        instrument=instrument.id,
        symbol=instrument.symbol,
        locator=reference.locator,
        label=label(instrument, reference.locator, language),
        heading=heading(library, reference, language),
        url=instrument.urls.get(shown, next(iter(instrument.urls.values()), "")),
        language=shown,
        text_status=status,
        quote=quote,
        start=start,
        end=end,
        binding=instrument.binding,
        modality=modality or _modality(library, reference, provision, span),
    )


def heading(library: Library, reference: Reference, language: Language) -> str:
    """The heading that a provision stands under, or what its digest calls it."""
    provision = library.provision(reference, language)
    digest = library.digest(reference)
    if provision and provision.heading_path and (provision.language is language or digest is None):
        return provision.heading_path[-1]
    if digest:
        return digest.heading.said(language)
    return ""


def address(place: Citation | Reference) -> str:
    """The path of a provision's own page, where the API serves it.

    >>> address(Reference(instrument="mandela", locator="45(1)"))
    '/p/mandela/45(1)'
    """
    return f"/p/{place.instrument}/{place.locator}"


def _quote(provision: Provision | None, span: tuple[int, int] | None) -> tuple[str | None, int | None, int | None]:
    if provision is None or provision.status is not TextStatus.OFFICIAL:
        return None, None, None
    start, end = span or (0, len(provision.text))
    return provision.text[start:end], start, end


def _modality(library: Library, reference: Reference, provision: Provision | None, span: tuple[int, int] | None) -> Modality:
    """The verb of the quoted words, or of the first sentence that has one; an item's may stand in its chapeau."""
    stated = [statement.modality for statement in library.statements(reference)]
    if stated and span is None:
        return next((one for one in stated if one is not Modality.DECLARATORY), Modality.DECLARATORY)
    if provision is None or provision.language not in (Language.EN, Language.ZH):
        return Modality.DECLARATORY
    parent = Reference(instrument=reference.instrument, locator=provision.parent) if provision.parent else None
    above = library.provision(parent, provision.language) if parent and provision.kind is Kind.ITEM else None
    quoted = provision.text[slice(*span)] if span else provision.text
    texts = [sentence.text for sentence in sentences(quoted)] + ([above.text] if above else [])
    found = (modality_of(text, provision.language) for text in texts)
    return next((one for one in found if one is not Modality.DECLARATORY), Modality.DECLARATORY)
