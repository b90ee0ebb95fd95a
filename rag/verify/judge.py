"""A claim in free wording held against its evidence: slots, then novelty, then support; a verdict out.

A number, a unit, another force of the verb, or a changed word in a copied sentence fails a claim by itself; every other finding
weighs against it. Whether what falls is contradicted, a slot that fails it by itself says, else the model of entailment.
Refuses to guess: what is neither clear enough to stand nor clear enough to fall is unchecked, and so is every claim in a
language other than English and Chinese.
"""

import weakref
from collections.abc import Mapping, Sequence

from corpus.library import Library
from corpus.types import Language, Reference
from rag.ports import TokenEmbedder
from rag.types import Step, Verdict, VerdictStatus
from rag.verify.alignment import Alignment, align
from rag.verify.entailment import denied, entailment
from rag.verify.evidence import gather
from rag.verify.finding import Finding, is_firm
from rag.verify.nearness import nearness
from rag.verify.signs import findings
from rag.verify.support import DOUBTFUL, support, threshold, weight_of
from rag.verify.words import LANGUAGES, Reader

_DENIED = -0.5
"""Log-odds of denied against left open from which a claim is contradicted.

Of what the reader was fitted on a fifth are claims on another provision, all left open. By wrong claims of dev and of further
sets, which weights are fitted on (decision 43).
"""
_readers: dict[tuple[int, int], tuple["weakref.ref[Library]", Reader]] = {}


def judge(
    library: Library,
    claim: str,
    reference: Reference,
    language: Language,
    *,
    without: frozenset[Step] = frozenset(),
    embedder: TokenEmbedder | None = None,
) -> Verdict:
    """The verdict on a claim in free wording."""
    evidence = gather(library, reference, language)
    if language not in LANGUAGES:
        reason = "support: only claims in English and Chinese are checked"
        return Verdict(status=VerdictStatus.UNCHECKED, against=evidence.against, reason=reason)
    held = align(_reader_of(library, embedder), evidence, claim)
    best = held.best()
    if best is None:
        return Verdict(status=VerdictStatus.UNCHECKED, against=evidence.against, reason="support: no words to hold it against")
    found = findings(held, without)
    fatal = [one for one in found if one.fatal]
    read = entailment(held, embedder) if embedder and not fatal and Step.SUPPORT not in without else {}
    sure = 0.0 if fatal else _sure(held, found, without, read)
    aligned = next((one.aligned for one in fatal if one.aligned), best.text)
    if not fatal and sure >= threshold(read=bool(read)):
        reason = "every slot agrees with the text and its words carry it"
        return Verdict(status=VerdictStatus.SUPPORTED, against=evidence.against, reason=reason, aligned=best.text)
    status, reason = _against(fatal, found, sure, read)
    return Verdict(status=status, against=evidence.against, reason=reason, aligned=aligned)


def read_beside(
    library: Library, claim: str, reference: Reference, language: Language, model: TokenEmbedder
) -> Mapping[str, float]:
    """What the model of entailment makes of a claim, the numbers of `ENTAILMENT` by name, without a verdict on it.

    There are none in languages other than those that are checked, nor where a model reads nothing.
    """
    if language not in LANGUAGES:
        return {}
    held = align(_reader_of(library, model), gather(library, reference, language), claim)
    return {} if held.best() is None else entailment(held, model)


def _sure(held: Alignment, found: Sequence[Finding], without: frozenset[Step], read: Mapping[str, float]) -> float:
    """How sure it is that a claim with no fatal finding is carried; without the step of support, by firm findings alone."""
    if Step.SUPPORT in without:
        return float(not any(is_firm(one.sign) for one in found))
    near = {} if Step.NOVELTY in without else nearness(held)
    return support(near | dict(read), found, held.evidence.language)


def _against(
    fatal: Sequence[Finding], found: Sequence[Finding], sure: float, read: Mapping[str, float]
) -> tuple[VerdictStatus, str]:
    """What to say of a claim that does not stand: whether the text says otherwise or only less, and what shows it best.

    What fails it by itself says both. Else the model of entailment says the first, and without one what is told; told is what
    agrees with it, what the text says otherwise before what weighs most. What is in between is unchecked, unless the model,
    where there is one, and a firm finding both say that the text has it otherwise.
    """
    if fatal:
        failing = next((one for one in fatal if one.conflict), fatal[0])
        return _fallen(contradicted=failing.conflict), _told(failing)
    weights = {one.sign: weight_of(one.sign, read=bool(read)) for one in found}
    weighing = sorted(
        (one for one in found if weights[one.sign] > 0 or _says_otherwise(one)),
        key=lambda one: (not _says_otherwise(one), -weights[one.sign]),
    )
    first = next(iter(weighing), None)
    leaning = denied(read)
    contradicted = leaning > _DENIED if leaning else first is not None and first.conflict
    agreeing = next((one for one in weighing if one.conflict is contradicted), None)
    decides = contradicted and agreeing is not None and _says_otherwise(agreeing)
    if sure >= DOUBTFUL and not decides:
        return VerdictStatus.UNCHECKED, _told(first)
    if contradicted and agreeing is None:
        return VerdictStatus.CONTRADICTED, "support: read beside it, the text says otherwise"
    return _fallen(contradicted=contradicted), _told(agreeing or first)


def _fallen(*, contradicted: bool) -> VerdictStatus:
    return VerdictStatus.CONTRADICTED if contradicted else VerdictStatus.NOT_SUPPORTED


def _told(finding: Finding | None) -> str:
    return f"{finding.step}: {finding.detail}" if finding else "support: its words are not carried by the text"


def _says_otherwise(one: Finding) -> bool:
    return one.conflict and is_firm(one.sign)


def _reader_of(library: Library, embedder: TokenEmbedder | None) -> Reader:
    """The reader of a library, made once and kept as long as the library is."""
    key = (id(library), id(embedder))
    kept = _readers.get(key)
    if kept is None or kept[0]() is not library:
        kept = (weakref.ref(library, lambda _: _readers.pop(key, None)), Reader(library, embedder))
        _readers[key] = kept
    return kept[1]
