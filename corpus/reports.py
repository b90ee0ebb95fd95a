"""What the store holds, as lines to print: status, one provision, or everything for another program."""

from collections.abc import Iterator

import orjson

from corpus.citations.label import label
from corpus.errors import UnknownProvision
from corpus.facts import SAMPLES, FactsFile, all_facts, find_facts
from corpus.library import Library
from corpus.store import Store
from corpus.types import Kind, Language, Locator, Provision, Reference, TextStatus


def status_lines(store: Store) -> Iterator[str]:
    """A line for each language version that is held, and one for each instrument that is not."""
    texts = store.texts()
    digested = set(store.digested())
    for facts in (*all_facts().values(), *all_facts(SAMPLES).values()):
        held = [text for text in texts if text.instrument == facts.id]
        for text in held:
            provisions = [p for p in store.provisions(facts.id, text.language) if p.kind is not Kind.FOOTNOTE]
            damaged = [p.locator for p in provisions if p.status is TextStatus.DAMAGED]
            missing = len(set(facts.expected_in(text.language)) - {p.locator for p in provisions})
            state = f"{missing} missing" if missing else "complete"
            hurt = f", damaged: {', '.join(damaged)}" if damaged else ""
            yield (
                f"{facts.id:12} {text.language}  {len(provisions):4} provisions, {state}{hurt}; hashes {text.hashes}; "
                f"{text.origin} {text.address}, {text.obtained}"
            )
        if facts.id in digested:
            yield f"{facts.id:12} —   {len(store.digests(facts.id)):4} digests"
        if not held and facts.core and facts.id in all_facts():
            yield f"{facts.id:12} —   no official text held. Run: python -m corpus fetch --instrument {facts.id}"


def provision_lines(store: Store, name: str, locator: str, language: Language | None) -> Iterator[str]:
    """One provision with its headings, items and status; every paragraph of a rule where the rule is named."""
    facts = find_facts(name)
    instrument = facts.instrument()
    library = Library.read(store, (instrument,))
    reference = Reference(instrument=facts.id, locator=str(Locator.parse(locator)))
    found = library.expand(reference)
    if not found:
        raise UnknownProvision(
            f"{instrument.names[Language.EN]} has no {locator}, or it is not held.",
            hint=f"It runs from {instrument.expected[0]} to {instrument.expected[-1]}. See: python -m corpus status.",
        )
    for one in (part for paragraph in found for part in (paragraph, *library.items(paragraph))):
        provision = library.provision(one, language or Language.EN)
        shown = language or Language.EN
        yield label(instrument, one.locator, shown)
        if provision is None:
            yield from (f"  [digest] {statement.en}" for statement in library.statements(one))
        else:
            yield f"  {' › '.join(provision.heading_path)}".rstrip()
            yield f"  [{provision.status} {provision.language}{': ' + provision.damage if provision.damage else ''}]"
            yield f"  {provision.text}"


def exported(store: Store, name: str, language: Language | None) -> Iterator[str]:
    """Provisions as JSON lines in printed order, footnotes last."""
    facts = find_facts(name)
    languages = [language] if language else [text.language for text in store.texts() if text.instrument == facts.id]
    provisions = [p for held in languages for p in store.provisions(facts.id, held)]
    if not provisions:
        raise UnknownProvision(f"No text of {facts.id} is held.", hint="See: python -m corpus status.")
    return (_line(facts, provision) for provision in provisions)


def _line(facts: FactsFile, provision: Provision) -> str:
    return orjson.dumps(
        {
            "symbol": facts.symbol,
            "lang": provision.language,
            "locator": provision.locator,
            "kind": provision.kind,
            "parent": provision.parent,
            "heading_path": provision.heading_path,
            "text": provision.text,
            "text_status": provision.status,
        }
    ).decode()
