"""A citation as somebody wrote it, before anything is known of its being right.

Values only.
"""

from dataclasses import dataclass

from corpus.citations.forms import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that cite; `text[text_start:text_end]` are they, the instrument's name included where it stands beside.

    `locators` are normalized, not yet checked: `45`, `43(1)(b)`, `8.2(b)`, `pp5`; `36..46` is a range, `43(1)(#2)` the
    second item however it is marked. `word` is the word of law, if there is one. `edition` is the superseded text that
    was meant, `foreign` the name of a text that is not held here. `inherited` says that the instrument is named
    elsewhere in the text.
    """

    text_start: int
    text_end: int
    instrument: str | None
    locators: tuple[str, ...]
    word: Word | None = None
    edition: str | None = None
    foreign: str | None = None
    inherited: bool = False
