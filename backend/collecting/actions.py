"""Phones of officers: signed in by a one-time link from the chat, and signed out."""

import re
import secrets
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.collecting import queries
from backend.collecting.model import CollectDevice, CollectUpload
from backend.collecting.queries import Holder, digest
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.officers import queries as officers

OPEN_FOR = timedelta(hours=24)
TOKEN_BYTES = 32
KEY = re.compile(r"[A-Za-z0-9_-]{43,64}")
"""A phone's key: at least 256 random bits, made by the phone."""
SEEN_EVERY = timedelta(hours=1)
UPLOADS_KEPT = timedelta(days=7)
MOST_PHONES = 5


async def make_link(db: Database, *, person_id: int) -> str:
    """Return the token of a new link that signs one phone in; the officer's older links end.

    Asked for again it is another link: what the first one was is known to nobody.
    """
    token, now = secrets.token_urlsafe(TOKEN_BYTES), clock.now()
    async with db.begin() as session:
        officer = await officers.require(session, person_id)
        older = delete(CollectDevice).where(CollectDevice.officer_id == officer.id)
        await session.execute(older.where(CollectDevice.key_hash.is_(None)))
        session.add(
            CollectDevice(
                officer_id=officer.id, token_hash=digest(token), made_at=now, link_until=now + OPEN_FOR
            )
        )
    return token


async def sign_in(db: Database, *, token: str, key: str) -> Holder:
    """Let the phone with this key in by a link; the same phone asking again, after a lost answer, is in."""
    if not KEY.fullmatch(key):
        raise Refusal("collect-key-unclear")
    async with db.begin() as session:
        query = select(CollectDevice).where(CollectDevice.token_hash == digest(token)).with_for_update()
        device = await session.scalar(query)
        if device is None:
            raise NotFound("collect-link-missing")
        if device.key_hash is None:
            _open(device, key)
            await _make_room(session, device)
        elif device.key_hash != digest(key) or device.ended_at:
            raise Conflict("collect-link-used")
        await session.flush()
        return await queries.holder(session, key)


def _open(device: CollectDevice, key: str) -> None:
    now = clock.now()
    if device.link_until <= now:
        raise Conflict("collect-link-expired")
    device.key_hash, device.signed_in_at, device.used_at = digest(key), now, now


async def _make_room(session: AsyncSession, newest: CollectDevice) -> None:
    """Sign out the phone unused for longest where an officer has too many."""
    query = select(CollectDevice).where(
        CollectDevice.officer_id == newest.officer_id, CollectDevice.id != newest.id, *queries.signed_in()
    )
    known = (await session.scalars(query.order_by(CollectDevice.used_at.desc()))).all()
    for device in known[MOST_PHONES - 1 :]:
        device.ended_at = clock.now()


async def seen(db: Database, *, device: CollectDevice) -> None:
    """Note that a phone is in use, once an hour."""
    now = clock.now()
    if device.used_at and device.used_at > now - SEEN_EVERY:
        return
    async with db.begin() as session:
        await session.execute(update(CollectDevice).where(CollectDevice.id == device.id).values(used_at=now))


async def sign_out(db: Database, *, device_id: int, officer_id: int | None = None) -> None:
    """Let a phone's key be good no more: the officer's own, or any where the office does it (None)."""
    async with db.begin() as session:
        device = await session.get(CollectDevice, device_id, with_for_update=True)
        if device is None or device.key_hash is None or officer_id not in (None, device.officer_id):
            raise NotFound("collect-device-missing")
        device.ended_at = device.ended_at or clock.now()
        unfinished = delete(CollectUpload).where(CollectUpload.device_id == device.id)
        await session.execute(unfinished)


async def forget(db: Database) -> None:
    """Delete photos no entry came for within a week, and links nobody opened."""
    now = clock.now()
    async with db.begin() as session:
        await session.execute(delete(CollectUpload).where(CollectUpload.begun_at < now - UPLOADS_KEPT))
        never = delete(CollectDevice).where(CollectDevice.key_hash.is_(None))
        await session.execute(never.where(CollectDevice.link_until < now))
