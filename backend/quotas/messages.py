"""What officers and unit leads are told of quotas that end soon: as they stand when the message goes out."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.campaigns import queries as campaigns
from backend.handling import queries as handling
from backend.officers.model import Officer
from backend.people.model import Person
from backend.quotas import told
from backend.quotas.model import Share
from backend.quotas.queries import Standing, standings
from backend.quotas.reminders import MARKS
from backend.quotas.told import Told
from backend.staff import queries as staff
from backend.staff.model import Staff

MOST = 12
"""Lines of one message; there are rarely more than three."""


@push.says("quota-due")
async def of_officer(session: AsyncSession, officer_id: int, reader: Person) -> push.Blanks:
    officer = await session.get_one(Officer, officer_id)
    found = [each for each in await told.of_officer(session, officer) if _is_near(each.standing)]
    return _blanks([told.line(each, reader.language) for each in found])


@push.says("quota-lead")
async def of_lead(session: AsyncSession, staff_id: int, reader: Person) -> push.Blanks:
    """Say how far their units are, and the districts that are wholly theirs."""
    sight = await staff.sight(session, await session.get_one(Staff, staff_id))
    names = {unit.key: unit.name(reader.language) for unit in await handling.units(session)}
    lines: list[str] = []
    for rules in await told.running(session):
        day = campaigns.today(rules)
        for share in (Share.DISTRICT, Share.UNIT):
            quotas = [quota.id for quota in told.still_open(rules, day) if quota.per == share]
            rows = await standings(session, rules, share=share, sight=sight, day=day, quotas=quotas)
            near = [Told(rules, row, 0) for row in rows if _is_near(row)]
            lines += [
                told.line(each, reader.language, names.get(each.standing.of, each.standing.of))
                for each in near
            ]
    return _blanks(lines)


def _is_near(standing: Standing) -> bool:
    left = standing.days_left
    return not standing.met and left is not None and 0 <= left <= max(MARKS)


def _blanks(lines: list[str]) -> push.Blanks:
    return {
        "lines": "\n".join(lines[:MOST]),
        "more": str(max(0, len(lines) - MOST)),
        "rest": "yes" if len(lines) > MOST else "no",
        "any": "yes" if lines else "no",
    }
