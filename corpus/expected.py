"""The short notation in which a facts file lists the locators that a complete text has.

`"2(1..3)"` is 2(1), 2(2), 2(3); `"7(a..f)"` its lettered items; `"pp1..16"` a run of numbers;
`"43(1); 43(1)(a..e)"` is written as two entries, parent first. Refuses runs that do not ascend.
"""

import re
from collections.abc import Iterable

from corpus.errors import BadFacts

_RUN = re.compile(r"(\d+|[a-z])\.\.(\d+|[a-z])")


def expand(entries: Iterable[str]) -> tuple[str, ...]:
    """Every locator of the notation, in order.

    >>> expand(["pp1..2", "2(1..2)", "7", "7(a..c)"])
    ('pp1', 'pp2', '2(1)', '2(2)', '7', '7(a)', '7(b)', '7(c)')
    """
    return tuple(locator for entry in entries for locator in _expand(entry))


def _expand(entry: str) -> Iterable[str]:
    run = _RUN.search(entry)
    if not run:
        return [entry]
    first, last = run.groups()
    if first.isdigit() != last.isdigit():
        raise BadFacts(f"{entry!r} runs from {first!r} to {last!r}.", hint="Runs are of numbers or of letters.")
    steps = (
        [str(number) for number in range(int(first), int(last) + 1)]
        if first.isdigit()
        else [chr(code) for code in range(ord(first), ord(last) + 1)]
    )
    if not steps:
        raise BadFacts(f"{entry!r} does not ascend.")
    return [f"{entry[: run.start()]}{step}{entry[run.end() :]}" for step in steps]
