"""Lines into the words of one provision: breaks joined, spaces set, footnote marks taken out and their places kept.

Changes no letter and no stop of the text: what it removes is white space, marks and hyphens of the line breaks.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.segment.footnotes import number_of_mark
from corpus.segment.lines import Line
from corpus.types import FootnoteMark

_MARK = "[\ue000-\uf8ff]"
_HAN = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u2026\u00b7\u2014"
_HAN_SPACE = re.compile(r"(?<=[\u3000-\u9fff\uf900-\uffef])\s+|\s+(?=[\u3000-\u9fff\uf900-\uffef])")
_HAN_TEXT = re.compile(r"[\u3400-\u9fff]")
_BEFORE_MARK = re.compile(rf"\s+(?={_MARK})")
_BETWEEN_MARKS = re.compile(rf"(?<={_MARK}),\s*(?={_MARK})")
_LABEL_SPACE = re.compile(r"\(\s([a-z]{1,4})\s\)")
_HYPHENATED = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_SPACED_HYPHEN = re.compile(r"\b([^\W\d_]+)- ([^\W\d_]+)")
_JOINING = frozenset(("and", "or", "nor", "to", "et", "ou", "y", "o", "и", "или"))
_LONGEST_WORD = 60
_BROKEN = re.compile(r"([^\W\d_]+)-$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words that a text uses inside its lines: what a broken word is held against."""

    plain: frozenset[str]
    hyphenated: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Lexicon":
        """Every word of the lines, case apart."""
        text = "\n".join(line.text for line in lines).casefold()
        return cls(
            plain=frozenset(_WORD.findall(text)),
            hyphenated=frozenset(_HYPHENATED.findall(text)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Clean words and where in them footnotes are called."""

    text: str
    marks: tuple[FootnoteMark, ...]


def word(lines: Sequence[Line], lexicon: Lexicon) -> Wording:
    """The words of a provision's lines and its footnote marks."""
    text = ""
    for line in lines:
        text = _append(text, line.text, lexicon)
    text = _BETWEEN_MARKS.sub("", _BEFORE_MARK.sub("", text))
    if _HAN_TEXT.search(text):
        text = _HAN_SPACE.sub("", _drop_space_at_marks(text))
    text = _SPACED_HYPHEN.sub(lambda match: _tight(match, lexicon), text)
    text = re.sub(r"\s+", " ", _LABEL_SPACE.sub(r"(\1)", text)).strip()
    return _lift_marks(text)


def _append(text: str, line: str, lexicon: Lexicon) -> str:
    """The text with one more line; a hyphen at the break stays unless the text writes the word without it."""
    broken = _BROKEN.search(text[-_LONGEST_WORD:])
    following = _WORD.match(line)
    if not broken or not following:
        return f"{text} {line}" if text else line
    whole = f"{broken[1]}{following[0]}".casefold()
    halves = f"{broken[1]}-{following[0]}".casefold()
    if following[0].casefold() in _JOINING:
        return f"{text} {line}"
    soft = whole in lexicon.plain and halves not in lexicon.hyphenated
    return f"{text[:-1]}{line}" if soft else f"{text}{line}"


def _tight(match: re.Match[str], lexicon: Lexicon) -> str:
    """`Secretary- General` without the space, where the text writes `Secretary-General` elsewhere."""
    word = f"{match[1]}-{match[2]}"
    return word if word.casefold() in lexicon.hyphenated else match[0]


def _drop_space_at_marks(text: str) -> str:
    """Chinese text with no space around a mark, unless both its neighbours are Latin."""
    return re.sub(rf"({_MARK}+)\s+(?=[{_HAN}])", r"\1", text)


def _lift_marks(text: str) -> Wording:
    """Words without private characters, and where those stood."""
    kept: list[str] = []
    marks: list[FootnoteMark] = []
    for character in text:
        if "\ue000" <= character <= "\uf8ff":
            marks.append(FootnoteMark(footnote=f"fn{number_of_mark(character)}", offset=len(kept)))
        else:
            kept.append(character)
    return Wording(text="".join(kept), marks=tuple(marks))
