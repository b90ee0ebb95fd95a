"""Every error that Pinpoint raises on purpose, in one tree.

    PinpointError
    ├── UsageError               exit 2: the caller asked for something that cannot be
    │   ├── UnknownInstrument
    │   ├── UnknownProvision
    │   ├── BadLocator
    │   ├── UnknownModel         no model here goes by this name
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
    ├── ModelError               exit 2: the embedder's files are missing or not what they should be
    ├── DraftingFailed           exit 2: a language model gave no draft; an answer goes on without it
    └── ServiceError             exit 2: the HTTP service does not take this request, or not now
        ├── NotReady             503: the index is not open yet
        ├── Overloaded           503: more is waiting than can be answered soon
        ├── TooManyRequests      429: this key or address has asked too often
        ├── NotAllowed           401: no key, or one that is not known
        ├── ForeignOrigin        403: a page of another site asks, and it is not allowed to
        └── TooLarge             413: a body above the limit

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


class UnknownModel(UsageError):
    """No model here goes by this name."""


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


class DraftingFailed(PinpointError):
    """A language model gave no draft, for the reason `fault`; an answer goes on without it.

    `again` says that asking once more may help, after `retry_after` seconds at the earliest.
    """

    def __init__(self, message: str, *, fault: str, hint: str = "", again: bool = False, retry_after: float = 0.0) -> None:
        super().__init__(message, hint=hint)
        self.fault = fault
        self.again = again
        self.retry_after = retry_after


class ServiceError(PinpointError):
    """The HTTP service does not take this request, or not now; `retry_after` are seconds until it may, 0 for never."""

    def __init__(self, message: str, *, hint: str = "", retry_after: int = 0) -> None:
        super().__init__(message, hint=hint)
        self.retry_after = retry_after


class NotReady(ServiceError):
    """The index is not open yet."""


class Overloaded(ServiceError):
    """More is waiting than can be answered soon."""


class TooManyRequests(ServiceError):
    """This key or address has asked too often."""


class NotAllowed(ServiceError):
    """No key, or one that is not known."""


class ForeignOrigin(ServiceError):
    """A page of another site asks, and it is not allowed to."""


class TooLarge(ServiceError):
    """A body above the limit."""
