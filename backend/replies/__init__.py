"""Replies in the making: drafted, approved, checked, sent, corrected, proven (R67-R75)."""
