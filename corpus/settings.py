"""Where things are and how far they may go: read once from the environment, handed down as a value.

Refuses to be a registry of tuning knobs: what is tuned lives beside the stage that it tunes.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import BadInput

ROOT = Path(__file__).resolve().parent.parent
"""The project's root: facts, digests and vocabularies are read from below it."""

UN_HOSTS = ("docs.un.org", "undocs.org", "documents.un.org", "daccess-ods.un.org")
"""The only hosts that a text is fetched from, redirects included."""

PROVIDERS = ("openai-like", "ollama", "anthropic")
"""Ways of speaking to a language model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModelSettings:
    """Which language model drafts, and how far it may go; see docs/models.md.

    `provider` is `openai-like`, `ollama` or `anthropic`; an empty `url` is the provider's own address. `seconds` and
    `attempts` bound one answer, `prompt_tokens` and `answer_tokens` what is sent and taken for it.
    """

    provider: str
    model: str
    url: str = ""
    key: str = field(default="", repr=False)
    seconds: int = 30
    attempts: int = 3
    prompt_tokens: int = 3_000
    answer_tokens: int = 800

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> "LanguageModelSettings | None":
        """Read the variables named `PINPOINT_LLM…`, None where no model is turned on; raises BadInput."""
        provider = env.get("PINPOINT_LLM", "")
        if provider in ("", "0", "off"):
            return None
        if provider not in PROVIDERS:
            raise BadInput(f"PINPOINT_LLM is {provider!r}.", hint=f"Set it to off, {', '.join(PROVIDERS)}.")
        if not env.get("PINPOINT_LLM_MODEL"):
            raise BadInput(f"PINPOINT_LLM is {provider}, and no model is named.", hint="Set PINPOINT_LLM_MODEL=NAME.")
        return cls(
            provider=provider,
            model=env["PINPOINT_LLM_MODEL"],
            url=env.get("PINPOINT_LLM_URL", ""),
            key=env.get("PINPOINT_LLM_KEY", ""),
            seconds=_number(env, "PINPOINT_LLM_SECONDS", 30, least=1),
            attempts=_number(env, "PINPOINT_LLM_ATTEMPTS", 3, least=1),
            prompt_tokens=_number(env, "PINPOINT_LLM_PROMPT_TOKENS", 3_000, least=1),
            answer_tokens=_number(env, "PINPOINT_LLM_ANSWER_TOKENS", 800, least=1),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Paths and switches of one process.

    `texts` is a folder of official texts to import from, or None; `scope` what the chat page and the API search. Of the
    API: `host` is the address it listens on, `rate` the requests a minute that a key or an address may make, 0 for any
    number, `origins` the web pages that may call it; answers are stored and questions logged only where the operator says
    so. `llm` is the language model that drafts, or None.
    """

    data: Path
    texts: Path | None
    port: int
    offline: bool
    scope: str = "core"
    host: str = "127.0.0.1"
    origins: tuple[str, ...] = ()
    rate: int = 1200
    store_answers: bool = False
    log_questions: bool = False
    llm: LanguageModelSettings | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the variables named `PINPOINT_…`; raises BadInput where one cannot be read."""
        env = os.environ if environment is None else environment
        texts = env.get("PINPOINT_TEXTS", "")
        return cls(
            data=Path(env.get("PINPOINT_DATA") or ROOT / "data").absolute(),
            texts=Path(texts).absolute() if texts else None,
            port=_number(env, "PINPOINT_PORT", 8501, most=65_535),
            offline=_switch(env, "PINPOINT_OFFLINE"),
            scope=env.get("PINPOINT_SCOPE") or "core",
            host=env.get("PINPOINT_HOST") or "127.0.0.1",
            origins=tuple(filter(None, map(str.strip, env.get("PINPOINT_ALLOWED_ORIGINS", "").split(",")))),
            rate=_number(env, "PINPOINT_RATE", 1200),
            store_answers=_switch(env, "PINPOINT_STORE_ANSWERS"),
            log_questions=_switch(env, "PINPOINT_LOG_QUESTIONS"),
            llm=LanguageModelSettings.from_environment(env),
        )

    @property
    def store(self) -> Path:
        """The SQLite file that holds all truth."""
        return self.data / "store.sqlite3"

    @property
    def downloads(self) -> Path:
        """Fetched documents, as they came."""
        return self.data / "downloads"

    @property
    def snapshots(self) -> Path:
        """Finished index snapshots, one folder a corpus version."""
        return self.data / "snapshots"

    @property
    def model(self) -> Path:
        """The converted embedder: ONNX files and tokenizer."""
        return self.data / "model"

    @property
    def keys(self) -> Path:
        """Hashes of the API's keys."""
        return self.data / "keys.json"

    @property
    def answers(self) -> Path:
        """Answers that the operator has chosen to store, one file each."""
        return self.data / "answers"


def _switch(env: Mapping[str, str], name: str) -> bool:
    return env.get(name, "") not in ("", "0")


def _number(env: Mapping[str, str], name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
    given = env.get(name) or str(default)
    if not given.isascii() or not given.isdigit():
        raise BadInput(f"{name} is {given!r}, which is not a whole number.", hint=f"Set it like {name}={default}.")
    if int(given) < least:
        raise BadInput(f"{name} is {given}, and {least} is the least.", hint=f"Set it like {name}={default}.")
    if most is not None and int(given) > most:
        raise BadInput(f"{name} is {given}, and {most} is the most.", hint=f"Set it like {name}={default}.")
    return int(given)
