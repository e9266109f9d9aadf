import hashlib

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns.model import Edition, Standing
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import NotFound


async def put_in_force(db: Database, *, campaign: Campaign) -> str:
    """Load a campaign, or a new text of it; drafts and suggestions keep the edition they began under."""
    body = campaign.model_dump_json()
    digest = hashlib.sha256(body.encode()).hexdigest()
    async with db.begin() as session:
        await _keep_edition(session, digest, campaign.id, body)
        standing = await session.get(Standing, campaign.id)
        if standing is None:
            session.add(Standing(id=campaign.id, edition=digest))
        else:
            standing.edition = digest
    return digest


async def _keep_edition(session: AsyncSession, digest: str, campaign: str, body: str) -> None:
    if await session.get(Edition, digest) is None:
        session.add(Edition(digest=digest, campaign=campaign, body=body, loaded_at=clock.now()))
        await session.flush()


async def stop(db: Database, *, campaign: str) -> None:
    """Take no new suggestions; what was begun is kept and may be sent when the campaign goes on."""
    await _set_stopped(db, campaign, stopped=True)


async def resume(db: Database, *, campaign: str) -> None:
    await _set_stopped(db, campaign, stopped=False)


async def _set_stopped(db: Database, campaign: str, *, stopped: bool) -> None:
    at = clock.now() if stopped else None
    async with db.begin() as session:
        set_ = update(Standing).where(Standing.id == campaign).values(stopped_at=at).returning(Standing.id)
        if await session.scalar(set_) is None:
            raise NotFound("campaign-missing")
