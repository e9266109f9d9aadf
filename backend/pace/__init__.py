"""Slowing down who guesses: each try is counted before it is looked at, and nobody is locked out for good."""

from backend.pace.actions import FREE_TRIES, LONGEST_WAIT, Left, count_try, forgive, key_of, spend, take_back

__all__ = ["FREE_TRIES", "LONGEST_WAIT", "Left", "count_try", "forgive", "key_of", "spend", "take_back"]
