"""A member of staff and their chat: linked by a code from the console, unlinked from both sides."""

import secrets
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, pace
from backend.db import Database, keys_of
from backend.errors import Refusal
from backend.secret import CODE_ALPHABET
from backend.staff.log import note
from backend.staff.model import Act, Link, LinkCode, Staff

PREFIX = "staff-"
"""What a start parameter begins with that links a chat."""
CODE_LENGTH = 12
GOOD_FOR = timedelta(minutes=15)


async def offer(db: Database, *, staff_id: int) -> str:
    """Return a code for one use within a quarter of an hour; a newer one ends the older."""
    code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
    async with db.begin() as session:
        await session.get_one(Staff, staff_id, with_for_update={"of": Staff})
        row = await session.get(LinkCode, staff_id) or LinkCode(staff_id=staff_id)
        row.code_hash, row.expires_at = keys_of(session).code_hash(code), clock.now() + GOOD_FOR
        row.used_at = None
        session.add(row)
    return code


async def link(db: Database, *, person_id: int, code: str) -> Staff:
    """Make this chat the one of whoever made the code; each has one chat, the newest."""
    key = pace.key_of("staff-link", str(person_id))
    await pace.count_try(db, key, refusal="staff-link-wait")
    async with db.begin() as session:
        staff = await _offered(session, code)
        if staff is None:
            raise Refusal("staff-link-wrong")
        if await _is_done(session, staff.id, person_id):
            return staff
        ours = (Link.staff_id == staff.id) | (Link.person_id == person_id)
        await session.execute(delete(Link).where(ours))
        session.add(Link(staff_id=staff.id, person_id=person_id, since=clock.now()))
        note(session, Act.LINKED, actor_id=staff.id, staff_id=staff.id)
        await pace.forgive(session, key)
        return staff


async def _is_done(session: AsyncSession, staff_id: int, person_id: int) -> bool:
    """Use the code up; say whether it was by this very person: the same word may come twice."""
    code = await session.get_one(LinkCode, staff_id)
    if code.used_at is None:
        code.used_at = clock.now()
        return False
    there = await session.get(Link, staff_id)
    if there is None or there.person_id != person_id:
        raise Refusal("staff-link-wrong")
    return True


async def _offered(session: AsyncSession, code: str) -> Staff | None:
    now, keys = clock.now(), keys_of(session)
    open_ones = select(LinkCode).where(LinkCode.expires_at > now).with_for_update()
    found = [row for row in await session.scalars(open_ones) if keys.is_code(code, row.code_hash)]
    staff = await session.get(Staff, found[0].staff_id) if found else None
    return staff if staff and staff.suspended_at is None else None


async def unlink(db: Database, *, staff_id: int, actor_id: int | None = None) -> None:
    """Part a chat from its member of staff; parted twice it is parted once."""
    async with db.begin() as session:
        await session.execute(delete(LinkCode).where(LinkCode.staff_id == staff_id))
        gone = await session.scalar(delete(Link).where(Link.staff_id == staff_id).returning(Link.staff_id))
        if gone:
            note(session, Act.UNLINKED, actor_id=actor_id or staff_id, staff_id=staff_id)
