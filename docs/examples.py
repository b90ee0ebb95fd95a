"""`python docs/examples.py [--check]`: writes the README's example from what the program answers, or checks that it fits.

Claims stand in full, since they are our own words; each official quote is cut to its first words. Needs the official
texts (PINPOINT_TEXTS); without them it says so and ends with 3.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpus.types import TextStatus
from rag.types import Answer
from rag.wiring import open_pipeline

README = Path(__file__).resolve().parents[1] / "README.md"
QUESTION = "How long may someone be kept in solitary confinement?"
_BLOCK = re.compile(r"(<!-- example.*?-->\n).*?(<!-- end of example -->)", re.DOTALL)
_WORDS = 6


def block(answer: Answer) -> str:
    """The answer as a table: claim, citation, force and verb, first words of the quote."""
    rows = ["| Claim (our words) | Citation | Force, verb | Official words begin |", "|---|---|---|---|"]
    for claim in answer.claims:
        for citation in claim.citations:
            begin = " ".join((citation.quote or "").split()[:_WORDS])
            rows.append(f"| {claim.text} | {citation.label} | {citation.binding}, {citation.modality} | “{begin} …” |")
    return "\n".join(rows) + "\n"


def main() -> int:
    """Write or check."""
    answer = open_pipeline("core").ask(QUESTION)
    if any(c.text_status is not TextStatus.OFFICIAL for claim in answer.claims for c in claim.citations):
        sys.stderr.write("The official texts are not held: name their folder with PINPOINT_TEXTS.\n")
        return 3
    text = README.read_text(encoding="utf-8")
    fresh = _BLOCK.sub(lambda found: found[1] + block(answer) + found[2], text)
    if "--check" in sys.argv:
        return int(fresh != text)
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
