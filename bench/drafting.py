"""`python -m bench.drafting`: a real language model drafts answers to questions of the harness, beside the plain answers.

Serves the model of `bench.local_model` from an environment of its own, has `python -m eval` ask the same dev items twice,
and prints what was drafted, kept and dropped and why, how long it took, and the harness's measures of both. Reads runs as
files; takes no part in judging.
"""

import argparse
import hashlib
import os
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import orjson
from pydantic import BaseModel

from corpus.settings import ROOT, Settings
from corpus.types import Language
from rag.drafting.faults import Fault
from rag.messages import message

MODEL = "qwen2.5-coder-1.5b-instruct"
LANGUAGES = (Language.EN, Language.ZH)
UNANSWERABLE = 5
"""One item in so many is one to refuse: there the model must not be asked."""
BUDGET = {"PINPOINT_LLM_SECONDS": "600", "PINPOINT_LLM_PROMPT_TOKENS": "640", "PINPOINT_LLM_ANSWER_TOKENS": "300"}
"""Made for one thread of a busy machine."""
MEASURES = (
    "right",
    "citation_precision",
    "citation_recall",
    "nuggets_strict",
    "nuggets_lenient",
    "faithfulness",
    "over_refusal",
    "hallucination",
)


class Said(BaseModel):
    """A claim as a run's file has it; `reason` is its verdict's."""

    reason: str


class Outcome(BaseModel):
    """What is read of one outcome of a run's file."""

    language: Language
    message: str
    claims: tuple[Said, ...]
    dropped: tuple[Said, ...]
    timings_ms: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The outcomes of one run in one language, and their measures."""

    outcomes: tuple[Outcome, ...]
    measures: Mapping[str, float]


def main() -> None:
    """Ask both ways and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", required=True, help="python of an environment that has bench/requirements-llm.txt")
    parser.add_argument("--file", required=True, help="where the joined model is kept, 1.1 GB")
    parser.add_argument("--items", type=int, default=20, help="items, each asked in every language")
    given = parser.parse_args()
    ids = choose(given.items)
    plain = ask(ids, {"PINPOINT_LLM": "off"})
    with served(given.python, given.file) as address:
        turned_on = {"PINPOINT_LLM": "openai-like", "PINPOINT_LLM_URL": f"{address}/v1", "PINPOINT_LLM_MODEL": MODEL}
        drafted = ask(ids, turned_on | BUDGET)
    print("\n".join(table(plain, drafted)))


def choose(count: int) -> tuple[str, ...]:
    """Ids of `count` dev items of one turn, the first ones at every call; one in five is to be refused."""
    lines = [line for path in sorted((ROOT / "eval" / "datasets").glob("*.jsonl")) for line in path.read_bytes().splitlines()]
    rows = [row for row in map(orjson.loads, lines) if row.get("split") == "dev" and "question" in row and "expected" in row]
    rows.sort(key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    refused = count // UNANSWERABLE
    wanted = {"answer": count - refused, "refuse": refused}
    found = {do: [row["id"] for row in rows if row["expected"]["do"] == do] for do in wanted}
    return tuple(name for do, many in wanted.items() for name in found[do][:many])


def ask(ids: Sequence[str], environment: Mapping[str, str]) -> dict[Language, Asked]:
    """What the harness makes of these items, by language."""
    runs = Settings.from_environment().data / "eval" / "runs"
    before = set(runs.glob("*"))
    _eval(["run", "--split", "dev", "--ids", ",".join(ids), "--lang", ",".join(LANGUAGES)], environment)
    (folder,) = set(runs.glob("*")) - before
    report = orjson.loads(_eval(["score", folder.name, "--json"], {"PINPOINT_LLM": "off"}))
    by_language = {found["name"]: found["measured"] for found in report["classes"] if found["kind"] == "language"}
    outcomes = [Outcome.model_validate_json(line) for line in (folder / "outcomes.jsonl").read_bytes().splitlines()]
    return {
        language: Asked(
            outcomes=tuple(one for one in outcomes if one.language is language),
            measures={name: one["value"] for name, one in by_language[language].items()},
        )
        for language in LANGUAGES
    }


@contextmanager
def served(python: str, file: str) -> Iterator[str]:
    """The local model's address, while it is served."""
    command = ["nice", "-n", "5", python, str(ROOT / "bench" / "local_model.py"), "--file", file]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:  # noqa: S603 - ours
        address = server.stdout.readline().strip() if server.stdout else ""
        if not address:
            sys.exit(f"The model is not served. Try: {' '.join(command)}")
        try:
            yield address
        finally:
            server.terminate()


def table(plain: Mapping[Language, Asked], drafted: Mapping[Language, Asked]) -> Iterator[str]:
    """The table in Markdown."""
    columns = [told(drafted[language]) for language in drafted]
    yield f"| | {' | '.join(drafted)} |"
    yield f"|---|{'---:|' * len(columns)}"
    for name in dict.fromkeys(name for column in columns for name in column):
        yield f"| {name} | {' | '.join(column.get(name, '0') for column in columns)} |"
    yield ""
    yield f"| measure | {' | '.join(f'{one} plain | {one} drafted' for one in drafted)} |"
    yield f"|---|{'---:|' * 2 * len(columns)}"
    for measure in MEASURES:
        pairs = [side[one].measures.get(measure) for one in drafted for side in (plain, drafted)]
        yield f"| {measure} | {' | '.join('–' if value is None else f'{value:.3f}' for value in pairs)} |"


def told(asked: Asked) -> dict[str, str]:
    """What came of drafting in one run, in words and figures."""
    modelled = [one for one in asked.outcomes if "draft" in one.timings_ms]
    took = [one.timings_ms["draft"] / 1000 for one in modelled]
    kept = sum(len(one.claims) for one in modelled if worded(one))
    reasons = Counter(claim.reason.partition(":")[0] for one in modelled for claim in one.dropped)
    faults = Counter(fault for one in modelled if (fault := failed(one)))
    return {
        "questions asked": str(len(asked.outcomes)),
        "answers that the model was asked to word": str(len(modelled)),
        "answers worded by it": str(sum(map(worded, modelled))),
        "claims drafted": str(kept + reasons.total()),
        "claims kept": str(kept),
        **{f"claims dropped: {reason}": str(many) for reason, many in reasons.most_common()},
        **{f"no draft: {fault}": str(many) for fault, many in faults.most_common()},
        "seconds a draft, median": f"{statistics.median(took):.0f}" if took else "–",
        "seconds a draft, longest": f"{max(took):.0f}" if took else "–",
    }


def worded(outcome: Outcome) -> bool:
    """Whether the claims shown are the model's."""
    return outcome.message.startswith(message("drafted", outcome.language, f"openai-like:{MODEL}"))


def failed(outcome: Outcome) -> str:
    """Why the model gave no draft, or an empty word."""
    begun = outcome.message.startswith
    return next((one.value for one in Fault if begun(message("draft_failed", outcome.language, one.value))), "")


def _eval(words: Sequence[str], environment: Mapping[str, str]) -> bytes:
    command = [sys.executable, "-m", "eval", *words]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env={**os.environ, **environment}, cwd=ROOT)  # noqa: S603 - ours
    return done.stdout


if __name__ == "__main__":
    main()
