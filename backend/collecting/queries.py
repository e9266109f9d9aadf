import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.calls.model import Asked, Call
from backend.campaigns import queries as campaigns
from backend.campaigns.queries import Offer
from backend.collecting.model import CollectDevice
from backend.dates import today
from backend.errors import NotAllowed, NotFound
from backend.occasions.model import Occasion
from backend.officers import queries as officers
from backend.officers.model import Officer
from backend.people.model import Person


@dataclass(frozen=True)
class Holder:
    """Whose phone this is; asked anew at every request."""

    device: CollectDevice
    officer: Officer
    person: Person


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def signed_in() -> tuple[ColumnElement[bool], ...]:
    return CollectDevice.key_hash.is_not(None), CollectDevice.ended_at.is_(None)


async def holder(session: AsyncSession, key: str) -> Holder:
    """Return whose phone has this key; refused once phone or appointment has ended."""
    query = (
        select(CollectDevice, Officer)
        .join(Officer, Officer.id == CollectDevice.officer_id)
        .where(CollectDevice.key_hash == digest(key), *signed_in())
    )
    row = (await session.execute(query)).one_or_none()
    if row is None:
        raise NotFound("collect-device-gone")
    device, officer = row
    now = await officers.require(session, officer.person_id or 0)
    if now.id != officer.id:  # appointed anew since: the phone was the old appointment's
        raise NotAllowed("officer-not-in-office")
    return Holder(device, officer, await session.get_one(Person, now.person_id))


async def phones(session: AsyncSession, officer_id: int) -> Sequence[CollectDevice]:
    """Return the phones an officer is signed in on, the newest first."""
    query = select(CollectDevice).where(CollectDevice.officer_id == officer_id, *signed_in())
    return (await session.scalars(query.order_by(CollectDevice.id.desc()))).all()


async def all_phones(session: AsyncSession) -> list[tuple[CollectDevice, Officer]]:
    """Return every phone that is signed in, for the office."""
    query = select(CollectDevice, Officer).join(Officer, Officer.id == CollectDevice.officer_id)
    rows = await session.execute(query.where(*signed_in()).order_by(CollectDevice.id.desc()))
    return [(device, officer) for device, officer in rows]


async def open_campaigns(session: AsyncSession, channel: str) -> list[Offer]:
    return [offer for offer in await campaigns.offered(session, channel) if offer.is_open]


async def occasions(session: AsyncSession, campaign: str) -> Sequence[Occasion]:
    """Return the events of a campaign that are not over, also those to come: signal may be days away."""
    query = select(Occasion).where(Occasion.campaign == campaign, Occasion.ended_at.is_(None))
    return (
        await session.scalars(query.where(Occasion.last_day >= today()).order_by(Occasion.first_day))
    ).all()


async def calls(session: AsyncSession, officer_id: int, campaign: str) -> Sequence[Call]:
    """Return what the office asks of this officer."""
    query = (
        select(Call)
        .join(Asked, Asked.call_id == Call.id)
        .where(Asked.officer_id == officer_id, Call.campaign == campaign, Call.closed_at.is_(None))
    )
    return (await session.scalars(query.order_by(Call.due_on))).all()


async def occasion_of(session: AsyncSession, occasion_id: int, campaign: str) -> Occasion:
    """Return an event, over or not: what was collected there may come later."""
    query = select(Occasion).where(Occasion.id == occasion_id, Occasion.campaign == campaign)
    if (found := await session.scalar(query)) is None:
        raise NotFound("collect-occasion-missing")
    return found


async def call_of(session: AsyncSession, call_id: int, officer_id: int, campaign: str) -> Call:
    query = select(Call).join(Asked, Asked.call_id == Call.id)
    found = await session.scalar(
        query.where(Call.id == call_id, Call.campaign == campaign, Asked.officer_id == officer_id)
    )
    if found is None:
        raise NotFound("collect-call-missing")
    return found
