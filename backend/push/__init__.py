"""The outbox: messages owed to people, and the sender."""

from backend.push.actions import NO_CHAT, TOLD_ELSEWHERE, owe, owe_each, owe_missed, told_elsewhere
from backend.push.words import Blanks, Button, Row, offers, says

__all__ = [
    "NO_CHAT",
    "TOLD_ELSEWHERE",
    "Blanks",
    "Button",
    "Row",
    "offers",
    "owe",
    "owe_each",
    "owe_missed",
    "says",
    "told_elsewhere",
]
