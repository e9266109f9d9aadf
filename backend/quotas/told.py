"""What an officer is told of quotas: those of their district, their unit and their own, counted at asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Quota
from backend.campaigns.schema import Campaign
from backend.handling import queries as handling
from backend.i18n import label
from backend.officers.model import Officer
from backend.quotas.model import Share
from backend.quotas.queries import Standing, standings
from backend.suggestions.queries import Sight

EVERYTHING = Sight(None, everything=True)
CHAT = "chat"


@dataclass(frozen=True)
class Told:
    """A standing that concerns an officer; `own` is what they themselves brought in of it."""

    rules: Campaign
    standing: Standing
    own: int


async def running(session: AsyncSession) -> list[Campaign]:
    """Return the campaigns that have quotas and were not stopped, the youngest first."""
    offers = await campaigns.offered(session, CHAT)
    return [offer.campaign for offer in offers if offer.openness != "stopped" and offer.campaign.quotas]


def still_open(rules: Campaign, day: date) -> list[Quota]:
    return [quota for quota in rules.quotas if quota.ends is None or day <= quota.ends]


async def of_officer(session: AsyncSession, officer: Officer) -> list[Told]:
    """Return how far the quotas are that an officer works for, as they stand now."""
    unit = await handling.unit(session, officer.unit_id)
    whose = {Share.DISTRICT: officer.district, Share.UNIT: unit.key, Share.OFFICER: str(officer.id)}
    found: list[Told] = []
    for rules in await running(session):
        day = campaigns.today(rules)
        quotas = [quota.id for quota in still_open(rules, day) if quota.per in set(whose)]
        asked = partial(standings, session, rules, day=day, sight=EVERYTHING)
        own = await asked(share=Share.OFFICER, of=[str(officer.id)], quotas=quotas)
        mine = {each.quota.id: each.reached for each in own}
        for share, of in whose.items():
            of_share = [each.id for each in rules.quotas if each.per == share and each.id in quotas]
            if of and of_share:
                rows = own if share == Share.OFFICER else await asked(share=share, of=[of], quotas=of_share)
                found += [
                    Told(rules, row, mine.get(row.quota.id, 0)) for row in rows if row.quota.id in of_share
                ]
    return found


def line(told: Told, language: str, whose: str = "") -> str:
    """Say one standing: how many of how many, one's own, last year's, and the days that are left.

    `whose` is a name; without one it is the reader's own unit, district or work.
    """
    standing = told.standing
    return label(
        language,
        "quota-line",
        whose=whose or label(language, f"quota-whose-{standing.share.value}"),
        share="other" if whose else standing.share.value,
        name=standing.quota.name.said(language),
        reached=str(standing.reached),
        target=str(standing.target or 0),
        aimed="no" if standing.target is None else "yes",
        met="yes" if standing.met else "no",
        own=str(told.own),
        last=str(standing.last_year or 0),
        known="no" if standing.last_year is None else "yes",
        days=str(standing.days_left or 0),
        ends=_ends(standing.days_left),
    )


def _ends(left: int | None) -> str:
    if left is None:
        return "open"
    return "today" if left == 0 else "later"


def lines(found: Sequence[Told], language: str) -> str:
    return "\n".join(line(each, language) for each in found)
