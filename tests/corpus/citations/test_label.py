"""Labels as they are printed, and that each parses back to the reference that it was printed from."""

import pytest

from corpus.citations.find import find
from corpus.citations.label import label
from corpus.citations.resolve import Resolved, resolve
from corpus.errors import BadLocator
from corpus.facts import known_instruments
from corpus.types import Instrument, Language, Reference

LABELS = [
    # rule and paragraph
    ("mandela 45(1)", "en", "Nelson Mandela Rules, rule 45 (1)"),
    # dotted rule and item
    ("tokyo 8.2(b)", "en", "Tokyo Rules, rule 8.2 (b)"),
    # paragraph of a general comment
    ("crc-gc24 95(g)", "en", "CRC general comment No. 24, para. 95 (g)"),
    # paragraph of a resolution
    ("res-79-172 5(a)", "en", "General Assembly resolution 79/172, para. 5 (a)"),
    # preamble
    ("res-79-172 pp12", "en", "General Assembly resolution 79/172, preambular para. 12"),
    # observation
    ("mandela po2(1)", "en", "Nelson Mandela Rules, preliminary observation 2 (1)"),
    # introduction
    ("bangkok intro13", "en", "Bangkok Rules, introduction, para. 13"),
    # operative part
    ("mandela op3", "en", "Nelson Mandela Rules, operative para. 3"),
    # footnote
    ("mandela fn28", "en", "Nelson Mandela Rules, footnote 28"),
    # a whole rule, which labels of answers never show
    ("mandela 45", "en", "Nelson Mandela Rules, rule 45"),
    # Chinese rule, paragraph and item
    ("mandela 43(1)(b)", "zh", "《纳尔逊·曼德拉规则》第43条第1款(b)项"),
    # Chinese dotted rule
    ("tokyo 8.2(b)", "zh", "《东京规则》第8.2条(b)项"),
    # Chinese paragraph
    ("res-79-172 5(a)", "zh", "大会第79/172号决议第5段(a)"),
    # Chinese preamble
    ("res-79-172 pp12", "zh", "大会第79/172号决议序言部分第12段"),
    # French
    ("mandela 43(1)(b)", "fr", "Règles Nelson Mandela, règle 43 (1) (b)"),
    # Spanish
    ("mandela op3", "es", "Reglas Nelson Mandela, parte dispositiva, párr. 3"),
    # Russian
    ("bangkok intro13", "ru", "Бангкокские правила, введение, пункт 13"),
    # Arabic letters
    ("mandela 43(1)(b)", "ar", "قواعد نيلسون مانديلا، القاعدة 43 (1) (ب)"),
    # Arabic numbers below a letter
    ("crc-gc24 6(c)(iv)", "ar", "التعليق العام رقم 24 للجنة حقوق الطفل، الفقرة 6 (ج) '4'"),
]


@pytest.mark.parametrize(("reference", "language", "printed"), LABELS)
def test_printed_form(known: dict[str, Instrument], reference: str, language: str, printed: str) -> None:
    """A reference is printed so in this language."""
    parsed = Reference.parse(reference)
    assert label(known[parsed.instrument], parsed.locator, Language(language)) == printed


def test_what_is_no_locator_is_refused(known: dict[str, Instrument]) -> None:
    """A label of what is no locator is an error that shows one."""
    with pytest.raises(BadLocator, match="45"):
        label(known["mandela"], "rule one", Language.EN)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", list(known_instruments()))
def test_every_label_parses_back(name: str, language: Language) -> None:
    """Each expected locator's label is found as one citation, as a whole, and means that locator and nothing else."""
    known = known_instruments()
    for locator in known[name].expected:
        printed = label(known[name], locator, language)
        (mention,) = find(printed, known)
        assert (mention.text_start, mention.text_end) == (0, len(printed))
        assert resolve(mention, known, []) == Resolved(references=(Reference(instrument=name, locator=locator),)), printed


@pytest.mark.parametrize("name", list(known_instruments()))
def test_every_reference_parses_back(name: str) -> None:
    """Each expected locator's plain printed form is found as well."""
    known = known_instruments()
    for locator in known[name].expected:
        reference = Reference(instrument=name, locator=locator)
        (mention,) = find(str(reference), known)
        assert resolve(mention, known, []) == Resolved(references=(reference,)), str(reference)
