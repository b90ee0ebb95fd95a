"""Numbers after a word of law read into places: `43 (1) (b)`, `8.2 (b)`, `36 to 46`, `43, 44 and 45`.

Refuses quantities (`15 days`), years and whatever else follows a word without being its number.
"""

from collections.abc import Sequence

from corpus.citations.forms import AND, COMMA, COUNTED, FILLER, MEASURES_HAN, OF, RANGE, STARTERS, TIMES
from corpus.citations.lex import Token, variants
from corpus.citations.numerals import read_number, roman_value, step_value
from corpus.citations.places import Place, Reading, Run

_LONGEST_LIST = 200
_LONE_LETTERS = frozenset("bcdfghjkm")
_GLUED_LETTERS = frozenset("abcdefghijklmn")
_JOINING = (AND | COMMA | RANGE | STARTERS | {"["}) - {"as", "well", "with", "together", "read", "conjunction", "["}


def read_places(tokens: Sequence[Token], at: int, *, words: bool, single: bool, most: int = _LONGEST_LIST) -> Reading | None:
    """The list of places that starts at a token; `single` says that the word before them stands in the singular."""
    if at < len(tokens) and tokens[at].sort == "pair":
        return _read_pair(tokens, at)
    started = read_place(tokens, at, words=words)
    return read_list(tokens, started, words=words, single=single, most=most) if started else None


def read_list(tokens: Sequence[Token], started: Reading, *, words: bool, single: bool, most: int = _LONGEST_LIST) -> Reading:
    """A place with all that goes on with it: siblings, further numbers, ranges; `most` bounds the work."""
    runs, end = list(started.runs), started.end
    while len(runs) < most:
        further = _continue(tokens, end, runs[-1], words=words, single=single)
        if not further:
            break
        runs[-1:] = further.runs
        end = further.end
    return Reading(tuple(runs), end)


def _read_pair(tokens: Sequence[Token], at: int) -> Reading:
    """`43/44` is two rules, `45/1` the first paragraph of one."""
    first, second = (str(int(part)) for part in tokens[at].text.split("/"))
    if int(second) > int(first):
        return Reading((Run(Place(first)), Run(Place(second))), at + 1)
    return Reading((Run(Place(first, (second,))),), at + 1)


def read_place(tokens: Sequence[Token], at: int, *, words: bool) -> Reading | None:
    """A number with whatever steps follow it."""
    read = read_number(tokens, at, words=words)
    if not read:
        return None
    value, end = read
    number, steps = str(value), ()
    dotted = _dotted(tokens, end)
    if dotted and dotted.isdigit():
        number, end = f"{number}.{dotted}", end + 2
    return read_steps(tokens, end, Place(number, steps))


def read_bracketed(tokens: Sequence[Token], at: int) -> Reading | None:
    """Numbers in brackets of their own: the (101) of `القاعدة (101)`, the (1)(b) of `paragraph (1)(b)`, `rules (36-46)`."""
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 1].sort != "number" or len(tokens[at + 1].text) > 3:
        return None
    reading = read_places(tokens, at + 1, words=False, single=False)
    if not reading or reading.end >= len(tokens) or tokens[reading.end].text != ")":
        return None
    if len(reading.runs) > 1 or reading.runs[0].last:
        return Reading(reading.runs, reading.end + 1)
    return read_steps(tokens, reading.end + 1, reading.runs[0].first)


def _dotted(tokens: Sequence[Token], at: int) -> str | None:
    """What hangs on a point, colon or hyphen without a space: the 2 of `8.2`, the b of `43.1.b` and `43-1-b`."""
    if at + 1 >= len(tokens) or tokens[at].text not in (".", ":", "-"):
        return None
    if not (tokens[at].glued and tokens[at + 1].glued):
        return None
    step = step_value(tokens[at + 1])
    if step is None or step.startswith("#") or (tokens[at].text == "-" and not step.isalpha()):
        return None
    return step


def read_steps(tokens: Sequence[Token], at: int, place: Place) -> Reading:
    """The steps after a place: `(1) (b)`, `.b`, `b)`, `g`; the last pair of brackets may hold a list."""
    while len(place.steps) < 5:
        if step := _dotted(tokens, at):
            place, at = Place(place.number, (*place.steps, step)), at + 2
            continue
        group = read_group(tokens, at, loose=True)
        if not group:
            break
        if len(group.runs) > 1 or group.runs[0].last:
            return Reading(tuple(run.under(place) for run in group.runs), group.end)
        place, at = group.runs[0].under(place).first, group.end
    return Reading((Run(place),), at)


def read_group(tokens: Sequence[Token], at: int, *, loose: bool) -> Reading | None:
    """One step with its brackets, or the list inside them: `(1)`, `[b]`, `b)`, `'4'`, `(a-c)`.

    `loose` allows a letter without brackets after a number: `95g`, `43 (1) b`.
    """
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.text in ("(", "["):
        return _read_bracket(tokens, at + 1)
    if token.text in ('"', "'"):
        return _read_quoted(tokens, at)
    step = step_value(token)
    if not step:
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after and after.text == ")" and after.glued:
        return _one_step(step, at + 2)
    glued = token.glued and token.text in _GLUED_LETTERS and not (after and after.glued and after.sort == "word")
    return _one_step(step, at + 1) if loose and (glued or _lone_letter(tokens, at)) else None


def _one_step(step: str, end: int) -> Reading:
    return Reading((Run(Place("", (step,))),), end)


