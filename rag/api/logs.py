"""One line of JSON a request, to standard error; what libraries have to say goes the same way.

Refuses to write a question, an answer, a key or an address's query, unless the operator has switched questions on.
"""

import logging
import sys
import traceback
from collections.abc import Sequence

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

_APART = ("streamlit", "uvicorn", "websockets")
"""Libraries whose loggers the page's server gives a handler of its own, which would write an error with its message."""
_questions = False
log = structlog.stdlib.get_logger("pinpoint")


def configure(*, questions: bool = False) -> None:
    """Set up logging for a server whose libraries are loaded; with `questions`, what is asked is written too."""
    configure_questions(written=questions)
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _failure,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.INFO)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name, logger in logging.root.manager.loggerDict.items():
        if name.partition(".")[0] in _APART and isinstance(logger, logging.Logger):
            logger.handlers[:], logger.propagate = [], True
    for chatty in ("httpx", "httpx2", "httpcore", "uvicorn.access", "llama_index", "chromadb"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def configure_questions(*, written: bool) -> None:
    """Switch on or off that questions are written."""
    global _questions  # noqa: PLW0603 - logging is of the process, and so is this switch
    _questions = written


def log_asked(kind: str, question: str, history: Sequence[str] = ()) -> None:
    """Write what was asked, where the operator has switched that on; else nothing."""
    if _questions:
        log.info("asked", kind=kind, question=question, history=list(history))


def _failure(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """An exception as its kind and the places that it came through: its message may hold what was asked."""
    given = event.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else sys.exc_info()[1] if given is True else given
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)[-8:]
        event["failure"] = type(error).__name__
        event["through"] = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
        if _questions:
            event["said"] = str(error)
    return event
