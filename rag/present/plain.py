"""Answers, passages and verdicts as text for a terminal.

Every claim stands with its label, verb and the official words; nothing is shortened.
"""

from collections.abc import Iterator

from corpus.types import Citation, TextStatus
from rag.text_checks import CitedText
from rag.types import Answer, Claim, SearchResult, Verdict


def answer_text(answer: Answer) -> str:
    """An answer, or a refusal with the nearest provisions."""
    return "\n".join(_answer(answer))


def search_text(result: SearchResult) -> str:
    """Passages, best first."""
    return "\n".join(line for passage in result.passages for line in _citation(passage.citation, f"{passage.rank}. "))


def verdict_text(verdict: Verdict) -> str:
    """A verdict with its reason."""
    aligned = f"\n  “{verdict.aligned}”" if verdict.aligned else ""
    return f"{verdict.status}: {verdict.reason} (against {verdict.against}){aligned}"


def cited_text(found: CitedText) -> str:
    """The references of a text, each with its place."""
    lines = [
        f"{one.text_start:>5}–{one.text_end:<5} {one.citation.label}  ({one.citation.reference})" for one in found.citations
    ]
    lines += [f"      ?     {one.text}: {one.reason}" for one in found.unresolved]
    return "\n".join(lines) or "No reference was found."


def _answer(answer: Answer) -> Iterator[str]:
    yield answer.message
    for correction in answer.premise_corrections:
        yield f"  ! {correction.premise} → {correction.correction}"
    for claim in answer.claims:
        yield ""
        yield from _claim(claim)
    if answer.nearest:
        yield ""
        for citation in answer.nearest:
            yield from _citation(citation, "≈ ")
    if answer.see_also:
        yield ""
        yield "→ " + "; ".join(citation.label for citation in answer.see_also)
    yield ""
    yield f"[{answer.reason or answer.status} · {answer.corpus_version} · {answer.engine.embedder}]"


def _claim(claim: Claim) -> Iterator[str]:
    yield f"• {claim.text}"
    for citation in claim.citations:
        yield from _citation(citation, "  ", quoted=citation.quote != claim.text)


def _citation(citation: Citation, lead: str, *, quoted: bool = True) -> Iterator[str]:
    status = "" if citation.text_status is TextStatus.OFFICIAL else f" · {citation.text_status}"
    heading = f" · {citation.heading}" if citation.heading else ""
    yield f"{lead}{citation.label}{heading} [{citation.binding} · {citation.modality}{status}]"
    if quoted and citation.quote:
        yield f"{' ' * len(lead)}“{citation.quote}”"
