"""How far an instrument runs, in English words or in numbers alone: what is said of a number that does not exist.

Refuses to suggest a provision: it only says what there is.
"""

from corpus.citations.standing import ancestors, structure, take_apart
from corpus.types import Binding, Instrument, Language

_PARTS = {
    "pp": "preambular paragraph",
    "op": "operative paragraph",
    "po": "preliminary observation",
    "intro": "introductory paragraph",
}


def extent(instrument: Instrument, locator: str) -> str:
    """What the instrument has at the level where a written locator fails.

    >>> from corpus.facts import find_facts
    >>> mandela = find_facts("mandela").instrument()
    >>> extent(mandela, "150")
    'the Nelson Mandela Rules have rules 1 to 122'
    >>> extent(mandela, "45(3)")
    'rule 45 of the Nelson Mandela Rules has 45(1) to 45(2)'
    """
    locator = _first(locator)
    name = instrument.names[Language.EN]
    named = name if instrument.binding in (Binding.GENERAL_COMMENT, Binding.RESOLUTION) else f"the {name}"
    prefix = take_apart(locator).prefix
    unit = _PARTS.get(prefix, str(instrument.unit))
    above = _above(instrument, locator)
    if above:
        return f"{unit} {above.removeprefix(prefix)} of {named} {_below(instrument, above)}"
    verb = "have" if instrument.binding is Binding.RULES else "has"
    numbers = _numbers(instrument, prefix)
    if not any(numbers):
        return f"{named} {verb} no {unit}s"
    return f"{named} {verb} {unit}s {min(numbers)} to {max(numbers)}"


def reach(instrument: Instrument, locator: str) -> str:
    """The same without words, for readers of any language; empty where the instrument has nothing there.

    >>> from corpus.facts import find_facts
    >>> mandela = find_facts("mandela").instrument()
    >>> reach(mandela, "150"), reach(mandela, "45(3)"), reach(mandela, "44(1)")
    ('1–122', '45(1)–45(2)', '')
    """
    locator = _first(locator)
    above = _above(instrument, locator)
    if above:
        children = _children(instrument, above)
        return "–".join(dict.fromkeys((*children[:1], *children[-1:])))
    numbers = _numbers(instrument, take_apart(locator).prefix)
    return f"{min(numbers)}–{max(numbers)}" if any(numbers) else ""


def _first(locator: str) -> str:
    """What a locator begins with, where it is a range."""
    return locator.replace("#", "").partition("..")[0]


def _above(instrument: Instrument, locator: str) -> str:
    """The nearest part above a locator that the instrument has; empty where it has none."""
    known = structure(instrument).means
    return next((above for above in ancestors(locator) if above in known), "")


def _numbers(instrument: Instrument, prefix: str) -> list[int]:
    """The numbers of the provisions that are numbered with a prefix."""
    alike = [take_apart(locator) for locator in instrument.expected if take_apart(locator).prefix == prefix]
    return [int(one.number.partition(".")[0] or 0) for one in alike]


def _children(instrument: Instrument, above: str) -> list[str]:
    return [locator for locator in instrument.expected if next(ancestors(locator), None) == above]


def _below(instrument: Instrument, above: str) -> str:
    children = _children(instrument, above)
    if not children:
        return "has no numbered paragraphs or items"
    return f"has {children[0]}" + (f" to {children[-1]}" if len(children) > 1 else " only")
