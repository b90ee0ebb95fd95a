"""The place in an instrument as each citation style writes it: `rule 45 (1)`, `r 45(1)`, `¶ 89`.

Refuses to shorten a locator: what is written names one provision, as the locator does.
"""

from collections.abc import Mapping

from corpus.citations.label import label
from corpus.types import Instrument, Language, Locator
from rag.export.forms import Style

_WORDS: Mapping[Style, Mapping[str, str]] = {
    Style.OSCOLA: {
        "rule": "r ",
        "article": "art ",
        "paragraph": "para ",
        "pp": "preambular para ",
        "op": "para ",
        "po": "preliminary observation ",
        "intro": "introduction, para ",
        "fn": "fn ",
    },
    Style.BLUEBOOK: {
        "rule": "r. ",
        "article": "art. ",
        "paragraph": "¶ ",
        "pp": "pmbl. ¶ ",
        "op": "¶ ",
        "po": "prelim. observation ",
        "intro": "introduction, ¶ ",
        "fn": "n.",
    },
    Style.APA: {
        "rule": "Rule ",
        "article": "Art. ",
        "paragraph": "para. ",
        "pp": "preambular para. ",
        "op": "para. ",
        "po": "Preliminary Observation ",
        "intro": "introduction, para. ",
        "fn": "footnote ",
    },
}


def pinpoint(instrument: Instrument, locator: str, style: Style, language: Language) -> str:
    """A locator in words; the UN's own form in the reader's language, the other styles in English.

    >>> from corpus.facts import find_facts
    >>> rules = find_facts("sample-rules").instrument()
    >>> [pinpoint(rules, "4(a)", style, Language.EN) for style in Style]
    ['rule 4 (a)', 'r 4(a)', 'r. 4(a)', 'Rule 4(a)']
    """
    if style is Style.UN:
        name = instrument.called(language)
        return label(instrument, locator, language).removeprefix(name).lstrip(",، ")
    parts = Locator.parse(locator)
    number = parts.number + "".join(f"({step})" for step in parts.steps)
    return _WORDS[style][parts.prefix or str(instrument.unit)] + number
