from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns.model import Edition, Standing
from backend.campaigns.schema import Campaign
from backend.errors import NotFound

OTHER_TOPIC = "other"
"""The topic for what the list does not name (R6)."""

Openness = Literal["open", "not_yet", "closed", "stopped"]


@lru_cache(maxsize=64)
def _parsed(digest: str, body: str) -> Campaign:
    del digest
    return Campaign.model_validate_json(body)


async def edition(session: AsyncSession, digest: str) -> Campaign:
    """Return the campaign exactly as it was loaded under this digest."""
    body = await session.scalar(select(Edition.body).where(Edition.digest == digest))
    if body is None:
        raise NotFound("campaign-missing")
    return _parsed(digest, body)


async def in_force(session: AsyncSession, campaign: str) -> tuple[Standing, Campaign]:
    standing = await session.get(Standing, campaign)
    if standing is None:
        raise NotFound("campaign-missing")
    return standing, await edition(session, standing.edition)


@dataclass(frozen=True)
class Offer:
    """A campaign as one chat channel offers it today."""

    campaign: Campaign
    openness: Openness

    @property
    def is_open(self) -> bool:
        return self.openness == "open"


async def offered(session: AsyncSession, channel: str) -> list[Offer]:
    """Return every campaign, the youngest first, and whether it takes suggestions in this channel (R12)."""
    query = select(Standing, Edition).join(Edition, Edition.digest == Standing.edition)
    found = [(standing, _parsed(kept.digest, kept.body)) for standing, kept in await session.execute(query)]
    offers = [Offer(campaign, openness(standing, campaign, channel)) for standing, campaign in found]
    return sorted(offers, key=lambda offer: (-offer.campaign.year, offer.campaign.id))


def openness(standing: Standing, campaign: Campaign, channel: str) -> Openness:
    """Say whether a chat channel takes suggestions today, by the campaign's own clock (R12)."""
    if standing.stopped_at:
        return "stopped"
    chat = campaign.chat(channel)
    return chat.open_on(today(campaign)) if chat else "closed"


def today(campaign: Campaign) -> date:
    return day_of(campaign, clock.now())


def zone(campaign: Campaign) -> ZoneInfo:
    return ZoneInfo(campaign.time_zone)


def day_of(campaign: Campaign, at: datetime) -> date:
    """Return the day of an instant by the campaign's own clock."""
    return at.astimezone(ZoneInfo(campaign.time_zone)).date()
