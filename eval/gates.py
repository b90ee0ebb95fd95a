"""Gates: for each class and measure the value that must hold, and the items that must be right, as `gates.toml` has them.

Reads and writes the file. A gate is a floor, or a ceiling for measures where less is better. Refuses unknown keys.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import Field, ValidationError

from corpus.errors import BadInput
from corpus.settings import ROOT
from eval.rows import Strict
from eval.scores import Kind, Measure

GATES = ROOT / "eval" / "gates.toml"
_HEAD = """# Gates: what each class of questions must reach, by selection and by whether official texts are held.
# A gate is a floor (a ceiling for over_refusal and hallucination). It fails where the value is worse, and also where it
# lies below the value's 95 % interval, since it would then let a significant drop pass. Raise them, never lower them:
#     python -m eval gate --ratchet > new.toml && mv new.toml eval/gates.toml
# `open` names outcomes of critical items (item/turn/language) that are not right yet. Each is a debt; once it is right, the
# gate asks to take it out, so that it cannot be lost again. `checker` has floors on what the checker catches of a small fixed
# sample, by language and kind of error; `passed` are faithful claims that it lets pass.
"""
_ANEW = "A file of the right shape is printed by: python -m eval gate --ratchet."


class Gates(Strict):
    """The gates of one selection on one kind of holdings; keyed by kind, then class name, then measure.

    `checker` are floors on what the checker catches of its own small sample, by language, then operator.
    """

    system: str = "assistant"
    open: tuple[str, ...] = ()
    classes: dict[Kind, dict[str, dict[Measure, float]]] = Field(default_factory=dict)
    checker: dict[str, dict[str, float]] = Field(default_factory=dict)


class GateFile(Strict):
    """`gates.toml`: keyed by selection, then holdings."""

    gates: dict[str, dict[str, Gates]] = Field(default_factory=dict)


def read_gates(path: Path = GATES) -> GateFile:
    """The gates of a file; one that is missing holds none. Raises BadInput."""
    try:
        return GateFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return GateFile()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"{path} holds no gates that can be read: {error}.", hint=_ANEW) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise BadInput(f"{path} holds no gates that can be read: {where}: {first['msg']}.", hint=_ANEW) from error


def gates_text(file: GateFile) -> str:
    """The file's own text, which reads back as the same gates."""
    return "\n".join([_HEAD, *_lines(file.gates)]) + "\n"


def _lines(gates: Mapping[str, Mapping[str, Gates]]) -> Iterable[str]:
    for selection, by_holdings in sorted(gates.items()):
        for holdings, one in sorted(by_holdings.items()):
            yield f"[gates.{_key(selection)}.{_key(holdings)}]"
            yield f'system = "{one.system}"'
            yield "open = ["
            yield from (f'    "{key}",' for key in one.open)
            yield "]"
            for kind, classes in one.classes.items():
                for name, measures in sorted(classes.items()):
                    yield f"\n[gates.{_key(selection)}.{_key(holdings)}.classes.{kind.value}.{_key(name)}]"
                    yield from (f"{measure.value} = {value:.3f}" for measure, value in measures.items())
            for language, floors in sorted(one.checker.items()):
                yield f"\n[gates.{_key(selection)}.{_key(holdings)}.checker.{_key(language)}]"
                yield from (f"{_key(name)} = {value:.3f}" for name, value in sorted(floors.items()))
            yield ""


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else f'"{name}"'
