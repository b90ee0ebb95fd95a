"""Text from outside as Markdown: nothing in it is obeyed, and quotes are marked where they stand."""

import re

import pytest

from rag.present.markdown import escaped, marked

JOINER = "\u2060"
ESCAPED = [
    ("# a", r"\# a"),  # heading
    ("1. a", r"1\. a"),  # list
    ("$x^2$", r"\$x\^2\$"),  # LaTeX
    ("[a](b)", r"\[a\]\(b\)"),  # link
    (":red[a]", r"\:red\[a\]"),  # directive
    ("<b>&amp;</b>", r"\<b\>\&amp\;\<\/b\>"),  # HTML
    ("http://a.b", rf"http{JOINER}\:\/\/a\.b"),  # address, recognised after escapes are gone
    ("HTTPS://a.b", rf"HTTP{JOINER}S\:\/\/a\.b"),  # whatever the case
    ("www.a.b", rf"www{JOINER}\.a\.b"),
    ("a@b.c", rf"a\@{JOINER}b\.c"),
    (":streamlit:", rf"\:{JOINER}streamlit\:"),  # picture by name
    ("a -> b -- c", rf"a \-{JOINER}\> b \-{JOINER}\- c"),  # arrows and dashes
    ("    a", "\u00a0\u00a0\u00a0\u00a0a"),  # indented code
    ("a\nb", "a  \nb"),  # lines stay lines
    ("12:30:45", rf"12\:{JOINER}30\:45"),  # looks like a name, reads the same
    ("规则第45条。", "规则第45条。"),  # nothing to escape
]


@pytest.mark.parametrize(("text", "markdown"), ESCAPED)
def test_escaped(text: str, markdown: str) -> None:
    """Every sign that could be obeyed is escaped or parted."""
    assert escaped(text) == markdown


@pytest.mark.parametrize("text", [text for text, _ in ESCAPED if "\n" not in text and not text.startswith(" ")])
def test_escaping_keeps_every_letter(text: str) -> None:
    """Without backslashes and joiners the text is what it was."""
    assert re.sub(r"\\(?=[^\w\s])", "", escaped(text)).replace(JOINER, "") == text


MARKED = [
    ([(0, 4)], ":yellow-background[Burn] the lamp\\!"),  # at the beginning
    ([(9, 13)], "Burn the :yellow-background[lamp]\\!"),  # within
    ([(9, 13), (0, 4)], ":yellow-background[Burn] the :yellow-background[lamp]\\!"),  # two, out of order
    ([(0, 6), (4, 8)], ":yellow-background[Burn the] lamp\\!"),  # overlapping
    ([(3, 3)], "Burn the lamp\\!"),  # empty
    ([], "Burn the lamp\\!"),  # none
]


@pytest.mark.parametrize(("spans", "markdown"), MARKED)
def test_marked(spans: list[tuple[int, int]], markdown: str) -> None:
    """Exactly the code points of the spans are marked."""
    assert marked("Burn the lamp!", spans) == markdown


def test_marking_counts_code_points() -> None:
    """A letter outside the basic plane counts as one."""
    assert marked("𠮷是灯", [(1, 3)]) == "𠮷:yellow-background[是灯]"


def test_a_bracket_does_not_end_a_mark() -> None:
    """Brackets in marked words are escaped."""
    assert marked("a]b", [(0, 3)]) == r":yellow-background[a\]b]"
