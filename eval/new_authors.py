"""Questions of fresh authors, of whom the index knows nothing, that the decision is fitted on beside dev.

Dev's authors are few, and the decision surer of their questions than of anybody's. Reads no evaluation question.
"""

from pathlib import Path
from random import Random

from corpus.asked import Bearing, read_asked
from eval.corpus_examples import as_examples, read_signs
from eval.fitting import Examples
from rag.decide.decision import Course
from rag.pipeline import Pipeline

COURSE_OF = {Bearing.ANSWERED: Course.ANSWER, Bearing.SILENT: Course.REFUSE, Bearing.MISBELIEF: Course.CORRECT}
"""What is due to a question that came before its provision."""
_FOLDER = Path(__file__).parent / "training"
_FILES = "asked-b[bceg].jsonl"
_DRAWN, _WEIGHT = 12_000, 0.7
"""How many are drawn of what they wrote, in every language, and what each weighs beside a dev question; decisions 40 to 42."""


def fresh_questions(pipeline: Pipeline, folder: Path = _FOLDER) -> Examples:
    """A seeded sample of the questions, as they stand; raises BadFacts."""
    chance = Random(1990)  # noqa: S311 - a sample, no secret
    rows = [row for path in sorted(folder.glob(_FILES)) for row in read_asked(path)]
    told = [(COURSE_OF[row.kind], text) for row in rows for text in row.question.values()]
    drawn = chance.sample(told, min(_DRAWN, len(told)))
    table = [read_signs(pipeline.index, pipeline, text) for _, text in drawn]
    return as_examples(table, [course for course, _ in drawn], _WEIGHT, neither=1.0)
