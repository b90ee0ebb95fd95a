"""The pages beside the conversation without a browser: what each shows, keeps in the address and leads to."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus.settings import Settings
from corpus.types import Language
from rag.pipeline import Pipeline
from rag.ports import Embedder
from rag.present.opening import Opening
from tests.chat.pages import keys, shown

Visit = Callable[..., AppTest]


def script(opening: "Opening", name: str) -> None:
    """What AppTest runs: the frame's state, and one page in it."""
    import streamlit as st  # noqa: PLC0415 - the body is all that AppTest takes along

    from chat.pages.browse import browse  # noqa: PLC0415
    from chat.pages.checklist import visiting  # noqa: PLC0415
    from chat.pages.compare import comparing  # noqa: PLC0415
    from chat.pages.evaluation import evaluating  # noqa: PLC0415
    from chat.pages.places import PAGES  # noqa: PLC0415
    from chat.pages.references import referencing  # noqa: PLC0415
    from chat.pages.settings import as_set, setting  # noqa: PLC0415
    from chat.speech import settle  # noqa: PLC0415

    settle()
    pipeline = as_set(opening.pipeline())
    draw = dict(zip(PAGES, (browse, comparing, visiting, referencing, evaluating, setting), strict=True))[name]
    assert pipeline is not None
    st.session_state["llm"], st.session_state["version"] = pipeline.engine.llm, pipeline.index.version
    draw(pipeline)


