"""Why something was not delivered or not handled: which kind it is, and so which words."""

from collections.abc import Mapping
from enum import StrEnum

from backend.push.actions import (
    GIVEN_UP,
    GONE,
    NO_CHAT,
    NO_WORDS,
    TOLD_ELSEWHERE,
    TOLD_IN_PERSON,
    UNSURE,
)


class Undelivered(StrEnum):
    """Of a notice to an author; the sentences are `console-reason-…` and `console-reason-next-…`."""

    NO_CHAT = NO_CHAT
    TOLD_ELSEWHERE = TOLD_ELSEWHERE
    TOLD_IN_PERSON = TOLD_IN_PERSON
    GONE = "gone"
    NO_SUCH_CHAT = "no-such-chat"
    UNSURE = "unsure"
    GIVEN_UP = "given-up"
    NO_WORDS = "no-words"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Unhandled(StrEnum):
    """Of a message that came in; the sentences are `console-letter-…` and `console-letter-next-…`."""

    GIVEN_UP = "given-up"
    UNREADABLE = "unreadable"
    TOKEN = "token"  # noqa: S105 - a kind of trouble, and no secret
    REFUSED = "refused"
    STORAGE = "storage"
    FAULT = "fault"
    UNKNOWN = "unknown"


WRITTEN_BY_US = frozenset({NO_CHAT, TOLD_ELSEWHERE, TOLD_IN_PERSON})
"""Reasons that are a kind themselves: there is nothing more to show of them."""
BEGINNINGS = {
    GONE: Undelivered.GONE,
    UNSURE: Undelivered.UNSURE,
    GIVEN_UP: Undelivered.GIVEN_UP,
    NO_WORDS: Undelivered.NO_WORDS,
}
NO_SUCH_CHATS = ("chat not found", "user not found", "peer_id_invalid")
TELEGRAM = "Telegram"
ERRORS: Mapping[str, Unhandled] = {
    **dict.fromkeys(("GivenUpError", "TelegramEntityTooLarge"), Unhandled.GIVEN_UP),
    **dict.fromkeys(
        ("JSONDecodeError", "UnicodeDecodeError", "ValidationError", "ClientDecodeError"),
        Unhandled.UNREADABLE,
    ),
    **dict.fromkeys(("TelegramUnauthorizedError", "TelegramConflictError"), Unhandled.TOKEN),
    **dict.fromkeys(
        ("OSError", "PermissionError", "DataError", "IntegrityError", "OperationalError", "ProgrammingError"),
        Unhandled.STORAGE,
    ),
}
"""What the name of an error says to whoever has to do with it; `bot.talker.where` writes it down."""


def of_push(reason: str | None) -> Undelivered:
    if not reason:
        return Undelivered.UNKNOWN
    if reason in WRITTEN_BY_US:
        return Undelivered(reason)
    if any(words in reason.lower() for words in NO_SUCH_CHATS):
        return Undelivered.NO_SUCH_CHAT
    kinds = (kind for beginning, kind in BEGINNINGS.items() if reason.startswith(beginning))
    return next(kinds, Undelivered.REFUSED)


def of_letter(reason: str | None) -> Unhandled:
    if not reason:
        return Unhandled.UNKNOWN
    error = reason.partition(" at ")[0]
    if error in ERRORS:
        return ERRORS[error]
    return Unhandled.REFUSED if error.startswith(TELEGRAM) else Unhandled.FAULT


def raw(reason: str | None) -> str:
    """Return what is worth showing as it was written down, "" for nothing."""
    return "" if not reason or reason in WRITTEN_BY_US else reason
