"""All names of the instruments, and all words of law, in one tree that is walked token by token.

Built once for a set of instruments. Refuses to choose: a name that two instruments share names neither.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.citations.forms import SKIPPED, WORDS, Word
from corpus.citations.keys import pattern_keys, text_keys
from corpus.citations.lex import Token
from corpus.citations.names import Name, Term, foreign_names, names_of
from corpus.types import Instrument

_LONGEST_GAP = 5
_KEPT = 8


class Hit(NamedTuple):
    """What a stretch of tokens means, up to the token at `end`."""

    end: int
    meaning: Name | Term


class _Node:
    __slots__ = ("branches", "meanings")

    def __init__(self) -> None:
        self.branches: dict[str, _Node] = {}
        self.meanings: list[Name | Term] = []


class Lexicon:
    """The tree; `longest` finds what starts at a token."""

    def __init__(self, instruments: Sequence[Instrument]) -> None:
        self.instruments: Mapping[str, Instrument] = {instrument.id: instrument for instrument in instruments}
        self.units = {instrument.id: instrument.unit for instrument in instruments}
        self._root = _Node()
        for pattern, name in foreign_names():
            self._add(pattern_keys(pattern), name)
        for instrument in instruments:
            for pattern, name in names_of(instrument):
                keys = pattern_keys(pattern)
                self._add(keys, name)
                if "," in keys:
                    self._add(tuple(key for key in keys if key != ","), name)
                if 1 < len(keys) <= 3 and all(key.isalpha() for key in keys):
                    self._add(("".join(keys),), name)
        for word, pattern in _terms():
            self._add(pattern_keys(pattern.rstrip(".")), Term(word, pattern.endswith(".")))

    def _add(self, keys: tuple[str, ...], meaning: Name | Term) -> None:
        node = self._root
        for key in keys:
            node = node.branches.setdefault(key, _Node())
        if keys and meaning not in node.meanings:
            node.meanings.append(meaning)

    def longest(self, text: Sequence[Token], at: int) -> Hit | None:
        """The longest name or word that starts at a token; work is bounded by the longest name."""
        nodes = _step([self._root], text[at])
        found: Hit | None = None
        gap, place = 0, at
        while nodes:
            meaning = _meaning(nodes)
            if meaning and gap == 0:
                found = Hit(place + 1, meaning)
            place += 1
            if place >= len(text):
                break
            after = _step(nodes, text[place])
            if not after and text[place].text in SKIPPED and gap < _LONGEST_GAP:
                gap += 1
                continue
            nodes, gap = after, 0
        return found


def _step(nodes: Iterable[_Node], token: Token) -> list[_Node]:
    keys = text_keys(token)
    return [node.branches[key] for node in nodes for key in keys if key in node.branches]


def _meaning(nodes: Iterable[_Node]) -> Name | Term | None:
    """Names of ours before foreign ones, names before words; two instruments are none."""
    meanings = [meaning for node in nodes for meaning in node.meanings]
    names = [meaning for meaning in meanings if isinstance(meaning, Name)]
    ours = [name for name in names if name.instrument]
    if ours:
        return ours[0] if len({(name.instrument, name.edition) for name in ours}) == 1 else None
    return (names or meanings or [None])[0]


def _terms() -> Iterator[tuple[Word, str]]:
    for word, forms in WORDS.items():
        for form in forms.split("|"):
            yield word, form


_built: list[tuple[tuple[Instrument, ...], Lexicon]] = []


def lexicon_of(instruments: Mapping[str, Instrument] | Sequence[Instrument]) -> Lexicon:
    """The lexicon of a set of instruments, built once; the eight sets used last are kept."""
    wanted = tuple(instruments.values() if isinstance(instruments, Mapping) else instruments)
    for known, lexicon in _built:
        if known == wanted:
            return lexicon
    lexicon = Lexicon(wanted)
    _built.insert(0, (wanted, lexicon))
    del _built[_KEPT:]
    return lexicon