@pytest.fixture
def visit(skerry: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Opens a page by its name, with what the address says behind it."""
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path))
    monkeypatch.delenv("PINPOINT_LLM", raising=False)

    def opened(name: str, pipeline: Pipeline = skerry, language: Language = Language.EN, **address: str) -> AppTest:
        opening = Opening(lambda _: pipeline)
        assert opening.pipeline(patience=10) is pipeline
        page = AppTest.from_function(script, args=(opening, name), default_timeout=60)
        page.session_state["interface"] = language
        for key, value in address.items():
            page.query_params[key] = value
        page.run()
        assert not page.exception
        return page

    return opened


def said_in(page: AppTest) -> str:
    """Everything on the page, labels of buttons and expanders too."""
    labels = [*(one.label for one in page.button), *(one.label for one in page.expander)]
    headers = [str(one.value) for one in (*page.subheader, *page.warning)]
    return "\n".join((shown(page), *headers, *labels)).replace("\\", "")


def test_browse_shows_headings_and_opens_a_provision(visit: Visit) -> None:
    """Headings open to their provisions; a provision opens in the drawer and stands in the address."""
    page = visit("browse", instrument="sample-rules")
    assert "I. Rules for every station :gray[(19)]" in said_in(page)
    assert not keys(page, "browse-leaf-")
    page.session_state["browse-sample-rules-3"] = True
    page.run()
    assert "**Watches and rest**" in shown(page)
    page.button(key="browse-leaf-sample-rules 5(1)").click().run()
    assert page.header[0].value.replace("\\", "") == "Skerry Rules, rule 5 (1)"
    assert page.query_params["at"] == "5(1)"


def test_browse_follows_its_own_address(visit: Visit) -> None:
    """An address that was passed on opens the same provision; one that names none opens nothing."""
    assert visit("browse", instrument="sample-rules", at="5(1)").header[0].value.replace("\\", "").endswith("rule 5 (1)")
    lost = visit("browse", instrument="sample-treaty", at="99")
    assert not lost.header
    assert lost.selectbox(key="browse-instrument").value == "sample-treaty"


FOUND = [
    ("Skerry Rules, rule 9 (2)", "Found by its citation", "Skerry Rules, rule 9 (2)"),  # a citation alone
    ("Skerry Rules, rule 99", "There is no such provision", "Skerry Rules, rule 16 (1)"),  # a number too high
    ("who may open a letter", "Nearest to these words", "Skerry Rules, rule 9 (2)"),  # words
]


@pytest.mark.parametrize(("typed", "how", "label"), FOUND, ids=["citation", "nearest", "words"])
def test_browse_finds(visit: Visit, typed: str, how: str, label: str) -> None:
    """A citation, a number that does not exist, and words each lead to provisions, and the page says how."""
    page = visit("browse")
    page.text_input(key="browse-typed").set_value(typed).run()
    assert how in shown(page)
    assert label in [page.button(key=key).label.replace("\\", "") for key in keys(page, "browse-found-")]
    assert page.query_params["find"] == typed


def test_browse_refuses_what_cannot_be_read(visit: Visit) -> None:
    """Signs without a letter are answered with help; the tree stays."""
    page = visit("browse")
    page.text_input(key="browse-typed").set_value("???").run()
    assert page.info
    assert not page.exception
    assert page.expander


def test_numbers_lead_to_permanent_pages_where_they_are_served(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the API beside it a number is a link whose brackets are safe in an address; without, it is none."""
    page = visit("browse", instrument="sample-rules")
    page.session_state["browse-sample-rules-3"] = True
    page.run()
    assert "](/p/" not in shown(page)
    monkeypatch.setattr("chat.citing.shared", object)
    page.run()
    assert "[rule 5 (1)](/p/sample-rules/5%281%29)" in shown(page)


def test_compare_begins_with_counts(visit: Visit) -> None:
    """Without a choice there is the matrix: topics that something is said on, with paragraphs, nothing for none."""
    page = visit("compare")
    table = page.dataframe[0].value.set_index("topic")
    assert table["sample-rules"].to_dict() == {
        "Order and security": 4,
        "Requests and complaints": 1,
        "Inspections and independent monitoring": 1,
        "Contact with family and the outside world": 1,
        "Education and vocational training": 1,
    }
    assert list(table.columns) == ["sample-rules"]
    assert "Hinge comment" in shown(page)


def test_compare_topic_side_by_side(visit: Visit) -> None:
    """A topic gives each instrument's statements with verb, addressee and citation, what is silent, and two files."""
    page = visit("compare", topic="complaints")
    assert page.subheader[0].value == "Skerry Rules"
    text = said_in(page)
    assert ":blue-badge[must not]" in text
    assert ":gray-badge[:material/arrow_forward:" in text
    assert keys(page, "compare-sample-rules-0-chip")
    assert [str(one.key) for one in page.get("download_button")] == ["compare-docx", "compare-xlsx"]
    page.button(key="compare-sample-rules-0-chip-0").click().run()
    assert any("Skerry Rules, rule" in one.value.replace("\\", "") for one in page.header)


def test_compare_words_take_the_place_of_a_topic(visit: Visit) -> None:
    """Words empty the topic and are searched; what cannot be read is help."""
    page = visit("compare", topic="complaints")
    page.text_input(key="compare-words").set_value("who may open letters").run()
    assert page.selectbox(key="compare-topic").value is None
    assert "words" in page.query_params
    assert "topic" not in page.query_params
    assert page.subheader
    page.text_input(key="compare-words").set_value("???").run()
    assert not page.exception
    assert page.info


def test_compare_topic_that_nobody_speaks_to(visit: Visit) -> None:
    """A topic without statements is said to have none, with the instruments that were looked into."""
    page = visit("compare", topic="searches")
    assert "These texts say nothing on this." in shown(page)
    assert "Skerry Rules" in shown(page)


def test_an_address_may_not_invent_a_topic(visit: Visit) -> None:
    """A topic that is in no list is passed over."""
    page = visit("compare", topic="gardening")
    assert page.selectbox(key="compare-topic").value is None
    assert page.dataframe


def test_checklist_of_a_place(visit: Visit) -> None:
    """A place has its lines by topic; topics narrow it, and each line has its paragraphs."""
    page = visit("checklist", place="prison")
    everything = page.markdown[0].value
    assert everything == "**Lines: 12**"
    page.multiselect(key="checklist-topics-prison").set_value(["complaints"]).run()
    assert page.markdown[0].value != everything
    assert page.query_params["topics"] == "complaints"
    assert keys(page, "check-1-chip")
    page.button(key="check-1-chip-0").click().run()
    assert page.header[0].value.replace("\\", "").startswith("Skerry Rules, rule")


def test_checklist_of_an_address(visit: Visit) -> None:
    """Place and topics are taken from an address, unknown ones passed over."""
    page = visit("checklist", place="womens-prison", topics="complaints,gardening")
    assert page.selectbox(key="checklist-place").value == "womens-prison"
    assert page.multiselect(key="checklist-topics-womens-prison").value == ["complaints"]


def test_checklist_without_a_line_says_so(visit: Visit) -> None:
    """Where the texts have nothing for a place, there is nothing to save."""
    page = visit("checklist", place="community-sanction")
    assert "no line for this place" in shown(page)
    assert not page.get("download_button")


def test_references_of_a_provision(visit: Visit) -> None:
    """What points to a provision and where it points stand below its picture, and lead on."""
    page = visit("references", at="sample-rules 5(1)")
    text = shown(page)
    assert "**Pointed to from, by us** :gray[(1)]" in text
    assert "**Referred to by, in print** :gray[(0)]" in text
    assert [page.button(key=key).label.replace("\\", "") for key in keys(page, "references-see_also")] == [
        "Skerry Rules, rule 5 (2)"
    ]
    page.button(key="references-up").click().run()
    assert page.query_params["at"] == "sample-rules"
    page.button(key="references-all").click().run()
    assert "at" not in page.query_params


def test_references_by_citation(visit: Visit) -> None:
    """A citation typed puts its provision in the middle; a number that does not exist puts the nearest and says so."""
    page = visit("references")
    page.text_input(key="references-typed").set_value("Skerry Rules, rule 5 (2)").run()
    assert page.query_params["at"] == "sample-rules 5(2)"
    page.text_input(key="references-typed").set_value("Skerry Rules, rule 99").run()
    assert "There is no such provision" in shown(page)


def test_references_of_an_unknown_place_are_the_whole(visit: Visit) -> None:
    """An address that names nothing in scope shows all instruments."""
    for strange in ("gardening", "sample-rules 99", "sample-rules (", "mandela 45(1)"):
        assert visit("references", at=strange).selectbox(key="references-instrument").value == ""


class Drafted(Pipeline):
    """A pipeline with a language model by name alone."""

    def __init__(self, pipeline: Pipeline, embedder: Embedder) -> None:
        super().__init__(pipeline.index, embedder)
        self.engine = replace(self.engine, llm="some-model")

    @property
    def plain(self) -> Pipeline:
        """Without it."""
        return Pipeline(self.index, self.embedder)


def test_settings_say_that_nothing_leaves(visit: Visit) -> None:
    """By default nothing leaves, the model is off, and the instruments in scope and beyond are named."""
    page = visit("settings")
    assert "**Nothing leaves this machine.**" in page.success[0].value
    assert "**Off.**" in shown(page)
    assert "Skerry Rules" in shown(page)
    assert "Nelson Mandela Rules" in shown(page)
    assert not page.toggle


def test_settings_say_what_goes_to_a_model(visit: Visit, skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a model elsewhere the page warns where questions go; turned off by the reader, nothing goes any more."""
    page_of = Drafted(skerry, skerry.embedder)
    monkeypatch.setenv("PINPOINT_LLM", "openai-like")
    monkeypatch.setenv("PINPOINT_LLM_MODEL", "some-model")
    monkeypatch.setenv("PINPOINT_LLM_URL", "https://models.example/v1")
    page = visit("settings", pipeline=page_of)
    assert "models.example" in page.warning[0].value.replace("\\", "")
    assert page.session_state["llm"] == "some-model"
    page.toggle(key="settings-model").set_value(False).run()
    assert not page.warning
    assert "Nothing leaves" in page.success[0].value
    assert page.session_state["llm"] is None


def test_settings_know_a_model_on_this_machine(visit: Visit, skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model on loopback takes nothing off the machine, and the page says so."""
    monkeypatch.setenv("PINPOINT_LLM", "ollama")
    monkeypatch.setenv("PINPOINT_LLM_MODEL", "some-model")
    page = visit("settings", pipeline=Drafted(skerry, skerry.embedder))
    assert "runs on it too" in page.success[0].value
    assert not page.warning


def test_settings_narrow_what_is_searched(visit: Visit, skerry: Pipeline) -> None:
    """An instrument left out is neither browsed nor held any more; with none left over, all are searched again."""
    page = visit("settings")
    everything = list(skerry.index.library.instruments)
    choice = page.button_group(key="settings-searched")
    assert choice.value == everything
    choice.set_value(["sample-rules"]).run()
    assert page.session_state["version"] == f"{skerry.index.version}:sample-rules"
    assert page.button_group(key="settings-searched").value == ["sample-rules"]
    page.button_group(key="settings-searched").set_value([]).run()
    assert page.session_state["version"] == skerry.index.version
    assert page.button_group(key="settings-searched").value == everything


def test_settings_change_the_language(visit: Visit) -> None:
    """The language chosen here is the one of all pages."""
    page = visit("settings")
    page.selectbox(key="settings-language").set_value(Language.FR).run()
    assert page.session_state["interface"] is Language.FR
    assert "Rien ne quitte cette machine" in page.success[0].value


@pytest.mark.parametrize("name", ["browse", "compare", "checklist", "references", "evaluation", "settings"])
@pytest.mark.parametrize("language", [one for one in Language if one is not Language.EN])
def test_every_page_in_every_language(visit: Visit, name: str, language: Language) -> None:
    """No page fails in any language, and none keeps its English title."""
    english = visit(name).title[0].value
    assert visit(name, language=language).title[0].value != english


def test_settings_of_the_environment_are_read(visit: Visit, tmp_path: Path) -> None:
    """The pages look into the data folder that the program was given."""
    visit("evaluation")
    assert Settings.from_environment().data == tmp_path
