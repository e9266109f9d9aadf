"""Stands where it stood: the rule itself is the campaign's."""

from backend.campaigns.deadlines import due_on

__all__ = ["due_on"]
