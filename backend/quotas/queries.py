"""How far quotas are: the one function that counts for the officer's chat, the unit and the office."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns.parts import Quota
from backend.campaigns.schema import Campaign
from backend.handling import queries as handling
from backend.handling.model import Unit
from backend.officers import queries as officers
from backend.officers.model import ContactPoint, Officer
from backend.quotas import counting
from backend.quotas.baselines import Figures, figures
from backend.quotas.counting import Counts, Part
from backend.quotas.model import Share
from backend.suggestions.queries import Sight

NO_TARGET = 2.0
"""Where nothing is asked, behind all of whom something is: a share is told without a target."""


@dataclass(frozen=True)
class Standing:
    """How far one of `share` is with a quota: a unit by its key, a district by name, an officer by number.

    `target` is None where this share has none of its own, or where last year's figure it grows from is not
    loaded; `last_year` is what was reached by the same day then.
    """

    quota: Quota
    share: Share
    of: str
    reached: int
    target: int | None
    last_year: int | None
    days_left: int | None

    @property
    def met(self) -> bool:
        return self.target is None or self.reached >= self.target

    @property
    def lacks(self) -> int:
        return max(0, (self.target or 0) - self.reached)

    @property
    def order(self) -> tuple[float, int, str]:
        """The lowest first."""
        return (self.reached / self.target if self.target else NO_TARGET, self.reached, self.of)


@dataclass(frozen=True)
class Known:
    """What is known before counting: the units there are, and whose figures are asked for."""

    units: Sequence[Unit]
    listed: Collection[str]
    part: Part


async def standings(
    session: AsyncSession,
    rules: Campaign,
    *,
    share: Share,
    sight: Sight,
    day: date,
    quotas: Collection[str] | None = None,
    of: Collection[str] | None = None,
) -> list[Standing]:
    """Return how far each unit, district or officer is on a day, the lowest first; those at zero too.

    A desk sees its own units and those below; of districts those that are wholly theirs, of the campaign
    as a whole nothing. `quotas` and `of` leave only these; `of` is for those who ask of themselves.
    """
    chosen = [quota for quota in rules.quotas if quotas is None or quota.id in quotas]
    if share == Share.CAMPAIGN and not sight.everything:
        return []
    known = await _known(session, share, sight, of)
    raw = await counting.counts(session, rules, chosen, share=share, day=day, part=known.part)
    found = _rolled_up(raw, known.units) if share == Share.UNIT else raw
    loaded = await figures(session, rules, chosen, share=share, day=day)
    rows = [
        _standing(quota, share, whose, loaded, reached=found[quota.id].get(whose, 0), day=day)
        for quota in chosen
        for whose in _whose(quota, rules, share, known, found[quota.id])
    ]
    return sorted(rows, key=lambda row: row.order)


def _standing(quota: Quota, share: Share, of: str, loaded: Figures, *, reached: int, day: date) -> Standing:
    return Standing(
        quota,
        share,
        of,
        reached=reached,
        target=target(quota, loaded.at_the_end.get((quota.id, of))) if quota.per == share else None,
        last_year=loaded.by_today.get((quota.id, of)),
        days_left=(quota.ends - day).days if quota.ends else None,
    )


def target(quota: Quota, last_year: int | None) -> int | None:
    """Return how many are asked: the minimum, or so much more than last year, whichever is more (R89)."""
    grown = None
    if quota.growth_percent is not None and last_year is not None:
        grown = -(-last_year * (100 + quota.growth_percent) // 100)
    return max((asked for asked in (quota.minimum, grown) if asked is not None), default=None)


async def _known(session: AsyncSession, share: Share, sight: Sight, of: Collection[str] | None) -> Known:
    within = None if sight.everything else sight.units
    if share == Share.CAMPAIGN:
        return Known([], [""], Part())
    if share == Share.UNIT:
        return await _known_units(session, within, of)
    if share == Share.OFFICER:
        ids = await _officers(session, within, of)
        part = Part(units=within, officers=[int(one) for one in ids] if of is not None else None)
        return Known([], ids, part)
    listed = await _districts(session, within) if of is None else of
    narrowed = within is not None or of is not None
    return Known([], listed, Part(units=within, districts=listed if narrowed else None))


async def _known_units(
    session: AsyncSession, within: Collection[int] | None, of: Collection[str] | None
) -> Known:
    units = [unit for unit in await handling.units(session) if within is None or unit.id in within]
    if of is None:
        return Known(units, [unit.key for unit in units if unit.retired_at is None], Part(units=within))
    below = await handling.below(session, *(unit.id for unit in units if unit.key in of))
    return Known(units, of, Part(units=below))


async def _officers(
    session: AsyncSession, within: Collection[int] | None, of: Collection[str] | None
) -> list[str]:
    query = select(Officer.id).where(*officers.in_office())
    if within is not None:
        query = query.where(Officer.unit_id.in_(sorted(within)))
    if of is not None:
        query = query.where(Officer.id.in_([int(one) for one in of]))
    return [str(one) for one in await session.scalars(query.order_by(Officer.id))]


async def _districts(session: AsyncSession, within: Collection[int] | None) -> list[str]:
    """Return the districts of officers and open contact points; for units, those wholly theirs."""
    served = select(Officer.district).distinct().where(*officers.in_office())
    placed = select(ContactPoint.district).distinct().where(ContactPoint.closed_at.is_(None))
    if within is not None:
        beside = served.where(Officer.unit_id.not_in(sorted(within))).union(
            placed.where(ContactPoint.unit_id.not_in(sorted(within)))
        )
        served = served.where(Officer.district.not_in(beside))
        placed = placed.where(ContactPoint.district.not_in(beside))
    found = set(await session.scalars(served)) | set(await session.scalars(placed))
    return sorted(found - {""})


def _rolled_up(counts: Counts, units: Iterable[Unit]) -> Counts:
    """Count what a unit brought in for each unit above it too (R66), by their keys."""
    known = {unit.id: unit for unit in units}
    return {quota: _up(by_unit, known) for quota, by_unit in counts.items()}


def _up(by_unit: Mapping[str, int], known: Mapping[int, Unit]) -> dict[str, int]:
    told: dict[str, int] = {}
    for unit_id, count in by_unit.items():
        above = known.get(int(unit_id))
        while above:
            told[above.key] = told.get(above.key, 0) + count
            above = known.get(above.parent_id or 0)
    return told


def _whose(
    quota: Quota, rules: Campaign, share: Share, known: Known, counted: Mapping[str, int]
) -> Iterable[str]:
    """Return whose standing with a quota is told: all whom it holds for, those who brought in nothing too."""
    listed = set(known.listed)
    if share == Share.UNIT and quota.unit_kinds:
        return listed & {unit.id for unit in rules.units if unit.kind in quota.unit_kinds}
    if share == Share.DISTRICT and known.part.districts is None:
        return quota.districts or listed | counted.keys()
    return listed & set(quota.districts) if share == Share.DISTRICT and quota.districts else listed