def _read_quoted(tokens: Sequence[Token], at: int) -> Reading | None:
    """`«b»`, and the '4' of Arabic texts, which is the fourth of something."""
    if at + 2 >= len(tokens) or tokens[at + 2].text != tokens[at].text:
        return None
    step = step_value(tokens[at + 1])
    return _one_step(f"#{step}" if step.isdigit() else step, at + 3) if step else None


def _lone_letter(tokens: Sequence[Token], at: int) -> bool:
    """The b of `rule 43 (1) b of …`, but not an article or a preposition of some language."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    closed = after is None or (after.sort == "sign" and after.text not in "'\"")
    if token.text in _LONE_LETTERS:
        return closed or (after is not None and after.text in AND | OF)
    return token.text == "a" and closed


def _read_bracket(tokens: Sequence[Token], at: int) -> Reading | None:
    runs: list[Run] = []
    joint = ""
    while at < len(tokens) and len(runs) < 30 and (step := step_value(tokens[at])):
        place = Place("", (step,))
        if joint in RANGE and runs and not runs[-1].last:
            runs[-1] = Run(runs[-1].first, place)
        else:
            runs.append(Run(place))
        at += 1
        if at < len(tokens) and tokens[at].text in (")", "]"):
            return Reading(tuple(runs), at + 1)
        joint = tokens[at].text if at < len(tokens) else ""
        if joint not in AND | COMMA | RANGE:
            return None
        at += 1
        if at < len(tokens) and tokens[at].text in AND:
            at += 1
    return None


def _continue(tokens: Sequence[Token], at: int, before: Run, *, words: bool, single: bool) -> Reading | None:
    """What a list goes on with after `before`: a sibling step, a further number, or the end of a range."""
    start = at
    while start < len(tokens) and start - at < 4 and tokens[start].text in _JOINING:
        start += 1
    joints = [token.text for token in tokens[at:start]]
    if not set(joints) & (AND | COMMA | RANGE):
        return None
    ranging = bool(set(joints) & RANGE) and not set(joints) & (AND | COMMA)
    further = _sibling(tokens, start, before) or _number(tokens, at, start, before, words=words, single=single)
    if not further:
        return None
    if not ranging:
        return Reading((before, *further.runs), further.end)
    if before.last or further.runs[0].last:
        return None
    return Reading((_range(before.first, further.runs[0].first), *further.runs[1:]), further.end)


def _sibling(tokens: Sequence[Token], at: int, before: Run) -> Reading | None:
    """`(2)` after `45 (1) and`: the same depth, or the nearest step of its own kind."""
    place = before.last or before.first
    group = read_group(tokens, at, loose=False) if place.steps else None
    if not group:
        return None
    step = group.runs[0].first.steps[0]
    depths = reversed(range(len(place.steps)))
    depth = next((depth for depth in depths if _alike(place.steps[depth], step)), len(place.steps))
    host = Place(place.number, place.steps[:depth])
    runs = [run.under(host) for run in group.runs]
    if len(runs) == 1 and not runs[0].last:
        return read_steps(tokens, group.end, runs[0].first)
    return Reading(tuple(runs), group.end)


def _alike(one: str, other: str) -> bool:
    if one.lstrip("#").isdigit() or other.lstrip("#").isdigit():
        return one.lstrip("#").isdigit() and other.lstrip("#").isdigit()
    return (len(one) > 1) == (len(other) > 1) or bool(roman_value(one) and roman_value(other))


def _number(tokens: Sequence[Token], at: int, start: int, before: Run, *, words: bool, single: bool) -> Reading | None:
    bracketed = tokens[at - 1].text == ")" and not (before.last or before.first).steps
    further = (read_bracketed(tokens, start) if bracketed else None) or read_place(tokens, start, words=words)
    if not further or len(tokens[start].text) > 3 or is_quantity(tokens, start + 1) or is_quantity(tokens, further.end):
        return None
    signs = all(token.text in COMMA | {"-"} for token in tokens[at:start])
    spaced = not tokens[start].glued or not tokens[at].glued
    if single and signs and spaced and _goes_on(tokens, further.end):
        return None
    return further


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word follows that neither joins nor belongs to citations: `rule 45, 3 prisoners …`."""
    return at < len(tokens) and tokens[at].sort == "word" and tokens[at].text not in AND | OF | FILLER


def is_quantity(tokens: Sequence[Token], at: int, *, firm: bool = False) -> bool:
    """Whether the token after a number makes it a quantity; `firm` looks for measures of time and length only."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.text == "-" and token.glued and at + 1 < len(tokens) and tokens[at + 1].glued:
        at, token = at + 1, tokens[at + 1]
    if token.sort == "han":
        return token.text in MEASURES_HAN
    if token.sort == "word":
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if len(token.text) > 20 or (len(token.text) == 1 and after and after.text == ")" and after.glued):
            return False
        nouns = {token.text, *variants(token.text)}
        return bool(nouns & TIMES) or (not firm and bool(nouns & COUNTED))
    return token.text in ("%", "/") and token.glued


def _range(first: Place, last: Place) -> Run:
    """`36 to 46`; `112-14` is 112 to 114; `45-1` and `8-2 (b)` can only be 45(1) and 8(2)(b)."""
    if first.steps or "." in first.number + last.number or not last.number:
        return Run(first, last)
    low, high = first.number, last.number
    if int(high) >= int(low):
        return Run(first, last)
    completed = low[: len(low) - len(high)] + high
    if len(high) < len(low) and int(completed) > int(low):
        return Run(first, Place(completed, last.steps))
    if len(high) < 2:
        return Run(Place(low, (high, *last.steps)))
    return Run(last, first)
