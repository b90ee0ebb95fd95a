"""Resources and prompts, as the official client lists and reads them."""

import orjson
import pytest
from mcp_types import INVALID_PARAMS, TextContent

from corpus.types import Language, Reference
from rag.api.provisions import instruments, provision_sheet
from rag.api.writing import written
from rag.pipeline import Pipeline
from tests.rag.mcp_server.asking import asked, read, refused


def test_every_instrument_is_listed(skerry: Pipeline) -> None:
    """The list has one resource for all and one for each instrument in scope, and each can be read."""
    listed = asked(skerry, lambda client: client.list_resources()).resources
    names = list(skerry.index.library.instruments)
    assert [one.uri for one in listed] == ["pinpoint://instruments", *(f"pinpoint://instruments/{name}" for name in names)]
    index = skerry.index
    assert read(skerry, listed[0].uri) == orjson.loads(written(instruments(index.library, index.version)))
    for one, name in zip(listed[1:], names, strict=True):
        assert read(skerry, one.uri)["instrument"]["id"] == name


def test_contents_lead_to_provisions(skerry: Pipeline) -> None:
    """An instrument's contents name each paragraph once, in printed order, by ids that parse back."""
    contents = read(skerry, "pinpoint://instruments/sample-rules")["contents"]
    references = [Reference.parse(one["id"]) for one in contents]
    assert [str(one) for one in references] == [one["id"] for one in contents]
    assert references == sorted(set(references), key=lambda one: skerry.index.library.order[one])
    assert contents[0]["label"].startswith("Skerry Rules, ")


@pytest.mark.parametrize("locator", ["4(b)", "4%28b%29", "5"])
def test_provision(skerry: Pipeline, locator: str) -> None:
    """A provision is the API's, whether or not its brackets are escaped."""
    plain = locator.replace("%28", "(").replace("%29", ")")
    index = skerry.index
    reference = Reference(instrument="sample-rules", locator=plain)
    expected = provision_sheet(index.library, reference, Language.EN, index.version)
    assert read(skerry, f"pinpoint://provisions/sample-rules/{locator}") == orjson.loads(written(expected))


def test_templates(skerry: Pipeline) -> None:
    """Instruments and provisions are offered as templates."""
    templates = asked(skerry, lambda client: client.list_resource_templates()).resource_templates
    assert [one.uri_template for one in templates] == [
        "pinpoint://instruments/{instrument}",
        "pinpoint://provisions/{instrument}/{locator}",
    ]


MISSING = [
    ("pinpoint://nothing", "There is no resource 'pinpoint://nothing'."),
    ("file:///etc/passwd", "There is no resource 'file:///etc/passwd'."),
    ("pinpoint://instruments/mandela", "No instrument 'mandela' is in scope."),
    ("pinpoint://provisions/sample-rules/99", "Skerry Rules has no 99."),
    ("pinpoint://provisions/sample-rules/nine", "'nine' is not a locator."),
    ("pinpoint://provisions/sample-rules/..%2F..%2Fetc", "There is no resource"),
]


@pytest.mark.parametrize(("uri", "words"), MISSING)
def test_missing_resources(skerry: Pipeline, uri: str, words: str) -> None:
    """What cannot be read is refused as a wrong parameter, with where to look."""
    error = refused(skerry, lambda client: client.read_resource(uri)).error
    assert error.code == INVALID_PARAMS
    assert words in error.message
    assert "Read pinpoint://instruments for the ids" in error.message


PROMPTS = [
    ("prepare_visit", {"theme": "night watches {and} oil", "place": "a station of two", "language": "French"}),
    ("find_authority", {"point": "letters {are} private", "forum": "the Harbour Council"}),
]


@pytest.mark.parametrize(("name", "arguments"), PROMPTS)
def test_prompts(skerry: Pipeline, name: str, arguments: dict[str, str]) -> None:
    """A prompt holds what it was given, letter for letter, and names only tools that there are."""
    listed = {one.name: one for one in asked(skerry, lambda client: client.list_prompts()).prompts}
    assert set(listed) == {"prepare_visit", "find_authority"}
    assert {one.name for one in listed[name].arguments or ()} >= set(arguments)
    (message,) = asked(skerry, lambda client: client.get_prompt(name, arguments)).messages
    assert isinstance(message.content, TextContent)
    for value in arguments.values():
        assert value in message.content.text
    tools = {tool.name for tool in asked(skerry, lambda client: client.list_tools()).tools}
    ticked = set(message.content.text.split("`")[1::2])
    fields = {"binding", "modality", "text_status", "official", "supported", "nearest", "see_also"}
    assert ticked <= tools | fields
    assert {"check_claim", "answer", "search", "fetch"} <= ticked


WRONG = [
    ("prepare_visit", {}, "prepare_visit: theme is missing. It takes theme, place, language."),
    ("prepare_visit", {"theme": ""}, "theme: String should have at least 1 character"),
    ("find_authority", {"point": "x" * 2_001}, "point: String should have at most 2000 characters"),
    ("advise", {}, "There is no prompt 'advise'. There are: prepare_visit, find_authority."),
]


@pytest.mark.parametrize(("name", "arguments", "words"), WRONG)
def test_wrong_prompts(skerry: Pipeline, name: str, arguments: dict[str, str], words: str) -> None:
    """A prompt that cannot be given says what it takes."""
    error = refused(skerry, lambda client: client.get_prompt(name, arguments)).error
    assert error.code == INVALID_PARAMS
    assert words in error.message
