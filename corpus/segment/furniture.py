"""Takes off a page what the printer put there: page numbers, running titles, job numbers, addresses of links.

Knows a running title by its return on page after page and a page number by its place. Never takes a line for its
subject; a line that stands once, in the middle of a page, stays.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from corpus.segment.lines import RULE, Line, Page, without

_ALWAYS = re.compile(
    r"""\d{1,3}/\d{1,3}(?:\s+\d{2}-\d{5}(?:\s\([A-Z]\))?)?    # 6/33, 3/10 24-24212
    | \d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{1,3}/\d{1,3})?       # 15-16929 (E)
    | \*\s?\d{7}\s?\*                                           # the bar code, in figures
    | Please\ rec.?cle | ♲
    | https?://\S+ | www\.\S+
    """,
    re.VERBOSE,
)
_EDGE = 4
"""So many lines at either end of a page may belong to its head or foot."""


def strip_furniture(pages: Sequence[Page], symbol: str, titles: Collection[str]) -> tuple[Page, ...]:
    """The pages without their furniture."""
    known = {_letters(title) for title in titles}
    stripped = [without(page, (line for line in page if _is_furniture(line.text, symbol, known))) for page in pages]
    heads = _returning(stripped)
    return tuple(without(page, _edges(page, place, heads)) for place, page in enumerate(stripped))


def _is_furniture(text: str, symbol: str, titles: Collection[str]) -> bool:
    """Whether a line is furniture wherever it stands."""
    if _ALWAYS.fullmatch(text):
        return True
    if symbol not in text:
        return False
    rest = _letters(text.replace(symbol, "", 1).strip("* "))
    return not rest or any(rest == title or rest in title for title in titles)


def _returning(pages: Sequence[Page]) -> frozenset[str]:
    """Lines that stand at the head of most pages after the first."""
    later = pages[1:]
    counts = Counter(text for page in later for text in {line.text for line in page[:_EDGE]})
    return frozenset(text for text, count in counts.items() if count >= 2 and count * 3 >= len(later))


def _edges(page: Page, place: int, heads: Collection[str]) -> Iterable[Line]:
    """The running titles and the page's own number at its edges."""
    rule = next((i for i, line in enumerate(page) if RULE.fullmatch(line.text)), None)
    numbers = {str(place + 1)} | ({str(place), str(place + 2)} if place else set())
    for line in page[:_EDGE]:
        if line.text in heads:
            yield line
    for line in (*page[:1], *(page[-2:] if rule is None else ())):
        if line.text in numbers:
            yield line


def _letters(text: str) -> str:
    """Letters and digits alone, for comparing titles however they are broken and quoted."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
