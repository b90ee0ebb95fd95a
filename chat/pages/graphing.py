"""A graph as options of ECharts: nodes to click on, references as arrows, printed ones drawn through, pointers dashed.

Pure: the same graph gives the same options. Draws nothing itself.
"""

from collections.abc import Mapping
from typing import Any

from rag.browse.graph import EdgeOf, Graph, Node, NodeKind
from rag.browse.references import Link
from rag.browse.tree import without_name

PALETTE = ("#2f78b7", "#b3541e", "#3c8d5a", "#8a5bb5", "#a8843a", "#c0487a", "#3a8f97", "#6b7480")
"""Colours of instruments in their order, seen on white and on black alike."""
_BEYOND = "#8b949e"
_FEW, _MANY = 12, 60
"""Nodes up to which a picture is drawn large, and from which it is drawn small and its arrows faint."""


def options(graph: Graph, instruments: Mapping[str, str], told: str, many: str) -> dict[str, Any]:
    """The picture of a graph.

    `instruments` are names by id, the place of each being its colour; `told` is what a screen reader says of the picture,
    `many` the words for how many references an arrow stands for.
    """
    colours = {name: PALETTE[place % len(PALETTE)] for place, name in enumerate(instruments)}
    crowded = len(graph.nodes) > _MANY
    ranked = sorted((node.size for node in graph.nodes), reverse=True)
    least = ranked[_MANY // 2] if crowded else -1
    return {
        "aria": {"enabled": True, "label": {"description": told}},
        "tooltip": {"confine": True},
        "animation": False,
        "series": [
            {
                "type": "graph",
                "layout": "force",
                "roam": True,
                "zoom": 0.6 if crowded else 1.0 if len(graph.nodes) <= _FEW else 0.75,
                "draggable": True,
                "scaleLimit": {"min": 0.3, "max": 8},
                "force": _force(crowded=crowded),
                "labelLayout": {"hideOverlap": True},
                "emphasis": {"focus": "adjacency"},
                "edgeSymbol": ["none", "arrow"],
                "edgeSymbolSize": 4 if crowded else 7,
                "lineStyle": {"opacity": 0.25 if crowded else 0.6, "curveness": 0.12},
                "data": [
                    {
                        **_node(node, graph, colours, max(*ranked, 1), labelled=node.size > least),
                        "name": short(node, graph, instruments),
                    }
                    for node in graph.nodes
                ],
                "links": [_edge(edge, many) for edge in graph.edges],
            }
        ],
    }


def _force(*, crowded: bool) -> dict[str, Any]:
    """Few nodes stand well apart, many close together; nothing moves before a reader's eyes."""
    apart = {"repulsion": 110, "edgeLength": [20, 90]} if crowded else {"repulsion": 900, "edgeLength": [60, 170]}
    return {**apart, "gravity": 0.22, "layoutAnimation": False, "initLayout": "circular"}


def short(node: Node, graph: Graph, instruments: Mapping[str, str]) -> str:
    """A node's label, without the name of the instrument that the picture is of."""
    own = graph.centre.partition(" ")[0]
    if node.kind is NodeKind.INSTRUMENT or node.instrument != own:
        return node.label
    return without_name(node.label, instruments.get(own, ""))


def _node(node: Node, graph: Graph, colours: dict[str, str], most: int, *, labelled: bool) -> dict[str, Any]:
    whole = node.kind is NodeKind.INSTRUMENT
    return {
        "id": node.id,
        "value": node.size,
        "symbol": "roundRect" if whole else "circle",
        "symbolSize": (26 if whole else 10) + round(22 * (node.size / most) ** 0.5),
        "itemStyle": {
            "color": colours.get(node.instrument, _BEYOND),
            "borderWidth": 3 if node.id == graph.centre else 0,
            "borderColor": "#d99a1c",
        },
        "label": {
            "show": labelled or node.id == graph.centre or whole,
            "position": "bottom",
            "width": 150,
            "overflow": "break",
            "fontWeight": "bold" if whole and node.held else "normal",
        },
        "tooltip": {"formatter": _plain(f"{node.label} · {node.title}" if node.title != node.label else node.label)},
    }


def _edge(edge: EdgeOf, many: str) -> dict[str, Any]:
    return {
        "source": edge.source,
        "target": edge.target,
        "value": edge.count,
        "lineStyle": {
            "type": "solid" if edge.link is Link.CITES else "dashed",
            "width": min(1 + edge.count**0.5 / 2, 6),
        },
        "tooltip": {"formatter": _plain(f"{many}: {edge.count}")},
    }


def _plain(text: str) -> str:
    """Words for a tooltip, which ECharts reads as HTML with places in braces for values."""
    for sign, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("{", "&#123;"), ("}", "&#125;")):
        text = text.replace(sign, safe)
    return text
