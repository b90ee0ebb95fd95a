"""The parts of a set's card (`eval/datasets/<name>.md`) that are counted, written between marks in what a person wrote.

Counts and agreement come from the set itself, so that a card cannot say otherwise. Never touches the prose.
`python -m eval datasets --lock` writes them anew; tests hold every card to it.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import BadInput
from corpus.types import Language
from eval.agreement import Agreement, agreement
from eval.claims import LabelledClaim, claim_names, load_claims
from eval.questions import load, names
from eval.rows import DATASETS
from eval.types import Item, Split

NOT_YET = "Second annotator: not yet."


def write_cards(folder: Path = DATASETS) -> tuple[Path, ...]:
    """Bring every card and the index up to its sets; gives the paths that changed. Raises BadInput for a missing card."""
    return tuple(path for path, text in current_cards(folder).items() if _write(path, text))


def current_cards(folder: Path = DATASETS) -> dict[Path, str]:
    """What each card and the index have to say today, by path; raises BadInput for a card or a mark that is missing."""
    sets = {name: load(name, folder) for name in names(folder)}
    claims = {name: load_claims(name, folder) for name in claim_names(folder)}
    cards = {folder / f"{name}.md": {"counts": _counts(items), "agreement": _agreed(items)} for name, items in sets.items()}
    cards |= {folder / f"{name}.md": {"counts": _claim_counts(found)} for name, found in claims.items()}
    cards[folder / "README.md"] = {"sets": _index(sets, claims), "agreement": _table(sets)}
    return {path: _filled(path, blocks) for path, blocks in cards.items()}


def _filled(path: Path, blocks: dict[str, str]) -> str:
    if not path.is_file():
        raise BadInput(
            f"{path.name} is missing: a set without a card is not to be trusted.", hint="Write it like its neighbours."
        )
    text = path.read_text(encoding="utf-8")
    for mark, body in blocks.items():
        opening, closing = f"<!-- {mark} -->\n", f"<!-- /{mark} -->"
        if (text.count(opening), text.count(closing)) != (1, 1):
            raise BadInput(f"{path.name} does not have one <!-- {mark} --> … {closing}.", hint="Put the marks back.")
        before, _, rest = text.partition(opening)
        text = f"{before}{opening}{body}\n{closing}{rest.partition(closing)[2]}"
    return text


def _write(path: Path, text: str) -> bool:
    if path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8")
    return True


def _counts(items: Sequence[Item]) -> str:
    kinds = Counter((item.type.value, item.split) for item in items)
    done = Counter((turn.expected.value, turn.reason or "") for item in items for turn in item.turns)
    spoken = Counter(language for item in items for turn in item.turns for language in turn.question)
    needed = sum(need.must for item in items for turn in item.turns for need in turn.gold)
    lines = ["| Type | Dev | Test |", "|---|---|---|"]
    lines += [f"| {kind} | {kinds[kind, Split.DEV]} | {kinds[kind, Split.TEST]} |" for kind in sorted({k for k, _ in kinds})]
    lines += [f"| all | {_split(items, Split.DEV)} | {_split(items, Split.TEST)} |", ""]
    lines += ["Expected: " + ", ".join(f"{f'{do} ({why})' if why else do} {n}" for (do, why), n in sorted(done.items())) + "."]
    lines += [
        "Questions: " + ", ".join(f"{language.value} {spoken[language]}" for language in Language if spoken[language]) + "."
    ]
    lines += [f"Provisions needed: {needed}, of which held by a span: {sum(len(item.spans) for item in items)}."]
    return "\n".join(lines)


def _split(items: Sequence[Item], split: Split) -> int:
    return sum(item.split is split for item in items)


def _claim_counts(claims: Sequence[LabelledClaim]) -> str:
    kinds = Counter((claim.label.value, claim.language.value, claim.split.value) for claim in claims)
    lines = ["| Label | Language | Dev | Test |", "|---|---|---|---|"]
    rows = sorted({(label, language) for label, language, _ in kinds})
    lines += [f"| {label} | {lang} | {kinds[label, lang, 'dev']} | {kinds[label, lang, 'test']} |" for label, lang in rows]
    return "\n".join([*lines, "", f"Provisions: {len({claim.reference for claim in claims})}."])


def _agreed(items: Sequence[Item]) -> str:
    found = agreement(items)
    if not found.items:
        return NOT_YET
    return "\n".join(
        [
            f"Second annotator: {', '.join(found.annotators)}, on {found.items} of {len(items)} items.",
            f"Exact agreement {_figure(found.exact)}; overlap of the needed paragraphs (F1) {_figure(found.f1)};",
            f"of the second's paragraphs, named by the first {_figure(found.within)};",
            f"Cohen's kappa on answerable or not {_figure(found.kappa)};",
            f"Krippendorff's alpha on the outcome {_figure(found.alpha)}.",
        ]
    )


def _index(sets: dict[str, tuple[Item, ...]], claims: dict[str, tuple[LabelledClaim, ...]]) -> str:
    lines = ["| Set | Items | Dev | Test | Author |", "|---|---|---|---|---|"]
    for name, items in sets.items():
        authors = ", ".join(sorted({item.author for item in items}))
        counts = f"{len(items)} | {_split(items, Split.DEV)} | {_split(items, Split.TEST)}"
        lines.append(f"| [{name}]({name}.md) | {counts} | {authors} |")
    for name, found in claims.items():
        authors = ", ".join(sorted({claim.author for claim in found}))
        dev = sum(claim.split is Split.DEV for claim in found)
        lines.append(f"| [{name}]({name}.md) | {len(found)} claims | {dev} | {len(found) - dev} | {authors} |")
    return "\n".join(lines)


def _table(sets: dict[str, tuple[Item, ...]]) -> str:
    found = {name: agreement(items) for name, items in sets.items()}
    found["all"] = agreement([item for items in sets.values() for item in items])
    if not found["all"].items:
        return NOT_YET
    head = ["| Set | Judged | Exact | F1 | Within | Kappa | Alpha |", "|---|---|---|---|---|---|---|"]
    return "\n".join([*head, *(_row(name, figures) for name, figures in found.items() if figures.items)])


def _row(name: str, found: Agreement) -> str:
    figures = (found.exact, found.f1, found.within, found.kappa, found.alpha)
    return f"| {name} | {found.items} | {' | '.join(_figure(figure) for figure in figures)} |"


def _figure(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.2f}"
