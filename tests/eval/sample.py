"""Question sets on the sample instrument, and an evaluation over a pipeline with a fake embedder."""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from corpus.settings import Settings
from eval.asking import Asked, System
from eval.choice import Choice
from eval.lock import verify_lock, write_lock
from eval.questions import load_all
from eval.record import Made
from eval.run import Place, Plan, run
from eval.surroundings import surroundings
from eval.systems import open_system
from eval.types import Item, Outcome
from eval.wiring import Evaluation
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline

Json = dict[str, object]


def row(number: int, kind: str, english: str, chinese: str, needed: list[str], **more: object) -> Json:
    """A line of a question set."""
    return {
        "id": f"s{number:03}",
        "type": kind,
        "question": {"en": english, "zh": chinese},
        "gold": [{"instrument": "sample-rules", "locator": one, "need": "must"} for one in needed],
        "nuggets": [],
        "expected": {"do": "answer", "reason": None},
        "split": "dev",
        "author": "test",
        **more,
    }


def nugget(english: str, chinese: str, locator: str) -> Json:
    """A vital nugget of the sample instrument."""
    return {"en": english, "zh": chinese, "locators": [f"sample-rules {locator}"], "vital": True}


REFUSE = {"do": "refuse", "reason": "not_in_texts"}
CORRECT = {"do": "correct_premise", "reason": "false_premise"}
ROWS: list[Json] = [
    row(
        1,
        "lookup",
        "They make me stand ten hours in a row",
        "最长能连续值多少班",
        ["5(1)"],
        nuggets=[nugget("Six hours at most for a watch", "一班最多六小时", "5(1)")],
    ),
    row(2, "lookup", "How often do they come and check?", "突击检查", ["15"]),
    row(3, "exact_ref", "Skerry Rules, rule 4 (a)", "礁石规则第4条(a)项", ["4(a)"]),
    row(4, "list", "lessons for kids", "岛上的孩子上学", ["13"], split="test"),
    row(5, "unanswerable", "How much pension does a keeper get?", "灯塔看守人的退休金是多少？", [], expected=REFUSE),
    row(
        6,
        "false_premise",
        "Since a watch may last nine hours, who pays?",
        "既然一班可以九小时，谁付钱？",
        ["5(1)"],
        expected=CORRECT,
    ),
]
DIALOGUE: Json = {
    "id": "s007",
    "type": "dialogue",
    "turns": [
        {
            "question": {"en": "maximum shift length", "zh": "最长能连续值多少班"},
            "gold": [{"instrument": "sample-rules", "locator": "5(1)", "need": "must"}],
            "nuggets": [],
        },
        {
            "question": {"en": "And the sleep between shifts?", "zh": "两个班中间能睡多久"},
            "gold": [{"instrument": "sample-rules", "locator": "5(2)", "need": "must"}],
            "nuggets": [],
        },
    ],
    "split": "dev",
    "author": "test",
}


def write_sets(folder: Path) -> Path:
    """A folder of question sets with its lock; the smoke set is the dev split, s001 and s005 are critical."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in [*ROWS, DIALOGUE])
    (folder / "sample.jsonl").write_text(lines, encoding="utf-8")
    dev = [str(one["id"]) for one in [*ROWS, DIALOGUE] if one["split"] == "dev"]
    (folder / "smoke.txt").write_text("\n".join(dev) + "\n", encoding="utf-8")
    (folder / "critical.txt").write_text("s001\ns005\n", encoding="utf-8")
    write_lock(folder)
    return folder


def write_claims(folder: Path) -> None:
    """A set of hand-written claims on the sample instrument, two faithful and two wrong ones in each language."""
    told = [
        ("en", "A watch must not go on for more than 6 hours.", None),
        ("en", "A keeper's shift ends after six hours at most.", None),
        ("en", "A watch may last sixteen hours.", "number"),
        ("en", "A watch is paid double at night.", "added"),
        ("zh", "一班不得超过6小时。", None),
        ("zh", "值班不得超过六小时。", None),
        ("zh", "一次值班可以长达十六小时。", "number"),
        ("zh", "夜间值班工资加倍。", "added"),
    ]
    claims = [
        {"language": language, "text": text, "label": "not_supported" if error else "supported", "error": error}
        for language, text, error in told
    ]
    line = {"id": "sc001", "instrument": "sample-rules", "locator": "5(1)", "split": "dev", "author": "test", "claims": claims}
    (folder / "claims-s.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")


def evaluation(pipeline: Pipeline, built: Path, folder: Path) -> Evaluation:
    """An evaluation over the sample pipeline that was built in `built`; runs are kept beside `folder`."""
    sets = write_sets(folder / "sets")
    data = folder / "data"
    data.mkdir()
    (data / "snapshots").symlink_to(built / "snapshots")
    return Evaluation(
        settings=Settings(data=data, texts=None, port=0, offline=True),
        pipeline=pipeline,
        tokens=HashEmbedder(),
        scope="sample",
        folder=sets,
        items=load_all(folder=sets),
        locked=verify_lock(sets),
    )


def made(pipeline: Pipeline, name: str = "assistant") -> Made:
    """What a run over the sample is made with."""
    return Made(
        system=name,
        scope="sample",
        choice=Choice(),
        corpus_version=pipeline.index.version,
        index="",
        embedder=pipeline.embedder.name,
        llm=None,
        holdings="official",
        code="",
        datasets={},
    )


def quiet(_done: int, _total: int) -> None:
    """Nobody watches."""


def slowly(system: System, seconds: float) -> System:
    """A system that says when it is asked and takes its time, so that it can be killed on the way."""

    def answer(asked: Asked) -> Outcome:
        print("asked", flush=True)  # noqa: T201 - tells the waiting test
        time.sleep(seconds)
        return system.answer(asked)

    return replace(system, answer=answer)


def slow_run(folder: Path) -> None:
    """Ask all sample questions at leisure, in a process of its own that can be killed."""
    from tests.rag.conftest import sample_pipeline  # noqa: PLC0415 - needed in that process only

    pipeline = sample_pipeline(folder / "built")
    system = slowly(open_system("assistant", pipeline, folder / "vectors.sqlite3", quiet), 0.3)
    run(Place(folder=folder / "eval"), plan(pipeline, folder), system, quiet)
    sys.exit(0)


def plan(pipeline: Pipeline, folder: Path, *, fresh: bool = False, resume: bool = False) -> Plan:
    """All sample items in all languages."""
    items: tuple[Item, ...] = load_all(folder=write_sets(folder / "sets"))
    return Plan(items=items, made=made(pipeline), surroundings=surroundings(), fresh=fresh, resume=resume)
