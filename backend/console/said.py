"""What addresses and forms say, read into values; what makes no sense becomes nothing."""

from datetime import date

from backend.errors import Refusal
from backend.staff.model import Role

DIGITS = 18


def whole(said: str) -> int | None:
    """Read a whole number as our own forms send it; None for anything else."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= DIGITS else None


def row_id(said: str) -> int:
    """Read a row's number; 0, which no row has, for anything else."""
    return whole(said) or 0


def role_of(said: str) -> Role:
    if said not in set(Role):
        raise Refusal("account-role-missing")
    return Role(said)


def day_or_none(said: str) -> date | None:
    """Read a last day that may be left open."""
    return day_said(said, "officer-until-wrong") if said.strip() else None


def day_said(said: str, key: str) -> date:
    """Read a day as date fields send it (2024-08-01); anything else is refused with this key."""
    try:
        return date.fromisoformat(said.strip())
    except ValueError:
        raise Refusal(key) from None
