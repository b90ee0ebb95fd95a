"""Every error that Pinpoint raises on purpose, in one tree.

    PinpointError
    ├── UsageError               exit 2: the caller asked for something that cannot be
    │   ├── UnknownInstrument
    │   ├── UnknownProvision
    │   ├── BadLocator
    │   ├── BadInput             a question, file or line that cannot be taken
    │   └── BadFacts             a facts, digest or vocabulary file that breaks its shape
    ├── TextRefused              exit 3: a document is not the official text that it is said to be
    │   ├── WrongDocument
    │   ├── WrongLanguage
    │   ├── IncompleteText
    │   └── UnreadableDocument
    ├── FetchFailed              exit 3: a text could not be had from its host
    ├── StoreError               exit 2: the data folder cannot be read or written
    │   ├── StoreUnwritable
    │   └── StoreBusy            another process is building
    ├── SnapshotError            exit 2: an index snapshot is missing, damaged or stale
    └── ModelError               exit 2: the embedder's files are missing or not what they should be

A message says what failed, with which value, and the next command to type. "The texts do not say" is an
Answer, never an error.
"""


class PinpointError(Exception):
    """Root of the tree; `exit_code` is what a command line program ends with."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint


class UsageError(PinpointError):
    """The caller asked for something that cannot be."""


class UnknownInstrument(UsageError):
    """No facts file has this id or symbol."""


class UnknownProvision(UsageError):
    """The instrument has no provision with this locator."""


class BadLocator(UsageError):
    """The text is not a locator such as `45(1)`, `8.2(b)` or `pp12`."""


class BadInput(UsageError):
    """A question, file or line that cannot be taken."""


class BadFacts(UsageError):
    """A facts, digest or vocabulary file that breaks its shape."""


class TextRefused(PinpointError):
    """A document is not the official text that it is said to be; what was stored before stays."""

    exit_code = 3


class WrongDocument(TextRefused):
    """The document does not name the instrument that it was handed in as."""


class WrongLanguage(TextRefused):
    """The document is not in the language that it was handed in as."""


class IncompleteText(TextRefused):
    """Expected provisions are missing."""


class UnreadableDocument(TextRefused):
    """Not text, not a PDF, over a limit, or a PDF whose text could not be extracted in time."""


class FetchFailed(PinpointError):
    """A text could not be had from its host."""

    exit_code = 3


class StoreError(PinpointError):
    """The data folder cannot be read or written."""


class StoreUnwritable(StoreError):
    """The data folder refuses writing, or the disk is full."""


class StoreBusy(StoreError):
    """Another process holds the builder's lock."""


class SnapshotError(PinpointError):
    """An index snapshot is missing, damaged or stale."""


class ModelError(PinpointError):
    """The embedder's files are missing or not what they should be."""
