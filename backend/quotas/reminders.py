"""What the clock does about quotas: 14 and 3 days before the last one, officers and unit leads are told."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Quota
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.handling import queries as handling
from backend.officers import queries as officers
from backend.officers.model import Officer
from backend.push.model import Push
from backend.quotas.model import Share
from backend.quotas.queries import standings
from backend.quotas.told import EVERYTHING, running
from backend.staff.model import Link, Role, Staff

MARKS = (14, 3)
"""Days before the last one."""
AT_ONCE = 100
"""Persons told in one transaction."""
Rows = Select[*tuple[Any, ...]]


async def remind(db: Database) -> None:
    """Tell those who lack some, each once for a last day and a mark; what is met is not spoken of."""
    async with db.read() as session:
        due = [(rules, end, mark) for rules in await running(session) for end, mark in _due(rules)]
    for rules, end, mark in due:
        async with db.read() as session:
            lacking = await _lacking(session, rules, end)
        once = f"{rules.id}:{end:%y%m%d}:{mark}"
        while await _tell_officers(db, lacking, once):
            pass
        while await _tell_leads(db, lacking, once):
            pass


def _due(rules: Campaign) -> Iterable[tuple[date, int]]:
    """Return the last days that are near, each with the newest mark that has come."""
    today = campaigns.today(rules)
    for end in sorted({quota.ends for quota in rules.quotas if quota.ends}):
        left = (end - today).days
        come = [mark for mark in MARKS if 0 <= left <= mark]
        if come:
            yield end, min(come)


class Lacking:
    """Who lacks some: districts by name, units by number with all below them, officers by number."""

    def __init__(self) -> None:
        self.districts: set[str] = set()
        self.units: set[int] = set()
        self.officers: set[int] = set()


async def _lacking(session: AsyncSession, rules: Campaign, end: date) -> Lacking:
    found, day = Lacking(), campaigns.today(rules)
    for share in (Share.DISTRICT, Share.UNIT, Share.OFFICER):
        quotas = [quota.id for quota in _ending(rules, end) if quota.per == share]
        rows = await standings(session, rules, share=share, sight=EVERYTHING, day=day, quotas=quotas)
        lacking = [row.of for row in rows if not row.met]
        if share == Share.DISTRICT:
            found.districts.update(lacking)
        elif share == Share.UNIT:
            named = [unit.id for unit in await handling.units(session) if unit.key in lacking]
            found.units.update(await handling.below(session, *named))
        else:
            found.officers.update(map(int, lacking))
    return found


def _ending(rules: Campaign, end: date) -> Sequence[Quota]:
    return [quota for quota in rules.quotas if quota.ends == end]


async def _tell(db: Database, query: Rows, kind: str) -> bool:
    """Owe a push to some of those a query finds, by number and person, who are not told yet."""
    about, person = query.selected_columns
    told = exists().where(Push.about == about, Push.person_id == person, Push.kind == kind)
    async with db.begin() as session:
        rows = (await session.execute(query.where(~told).order_by(about).limit(AT_ONCE))).all()
        for whom, person_id in rows:
            await push.owe(session, person_id=person_id, about=whom, kind=kind)
    return bool(rows)


async def _tell_officers(db: Database, lacking: Lacking, once: str) -> bool:
    concerned = or_(
        Officer.district.in_(sorted(lacking.districts)),
        Officer.unit_id.in_(sorted(lacking.units)),
        Officer.id.in_(sorted(lacking.officers)),
    )
    query = select(Officer.id, Officer.person_id).where(*officers.in_office(), concerned)
    return await _tell(db, query, f"quota-due:{once}")


async def _tell_leads(db: Database, lacking: Lacking, once: str) -> bool:
    """Tell unit leads who have linked a chat; the others read it on the console's page."""
    serving = select(Officer.unit_id).where(
        *officers.in_office(), Officer.district.in_(sorted(lacking.districts))
    )
    concerned = or_(Staff.unit_id.in_(sorted(lacking.units)), Staff.unit_id.in_(serving))
    query = (
        select(Staff.id, Link.person_id)
        .join(Link, Link.staff_id == Staff.id)
        .where(Staff.role == Role.UNIT_LEAD, Staff.suspended_at.is_(None), concerned)
    )
    return await _tell(db, query, f"quota-lead:{once}")
