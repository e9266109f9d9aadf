import logging

from obstore.store import ObjectStore
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock
from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.drafts.model import Draft, DraftState
from backend.drafts.queries import spoken_by
from backend.drafts.steps import next_step
from backend.files import actions as files
from backend.mydata import erasing
from backend.mydata.model import Certificate
from backend.mydata.queries import in_handling
from backend.people.actions import PLAIN_SETTINGS
from backend.people.model import Person
from backend.suggestions.actions import counted
from backend.suggestions.model import Suggestion

log = logging.getLogger(__name__)

COUNTER = "forgotten"
"""The counter of certificates; no campaign's prefix is in small letters."""


async def forget(db: Database, *, person_id: int, update: int) -> Certificate:
    """Erase what is held about a person but for what handling needs; the same update again changes nothing.

    No event is changed, so the history stays sound. Files nobody else has are taken out by `finish`.
    """
    async with db.begin() as session:
        person = await session.get_one(Person, person_id, with_for_update=True)
        asked = select(Certificate).where(Certificate.person_id == person_id, Certificate.inbox_id == update)
        if made := await session.scalar(asked):
            return made
        erased, named = await erasing.drafts(session, person_id)
        erased |= await erasing.belongings(session, person)
        over = await erasing.suggestions_over(session, Suggestion.person_id == person_id)
        for setting, plain in PLAIN_SETTINGS.items():
            setattr(person, setting, plain)
        person.forgotten_at = clock.now()
        certificate = Certificate(
            number=f"DEL-{await counted(session, COUNTER):06d}",
            person_id=person_id,
            inbox_id=update,
            made_at=person.forgotten_at,
            erased=erased | {"suggestions": len(over), "files": len(free := await _free(session, named))},
            kept={
                "handling": await _in_handling(session, person_id),
                "over": await _over(session, person_id),
            },
            files=free,
        )
        session.add(certificate)
        return certificate


async def _free(session: AsyncSession, named: set[str]) -> list[str]:
    return [sha256 for sha256 in sorted(named) if not await files.is_named(session, sha256)]


async def _in_handling(session: AsyncSession, person_id: int) -> list[str]:
    return [suggestion.number for suggestion in await in_handling(session, person_id)]


async def _over(session: AsyncSession, person_id: int) -> list[str]:
    await session.flush()
    mine = select(Suggestion.number).where(
        Suggestion.person_id == person_id, Suggestion.erased_at.is_not(None)
    )
    return list(await session.scalars(mine.order_by(Suggestion.id)))


async def finish(db: Database, store: ObjectStore, *, certificate_id: int) -> None:
    """Take the files of a certificate out of the store, unless somebody else has them."""
    async with db.read() as session:
        certificate = await session.get_one(Certificate, certificate_id)
    for sha256 in certificate.files:
        await files.drop(db, store, sha256=sha256)
    async with db.begin() as session:
        done = await session.get_one(Certificate, certificate_id)
        done.finished_at, done.files = done.finished_at or clock.now(), []


async def catch_up(db: Database, store: ObjectStore) -> None:
    """Erase what was kept for handling that has ended since, and finish what a kill cut short."""
    async with db.begin() as session:
        forgotten = select(Person.id).where(
            Person.id == Suggestion.person_id, Person.forgotten_at >= Suggestion.submitted_at
        )
        over = await erasing.suggestions_over(session, forgotten.correlate(Suggestion).exists())
    if over:
        log.info("Erased who made %d suggestions that have ended", len(over))
    async with db.read() as session:
        open_ones = list(
            await session.scalars(select(Certificate.id).where(Certificate.finished_at.is_(None)))
        )
    for certificate_id in open_ones:
        await finish(db, store, certificate_id=certificate_id)


async def withdraw_consent(db: Database, *, person_id: int) -> None:
    """End the consent to personal data: unsent drafts keep their text and ask again; what was sent stays."""
    async with db.begin() as session:
        await session.get_one(Person, person_id, with_for_update=True)
        await erasing.consents(session, person_id)
        await erasing.empty_drafts(session, person_id, *DraftState)
        unsent = select(Draft).where(spoken_by(person_id), Draft.state == DraftState.OPEN)
        for draft in await session.scalars(unsent.options(selectinload(Draft.parts)).with_for_update()):
            draft.step = next_step(draft, await campaigns.edition(session, draft.edition))
