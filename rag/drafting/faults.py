"""Why a language model gave no draft, in one word each."""

from enum import StrEnum


class Fault(StrEnum):
    """What went wrong; `NOTHING` is a model that read the passages and proposed no claim."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    BUSY = "busy"
    BROKEN = "server_error"
    TIMEOUT = "timeout"
    STOPPED = "stopped"
    TOO_LARGE = "too_large"
    CUT_OFF = "cut_off"
    EMPTY = "empty"
    NOT_JSON = "not_json"
    WRONG_SCHEMA = "wrong_schema"
    NO_ROOM = "no_room"
    NOTHING = "nothing_drafted"
