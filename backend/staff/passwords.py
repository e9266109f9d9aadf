"""A password is changed by whom it belongs to, and made for one time by an administrator."""

import secrets
import unicodedata
from datetime import timedelta

from backend import pace
from backend.db import Database
from backend.errors import Refusal
from backend.secret import CODE_ALPHABET
from backend.staff.actions import PASSWORD_MINIMUM, fits, hashed, sign_out_all
from backend.staff.log import note
from backend.staff.model import Act, Staff
from backend.staff.queries import digest

PASSWORD_MAXIMUM = 200
ONE_TIME = timedelta(hours=72)
"""How long a one-time password opens, where no setting says otherwise."""
GROUPS, GROUP = 4, 4
"""A one-time password: sixteen letters and figures, 79 bits, in groups that are read aloud."""


def made() -> str:
    letters = [secrets.choice(CODE_ALPHABET) for _ in range(GROUPS * GROUP)]
    return "-".join("".join(letters[at : at + GROUP]) for at in range(0, len(letters), GROUP))


async def change(db: Database, *, staff_id: int, old: str, new: str, again: str, token: str) -> None:
    """Set another password and sign everybody else out of the account."""
    staff = await checked(db, staff_id=staff_id, password=old, refusal="password-old-wrong")
    _check(staff, old, new, again)
    password_hash = await hashed(new)
    async with db.begin() as session:
        staff = await session.get_one(Staff, staff_id, with_for_update={"of": Staff})
        staff.password_hash, staff.one_time = password_hash, False
        staff.one_time_until = None
        await sign_out_all(session, staff_id, but=digest(token))
        note(session, Act.PASSWORD_CHANGED, actor_id=staff_id, staff_id=staff_id)


async def checked(db: Database, *, staff_id: int, password: str, refusal: str) -> Staff:
    """Return the account once its password was told; guessing slows down here, too."""
    key = pace.key_of("password", str(staff_id))
    await pace.count_try(db, key)
    async with db.read() as session:
        staff = await session.get_one(Staff, staff_id)
    if not await fits(password, staff.password_hash):
        raise Refusal(refusal)
    async with db.begin() as session:
        await pace.forgive(session, key)
    return staff


def _check(staff: Staff, old: str, new: str, again: str) -> None:
    if len(new) < PASSWORD_MINIMUM:
        raise Refusal("password-short", minimum=str(PASSWORD_MINIMUM))
    if len(new) > PASSWORD_MAXIMUM:
        raise Refusal("password-long", maximum=str(PASSWORD_MAXIMUM))
    if new != again:
        raise Refusal("password-not-again")
    if new == old:
        raise Refusal("password-same")
    if _plain(staff.login) in _plain(new) or len(set(new)) < PASSWORD_MINIMUM // 3:
        raise Refusal("password-easy")


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()
