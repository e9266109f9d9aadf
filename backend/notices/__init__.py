"""Notices for members of staff: what happened to a suggestion that concerns them; its number, no words."""

from backend.notices.actions import tell
from backend.notices.model import Kind

__all__ = ["Kind", "tell"]
