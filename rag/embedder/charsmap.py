"""The normalization of the vocabulary in the form that the tokenizers library knows as `Precompiled`.

That form is SentencePiece's: a double-array trie (after darts-clone) over the UTF-8 bytes of what is to be replaced,
and the replacements, each ended by a zero byte. The data file gives what single characters become; pairs of a letter
and a mark that Unicode composes (e, acute → é) are added here, as SentencePiece's `nmt_nfkc` has them. Longer
sequences are left out: the library looks at no group of more than five bytes.
"""

import sys
import unicodedata
from array import array
from collections.abc import Collection, Iterator, Mapping

_LONGEST = 5
"""Bytes; the library takes longer groups apart before it looks them up."""

_LEAF = 1 << 31
_HAS_LEAF = 1 << 8
_OFFSET_BIT = 10
_ROW = 256
"""A place ^ any byte stays in its row, so whole rows mean that no look-up leaves the array."""

_OPEN_ROWS = 2
"""Rows at the end in which free places are looked for; earlier gaps stay."""


def charsmap(normalized: Mapping[str, str]) -> bytes:
    """The bytes of a `Precompiled` normalizer that does what `normalized` says, and composes pairs."""
    rules = dict(normalized) | dict(_compositions(normalized))
    letters = bytearray()
    places: dict[str, int] = {}
    for result in sorted(set(rules.values())):
        places[result] = len(letters)
        letters += result.encode() + b"\0"
    units = _double_array({key.encode(): places[result] for key, result in rules.items()})
    if sys.byteorder == "big":
        units.byteswap()
    trie = units.tobytes()
    return len(trie).to_bytes(4, "little") + trie + bytes(letters)


def _compositions(normalized: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each pair of a plain letter and a mark (or one that becomes this mark), and the character that it composes."""
    equals: dict[str, list[str]] = {}
    for character, result in normalized.items():
        equals.setdefault(result, []).append(character)
    for composed in map(chr, range(sys.maxunicode + 1)):
        parts = [chr(int(code, 16)) for code in unicodedata.decomposition(composed).split() if code[0] != "<"]
        if len(parts) != 2 or unicodedata.normalize("NFC", "".join(parts)) != composed:
            continue
        letter, mark = parts
        if letter in normalized or unicodedata.decomposition(letter):
            continue
        for same in (mark, *equals.get(mark, ())):
            if len((letter + same).encode()) <= _LONGEST:
                yield letter + same, composed


def _double_array(entries: Mapping[bytes, int]) -> "array[int]":
    """A trie as an array of 32-bit units, each node's children put at the first place that is free.

    The child of a node by byte b stands at `base ^ b` and bears b as its label, where `base` is the node's own place
    ^ its offset; where an entry ends at a node, `base` itself has the entry's value.
    """
    units = _Units()
    pending = [(0, _branches(entries))]
    for place, branches in pending:
        base = units.settle(place, branches)
        for byte, below in branches.items():
            if byte:
                units.array[base ^ byte] = byte
                pending.append((base ^ byte, _branches(below)))
            else:
                units.array[base] = _LEAF | below[b""]
                units.array[place] |= _HAS_LEAF
    return units.array


def _branches(entries: Mapping[bytes, int]) -> dict[int, dict[bytes, int]]:
    """Entries by their first byte, which is taken off; 0 stands for the entry that ends here."""
    result: dict[int, dict[bytes, int]] = {}
    for key, value in sorted(entries.items()):
        result.setdefault(key[0] if key else 0, {})[key[1:]] = value
    return result


class _Units:
    """The array, and which of its places and bases are taken."""

    def __init__(self) -> None:
        self.array = array("I", [0] * _ROW)
        self._taken = bytearray(_ROW)
        self._taken[0] = 1
        self._bases: set[int] = set()

    def settle(self, place: int, branches: Collection[int]) -> int:
        """Take places for the branches of the node at `place`; returns their base.

        No two nodes share a base: a branch of one would be taken for a branch of the other.
        """
        base = max(1, len(self._taken) - _OPEN_ROWS * _ROW)
        while not self._fits(base, branches):
            base += 1
        self._bases.add(base)
        for byte in branches:
            self._taken[base ^ byte] = 1
        self.array[place] |= (place ^ base) << _OFFSET_BIT
        return base

    def _fits(self, base: int, branches: Collection[int]) -> bool:
        while base >= len(self._taken):
            self._taken.extend(bytes(_ROW))
            self.array.extend([0] * _ROW)
        return base not in self._bases and not any(self._taken[base ^ byte] for byte in branches)
