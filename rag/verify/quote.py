"""The second step: a quote must be its provision's words, byte for byte at its offsets.

An ellipsis stands for words left out; it is refused where those words hold a negation, a condition or an exception.
"""

import re

from corpus.types import Language

ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…|……)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|……|…)\s*")
"""What stands for words left out."""
_LOAD_BEARING = {
    Language.EN: r"\b(?:not|no|nor|never|neither|none|nothing|without|unless|except|if|where|when|only|provided|"
    r"subject to|save|however|but|until|prohibited|forbidden|cannot)\b",
    Language.ZH: r"不|无|未(?!成年|决|来)|非|没|除|如果|若|只有|仅|但|除非|禁止|在.{0,12}情况下|直到|以外",
    Language.FR: r"\b(?:ne|n|pas|non|ni|sans|sauf|excepté|si|lorsque|seulement|sous réserve|mais|jamais|aucune?)\b",
    Language.ES: r"\b(?:no|ni|sin|salvo|excepto|si|cuando|solo|sólo|siempre que|pero|nunca|ningún|ninguna|ninguno)\b",
    Language.RU: r"\b(?:не|ни|нет|без|кроме|если|когда|только|за исключением|при условии|но|никогда|никто)\b",
    Language.AR: r"(?<!\w)[وف]?(?:لا|لم|لن|ليس\w*|غير|إلا|إذا|ما لم|باستثناء|فقط|[بم]?دون|ب?شرط|لكن\w*)(?!\w)",
}


def quote_fault(quote: str, text: str, language: Language) -> str | None:
    """Why a quote may not stand for a text, or None where it may.

    >>> quote_fault("Lamps … burn.", "Lamps shall not burn.", Language.EN)
    "the ellipsis leaves out 'not'"
    """
    pieces = [piece for piece in ELLIPSIS.split(quote) if piece]
    if not pieces:
        return "the quote has no words"
    position = 0
    for number, piece in enumerate(pieces):
        found = text.find(piece, position)
        if found < 0:
            return f"{piece[:40]!r} does not stand in the provision at this place"
        if number:
            left_out = re.search(_LOAD_BEARING[language], text[position:found], re.IGNORECASE)
            if left_out:
                return f"the ellipsis leaves out {left_out.group()!r}"
        position = found + len(piece)
    return None
