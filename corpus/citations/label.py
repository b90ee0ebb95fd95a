"""References as people are shown them, in six languages: `Nelson Mandela Rules, rule 45 (1)`, 《曼谷规则》第2条第1款.

Refuses an abbreviation that would not be found again: what is printed here parses back to the same reference.
"""

import re
from collections.abc import Callable, Mapping

from corpus.citations.forms import ARABIC_LETTERS
from corpus.citations.numerals import roman_value
from corpus.citations.standing import Written, take_apart
from corpus.errors import BadLocator
from corpus.types import Instrument, Language, Unit

_PATTERNS: Mapping[Language, Mapping[str, str]] = {
    Language.EN: {
        "rule": "{name}, rule {number}",
        "article": "{name}, article {number}",
        "paragraph": "{name}, para. {number}",
        "pp": "{name}, preambular para. {number}",
        "op": "{name}, operative para. {number}",
        "po": "{name}, preliminary observation {number}",
        "intro": "{name}, introduction, para. {number}",
        "fn": "{name}, footnote {number}",
    },
    Language.FR: {
        "rule": "{name}, règle {number}",
        "article": "{name}, article {number}",
        "paragraph": "{name}, par. {number}",
        "pp": "{name}, préambule, par. {number}",
        "op": "{name}, dispositif, par. {number}",
        "po": "{name}, observation préliminaire {number}",
        "intro": "{name}, introduction, par. {number}",
        "fn": "{name}, note {number}",
    },
    Language.ES: {
        "rule": "{name}, regla {number}",
        "article": "{name}, artículo {number}",
        "paragraph": "{name}, párr. {number}",
        "pp": "{name}, preámbulo, párr. {number}",
        "op": "{name}, parte dispositiva, párr. {number}",
        "po": "{name}, observación preliminar {number}",
        "intro": "{name}, introducción, párr. {number}",
        "fn": "{name}, nota {number}",
    },
    Language.RU: {
        "rule": "{name}, правило {number}",
        "article": "{name}, статья {number}",
        "paragraph": "{name}, пункт {number}",
        "pp": "{name}, преамбула, пункт {number}",
        "op": "{name}, постановляющая часть, пункт {number}",
        "po": "{name}, предварительное замечание {number}",
        "intro": "{name}, введение, пункт {number}",
        "fn": "{name}, сноска {number}",
    },
    Language.AR: {
        "rule": "{name}، القاعدة {number}",
        "article": "{name}، المادة {number}",
        "paragraph": "{name}، الفقرة {number}",
        "pp": "{name}، الديباجة، الفقرة {number}",
        "op": "{name}، المنطوق، الفقرة {number}",
        "po": "{name}، الملاحظة التمهيدية {number}",
        "intro": "{name}، المقدمة، الفقرة {number}",
        "fn": "{name}، الحاشية {number}",
    },
    Language.ZH: {
        "rule": "{name}第{number}条{steps}",
        "article": "{name}第{number}条{steps}",
        "paragraph": "{name}第{number}段{steps}",
        "pp": "{name}序言部分第{number}段{steps}",
        "op": "{name}执行部分第{number}段{steps}",
        "po": "{name}初步意见{number}{steps}",
        "intro": "{name}导言第{number}段{steps}",
        "fn": "{name}脚注{number}",
    },
}


def label(instrument: Instrument, locator: str, language: Language) -> str:
    """A reference for people; raises BadLocator for what is no locator. The provision need not exist.

    >>> from corpus.facts import find_facts
    >>> mandela = find_facts("mandela").instrument()
    >>> label(mandela, "43(1)(b)", Language.EN)
    'Nelson Mandela Rules, rule 43 (1) (b)'
    >>> label(mandela, "43(1)(b)", Language.ZH)
    '《纳尔逊·曼德拉规则》第43条第1款(b)项'
    """
    written = take_apart(locator)
    if not written.number and not written.steps:
        raise BadLocator(f"{locator!r} is not a locator.", hint="Write it like 45(1), 43(1)(b), 8.2(b) or pp12.")
    kind = written.prefix or str(instrument.unit)
    name = instrument.called(language)
    number, steps = _NUMBERS.get(language, _spaced)(written, instrument.unit)
    return _PATTERNS[language][kind].format(name=name, number=number, steps=steps)


def _spaced(written: Written, _unit: Unit) -> tuple[str, str]:
    """`43 (1) (b)`."""
    return " ".join([written.number] * bool(written.number) + [f"({step})" for step in written.steps]), ""


def _arabic(written: Written, unit: Unit) -> tuple[str, str]:
    """`43 (1) (ب)`; below a letter the roman numbers are printed as '4'."""
    steps = tuple(_arabic_step(written.steps, place) for place in range(len(written.steps)))
    number, _ = _spaced(written._replace(steps=()), unit)
    return " ".join([number] * bool(number) + list(steps)), ""


def item_marks(steps: str, language: Language) -> tuple[str, ...]:
    """The marks of a list item as a language prints them, the outermost first.

    >>> item_marks("(b)(ii)", Language.EN), item_marks("(b)(ii)", Language.AR), item_marks("", Language.FR)
    (('(b)', '(ii)'), ('(ب)', "'2'"), ())
    """
    plain = tuple(re.findall(r"\(([^)]+)\)", steps))
    if language is Language.AR:
        return tuple(_arabic_step(plain, place) for place in range(len(plain)))
    return tuple(f"({step})" for step in plain)


def _arabic_step(steps: tuple[str, ...], place: int) -> str:
    step = steps[place]
    if place and steps[place - 1].isalpha() and (value := roman_value(step)):
        return f"'{value}'"
    return f"({ARABIC_LETTERS.get(step, step)})"


def _chinese(written: Written, unit: Unit) -> tuple[str, str]:
    """第43条第1款(b)项 for rules and articles, 第5段(a) for paragraphs, 初步意见2(1)."""
    brackets = "".join(f"({step})" for step in written.steps)
    if not written.number:
        return brackets, ""
    if written.prefix or unit is Unit.PARAGRAPH or not written.steps:
        return written.number, brackets
    numbered = written.steps[0].isdigit()
    items = "".join(f"({step})" for step in written.steps[numbered:])
    return written.number, (f"第{written.steps[0]}款" if numbered else "") + (f"{items}项" if items else "")


_NUMBERS: Mapping[Language, Callable[[Written, Unit], tuple[str, str]]] = {
    Language.AR: _arabic,
    Language.ZH: _chinese,
}
