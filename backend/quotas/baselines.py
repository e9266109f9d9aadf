"""Last year's figures: read for the same day, and loaded by the office from a sheet (R89)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Quota
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import Refusal
from backend.handling import queries as handling
from backend.i18n import LANGUAGES, label
from backend.ledger import sheets
from backend.ledger.sheets import Limits, Raw
from backend.quotas.model import Baseline, Share

MOST = 10_000_000
"""More than this no count of ours is."""
NAME_MAXIMUM = 64
COLUMNS = ("quota", "share", "of", "day", "count")
By = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Figures:
    """By quota and whose it is: what was reached last year by the same day, and by the quota's last day."""

    by_today: By = field(default_factory=dict)
    at_the_end: By = field(default_factory=dict)


class Loaded(NamedTuple):
    new: int
    changed: int
    same: int


@dataclass(frozen=True)
class Row:
    quota: str
    share: Share
    of: str
    day: date
    count: int

    def baseline(self, campaign: str) -> Baseline:
        return Baseline(campaign=campaign, **asdict(self))


def year_before(day: date) -> date:
    """Return the same day a year earlier; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


async def figures(
    session: AsyncSession, rules: Campaign, quotas: Sequence[Quota], *, share: Share, day: date
) -> Figures:
    growing = [quota for quota in quotas if quota.growth_percent is not None and quota.per == share]
    at_the_end: dict[tuple[str, str], int] = {}
    for end in {quota.ends or day for quota in growing}:
        ids = [quota.id for quota in growing if (quota.ends or day) == end]
        at_the_end |= await _newest(session, rules.id, ids, share, year_before(end))
    now = await _newest(session, rules.id, [quota.id for quota in quotas], share, year_before(day))
    return Figures(now, at_the_end)


async def _newest(
    session: AsyncSession, campaign: str, quotas: Sequence[str], share: Share, day: date
) -> dict[tuple[str, str], int]:
    """Return of each the newest figure of that year by a day."""
    place = func.row_number().over(partition_by=(Baseline.quota, Baseline.of), order_by=Baseline.day.desc())
    loaded = (
        select(Baseline.quota, Baseline.of, Baseline.count, place.label("place"))
        .where(Baseline.campaign == campaign, Baseline.quota.in_(quotas), Baseline.share == share)
        .where(Baseline.day <= day, Baseline.day >= day.replace(month=1, day=1))
        .subquery()
    )
    newest = select(loaded.c.quota, loaded.c.of, loaded.c.count).where(loaded.c.place == 1)
    return {(quota, of): count for quota, of, count in await session.execute(newest)}


async def load(db: Database, *, campaign: str, name: str, content: bytes, limits: Limits) -> Loaded:
    """Take in last year's figures, all of the file or nothing; loaded twice it changes nothing."""
    raw = await sheets.rows(name, content, limits)
    async with db.begin() as session:
        _, rules = await campaigns.in_force(session, campaign)
        units = {unit.key for unit in await handling.units(session)}
        places = _places(raw[0][1])
        wanted = [_row(line, places, rules, units) for line in raw[1:] if any(map(str.strip, line[1]))]
        mine = select(Baseline).where(Baseline.campaign == campaign).with_for_update()
        there = {(one.quota, one.share, one.of, one.day): one for one in await session.scalars(mine)}
        new = changed = 0
        for row in wanted:
            known = there.get((row.quota, row.share, row.of, row.day))
            if known is None:
                session.add(one := row.baseline(campaign))
                there[row.quota, row.share, row.of, row.day] = one
                new += 1
            elif known.count != row.count:
                known.count = row.count
                changed += 1
    return Loaded(new, changed, len(wanted) - new - changed)


def head(column: str, language: str) -> str:
    return label(language, f"baseline-column-{column}")


def _places(heads: Sequence[str]) -> dict[str, int]:
    """Return which column stands where, by its name in any language or its key."""
    names = {
        said.strip().casefold(): column
        for column in COLUMNS
        for said in (column, *(head(column, language) for language in LANGUAGES))
    }
    found = {
        column: place for place, said in enumerate(heads) if (column := names.get(said.strip().casefold()))
    }
    if missing := [column for column in COLUMNS if column not in found]:
        raise Refusal("baseline-heads-missing", heads=", ".join(missing))
    return found


def _row(line: Raw, places: Mapping[str, int], rules: Campaign, units: set[str]) -> Row:
    number, cells = str(line[0]), line[1]
    said = {name: cells[place].strip() if place < len(cells) else "" for name, place in places.items()}
    if said["quota"] not in {quota.id for quota in rules.quotas}:
        known = ", ".join(quota.id for quota in rules.quotas) or "-"
        raise Refusal("baseline-quota-unknown", line=number, said=said["quota"][:40], known=known)
    share = _share(said["share"], number)
    return Row(
        said["quota"],
        share,
        _of(said["of"], share, units, number),
        _day(said["day"], number),
        _count(said["count"], number),
    )


def _share(said: str, line: str) -> Share:
    names = {
        word.casefold(): share
        for share in Share
        for word in (share.value, *(label(language, f"quota-share-{share.value}") for language in LANGUAGES))
    }
    if said.casefold() not in names:
        raise Refusal("baseline-share-unknown", line=line, said=said[:40])
    return names[said.casefold()]


def _of(said: str, share: Share, units: set[str], line: str) -> str:
    if share == Share.CAMPAIGN:
        return ""
    if share == Share.UNIT and said not in units:
        raise Refusal("baseline-unit-unknown", line=line, said=said[:40])
    if share == Share.OFFICER and not (said.isascii() and said.isdigit()):
        raise Refusal("baseline-officer-unclear", line=line)
    if not 0 < len(said) <= NAME_MAXIMUM:
        raise Refusal("baseline-of-missing", line=line)
    return said


def _day(said: str, line: str) -> date:
    try:
        return date.fromisoformat(said[:10])
    except ValueError as unclear:
        raise Refusal("baseline-day-unclear", line=line, said=said[:40]) from unclear


def _count(said: str, line: str) -> int:
    whole = said.removesuffix(".0")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= len(str(MOST)) and int(whole) <= MOST):
        raise Refusal("baseline-count-unclear", line=line, said=said[:40])
    return int(whole)
