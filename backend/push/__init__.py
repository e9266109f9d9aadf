"""The outbox: messages owed to people, and the sender."""

from backend.push.actions import owe, owe_each, owe_missed
from backend.push.words import Blanks, Button, Row, offers, says

__all__ = ["Blanks", "Button", "Row", "offers", "owe", "owe_each", "owe_missed", "says"]
