"""The digests, vocabularies and scenarios that we ship are whole and free of what lint can find."""

from pathlib import Path

import pytest

from corpus.digests import DIGESTS, Digest, all_digests, read_digests
from corpus.errors import BadFacts
from corpus.facts import SAMPLES, all_facts
from corpus.holdings import import_into
from corpus.lint import lint_all
from corpus.scenarios import all_scenarios
from corpus.store import Store
from corpus.types import Language
from corpus.vocabulary import terms_bank, vocabulary


def test_every_core_provision_has_a_digest() -> None:
    """The five core instruments have 706 digests between them."""
    counts = {name: len(digests) for name, digests in all_digests().items()}
    assert counts == {"bangkok": 144, "crc-gc24": 115, "mandela": 261, "res-79-172": 79, "tokyo": 107}


def test_lint_is_clean_without_texts(tmp_path: Path) -> None:
    """Lint finds nothing where no official text is held."""
    assert [str(finding) for finding in lint_all(Store(tmp_path / "store.sqlite3"))] == []


def test_lint_is_clean_against_official_texts(texts: Path, tmp_path: Path) -> None:
    """Lint finds nothing against the official texts either."""
    store = Store(tmp_path / "store.sqlite3")
    import_into(store, texts, lambda _: None)
    assert [str(finding) for finding in lint_all(store)] == []


def test_vocabularies() -> None:
    """Sixty topics or more, four hundred terms or more, each in six languages."""
    assert len(vocabulary().topics) >= 60
    assert len(terms_bank()) >= 400
    assert all(len(names) == len(Language) for names in vocabulary().topics.values())


def test_scenarios() -> None:
    """At least 150 scenarios, in six languages, with ids of their own."""
    scenarios = all_scenarios()
    assert len(scenarios) >= 150
    assert len({scenario.id for scenario in scenarios}) == len(scenarios)
    assert all(len(scenario.question) == len(Language) for scenario in scenarios)


def test_heavy_items_have_asks() -> None:
    """Long practical lists have questions of their own for their items."""
    found = {f"{name} {d.locator}" for name, digests in all_digests().items() for d in digests if d.item_asks}
    assert found >= {"mandela 43(1)", "tokyo 8.2", "tokyo 9.2", "crc-gc24 95"}


BROKEN = [
    ('{"locator": "1"}', "heading"),  # a field is missing
    ("{", "is not a digest"),  # no JSON
]


@pytest.mark.parametrize(("line", "said"), BROKEN)
def test_broken_line(tmp_path: Path, line: str, said: str) -> None:
    """A line that is no digest is refused with its file, its number and what is wrong."""
    path = tmp_path / "mandela.jsonl"
    path.write_text((DIGESTS / "tokyo.jsonl").read_text(encoding="utf-8").splitlines()[0] + "\n" + line, encoding="utf-8")
    with pytest.raises(BadFacts, match=r"mandela.jsonl, line 2") as caught:
        read_digests(path)
    assert said in str(caught.value)


def seeded(name: str, **changes: object) -> dict[str, tuple[Digest, ...]]:
    """The shipped digests with one of them changed."""
    digests = dict(all_digests())
    first = next(d for d in digests[name] if d.locator == changes["locator"])
    changed = first.model_copy(update={key: value for key, value in changes.items() if key != "locator"})
    digests[name] = tuple(changed if d is first else d for d in digests[name])
    return digests


def faults(tmp_path: Path, digests: dict[str, tuple[Digest, ...]]) -> list[str]:
    """What lint finds in changed digests."""
    return [str(finding) for finding in lint_all(Store(tmp_path / "store.sqlite3"), digests=digests)]


CHANGES = [  # a language, words in it for "A watch must not go on for more than 6 hours.", what lint says of them
    ("fr", "Un quart ne doit pas durer plus de 8 heures.", "its languages differ, fr: number: 8 hour"),
    ("es", "Una guardia no debe durar más de seis días.", "its languages differ, es: number: 6 day"),
    ("ru", "Вахта не должна длиться долго.", "its languages differ, ru: number: 6 hour"),
    ("ar", "يجب ألا تتجاوز النوبة ساعتين.", "its languages differ, ar: number: 2 hour"),
    ("fr", "Un quart devrait durer 6 heures.", "shall_not is not what 'Un quart devrait durer 6 heures.' says"),
    ("ru", "Вахта может длиться более 6 часов.", "shall_not is not what 'Вахта может длиться более 6 часов.' says"),
    ("es", "A watch must not go on for more than 6 hours.", "is not in es"),
    ("ar", "Вахта не может быть дольше 6 часов.", "is not in ar"),
]


def test_a_denied_verb_is_found_where_the_english_denies_nothing(tmp_path: Path) -> None:
    """A duty that became a ban in one language is found; Arabic may put "only" as an exception to a ban."""
    digests = read_digests(SAMPLES / "digests" / "sample-rules.jsonl")
    rest = next(digest for digest in digests if digest.locator == "13").statements[0]
    denied = {
        "fr": "Les enfants ne doivent pas recevoir de cours 4 matinées par semaine.",
        "es": "Los niños no deben recibir clases 4 mañanas por semana.",
        "ru": "Дети не должны учиться 4 утра в неделю.",
        "ar": "يجب ألا يتلقى الأطفال دروساً في 4 صباحات.",
    }
    wrong = tuple(rest.model_copy(update={language: text}) for language, text in denied.items())
    only = rest.model_copy(
        update={"en": "Children must be taught only on 4 mornings.", "ar": "يجب ألا يُعلَّم الأطفال إلا 4 صباحات."}
    )
    found = faults(tmp_path, seeded("mandela", locator="23(1)", statements=(rest, only, *wrong)))
    assert len(found) == len(denied)
    assert all(any(text in line for line in found) for text in denied.values())


def test_lint_reads_every_language(tmp_path: Path) -> None:
    """Another number, another verb and another language are found in each of the six."""
    digests = read_digests(SAMPLES / "digests" / "sample-rules.jsonl")
    watch = next(digest for digest in digests if digest.locator == "5(1)").statements[0]
    wrong = tuple(watch.model_copy(update={language: text}) for language, text, _ in CHANGES)
    found = faults(tmp_path, seeded("mandela", locator="23(1)", statements=(watch, *wrong)))
    assert [said for _, _, said in CHANGES if not any(said in line for line in found)] == []
    assert [line for line in found if any(text in line for text in watch.texts.values() if text != watch.en)] == []


def test_lint_sees_seeded_faults(tmp_path: Path) -> None:
    """A number in one language only, an unknown topic, a lost locator and a shared ask are each found."""
    statement = next(d for d in all_digests()["mandela"] if d.locator == "23(1)").statements[0]
    wrong = statement.model_copy(update={"zh": statement.zh.replace("1小时", "2小时")})
    found = faults(tmp_path, seeded("mandela", locator="23(1)", statements=(wrong,)))
    assert any("23(1)" in line and "number" in line for line in found)
    found = faults(tmp_path, seeded("mandela", locator="23(1)", topics=("gardening",)))
    assert found == ["mandela 23(1): topic 'gardening' is not in topics.toml"]
    digests = {**all_digests(), "tokyo": all_digests()["tokyo"][1:]}
    assert "tokyo pp1: has no digest" in faults(tmp_path, digests)
    asks = next(d for d in all_digests()["tokyo"] if d.locator == "1.2").asks
    found = faults(tmp_path, seeded("tokyo", locator="23.2", asks=asks))
    assert any("stands in tokyo 1.2 too" in line or "stands in tokyo 23.2 too" in line for line in found)
    assert all_facts()["tokyo"].core
