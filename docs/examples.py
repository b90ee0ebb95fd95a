"""`python docs/examples.py [--check]`: writes the README's example and `docs/examples.md` from what the program answers.

With `--check` nothing is written; it shows what no longer fits, and ends with 1 where anything does not.

Claims stand in full, since they are our own words; each official quote is cut to its first words. Needs the official
texts (PINPOINT_TEXTS); without them it says so and ends with 3.
"""

import difflib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpus.types import Citation, TextStatus
from rag.types import Answer
from rag.wiring import open_pipeline

README = Path(__file__).resolve().parents[1] / "README.md"
EXAMPLES = Path(__file__).with_name("examples.md")
QUESTION = "How long may someone be kept in solitary confinement?"
_BLOCK = re.compile(r"(<!-- example.*?-->\n).*?(<!-- end of example -->)", re.DOTALL)
_WORDS = 6
_ENGLISH = (
    "Can a prisoner see his own medical file?",
    "They put my son in the dark cell for punishment. Is that allowed?",
    "Who checks the kitchen and the food?",
    "A woman is about to give birth in prison. May she be shackled?",
    "May a male officer search a female inmate?",
    "What must be written down when somebody is admitted?",
    "Can a probationer be sent to prison for missing one appointment?",
    "How old must a child be before he can be prosecuted?",
    "What does the 2024 resolution say about artificial intelligence in courts?",
    "What do Bangkok and Mandela say on searches?",
)
_CHINESE = (
    "犯人一天能在外面活动多久？",
    "怀孕的女犯可以单独关押吗？",
    "孩子能和妈妈一起住在监狱里吗？",
    "囚犯生病了要付医药费吗？",
    "监狱可以拆看律师的来信吗？",
    "犯人死了要通知谁？",
    "未成年人可以判终身监禁吗？",
    "社区矫正的人违反规定会怎么样？",
    "外国囚犯能见领事吗？",
    "第45条说了什么？《纳尔逊·曼德拉规则》",
)
_OTHERWISE = (
    "How many square metres must a cell have?",
    "Should I plead guilty?",
    "What is the capital of France?",
    "What does article 7 of the Convention against Torture say?",
    "What does Mandela Rule 130 say?",
    "Since solitary confinement may last 30 days, when does the clock start?",
    "Why may prison guards carry firearms among the prisoners?",
    "What does rule 31 of the 1955 Standard Minimum Rules say?",
    "监狱每月必须发多少零花钱？",
    "为什么允许减少饮食作为处罚？",
)


def block(answer: Answer) -> str:
    """What the answer opens with, and its claims as a table: claim, citation, force and verb, first words of the quote."""
    rows = [
        f"> {answer.message}\n",
        "| Claim (our words) | Citation | Force, verb | Official words begin |",
        "|---|---|---|---|",
    ]
    for claim in answer.claims:
        for citation in claim.citations:
            begin = " ".join((citation.quote or "").split()[:_WORDS])
            rows.append(f"| {claim.text} | {citation.label} | {citation.binding}, {citation.modality} | “{begin} …” |")
    return "\n".join(rows) + "\n"


def page(answers: dict[str, list[Answer]]) -> str:
    """All examples as a page: what was asked, what came of it, each claim with its citations."""
    parts = ["# Thirty answers\n", _FOREWORD]
    for heading, given in answers.items():
        parts.append(f"## {heading}\n")
        parts += [_told(answer) for answer in given]
    return "\n".join(parts)


_FOREWORD = """Written by `python docs/examples.py` from what the program answers, never typed. Claims are sentences of the
digests, in our own words; a quote is shown as its place in the official text (code points, end exclusive) and its first words.
"""


def _told(answer: Answer) -> str:
    outcome = answer.status.value if answer.reason is None else f"{answer.status.value}, {answer.reason.value}"
    lines = [f"### {answer.question}\n", f"*{outcome}* – {answer.message}\n"]
    for claim in answer.claims:
        lines.append(f"- {claim.text}")
        lines += [f"  - {_placed(citation)}" for citation in claim.citations]
    if answer.nearest:
        lines.append("Nearest: " + "; ".join(citation.label for citation in answer.nearest) + ".")
    if answer.see_also:
        lines.append("\nSee also: " + "; ".join(citation.label for citation in answer.see_also) + ".")
    return "\n".join(lines) + "\n"


def _placed(citation: Citation) -> str:
    words = (citation.quote or "").split()
    begin = " ".join(words[:_WORDS]) if len(words) > 1 else (citation.quote or "")[: 2 * _WORDS]
    return f"{citation.label} ({citation.binding}, {citation.modality}), {citation.start}–{citation.end}: “{begin} …”"


def _difference(path: Path, text: str) -> Iterator[str]:
    stands = path.read_text(encoding="utf-8") if path.is_file() else ""
    lines = stands.splitlines(keepends=True), text.splitlines(keepends=True)
    return difflib.unified_diff(*lines, path.name, "what the program answers", n=0)


def main() -> int:
    """Write or check."""
    pipeline = open_pipeline("core")
    answer = pipeline.ask(QUESTION)
    if any(c.text_status is not TextStatus.OFFICIAL for claim in answer.claims for c in claim.citations):
        sys.stderr.write("The official texts are not held: name their folder with PINPOINT_TEXTS.\n")
        return 3
    readme = README.read_text(encoding="utf-8")
    groups = {"In English": _ENGLISH, "In Chinese": _CHINESE, "Refused or corrected": _OTHERWISE}
    fresh = {
        README: _BLOCK.sub(lambda found: found[1] + block(answer) + found[2], readme),
        EXAMPLES: page({heading: [pipeline.ask(question) for question in asked] for heading, asked in groups.items()}),
    }
    if "--check" in sys.argv:
        stale = [line for path, text in fresh.items() for line in _difference(path, text)]
        sys.stderr.writelines(stale)
        return int(bool(stale))
    for path, text in fresh.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
