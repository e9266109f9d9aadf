"""Bringing word to those who have no chat (R22, R72)."""
