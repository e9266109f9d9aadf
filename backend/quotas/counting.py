"""What counts for a quota, and for whom: SQL alone, one grouped query for all quotas, each suggestion once.

A suggestion was brought in by the officer who entered it for somebody else (R95), else by the way in it came
by, else by the officer who wrote it. An entry keeps the unit and the district its officer had on that day.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, func, literal, null, or_, select, true, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns.parts import Quota
from backend.campaigns.schema import Campaign
from backend.dates import HOUSE_ZONE
from backend.officers.model import ContactPoint, Officer
from backend.proxy.model import Entry
from backend.quotas.model import Share
from backend.sources.model import Source
from backend.suggestions.model import Suggestion, SuggestionState

UNCOUNTED = (SuggestionState.WITHDRAWN, SuggestionState.DIVERTED, SuggestionState.RETURNED)
"""Taken back, sent elsewhere, or to be put right first; an objection that is upheld brings one back."""
NOT_ENTERED = func.coalesce(Suggestion.officer_id, 0) == 0
"""Nobody entered it for somebody else; in words by which no index is entered, for half of all are such."""
Counts = dict[str, dict[str, int]]
"""By quota, by whom, how many."""
Rows = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Part:
    """Which part of what was brought in is looked at; None for all of it."""

    units: Collection[int] | None = None
    officers: Collection[int] | None = None
    districts: Collection[str] | None = None


def _first_moment_after(day: date, rules: Campaign) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(rules.time_zone))


def _until(quota: Quota, day: date) -> date:
    return min(day, quota.ends or day)


def _facts(by_proxy: bool) -> tuple[ColumnElement[Any], ...]:  # noqa: FBT001 - a column of the rows
    return (
        Suggestion.theme.label("theme"),
        Suggestion.valuable.label("valuable"),
        Suggestion.recommended_at.label("recommended_at"),
        Suggestion.submitted_at.label("submitted_at"),
        literal(by_proxy).label("by_proxy"),
    )


def _counted(rules: Campaign, day: date) -> tuple[ColumnElement[bool], ...]:
    return (
        Suggestion.campaign == rules.id,
        Suggestion.state.not_in(UNCOUNTED),
        Suggestion.submitted_at < _first_moment_after(day, rules),
    )


def _within(
    part: Part, unit: ColumnElement[Any], officer: ColumnElement[Any] | None, district: ColumnElement[Any]
) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if part.units is not None:
        asked.append(unit.in_(sorted(part.units)))
    if part.officers is not None:
        asked.append(officer.in_(sorted(part.officers)) if officer is not None else ~true())
    return [*asked, *([district.in_(sorted(part.districts))] if part.districts is not None else [])]


def _entries(rules: Campaign, day: date, part: Part) -> Rows:
    district = func.coalesce(func.nullif(ContactPoint.district, ""), Entry.district)
    query = (
        select(
            Entry.unit_id.label("unit"),
            Entry.officer_id.label("officer"),
            district.label("district"),
            *_facts(by_proxy=True),
        )
        .select_from(Entry)
        .join(Suggestion, Suggestion.draft_id == Entry.draft_id)
        .outerjoin(ContactPoint, ContactPoint.id == Entry.contact_point_id)
    )
    inside = _within(part, Entry.unit_id.expression, Entry.officer_id.expression, district)
    return query.where(*_counted(rules, day), Suggestion.officer_id.is_not(None), *inside)


def _by_ways_in(rules: Campaign, day: date, part: Part) -> Rows:
    district = func.coalesce(ContactPoint.district, "")
    query = (
        select(
            Source.unit_id.label("unit"),
            null().label("officer"),
            district.label("district"),
            *_facts(by_proxy=False),
        )
        .select_from(Source)
        .join(Suggestion, Suggestion.source_id == Source.id)
        .outerjoin(ContactPoint, ContactPoint.id == Source.contact_point_id)
    )
    inside = _within(part, Source.unit_id.expression, None, district)
    own = (Source.unit_id.is_not(None), NOT_ENTERED)
    return query.where(*_counted(rules, day), *own, *inside)


async def _last_moments(session: AsyncSession) -> dict[date, datetime]:
    """Return until when appointments hold, by their last day: the end of that day for the staff."""
    days = await session.scalars(select(Officer.until).where(Officer.until.is_not(None)).distinct())
    return {day: datetime.combine(day + timedelta(days=1), time(), HOUSE_ZONE) for day in days if day}


def _before_the_end(last: dict[date, datetime]) -> ColumnElement[bool]:
    ends = [and_(Officer.until == day, Suggestion.submitted_at < moment) for day, moment in last.items()]
    return or_(Officer.until.is_(None), *ends)


def _officers_own(rules: Campaign, day: date, part: Part, last: dict[date, datetime]) -> Rows:
    district = func.coalesce(func.nullif(ContactPoint.district, ""), Officer.district)
    query = (
        select(
            Officer.unit_id.label("unit"),
            Officer.id.label("officer"),
            district.label("district"),
            *_facts(by_proxy=False),
        )
        .select_from(Officer)
        .join(Suggestion, Suggestion.person_id == Officer.person_id)
        .outerjoin(Source, Source.id == Suggestion.source_id)
        .outerjoin(ContactPoint, ContactPoint.id == Officer.contact_point_id)
    )
    in_office = (
        Officer.accepted_at <= Suggestion.submitted_at,
        or_(Officer.ended_at.is_(None), Officer.ended_at > Suggestion.submitted_at),
        _before_the_end(last),
    )
    inside = _within(part, Officer.unit_id.expression, Officer.id.expression, district)
    own = (Source.unit_id.is_(None), NOT_ENTERED)
    return query.where(*_counted(rules, day), *in_office, *own, *inside)


def _asked(quota: Quota, rules: Campaign, day: date, row: Any) -> ColumnElement[bool]:
    """Say which rows a quota counts."""
    wanted: ColumnElement[bool] = row.submitted_at < _first_moment_after(_until(quota, day), rules)
    if quota.by_proxy:
        wanted &= row.by_proxy
    if quota.valuable_only:
        wanted &= row.valuable
    if quota.recommended_only:
        wanted &= row.recommended_at.is_not(None)
    if quota.flag:
        wanted &= row.theme.in_([theme.id for theme in rules.themes if quota.flag in theme.flags])
    return wanted


async def counts(
    session: AsyncSession,
    rules: Campaign,
    quotas: Sequence[Quota],
    *,
    share: Share,
    day: date,
    part: Part,
) -> Counts:
    """Count for each of these quotas, by unit, district, officer, or for the campaign as a whole."""
    if not quotas:
        return {}
    if share == Share.CAMPAIGN:
        return await _of_campaign(session, rules, quotas, day)
    arms = [_entries(rules, day, part)]
    if not all(quota.by_proxy for quota in quotas):
        arms += [_by_ways_in(rules, day, part), _officers_own(rules, day, part, await _last_moments(session))]
    brought = union_all(*arms).subquery()
    key = brought.c[share.value]
    columns = [func.count().filter(_asked(quota, rules, day, brought.c)) for quota in quotas]
    rows = (await session.execute(select(key, *columns).where(key.is_not(None)).group_by(key))).all()
    return {
        quota.id: {str(row[0]): row[place] for row in rows if row[0] != ""}
        for place, quota in enumerate(quotas, 1)
    }


async def _of_campaign(session: AsyncSession, rules: Campaign, quotas: Sequence[Quota], day: date) -> Counts:
    """Count all that came, whoever brought it in."""
    everything = (
        select(
            Suggestion.theme,
            Suggestion.valuable,
            Suggestion.recommended_at,
            Suggestion.submitted_at,
            Suggestion.officer_id.is_not(None).label("by_proxy"),
        )
        .where(*_counted(rules, day))
        .subquery()
    )
    columns = [func.count().filter(_asked(quota, rules, day, everything.c)) for quota in quotas]
    row = (await session.execute(select(*columns))).one()
    return {quota.id: {"": row[place]} for place, quota in enumerate(quotas)}
