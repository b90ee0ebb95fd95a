"""The interface's words in six languages, from gettext catalogues: `chat/locale/<language>/LC_MESSAGES/pinpoint.po`.

A catalogue is read once and compiled in memory, so nothing has to be built at set-up. Refuses a message that no catalogue
has; one that has not been translated yet is said in English.
"""

import gettext
import io
from functools import cache
from typing import Literal

import polib

from corpus.settings import ROOT
from corpus.types import Language

LOCALE = ROOT / "chat" / "locale"
DOMAIN = "pinpoint"
Value = str | int | float


def said(key: str, language: Language, **values: Value) -> str:
    """A message with its `{places}` filled in; raises KeyError for one that is in no catalogue.

    >>> said("see_also", Language.FR)
    'Voir aussi'
    """
    return _catalogue(language).gettext(key).format(**values)


def counted(key: str, language: Language, count: int, **values: Value) -> str:
    """A message that has a form for each kind of number, with `{count}` filled in; raises KeyError as `said` does."""
    return _catalogue(language).ngettext(key, key, count).format(count=count, **values)


def in_all(key: str) -> tuple[str, ...]:
    """A message in every language, in the order of `Language`: English, Chinese, French, Spanish, Russian, Arabic."""
    return tuple(_catalogue(language).gettext(key) for language in Language)


@cache
def keys() -> tuple[str, ...]:
    """Every message that has one form, as the English catalogue lists them."""
    return tuple(entry.msgid for entry in entries(Language.EN) if not entry.msgid_plural)


def direction(language: Language) -> Literal["ltr", "rtl"]:
    """Which way a page in this language runs: the value of HTML's `dir`."""
    return "rtl" if language is Language.AR else "ltr"


def entries(language: Language) -> polib.POFile:
    """A catalogue as it stands in its file."""
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"), encoding="utf-8")


class _Nowhere(gettext.NullTranslations):
    """What is asked last: tells that a message is missing, where gettext would show its key."""

    def gettext(self, message: str) -> str:
        raise KeyError(f"no catalogue under {LOCALE.name}/ has the message {message!r}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - gettext's signature
        return self.gettext(msgid1)


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    found = gettext.GNUTranslations(io.BytesIO(entries(language).to_binary()))
    found.add_fallback(_Nowhere() if language is Language.EN else _catalogue(Language.EN))
    return found
