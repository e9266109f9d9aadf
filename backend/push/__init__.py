"""The outbox: messages owed to people, and the sender."""

from backend.push.actions import (
    NO_CHAT,
    TOLD_ELSEWHERE,
    TOLD_IN_PERSON,
    owe,
    owe_each,
    owe_missed,
    told_elsewhere,
    told_in_person,
)
from backend.push.words import Blanks, Button, Row, offers, says

__all__ = [
    "NO_CHAT",
    "TOLD_ELSEWHERE",
    "TOLD_IN_PERSON",
    "Blanks",
    "Button",
    "Row",
    "offers",
    "owe",
    "owe_each",
    "owe_missed",
    "says",
    "told_elsewhere",
    "told_in_person",
]
