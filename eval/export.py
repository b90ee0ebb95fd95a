"""A judged run as a log of inspect_ai, so that its viewer can open it: `inspect view`.

Writes the JSON of its log format, version 2, and needs nothing of it installed. Words of official texts are cut.
"""

from collections.abc import Sequence

import orjson

from eval.record import Record
from eval.report.content import Shown, shown_outcome
from eval.scores import Judged, Measure, Scores

Json = dict[str, object]
_MODEL = "none/none"
"""inspect_ai wants a model's name; the default assistant has none."""


def inspect_log(record: Record, scores: Scores, ours: frozenset[str]) -> bytes:
    """The log of a run: a sample for each outcome, a score for each measure that applies to it."""
    log: Json = {
        "version": 2,
        "status": "success",
        "eval": _spec(record, scores),
        "plan": {"name": "pinpoint", "steps": [{"solver": record.made.system, "params": {}}], "config": {}},
        "results": _results(scores),
        "stats": {"started_at": record.started, "completed_at": record.finished or record.started, "model_usage": {}},
        "samples": [_sample(number, judged, ours) for number, judged in enumerate(scores.judged, start=1)],
    }
    return orjson.dumps(log, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS)


def _spec(record: Record, scores: Scores) -> Json:
    made, around = record.made, record.surroundings
    return {
        "eval_id": record.id,
        "run_id": record.id,
        "task_id": record.id,
        "created": record.started,
        "task": f"pinpoint-{made.choice.name}",
        "task_version": 0,
        "dataset": {
            "name": made.choice.gated_as,
            "samples": len(scores.judged),
            "sample_ids": [judged.outcome.key for judged in scores.judged],
            "shuffled": False,
        },
        "model": made.llm or _MODEL,
        "model_args": {},
        "task_args": {"system": made.system, "scope": made.scope},
        "config": {"epochs": 1},
        "revision": {"type": "git", "origin": "", "commit": around.commit, "dirty": around.dirty},
        "packages": around.packages,
        "metadata": {"corpus_version": made.corpus_version, "holdings": made.holdings, "datasets": made.datasets},
    }


def _results(scores: Scores) -> Json:
    return {
        "total_samples": len(scores.judged),
        "completed_samples": len(scores.judged),
        "scores": [
            {
                "name": measure.value,
                "scorer": measure.value,
                "params": {},
                "metrics": {
                    name: {"name": name, "value": value, "params": {}}
                    for name, value in (("value", found.value), ("low", found.low), ("high", found.high))
                },
            }
            for measure, found in scores.total.measured.items()
        ],
    }


def _sample(number: int, judged: Judged, ours: frozenset[str]) -> Json:
    shown = shown_outcome(judged, ours)
    said = _said(shown)
    return {
        "id": shown.key,
        "epoch": 1,
        "input": shown.question,
        "target": list(shown.needed),
        "messages": [{"role": "user", "content": shown.question}, {"role": "assistant", "content": said, "source": "generate"}],
        "output": {
            "model": _MODEL,
            "choices": [{"message": {"role": "assistant", "content": said, "source": "generate"}, "stop_reason": "stop"}],
        },
        "scores": {name: {"value": value, "answer": ", ".join(shown.cited)} for name, value in _values(judged)}
        | {Measure.RIGHT.value: {"value": "C" if judged.right else "I", "explanation": judged.fault or None}},
        "metadata": {"type": shown.type, "language": shown.language, "dataset": shown.dataset, "number": number},
        "store": {},
        "events": [],
        "model_usage": {},
        "attachments": {},
    }


def _said(shown: Shown) -> str:
    lines = [f"{claim.text} [{', '.join(claim.citations)}]" for claim in shown.claims]
    return "\n".join([shown.status, *shown.corrections, *lines])


def _values(judged: Judged) -> Sequence[tuple[str, float]]:
    return [(measure.value, value) for measure, value in judged.values.items()]
