"""Markdown of our own making as HTML: headings, lists, tables and paragraphs, for what other verbs found.

Knows only what those write. Everything is escaped; marks of emphasis and code are left out.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(r"[*`]")


def html_of(text: str) -> str:
    """The text as HTML; its title is left out, since the page has its own.

    >>> html_of("- *a* & b")
    '<ul class="checks many"><li>a &amp; b</li></ul>'
    """
    return "".join(_blocks(text))


def _blocks(text: str) -> Iterator[str]:
    for kind, lines in groupby(text.splitlines(), key=_kind):
        found = list(lines)
        match kind:
            case "|":
                yield _table(found)
            case "-":
                yield f'<ul class="checks many">{"".join(f"<li>{_plain(line[2:])}</li>" for line in found)}</ul>'
            case "#":
                yield from (f"<h3>{_plain(line.lstrip('# '))}</h3>" for line in found if line.startswith("##"))
            case _:
                yield from (f'<p class="note">{_plain(line)}</p>' for line in found if line.strip())


def _kind(line: str) -> str:
    return "-" if line.startswith("- ") else line[:1] if line[:1] in ("|", "#") else ""


def _table(lines: list[str]) -> str:
    rows = [[_plain(cell.strip().replace("\\|", "|")) for cell in _BETWEEN_CELLS.split(line.strip()[1:-1])] for line in lines]
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows[2:])
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _plain(text: str) -> str:
    return escape(_MARKS.sub("", text))
