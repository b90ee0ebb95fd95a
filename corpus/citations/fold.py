"""Text before it is read for citations: one spelling for many, each letter with its place in the original.

Refuses to lose a place: whatever the folding drops, splits or joins, offsets into the original text survive.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TRADITIONAL = (
    "條条號号決决議议則则項项規规納纳爾尔遜逊東东聯联國国標标準准見见兒儿權权約约際际關关於于婦妇殘残議议書书"
    "執执導导說说備备註注節节點点與与從从兩两經经濟济會会視视種种歷历動动員员際际強强護护獄狱監监囚囚遇遇禁禁"
    "罰罚處处歐欧審审參参見见華华衛卫產产業业後后來来個个時时週周歲岁間间數数統统務务報报確确認认識识賣卖"
    "販贩淫淫捲卷入入衝冲實实暴暴請请訴诉訟讼據据觀观發发責责選选陸陆貳贰參叁剝剥奪夺離离為为殊殊罪罪犯犯"
    "違违徳德軍军隊队擄掳涉涉勞劳體体態态難难門门圖图類类繼继續续總总錄录開开電电長长"
)
"""Pairs: a traditional character and the simplified one that stands for it here."""

_SPECIAL = {
    **dict(zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)),
    **dict.fromkeys("‐‑‒–—―−﹣－~～〜", "-"),
    **dict.fromkeys("“”„‟«»＂「」『』", '"'),
    **dict.fromkeys("‘’‚‛`´ʼ＇", "'"),
    **dict.fromkeys("⁄∕／", "/"),
    **dict.fromkeys("·•・‧∙", "·"),
    **dict.fromkeys("、，،﹑", ","),
    **dict.fromkeys("；؛", ";"),
    **dict.fromkeys("〈﹤", "《"),
    **dict.fromkeys("〉﹥", "》"),
    **dict.fromkeys("○◯", "〇"),
    "°": "o",
    "ª": "a",
    "º": "o",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
    "ـ": "",
    "【": "[",
    "】": "]",
    "〔": "[",
    "〕": "]",
}
_SILENT = ("Mn", "Me", "Cf")
_CIRCLED = re.compile(r"<circle> ((?:003\d ?)+)")


class Folded(NamedTuple):
    """Folded text, and for each of its letters the code point of the original that it came from."""

    text: str
    origins: range | list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where folded letters `start` to `end` (exclusive, not empty) stand in the original."""
        return self.origins[start], self.origins[end - 1] + 1


def fold(text: str) -> Folded:
    """Case, width, accents, digits of other scripts and traditional characters made one.

    >>> fold("Règle ４５ 第24號 المادة ٩").text
    'regle 45 第24号 الماده 9'
    """
    if text.isascii():
        return Folded(text.lower(), range(len(text)))
    pieces: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        piece = fold_character(character)
        pieces.append(piece)
        if len(piece) == 1:
            origins.append(place)
        else:
            origins.extend([place] * len(piece))
    return Folded("".join(pieces), origins)


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """What one code point becomes; nothing for accents, footnote marks and invisible signs."""
    if (special := _SPECIAL.get(character)) is not None:
        return special
    category = unicodedata.category(character)
    if category in _SILENT:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    decomposition = unicodedata.decomposition(character)
    if circled := _CIRCLED.fullmatch(decomposition):
        return "(" + "".join(chr(int(code, 16)) for code in circled[1].split()) + ")"
    if decomposition.startswith(("<super> 003", "<sub> 003", "<fraction>")):
        return ""
    return "".join(_plain(part) for part in unicodedata.normalize("NFKD", character).casefold())


def _plain(part: str) -> str:
    if unicodedata.category(part) in _SILENT:
        return ""
    return _SPECIAL.get(part, part)
