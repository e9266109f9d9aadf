"""Appointing information officers: invited by a link for one use, accepted once, changed and ended."""

import secrets
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, push
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.officers.model import Officer
from backend.officers.queries import is_over
from backend.officers.terms import By, Terms, checked
from backend.people.model import Person
from backend.push.model import Push
from backend.secret import CODE_ALPHABET
from backend.staff.log import note
from backend.staff.model import Act

PREFIX = "o-"
"""What a start parameter begins with that is an invitation."""
TOKEN_LENGTH = 20
GOOD_FOR_DAYS = 7
TOLD_OF = ("kind", "unit_id", "contact_point_id", "until")
"""What of an appointment its officer is told when it changes."""


def digest(said: str) -> str:
    return sha256(said.encode("utf-8", "replace")).hexdigest()


async def appoint(
    db: Database, *, terms: Terms, by: By, once: str, days: int = GOOD_FOR_DAYS
) -> tuple[Officer, str]:
    """Appoint somebody and return the token of their invitation, told only now.

    `once` names the form: sent again it is the same appointment with a newer invitation.
    """
    async with db.begin() as session:
        officer = await session.scalar(select(Officer).where(Officer.once == digest(once)).with_for_update())
        if officer is None:
            officer = Officer(
                **await checked(session, terms, by),
                appointed_by=by.staff_id,
                appointed_at=clock.now(),
                once=digest(once),
            )
            session.add(officer)
            await session.flush()
            _note(session, Act.OFFICER_APPOINTED, officer, by)
        _refuse_if_taken(officer)
        return officer, _invite(officer, days)


async def invite(db: Database, *, officer_id: int, by: By, days: int = GOOD_FOR_DAYS) -> tuple[Officer, str]:
    """Return the token of a new invitation; the one before is good no more."""
    async with db.begin() as session:
        officer = await held(session, officer_id, by)
        _refuse_if_taken(officer)
        token = _invite(officer, days)
        _note(session, Act.OFFICER_INVITED, officer, by)
        return officer, token


def _refuse_if_taken(officer: Officer) -> None:
    if is_over(officer):
        raise Conflict("officer-ended-already")
    if officer.person_id:
        raise Conflict("officer-accepted-already")


def _invite(officer: Officer, days: int) -> str:
    token = "".join(secrets.choice(CODE_ALPHABET) for _ in range(TOKEN_LENGTH))
    officer.invite_hash, officer.invite_until = digest(token), clock.now() + timedelta(days=days)
    return token


async def invited(session: AsyncSession, *, person_id: int, token: str, taking: bool = False) -> Officer:
    """Return the appointment an invitation offers to this person, or refuse: each reason has its words."""
    query = select(Officer).where(Officer.invite_hash == digest(token.strip().upper()))
    officer = await session.scalar(query.with_for_update() if taking else query)
    if officer is None:
        raise NotFound("officer-invite-unknown")
    if is_over(officer):
        raise Refusal("officer-invite-ended")
    if officer.person_id and officer.person_id != person_id:
        raise Refusal("officer-invite-taken")
    if officer.person_id is None and (officer.invite_until is None or officer.invite_until < clock.now()):
        raise Refusal("officer-invite-expired")
    return officer


async def accept(db: Database, *, person_id: int, token: str) -> Officer:
    """Take up an appointment; accepted twice by the same person it is accepted once."""
    async with db.begin() as session:
        await session.get_one(Person, person_id, with_for_update=True)
        officer = await invited(session, person_id=person_id, token=token, taking=True)
        if officer.person_id == person_id:
            return officer
        await _make_room(session, person_id)
        officer.person_id, officer.accepted_at = person_id, clock.now()
        return officer


async def _make_room(session: AsyncSession, person_id: int) -> None:
    """Refuse who holds another appointment; one that ran out is closed, for a person holds one at a time."""
    mine = select(Officer).where(Officer.person_id == person_id, Officer.ended_at.is_(None))
    before = await session.scalar(mine.with_for_update())
    if before is None:
        return
    if not is_over(before):
        raise Conflict("officer-holds-another")
    before.ended_at = clock.now()
    await session.flush()


async def change(db: Database, *, officer_id: int, terms: Terms, by: By) -> Officer:
    """Change an appointment, to another unit too; its officer is told what holds from now on."""
    async with db.begin() as session:
        officer = await held(session, officer_id, by)
        if officer.ended_at:
            raise Conflict("officer-ended-already")
        values = await checked(session, terms, by, officer)
        differs = [name for name, value in values.items() if getattr(officer, name) != value]
        for name in differs:
            setattr(officer, name, values[name])
        if differs:
            _note(session, Act.OFFICER_CHANGED, officer, by)
        if officer.person_id and set(differs) & set(TOLD_OF):
            place = await _told_before(session, officer.id)
            kind = f"officer-changed:{place}"
            await push.owe(session, person_id=officer.person_id, kind=kind, about=officer.id)
        return officer


async def _told_before(session: AsyncSession, officer_id: int) -> int:
    told = select(func.count()).select_from(Push).where(Push.about == officer_id)
    return await session.scalar(told.where(Push.kind.startswith("officer-changed:"))) or 0


async def end(db: Database, *, officer_id: int, by: By) -> Officer:
    """End an appointment at once; ended twice it is ended once."""
    async with db.begin() as session:
        officer = await held(session, officer_id, by)
        if officer.ended_at is None:
            officer.ended_at = clock.now()
            _note(session, Act.OFFICER_ENDED, officer, by)
            if officer.person_id:
                await push.owe(session, person_id=officer.person_id, kind="officer-ended", about=officer.id)
        return officer


async def held(session: AsyncSession, officer_id: int, by: By) -> Officer:
    """Return an appointment of a unit that is reached, for changing; of others there is none."""
    query = select(Officer).where(Officer.id == officer_id).with_for_update()
    if by.reach is not None:
        query = query.where(Officer.unit_id.in_(sorted(by.reach)))
    officer = await session.scalar(query)
    if officer is None:
        raise NotFound("officer-missing")
    return officer


def _note(session: AsyncSession, act: Act, officer: Officer, by: By) -> None:
    note(session, act, actor_id=by.staff_id, data={"officer": officer.id, "unit": officer.unit_id})
