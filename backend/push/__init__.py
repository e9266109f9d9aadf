"""The outbox: messages owed to people, and the sender."""

from backend.push.actions import owe, owe_each
from backend.push.words import Blanks, says

__all__ = ["Blanks", "owe", "owe_each", "says"]
