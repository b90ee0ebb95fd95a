"""The catalogues: each has every message, with the same places for values, and every message is used."""

import re
from pathlib import Path

import polib
import pytest

from corpus.types import Binding, Language, Modality, TextStatus
from rag.catalogue import LOCALE, counted, direction, entries, keys, said
from rag.present import words
from rag.types import VerdictStatus

ROOT = Path(__file__).resolve().parents[3]
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in (ROOT / "chat", ROOT / "rag")
    for path in (ROOT / "app.py", *sorted(folder.rglob("*.py")), *sorted(folder.rglob("*.html")))
)
FOREIGN = [language for language in Language if language is not Language.EN]
SCRIPTS = {Language.ZH: r"[\u4e00-\u9fff]", Language.RU: r"[\u0400-\u04ff]", Language.AR: r"[\u0600-\u06ff]"}
CATALOGUES = {language: {entry.msgid: entry for entry in entries(language)} for language in Language}


def forms(entry: polib.POEntry) -> list[str]:
    """What an entry says: one wording, or one for each kind of number."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


@pytest.mark.parametrize("language", FOREIGN)
def test_every_catalogue_has_every_message(language: Language) -> None:
    """No message is missing, left over, empty, in doubt, or there twice."""
    assert list(CATALOGUES[language]) == list(CATALOGUES[Language.EN])
    assert len(entries(language)) == len(CATALOGUES[language])
    assert [entry.msgid for entry in CATALOGUES[language].values() if not all(forms(entry)) or entry.fuzzy] == []


@pytest.mark.parametrize("language", FOREIGN)
def test_places_for_values_are_the_same(language: Language) -> None:
    """A translation has the English wording's places for values and its commands, each as often.

    A plural may leave out the number that it says in words.
    """
    for key, entry in CATALOGUES[language].items():
        english = forms(CATALOGUES[Language.EN][key])[-1]
        for form in forms(entry):
            for pattern in (r"\{\w+\}", r"`[^`]+`"):
                wanted, found = sorted(re.findall(pattern, english)), sorted(re.findall(pattern, form))
                spoken = [place for place in wanted if place != "{count}"] if entry.msgid_plural else wanted
                assert found in (wanted, spoken), (key, form)


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_translation_is_in_its_script(language: Language) -> None:
    """Chinese, Russian and Arabic wordings are written in their own letters; names of programs apart."""
    own = re.compile(SCRIPTS[language])
    assert [key for key, entry in CATALOGUES[language].items() if not all(map(own.search, forms(entry)))] == []


@pytest.mark.parametrize("language", FOREIGN)
def test_a_translation_is_not_the_english(language: Language) -> None:
    """Nothing longer than a few words is left in English."""
    english = CATALOGUES[Language.EN]
    same = [key for key, entry in CATALOGUES[language].items() if forms(entry)[0] == forms(english[key])[0]]
    assert [key for key in same if len(forms(english[key])[0]) > 20] == []


@pytest.mark.parametrize("language", Language)
def test_plural_forms_are_as_many_as_the_header_says(language: Language) -> None:
    """A message with numbers has a form for each kind of number of its language."""
    header = entries(language).metadata["Plural-Forms"]
    (wanted,) = re.findall(r"nplurals=(\d)", header)
    found = {key: len(entry.msgstr_plural) for key, entry in CATALOGUES[language].items() if entry.msgid_plural}
    assert {key: number for key, number in found.items() if number != int(wanted)} == {}


@pytest.mark.parametrize("key", [key for key in CATALOGUES[Language.EN] if "." not in key])
def test_every_word_is_used(key: str) -> None:
    """No message is left over; those of a family, which have a dot, are asked for by their values."""
    assert re.search(rf"['\"]{re.escape(key)}['\"]", SOURCES)


def test_every_value_has_a_name() -> None:
    """Forces, verbs, statuses, verdicts and languages are all named, in six languages."""
    assert set(words.BINDING) == set(Binding)
    assert set(words.MODALITY) == set(Modality)
    assert set(words.STATUS) == set(words.STATUS_HINT) == set(TextStatus)
    assert set(words.VERDICT) == set(VerdictStatus)
    assert set(words.LANGUAGES) == set(Language)
    assert {len(column) for column in words.PAGE.values()} == {len(Language)}
    assert len(words.EXAMPLES) == len(words.SAMPLE_EXAMPLES) == len(Language)


def test_columns_stand_in_the_order_of_languages() -> None:
    """The second column is Chinese, the last Arabic."""
    assert words.OWN_NAMES == ("English", "中文", "Français", "Español", "Русский", "العربية")
    assert words.reason("word for word", Language.ZH) == "逐字一致"
    assert words.reason("number: 3 hours, not 6", Language.ZH) == "number: 3 hours, not 6"


def test_arabic_runs_from_right_to_left() -> None:
    """Only Arabic does."""
    assert [language for language in Language if direction(language) == "rtl"] == [Language.AR]


def test_a_message_that_is_nowhere_is_refused() -> None:
    """An unknown key is an error, not shown as it stands."""
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        said("no.such.key", Language.FR)
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        counted("no.such.key", Language.FR, 2)


def test_values_are_filled_in() -> None:
    """Places take values; braces inside a value stay as they are."""
    assert said("read_as", Language.ES, question="{x}") == "Leído junto con lo preguntado antes: {x}"


def test_catalogues_have_the_names_that_gettext_looks_for() -> None:
    """One file a language, and the header names it."""
    found = {path.parents[1].name for path in LOCALE.glob("*/LC_MESSAGES/pinpoint.po")}
    assert found == {entries(language).metadata["Language"] for language in Language} == set(Language)
    assert "title" in keys()
