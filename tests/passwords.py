"""Passwords of tests need no protection."""

from argon2 import PasswordHasher

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""The cost is written into the hash and kept when it is checked."""
