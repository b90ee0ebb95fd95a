"""The picture of references as options: colours that stay, labels that are short, words that cannot become a template."""

from chat.pages.graphing import PALETTE, options, short
from corpus.types import Binding, Language
from rag.browse.graph import EdgeOf, Graph, Node, NodeKind
from rag.browse.references import Link

NAMES = {"a": "A", "b": "B"}


def node(name: str, label: str, *, held: bool = True, size: int = 1) -> Node:
    """A node of a graph by its id."""
    instrument, _, locator = name.partition(" ")
    return Node(
        id=name,
        kind=NodeKind.PROVISION if locator else NodeKind.INSTRUMENT,
        instrument=instrument,
        label=label,
        title=label,
        binding=Binding.RULES,
        held=held,
        size=size,
        link="",
    )


def graph(*nodes: Node, edges: tuple[EdgeOf, ...] = (), centre: str = "") -> Graph:
    """A graph of these."""
    return Graph(language=Language.EN, centre=centre, nodes=nodes, edges=edges)


def data(drawn: Graph) -> dict[str, dict[str, dict[str, object]]]:
    """What is drawn of each node."""
    (series,) = options(drawn, NAMES, "told", "references")["series"]
    return {one["id"]: one for one in series["data"]}


def test_an_instrument_keeps_its_colour() -> None:
    """Colours follow the instruments in scope, not those in the picture; what is beyond them is grey."""
    drawn = data(graph(node("b 1", "B, rule 1"), node("c", "C", held=False)))
    assert drawn["b 1"]["itemStyle"]["color"] == PALETTE[1]
    assert drawn["c"]["itemStyle"]["color"] not in PALETTE


def test_own_provisions_are_called_by_their_numbers() -> None:
    """In the picture of an instrument or its provision its name is not said again; other instruments' names are."""
    own = node("a 1", "A, rule 1"), node("a intro5", "A, introduction, para. 5"), node("a 2", "A第2条")
    drawn = graph(*own, node("b 1", "B, rule 1"), node("a", "A, whole"), centre="a 1")
    assert [short(one, drawn, NAMES) for one in drawn.nodes] == [
        "rule 1",
        "introduction, para. 5",
        "第2条",
        "B, rule 1",
        "A, whole",
    ]


def test_printed_references_are_drawn_through() -> None:
    """Our pointers are dashed; a thicker arrow stands for more."""
    edges = tuple(
        EdgeOf(source="a", target="b", link=link, count=count) for link, count in ((Link.CITES, 9), (Link.SEE_ALSO, 1))
    )
    (series,) = options(graph(node("a", "A"), node("b", "B"), edges=edges), NAMES, "told", "references")["series"]
    printed, pointed = (link["lineStyle"] for link in series["links"])
    assert (printed["type"], pointed["type"]) == ("solid", "dashed")
    assert printed["width"] > pointed["width"]


def test_words_are_no_template() -> None:
    """A name cannot become markup or a place for a value in a tooltip."""
    drawn = data(graph(node("a", "<b>{c}</b> & co")))
    assert drawn["a"]["tooltip"]["formatter"] == "&lt;b&gt;&#123;c&#125;&lt;/b&gt; &amp; co"


def test_of_many_nodes_only_the_first_have_labels() -> None:
    """Of hundreds the most referred to are named; of few all are."""
    many = graph(*(node(f"a {place}", f"A, rule {place}", size=place) for place in range(1, 101)), centre="a")
    named = [key for key, one in data(many).items() if one["label"]["show"]]
    assert named == [f"a {place}" for place in range(71, 101)]
    assert options(many, {"a": "A"}, "told", "references")["aria"]["label"]["description"] == "told"


def test_an_empty_graph_is_drawn_empty() -> None:
    """Nothing fails where there is nothing."""
    assert data(graph()) == {}
