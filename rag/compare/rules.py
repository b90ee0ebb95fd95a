"""The rules by which one line is more protective or more specific than another: two lines in, what is told of them out.

Each rule stands on its own and gives its reason, or None. Refuses to rank what a lawyer would not: non-binding instruments
among themselves, a duty of prisoners, a firm rule for all against a softer one for a special group.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.types import Binding, Language, Modality
from rag.catalogue import said
from rag.compare.groups import narrower, narrowest
from rag.compare.limits import Limit, figures, limits, stricter
from rag.compare.lines import Line, named
from rag.compare.types import Ground, MarkKind
from rag.compare.wording import measured, reason

_RANK = {Modality.SHALL: 3, Modality.SHALL_NOT: 3, Modality.SHOULD: 2, Modality.SHOULD_NOT: 2, Modality.MAY: 1}
"""Force of a verb; "may only" is a ban with a gate in it and is not ranked."""
_DUTY = frozenset({Modality.SHALL, Modality.SHALL_NOT})
_FORBIDS = frozenset({Modality.SHALL_NOT, Modality.SHOULD_NOT})
_ALLOWS = frozenset({Modality.MAY, Modality.MAY_ONLY})
_QUALIFIED = re.compile(
    r"\b(?:as|because|unless|except|without|if|when|where|while|until|for|only|more|longer|other|prolonged)\b", re.IGNORECASE
)
"""Words of a ban that is not outright: of one use alone, or with a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a rule says of a line beside another, with the reason for the reader."""

    kind: MarkKind
    ground: Ground
    reason: str


Rule = Callable[[Line, Line, Language, str], Told | None]
"""Takes a line, another on the same point, the reader's language, and the label of the other."""


def binding(own: Line, other: Line, reader: Language, than: str) -> Told | None:
    """A treaty's duty over what stands in an instrument that does not bind."""
    treaty = own.citation.binding is Binding.TREATY and other.citation.binding is not Binding.TREATY
    if not treaty or own.modality not in _DUTY:
        return None
    return Told(kind=MarkKind.MORE_PROTECTIVE, ground=Ground.BINDING, reason=reason("binding", reader, than=than))


def ban(own: Line, other: Line, reader: Language, than: str) -> Told | None:
    """An outright ban over what allows the same within limits."""
    forbids = own.modality in _FORBIDS and bool(own.english) and not _QUALIFIED.search(own.english)
    gated = other.modality in _RANK and other.modality not in _FORBIDS and "only" in other.english
    if not forbids or not (gated or other.modality in _ALLOWS):
        return None
    return Told(kind=MarkKind.MORE_PROTECTIVE, ground=Ground.BAN, reason=reason("ban", reader, than=than))


def verb(own: Line, other: Line, reader: Language, than: str) -> Told | None:
    """Must over should over may, unless it is the general provision's against the special one's, which may go further."""
    firmer = _RANK.get(own.modality, 0) > _RANK.get(other.modality, 9)
    if not firmer or narrower(other.persons, own.persons) or _on_prisoners(own) or _on_prisoners(other):
        return None
    firm, soft = (said(f"modality.{one.modality}", reader) for one in (own, other))
    words = reason("verb", reader, than=than, own=firm, other=soft)
    return Told(kind=MarkKind.MORE_PROTECTIVE, ground=Ground.VERB, reason=words)


def endeavour(own: Line, other: Line, reader: Language, than: str) -> Told | None:
    """An outright duty over one to try."""
    tries = bool(other.statement and other.statement.effort) and not (own.statement and own.statement.effort)
    if not tries or own.modality not in _DUTY or narrower(other.persons, own.persons):
        return None
    return Told(kind=MarkKind.MORE_PROTECTIVE, ground=Ground.ENDEAVOUR, reason=reason("endeavour", reader, than=than))


def limit(own: Line, other: Line, reader: Language, than: str) -> Told | None:
    """The stricter of two limits of one kind and unit."""
    if _on_prisoners(own) or _on_prisoners(other):
        return None
    for one in limits(own.english, own.modality):
        for two in limits(other.english, other.modality):
            if stricter(one, two):
                words = reason("limit", reader, than=than, own=_measured(one, reader), other=_measured(two, reader))
                return Told(kind=MarkKind.MORE_PROTECTIVE, ground=Ground.LIMIT, reason=words)
    return None


def figure(own: Line, other: Line, reader: Language, than: str) -> Told | None:
    """A number over none."""
    held = figures(own.english)
    if not held or figures(other.english):
        return None
    words = reason("figure", reader, than=than, own=", ".join(_measured(one, reader) for one in held))
    return Told(kind=MarkKind.MORE_SPECIFIC, ground=Ground.FIGURE, reason=words)


def for_persons(own: Sequence[str], other: Sequence[str], reader: Language, than: str) -> Told:
    """A provision for a special group beside the one for everyone, or for a wider group."""
    names = ", ".join(one.name for one in named(narrowest(own), reader))
    wider = ", ".join(one.name for one in named(narrowest(other), reader))
    words = reason("persons_wider" if wider else "persons", reader, than=than, own=names, other=wider)
    return Told(kind=MarkKind.MORE_SPECIFIC, ground=Ground.PERSONS, reason=words)


ON_ONE_POINT: tuple[Rule, ...] = (binding, ban, verb, endeavour, limit, figure)
"""The rules for two lines on one point, in the order in which marks stand."""


def _on_prisoners(line: Line) -> bool:
    """Whether prisoners alone are to act: a firmer duty of theirs protects nobody."""
    return line.addressees == ("prisoners-offenders",)


def _measured(given: Limit, reader: Language) -> str:
    return measured(given.value, given.unit, reader)
