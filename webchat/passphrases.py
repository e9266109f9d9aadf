"""Passphrases: what counts as one, and how it is kept."""

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 10, 200  # characters
DIFFERENT = 5
HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
NOBODYS = HASHER.hash("no chat has this passphrase")  # as much work for numbers that have none


def tidied(words: str) -> str:
    """Make full-width letters, capitals and spaces count for nothing: phones add them on their own."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def strong(words: str) -> bool:
    return SHORTEST <= len(words) <= LONGEST and len(set(words)) >= DIFFERENT


def hashed(words: str) -> str:
    return HASHER.hash(words)


def fits(words: str, known: str) -> bool:
    try:
        return HASHER.verify(known, words)
    except (VerificationError, InvalidHashError):
        return False
