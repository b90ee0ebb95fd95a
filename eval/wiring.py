"""The composition root of the evaluation: pipeline, question sets, systems and judge put together.

Sets the corpus up first where it is missing, as every verb does. The only place that chooses them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import BadInput
from corpus.settings import Settings
from eval.carried import carried_by
from eval.choice import SMOKE, Choice, choose
from eval.judge import compared_texts, open_judge
from eval.lock import verify_lock
from eval.questions import load_all
from eval.record import Made, Record, Run
from eval.rows import DATASETS
from eval.run import Place, Plan, run
from eval.score import Judging, score
from eval.scores import Scores
from eval.smoke import selections
from eval.spans import check_spans
from eval.surroundings import code_hash, holdings, index_hash, surroundings
from eval.systems import open_system
from eval.types import Item
from rag.pipeline import Pipeline
from rag.ports import TokenEmbedder
from rag.progress import progress, say
from rag.wiring import LazyTokens, open_pipeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Everything that the verbs work with: `tokens` is what the checker reads with, `locked` the hash of each question set."""

    settings: Settings
    pipeline: Pipeline
    tokens: TokenEmbedder
    scope: str
    folder: Path
    items: tuple[Item, ...]
    locked: dict[str, str]

    @property
    def place(self) -> Place:
        """Where runs are kept."""
        return place_of(self.settings)

    @property
    def vectors(self) -> Path:
        """The cache of the vectors that judging compares."""
        return self.place.folder / "vectors.sqlite3"

    @property
    def critical(self) -> tuple[str, ...]:
        """Ids of the items that must be right."""
        return selections(self.folder).get("critical", ())

    @property
    def ours(self) -> frozenset[str]:
        """Every sentence of our digests."""
        digests = (digest for found in self.pipeline.index.library.digests.values() for digest in found.values())
        return frozenset(text for digest in digests for one in digest.statements for text in one.texts.values())


def place_of(settings: Settings) -> Place:
    """Where runs are kept."""
    return Place(folder=settings.data / "eval")


def open_evaluation(scope: str = "core", folder: Path = DATASETS, choice: Choice | None = None) -> Evaluation:
    """Question sets checked against their lock and the texts held, and a pipeline over a fresh index; raises BadInput.

    A choice that comes to nothing is refused before the index is opened; so are, after that, official words that are not
    those an item was written on.
    """
    settings = Settings.from_environment()
    locked = verify_lock(folder)
    items = load_all(folder=folder)
    if choice is not None:
        choose(items, choice, folder)
    pipeline = open_pipeline(scope, settings)
    check_spans(items, pipeline.index.library)
    return Evaluation(
        settings=settings,
        pipeline=pipeline,
        tokens=LazyTokens(settings),
        scope=scope,
        folder=folder,
        items=items,
        locked=locked,
    )


def run_system(opened: Evaluation, name: str, choice: Choice, *, fresh: bool = False, resume: bool = False) -> Run:
    """Ask a system what a choice names."""
    items = answerable(opened, choose(opened.items, choice, opened.folder))
    plan = Plan(items=items, made=_made(opened, name, choice, items), surroundings=surroundings(), fresh=fresh, resume=resume)
    with progress(f"Reading for {name}") as step:
        system = open_system(name, opened.pipeline, opened.vectors, step)
    with progress(f"Asking {name}") as step:
        return run(opened.place, plan, system, step)


def answerable(opened: Evaluation, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items of which something that they need is held, or that need nothing: to others no answer could be right.

    A footnote is such a one where digests serve alone. Says which are left out; raises BadInput where all are.
    """
    library = opened.pipeline.index.library

    def held(item: Item) -> bool:
        needed = [need.reference for turn in item.turns for need in turn.gold if need.must]
        return not needed or any(library.has(one) or library.expand(one) for one in needed)

    kept = tuple(item for item in items if held(item))
    left = ", ".join(item.id for item in items if not held(item))
    if not kept:
        raise BadInput(f"Nothing is held of what these items need: {left}.", hint="Get texts or widen the scope: make corpus.")
    if left:
        say(f"Left out, since nothing that they need is held: {left}.")
    return kept


def judge_run(opened: Evaluation, found: Run) -> Scores:
    """Judge a run by the question sets as they are today; says so where they have changed."""
    changed = [name for name, digest in found.record.made.datasets.items() if opened.locked.get(name) != digest]
    if changed:
        say(f"Changed since the run {found.record.id}, and judged as they are today: {', '.join(changed)}.")
    asked = {outcome.item for outcome in found.outcomes}
    items = [item for item in opened.items if item.id in asked]
    library, embedder = opened.pipeline.index.library, opened.pipeline.embedder
    texts = compared_texts(library, items, found.outcomes)
    with progress("Judging") as step:
        judge = open_judge(library, embedder, opened.vectors, texts, step)
        return score(items, found.outcomes, Judging(judge=judge, entails=carried_by(library, opened.tokens)))


def made_today(opened: Evaluation, record: Record) -> bool:
    """Whether a run was made with the corpus and code as they are now."""
    return (record.made.corpus_version, record.made.code) == (opened.pipeline.index.version, code_hash())


def _made(opened: Evaluation, system: str, choice: Choice, items: tuple[Item, ...]) -> Made:
    files = [f"{name}.jsonl" for name in sorted({item.dataset for item in items})]
    files += [f"{SMOKE}.txt"] if choice.name == SMOKE else []
    version = opened.pipeline.index.version
    return Made(
        system=system,
        scope=opened.scope,
        choice=choice,
        corpus_version=version,
        index=index_hash(opened.settings, version),
        embedder=opened.pipeline.embedder.name,
        llm=opened.pipeline.engine.llm,
        holdings=holdings(opened.pipeline.index.library),
        code=code_hash(),
        datasets={name: opened.locked[name] for name in files},
    )
