"""Ids of open windows, of which no two are the same.

The library makes one of the second and a number below a hundred: of two windows opened in the same second,
one in a hundred pairs had the same id, and closing the upper one lost the place of the one below.
"""

import secrets
import string

from aiogram_dialog.api.entities import stack

SYMBOLS = string.digits + string.ascii_letters
LENGTH = 6
"""Characters, as many as the library's: what a button says has to fit into 64 bytes."""


def new_id() -> str:
    return "".join(secrets.choice(SYMBOLS) for _ in range(LENGTH))


def use_own_ids() -> None:
    """Let the library open windows under our ids."""
    stack.new_id = new_id
