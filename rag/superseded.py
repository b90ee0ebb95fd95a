"""What a question cites that is no longer in force: rules by the numbers of the edition before, and texts that were replaced.

Whoever learned the rules before they were renumbered writes "rule 37" and means what is now rule 58: what the question is about
then lies far from the rule of that number and near one that took the place of the old one. Reads no words of the question.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.citations.resolve import Superseded
from corpus.library import Library
from corpus.types import Locator, Reference
from rag.refer import Referred, successors
from rag.retrieve import Found

_NEAR = 3
"""Ranks within which one that took the old one's place was found, and no paragraph of the rule that bears the number was."""


def revised(library: Library, referred: Referred, found: Sequence[Found]) -> Referred:
    """What is referred to, once `found` shows what the words lead to.

    Numbers that can only be those of the edition before are taken for such. Where the words lead to the very provision by which
    one text replaced another, that is what is asked for, and nothing is superseded.
    """
    if found and found[0].paragraph in [one.by for one in referred.replaced]:
        asked_for = tuple(one.by for one in referred.replaced)
        referred = replace(referred, replaced=(), resolved=tuple(dict.fromkeys((*referred.resolved, *asked_for))))
    return _by_old_numbers(library, referred, found)


def _by_old_numbers(library: Library, referred: Referred, found: Sequence[Found]) -> Referred:
    """The same with its old numbers.

    Of a number without an instrument this is said only where none of the instruments has anything near under it.
    """
    if not referred.rest:
        return referred
    near = [one.paragraph for one in found[:_NEAR]]
    among = {_rule(one) for one in near}
    bare = referred.ambiguous if not among & {_rule(one) for one in referred.ambiguous} else ()
    old = {
        reference: edition
        for reference in (*referred.resolved, *bare)
        if _rule(reference) not in among
        and (edition := _edition(library, reference))
        and taking_its_place(library, edition, near)
    }
    if not old:
        return referred
    return replace(
        referred,
        resolved=tuple(one for one in referred.resolved if one not in old),
        ambiguous=() if bare and set(bare) & set(old) else referred.ambiguous,
        superseded=(*referred.superseded, *dict.fromkeys(old.values())),
    )


def now_in_force(library: Library, referred: Referred, found: Sequence[Found]) -> tuple[Reference, ...]:
    """What took the place of a text that is named; and of the provisions cited by an old number what the words lead to."""
    near = [one.paragraph for one in found[:_NEAR]]
    numbered = (one for old in referred.superseded for one in taking_its_place(library, old, near))
    return tuple(dict.fromkeys((*(one.by for one in referred.replaced), *numbered)))


def taking_its_place(library: Library, old: Superseded, near: Sequence[Reference]) -> tuple[Reference, ...]:
    """Its successors that are in one of the paragraphs."""
    return tuple(one for one in successors(library, old) if library.paragraph(one) in near)


def _edition(library: Library, reference: Reference) -> Superseded | None:
    """The rule of the same number in the edition before, where there was one."""
    before = library.instruments[reference.instrument].supersedes
    if not before or not Locator.parse(reference.locator).number:
        return None
    edition = before[0][-5:-1] if before[0].endswith(")") else before[0]  # "Rules (1955)" is cited by its year
    return Superseded(edition=edition, locator=_rule(reference)[1], instrument=reference.instrument)


def _rule(reference: Reference) -> tuple[str, str]:
    """Instrument and number, the paragraph left off."""
    return reference.instrument, reference.locator.partition("(")[0]
