"""Folded text cut into tokens, the letters of citations: words, numbers, single Chinese characters, signs.

Refuses to backtrack: each token is one match of one bounded pattern, so the work is linear in the text.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<pair>(?<![0-9/.])[0-9]{1,3} ?/ ?[0-9]{1,3}(?![0-9]|/[0-9]))"
    r"|(?P<number>[0-9]+)"
    r"|(?P<numeral>[〇零一二三四五六七八九十百廿卅]+)"
    r"|(?P<han>[\u3400-\u9fff])"
    r"|(?P<word>[^\W\d_\u3400-\u9fff]+)"
    r"|(?P<blank>\n[^\S\n]*\n\s*)"
    r"|(?P<sign>[^\s])"
)
LONGEST_WORD = 40
"""Longer words are in no list and no name, and are not remembered."""
_RUSSIAN_ENDING = re.compile(
    "(?:иями|ьями|ями|ами|иеи|ием|иям|иях|ьеи|ьям|ьях|его|ого|ему|ому|ими|ыми|ия|ие|ии|ию|ии|ья|ье|ьи|ью|ая|яя"
    "|ое|ее|ые|ыи|ои|еи|ую|юю|ою|ею|ых|их|ым|им|ом|ем|ам|ям|ах|ях|ов|ев|[ыиаяоеуюь])$"
)


class Token(NamedTuple):
    """One token: its sort (a group of the pattern), folded text, place, and whether it touches the one before.

    A blank line is a token of its own: citations do not cross it.
    """

    sort: str
    text: str
    start: int
    end: int
    glued: bool


def tokens(folded: str) -> list[Token]:
    """Every token of a folded text, in order.

    >>> [token.text for token in tokens("rule 45(1) 第四十五条")]
    ['rule', '45', '(', '1', ')', '第', '四十五', '条']
    """
    found: list[Token] = []
    before = -1
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        sort = match.lastgroup or "sign"
        text = match[0].replace(" ", "") if sort == "pair" else match[0]
        found.append(Token(sort, text, start, end, start == before))
        before = end
    return found


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A folded word (й is и) without its ending, so that inflected forms meet: plural s, Russian cases.

    >>> stem("rules"), stem("правилами"), stem("замечания")
    ('rule', 'правил', 'замечан')
    """
    if "\u0400" <= word[0] <= "\u052f":
        bare = _RUSSIAN_ENDING.sub("", word) if len(word) > 3 else word
        return bare if len(bare) > 2 else word
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def variants(word: str) -> tuple[str, ...]:
    """What a written word may stand for: its stem; in Arabic also without `و ف`, `ب ل ك` and the article.

    >>> variants("والقاعده")[-1]
    'قاعده'
    """
    return _variants(word) if len(word) <= LONGEST_WORD else (word,)


@lru_cache(maxsize=16384)
def _variants(word: str) -> tuple[str, ...]:
    if not "\u0600" <= word[0] <= "\u06ff":
        return (stem(word),)
    forms = [word]
    forms += [word[1:] for first in "وف" if word.startswith(first)]
    forms += [form[1:] for form in list(forms) if form[:1] in ("ب", "ل", "ك")]
    forms += [form[2:] for form in list(forms) if form.startswith(("ال", "لل"))]
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1 or form == word))
