"""Footnotes cited beside the instrument that they stand in: `footnote 27 to the Mandela Rules`, `A/RES/79/172脚注26`.

Refuses a footnote without a name beside it: texts are full of their own.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.citations.mention import Mention

_FOOTNOTE = re.compile(
    r"(?:\bfoot-?\s?notes?|\bfn\b\.?|\bnotes? de bas de page|\bnotas?(?: al pie| a pie de página)|\bсноск\w+|脚注|(?:ال)?حاشية)"
    r"\s*(?:no\.?|n[°º]|núm\.?|№|رقم|第)?\s*([1-9][0-9]{0,2})(?![0-9.])",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:[\s,،，:()（）《》]|\b(?:to|of|in|the|de|du|des|la|las|los|le|les|del|a|aux|к|в|из)\b|إلى|في|من|على|的|号?决议)*",
    re.IGNORECASE,
)


def find_footnotes(text: str, names: Sequence[tuple[int, int, str]]) -> Iterator[Mention]:
    """Every footnote with a name right before or right after it; `names` are start, end and id of those in the text.

    >>> [m.locators for m in find_footnotes("Footnote 3 of the Skerry Rules", [(18, 30, "sample-rules")])]
    [('fn3',)]
    """
    for match in _FOOTNOTE.finditer(text):
        before = [name for name in names if name[1] <= match.start() and _BESIDE.fullmatch(text, name[1], match.start())]
        after = [name for name in names if name[0] >= match.end() and _BESIDE.fullmatch(text, match.end(), name[0])]
        for start, end, instrument in (*before, *after)[:1]:
            yield Mention(
                text_start=min(start, match.start()),
                text_end=max(end, match.end()),
                instrument=instrument,
                locators=(f"fn{match[1]}",),
            )
