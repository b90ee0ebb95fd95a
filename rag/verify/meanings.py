"""The meanings that small words carry, and the words that carry one.

Names only; the words stand in `logic_words` and `circumstance_words`, and are looked for by `marks`.
"""

from dataclasses import dataclass
from enum import StrEnum

from rag.types import Step


class Mark(StrEnum):
    """A meaning that a few words of a sentence carry."""

    EXCEPT = "except"
    IF = "if"
    REGARDLESS = "regardless"
    UNTIL = "until"
    ONLY = "only"
    ALL = "all"
    SOME = "some"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    FREE = "no duty"
    NOT = "not"
    WITHOUT = "without"
    OR = "or"
    BOTH = "both"
    INSTEAD = "instead of"
    BESIDES = "in addition to"
    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    AT_ONCE = "at once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    ALWAYS = "always"
    ORDINARILY = "ordinarily"
    IF_POSSIBLE = "if possible"
    AUTOMATIC = "automatic"
    CONSENT = "consent"
    SAME = "same"
    MORE = "more than"
    BECAUSE = "because"
    HEDGE = "considered or encouraged"
    MONEY = "money"
    WRITTEN = "in writing"
    OPENLY = "in public"
    PLACE = "a place"
    MOST = "the most or the least"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """The words of one meaning as patterns in English and Chinese, and the step of verification that it belongs to."""

    step: Step
    en: str
    zh: str
