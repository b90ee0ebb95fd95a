"""Where things are and how far they may go: read once from the environment, handed down as a value.

Refuses to be a registry of tuning knobs: what is tuned lives beside the stage that it tunes.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The project's root: facts, digests and vocabularies are read from below it."""

UN_HOSTS = ("docs.un.org", "undocs.org", "documents.un.org", "daccess-ods.un.org")
"""The only hosts that a text is fetched from, redirects included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Paths and switches of one process.

    `texts` is a folder of official texts to import from, or None; `scope` what the chat page searches.
    """

    data: Path
    texts: Path | None
    port: int
    offline: bool
    scope: str = "core"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read `PINPOINT_DATA`, `PINPOINT_TEXTS`, `PINPOINT_PORT`, `PINPOINT_OFFLINE` and `PINPOINT_SCOPE`."""
        env = os.environ if environment is None else environment
        texts = env.get("PINPOINT_TEXTS", "")
        return cls(
            data=Path(env.get("PINPOINT_DATA") or ROOT / "data").absolute(),
            texts=Path(texts).absolute() if texts else None,
            port=int(env.get("PINPOINT_PORT") or 8501),
            offline=env.get("PINPOINT_OFFLINE", "") not in ("", "0"),
            scope=env.get("PINPOINT_SCOPE") or "core",
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
