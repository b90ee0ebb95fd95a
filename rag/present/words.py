"""The words of the pages by key, and the names of forces, verbs and statuses: a view of the catalogues by column.

Columns stand in the order of `Language`: English, Chinese, French, Spanish, Russian, Arabic. The words themselves are
in `chat/locale`.
"""

from collections.abc import Mapping

from corpus.types import Binding, Language, Modality, TextStatus
from rag.catalogue import in_all, keys
from rag.types import VerdictStatus

Words = tuple[str, ...]
"""One wording a language."""
Examples = tuple[tuple[str, str], ...]
"""Who asks, and what."""

PAGE: Mapping[str, Words] = {key: in_all(key) for key in keys() if "." not in key}
BINDING: Mapping[Binding, Words] = {binding: in_all(f"binding.{binding}") for binding in Binding}
MODALITY: Mapping[Modality, Words] = {modality: in_all(f"modality.{modality}") for modality in Modality}
MODALITY_HINT: Words = PAGE["modality_hint"]
BINDING_HINT: Words = PAGE["binding_hint"]
STATUS: Mapping[TextStatus, Words] = {status: in_all(f"status.{status}") for status in TextStatus}
STATUS_HINT: Mapping[TextStatus, Words] = {status: in_all(f"status_hint.{status}") for status in TextStatus}
VERDICT: Mapping[VerdictStatus, Words] = {status: in_all(f"verdict.{status}") for status in VerdictStatus}
LANGUAGES: Mapping[Language, Words] = {language: in_all(f"language.{language}") for language in Language}
OWN_NAMES: Words = PAGE["own_name"]
"""Each language as its own speakers call it."""
REASONS: Mapping[str, Words] = {key.removeprefix("reason."): in_all(key) for key in keys() if key.startswith("reason.")}
"""Reasons of verdicts that are shown with claims; the checks give them in English."""


def reason(given: str, language: Language) -> str:
    """A verdict's reason for a reader; one that no catalogue has, as the check gave it."""
    return REASONS[given][tuple(Language).index(language)] if given in REASONS else given


def _examples(family: str) -> tuple[Examples, ...]:
    """Who asks, and what, in each language: `<family>.<who>.who` and `<family>.<who>.ask`."""
    people = dict.fromkeys(key.split(".")[1] for key in keys() if key.startswith(f"{family}."))
    pairs = [zip(in_all(f"{family}.{one}.who"), in_all(f"{family}.{one}.ask"), strict=True) for one in people]
    return tuple(zip(*pairs, strict=True))


EXAMPLES: tuple[Examples, ...] = _examples("example")
"""Who asks, and what. The page offers those that the texts held here answer."""
SAMPLE_EXAMPLES: tuple[Examples, ...] = _examples("sample")
"""The same for the sample instrument."""
