"""The program's own checker held to errors put in on purpose and to hand-written claims: for `meta`, and for its gates.

Keeps what a whole evaluation finds for reports. Refuses to choose operators: it takes all that there are.
"""

from collections.abc import Sequence

from corpus.types import Language
from eval.checker_gate import SAMPLE, Recalls, recalls
from eval.claims import LabelledClaim, load_all_claims
from eval.findings import Checked, keep_finding
from eval.meta import SIZE, Checker, checker, run_meta
from eval.meta_report import markdown
from eval.meta_result import MetaResult
from eval.misplaced import foreign, misplaced
from eval.mutations.blind import BLIND
from eval.mutations.registry import OPERATORS
from eval.mutations.sampling import LANGUAGES
from eval.surroundings import code_hash
from eval.types import Split
from eval.wiring import Evaluation
from rag.progress import progress

_SEED = 1955
_CLAIMS = 20
"""Faithful and wrong hand-written claims of each language in the small sample."""


def meta(opened: Evaluation, limit: int | None = None) -> MetaResult:
    """Every operator and every claim; a whole finding for this corpus and code is kept, a limited one is not.

    `limit` bounds the claims of each operator and language, and of each language of the hand-written ones.
    """
    claims = load_all_claims(folder=opened.folder)
    chosen = claims if limit is None else tuple(one for language in LANGUAGES for one in spread(claims, language, limit))
    with progress("Checking the checker") as step:
        found = run_meta(
            opened.pipeline.index.library,
            chosen,
            checker(opened.pipeline.index.library, opened.tokens),
            operators=OPERATORS,
            blind=BLIND,
            size=limit or SIZE,
            strays=_strays(opened, claims, limit or SIZE),
            progress=step,
        )
    if limit is None:
        made_with = (opened.pipeline.index.version, code_hash())
        keep_finding(opened.place.folder, Checked(made_with=made_with, markdown=markdown(found)))
    return found


def sample(opened: Evaluation, check: Checker | None = None) -> Recalls:
    """What the checker catches of a small fixed sample, by language and operator: seconds, for the gates.

    `check` stands in for the program's own checker. Hand-written claims are of the dev split alone; operators work on the
    provisions of those first, since reading a provision takes longer than checking a claim on it.
    """
    library = opened.pipeline.index.library
    claims = [one for one in load_all_claims(folder=opened.folder) if one.split is Split.DEV]
    right = [one for one in claims if one.error is None]
    wrong = [one for one in claims if one.error is not None]
    chosen = [one for language in LANGUAGES for kind in (right, wrong) for one in spread(kind, language, _CLAIMS)]
    paragraphs = {library.paragraph(one.reference) for one in chosen}
    with progress("Checking the checker's sample") as step:
        found = run_meta(
            library,
            chosen,
            check or checker(library, opened.tokens),
            operators=OPERATORS,
            size=SAMPLE,
            near=frozenset(one for one in library.references if library.paragraph(one) in paragraphs),
            strays=_strays(opened, right, _CLAIMS),
            ablate=False,
            progress=step,
        )
    return recalls(found)


def _strays(opened: Evaluation, claims: Sequence[LabelledClaim], most: int) -> tuple[LabelledClaim, ...]:
    """At most this many faithful claims of each language on another provision, and sentences that no text says."""
    faithful = [one for one in claims if one.error is None]
    chosen = [claim for language in LANGUAGES for claim in spread(faithful, language, most)]
    foreign_ones = list(foreign(opened.pipeline.index.library, _SEED))
    return (
        *misplaced(opened.pipeline, chosen, _SEED),
        *(claim for language in LANGUAGES for claim in spread(foreign_ones, language, most)),
    )


def spread(claims: Sequence[LabelledClaim], language: Language, most: int) -> tuple[LabelledClaim, ...]:
    """At most this many claims of a language, taken at even steps through all of them; the same each time."""
    own = [one for one in claims if one.language is language]
    count = min(most, len(own))
    return tuple(own[place * len(own) // count] for place in range(count))
